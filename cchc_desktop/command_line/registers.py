"""Commands on what the office keeps: documents, tasks, inspections, surveys, people."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cchc_desktop.command_line.opening import refuse_without_office, to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer
from cchc_desktop.office.office import Office
from cchc_desktop.office.registers.exporting import export_register
from cchc_desktop.office.registers.importing import importing_document, importing_lines, plan_import
from cchc_desktop.registers.catalogue import REGISTERS, register_named, register_of
from cchc_desktop.registers.dates import DayOrder
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.feeding import Fed
from cchc_desktop.registers.reading import machine_value, write_value
from cchc_desktop.registers.remarks import Remark
from cchc_desktop.registers.schema import Register, RegisterRefused
from cchc_desktop.registers.tasks import TASKS, task_state
from cchc_desktop.registers.wording import remark_words
from cchc_desktop.values.number import plain, write_number
from cchc_desktop.values.period import Period, Window


def listing(arguments: Namespace) -> int:
    """`register list`: the registers, or the entries of one."""
    refuse_without_office(arguments)
    with Office.look(arguments.office) as office:
        if not arguments.register:
            return _all_registers(arguments, office)
        register = register_named(arguments.register)
        window = _window(office, arguments.period)
        entries = office.registers.entries(
            register.name, search=arguments.search, window=window, column=arguments.sort
        )
        day = window.last if window else office.archive.today
        shown = {entry.id for entry in entries}
        remarks = [each for each in office.registers.remarks(register.name) if each.entry in shown]
        document = {
            "register": register.name,
            "label": register.label,
            "entries": [_entry_document(register, entry, day) for entry in entries],
            "remarks": [_remark_document(office, remark) for remark in remarks],
        }
        lines = [
            f"{register.label}: {len(entries)} dòng.",
            *(_entry_line(register, entry, day) for entry in entries),
            *_remark_lines(office, remarks),
        ]
    answer(arguments, document, lines)
    return DONE


def add(arguments: Namespace) -> int:
    """`register add`: a new entry."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        changes = office.registers.add(arguments.register, columns_given(arguments.values))
        return _told(arguments, office, changes.entries, "Đã thêm")


def put(arguments: Namespace) -> int:
    """`register set`: other values in an entry."""
    refuse_without_office(arguments)
    with to_write(arguments.office) as office:
        office.registers.change(arguments.id, columns_given(arguments.values))
        return _told(arguments, office, [arguments.id], "Đã ghi")


def remove(arguments: Namespace) -> int:
    """`register remove`: entries out of a register."""
    refuse_without_office(arguments)
    register = register_named(arguments.register)
    for entry_id in arguments.ids:
        if register_of(entry_id) is not register:
            raise RegisterRefused(f"{entry_id} không phải dòng của {register.label}. Hãy xem lại mã.")
    with to_write(arguments.office) as office:
        changes = office.registers.remove(arguments.ids)
    removed = sorted(changes.entries)
    answer(arguments, {"removed": removed}, [f"Đã xóa {', '.join(removed)} khỏi {register.label}."])
    return DONE


def take_in(arguments: Namespace) -> int:
    """`register import`: a list from a file."""
    refuse_without_office(arguments)
    opened = Office.look if arguments.dry_run else to_write
    with opened(arguments.office) as office:
        order = DayOrder(arguments.dates)
        importing = plan_import(office.registers, arguments.register, arguments.file, order)
        if not arguments.dry_run:
            importing.apply(office.registers)
    answer(arguments, importing_document(importing), importing_lines(importing))
    return NEEDS_A_PERSON if importing.refused else DONE


def export(arguments: Namespace) -> int:
    """`register export`: a register as a file."""
    refuse_without_office(arguments)
    with Office.look(arguments.office) as office:
        entries = office.registers.entries(
            arguments.register, window=_window(office, arguments.period), column=arguments.sort
        )
        path = export_register(office.registers, arguments.register, arguments.out, entries)
    document = {"file": str(path), "entries": len(entries)}
    answer(arguments, document, [f"Đã ghi {len(entries)} dòng: {path}"])
    return DONE


def feed(arguments: Namespace) -> int:
    """`register fed`: what the registers give for a report, shown or taken over."""
    refuse_without_office(arguments)
    opened = Office.open if arguments.take else Office.look
    with opened(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        given = office.archive.fed(report.head)
        codes = [report.indicator(code).code for code in arguments.keys] or list(given)
        if arguments.take:
            report.take_fed(codes)
        chosen = {code: given[code] for code in codes if code in given}
        document = {
            "cells": {code: _fed_document(fed, report.form.number(code)) for code, fed in chosen.items()}
        }
        rows = report.template.indicators
        lines = [f"{code} {rows[code].label}: {_fed_words(fed)}" for code, fed in chosen.items()]
    answer(arguments, document, lines or ["Sổ theo dõi chưa có gì cho báo cáo này."])
    return DONE


def _all_registers(arguments: Namespace, office: Office) -> int:
    counts = {name: len(entries) for name, entries in office.archive.registers().items()}
    document = {
        "registers": [
            {"name": each.name, "label": each.label, "entries": counts[each.name]}
            for each in REGISTERS.values()
        ]
    }
    lines = (f"{each.name}\t{each.label}\t{counts[each.name]} dòng" for each in REGISTERS.values())
    answer(arguments, document, lines)
    return DONE


def _told(arguments: Namespace, office: Office, ids: Iterable[str], done: str) -> int:
    """Show the entries as they are now, and what is odd in them."""
    entries = [office.registers.entry(entry_id) for entry_id in ids]
    day = office.archive.today
    shown = {entry.id: register_of(entry.id) for entry in entries}
    names = {register.name for register in shown.values()}
    remarks = [each for name in names for each in office.registers.remarks(name) if each.entry in shown]
    document = {
        "entries": [_entry_document(shown[entry.id], entry, day) for entry in entries],
        "remarks": [_remark_document(office, remark) for remark in remarks],
    }
    lines = [f"{done} {_entry_line(shown[entry.id], entry, day)}" for entry in entries]
    answer(arguments, document, [*lines, *_remark_lines(office, remarks)])
    return DONE


def columns_given(words: Sequence[str]) -> dict[str, str]:
    """Return what words like `issued=09/02/2026` give, by column; `RegisterRefused` for another word."""
    given = {}
    for word in words:
        heading, sign, text = word.partition("=")
        if not sign:
            raise RegisterRefused(f"“{word}” không có dạng CỘT=GIÁ TRỊ. Hãy viết như issued=09/02/2026.")
        given[heading] = text
    return given


def _window(office: Office, period: str | None) -> Window | None:
    """The days that the period's report counts; the lawful ones where there is no report."""
    if not period:
        return None
    wanted = Period.read(period)
    heads = (head.window for head in office.reports() if head.period == wanted)
    return next(heads, wanted.window)


def _entry_document(register: Register, entry: RegisterEntry, day: date) -> dict[str, object]:
    values = {column.name: machine_value(entry.values.get(column.name)) for column in register.columns}
    state = {"state": task_state(entry, day).value} if register is TASKS else {}
    return {"id": entry.id, "values": values, **state}


def _entry_line(register: Register, entry: RegisterEntry, day: date) -> str:
    shown = [write_value(column, entry.values.get(column.name)) for column in register.columns]
    state = [task_state(entry, day).label] if register is TASKS else []
    return "\t".join([entry.id, *shown, *state])


def _remark_document(office: Office, remark: Remark) -> dict[str, object]:
    entry = office.registers.entry(remark.entry)
    words = remark_words(remark, register_of(remark.entry), entry)
    return {
        "code": remark.code,
        "case": remark.case,
        "entry": remark.entry,
        "column": remark.column,
        "others": list(remark.others),
        "message": words.message,
        "remedy": words.remedy,
    }


def _remark_lines(office: Office, remarks: Iterable[Remark]) -> Iterator[str]:
    for remark in remarks:
        words = remark_words(remark, register_of(remark.entry), office.registers.entry(remark.entry))
        yield f"[Cần xem] {remark.code}: {words.message} {words.remedy}"


def _fed_document(fed: Fed, stands: object) -> dict[str, object]:
    return {
        "value": plain(fed.value),
        "register": fed.register,
        "entries": [entry.id for entry in fed.entries],
        "differs": stands is not None and stands != fed.value,
    }


def _fed_words(fed: Fed) -> str:
    ids = ", ".join(entry.id for entry in fed.entries)
    return f"{write_number(fed.value)} ({ids})" if ids else write_number(fed.value)
