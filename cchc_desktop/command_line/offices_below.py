"""Commands on the list of the offices that report here."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from cchc_desktop.command_line.opening import refuse_without_office, to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer
from cchc_desktop.command_line.registers import columns_given
from cchc_desktop.office.office import Office
from cchc_desktop.office.registers.exporting import export_list
from cchc_desktop.office.registers.importing import importing_document, importing_lines, plan_list
from cchc_desktop.registers.dates import DayOrder, read_date
from cchc_desktop.rollup.office_columns import OFFICES
from cchc_desktop.rollup.offices import OfficeBelow, OfficesRefused
from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.values.period import Period, short_date


def listing(arguments: Namespace) -> int:
    """`offices list`: every office, or those that report for a period or belong to a group."""
    refuse_without_office(arguments)
    with Office.look(arguments.office) as office:
        offices = office.offices.all()
        chosen = (
            offices.expected(Period.read(arguments.period).window) if arguments.period else tuple(offices)
        )
        shown = [each for each in chosen if arguments.group in ("", each.group)]
        depths = {each.id: offices.depth(each) for each in shown}
    lines = [f"{'  ' * depths[each.id]}{_line(each)}" for each in shown]
    answer(arguments, {"offices": [_document(each) for each in shown]}, [f"{len(shown)} đơn vị.", *lines])
    return DONE


def add(arguments: Namespace) -> int:
    """`offices add`: a new office."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        made = office.offices.add(columns_given(arguments.values))
    return _told(arguments, "Đã thêm", [made])


def put(arguments: Namespace) -> int:
    """`offices set`: correct what is noted of an office."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        wanted = _found(office, arguments.id)
        office.offices.change(wanted.id, columns_given(arguments.values))
        return _told(arguments, "Đã ghi", [office.offices.all().get(wanted.id)])


def merge(arguments: Namespace) -> int:
    """`offices merge`: a new office takes over from others on a day."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        old = [_found(office, each).id for each in arguments.ids]
        given = {"name": arguments.name, **({"code": arguments.code} if arguments.code else {})}
        made = office.offices.merge(old, given, _day(arguments.on))
    return _told(arguments, "Đã nhập thành", [made])


def rename(arguments: Namespace) -> int:
    """`offices rename`: another name from a day on."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        made = office.offices.rename(_found(office, arguments.id).id, arguments.name, _day(arguments.on))
    return _told(arguments, "Đã đổi tên thành", [made])


def end(arguments: Namespace) -> int:
    """`offices end`: an office's last day."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        wanted = _found(office, arguments.id)
        office.offices.abolish(wanted.id, _day(arguments.on))
        return _told(arguments, "Đã ghi ngày cuối của", [office.offices.all().get(wanted.id)])


def remove(arguments: Namespace) -> int:
    """`offices remove`: off the list, as long as nothing was received."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        gone = [_found(office, each) for each in arguments.ids]
        office.offices.remove(each.id for each in gone)
    return _told(arguments, "Đã xóa", gone)


def agree(arguments: Namespace) -> int:
    """`offices agree`: an exception for one office and period."""
    refuse_without_office(arguments)
    if arguments.period is None:
        arguments.wrong_use("the following arguments are required: --period")
    with to_write(arguments.office) as office:
        wanted, period = _found(office, arguments.id), Period.read(arguments.period)
        deadline = _day(arguments.deadline) if arguments.deadline else None
        case = SpecialCase(wanted.id, period, arguments.excused, deadline, arguments.reason)
        office.offices.agree(case)
    words = "được miễn gửi" if case.is_excused else "theo hạn chung"
    if deadline and not case.is_excused:
        words = f"được gửi đến {short_date(deadline)}"
    document = {
        "id": wanted.id,
        "period": str(period),
        "excused": case.is_excused,
        "deadline": deadline.isoformat() if deadline else None,
    }
    answer(arguments, document, [f"{wanted.name}, {period.name}: {words}."])
    return DONE


def take_in(arguments: Namespace) -> int:
    """`offices import`: a list from a file."""
    refuse_without_office(arguments)
    opened = Office.look if arguments.dry_run else to_write
    with opened(arguments.office) as office:
        importing = plan_list(office.offices, OFFICES, arguments.file, DayOrder(arguments.dates))
        if not arguments.dry_run:
            importing.apply(office.offices)
    answer(arguments, importing_document(importing), importing_lines(importing))
    return NEEDS_A_PERSON if importing.refused else DONE


def export(arguments: Namespace) -> int:
    """`offices export`: the list as a file."""
    refuse_without_office(arguments)
    with Office.look(arguments.office) as office:
        lines = tuple(office.offices.lines().values())
        path = export_list(office.offices, OFFICES, arguments.out, lines)
    answer(arguments, {"file": str(path), "offices": len(lines)}, [f"Đã ghi {len(lines)} đơn vị: {path}"])
    return DONE


def _found(office: Office, text: str) -> OfficeBelow:
    found = office.offices.all().find(text)
    if found is None:
        raise OfficesRefused(
            f"Không rõ “{text}” là đơn vị nào trong danh sách. Hãy ghi mã như dv3, mã cơ quan, hoặc đúng tên "
            "của một đơn vị."
        )
    return found


def _day(text: str) -> date:
    return read_date(text, DayOrder.DAY_FIRST)


def _told(arguments: Namespace, done: str, offices: Sequence[OfficeBelow]) -> int:
    document = {"offices": [_document(each) for each in offices]}
    answer(arguments, document, (f"{done} {_line(each)}" for each in offices))
    return DONE


def _document(office: OfficeBelow) -> dict[str, object]:
    return {
        "id": office.id,
        "code": office.code,
        "name": office.name,
        "level": office.level.value,
        "group": office.group,
        "parent": office.parent,
        "contact": office.contact,
        "phone": office.phone,
        "email": office.email,
        "address": office.address,
        "first": office.first.isoformat() if office.first else None,
        "last": office.last.isoformat() if office.last else None,
        "replaces": list(office.replaces),
    }


def _line(office: OfficeBelow) -> str:
    times = [
        f"{words} {short_date(day)}" for words, day in (("từ", office.first), ("đến", office.last)) if day
    ]
    return "\t".join([office.id, office.code, office.name, office.level.label, office.group, " ".join(times)])
