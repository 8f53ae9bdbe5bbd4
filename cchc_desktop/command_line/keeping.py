"""Commands that keep an office file safe: copies of it, a copy back in its place, a thorough look."""

from argparse import Namespace
from dataclasses import asdict

from cchc_desktop.command_line.opening import PATIENCE
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer, say
from cchc_desktop.office.journal.exporting import export_journal, journal_of
from cchc_desktop.office.journal.telling import BLANK, Told
from cchc_desktop.office.keeping.backups import Backup, backups
from cchc_desktop.office.keeping.rescue import kept_words, rescue
from cchc_desktop.office.keeping.restoring import restore
from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.office import Office
from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.period import Period, short_date

_NO_CHANGES = "Không có thay đổi nào của kỳ này trong nhật ký."


def backup(arguments: Namespace) -> int:
    """`backup`: make a backup, or list those there are."""
    if arguments.list:
        found = backups(arguments.office, arguments.out)
        none = [f"Chưa có bản sao lưu nào của {arguments.office}."]
        answer(
            arguments,
            {"backups": [_document(each) for each in found]},
            [_line(each) for each in found] or none,
        )
        return DONE
    with Office.look(arguments.office, copies=arguments.out) as office:
        made = office.back_up()
    answer(arguments, _document(made), [f"Đã ghi bản sao lưu: {made.path}"])
    return DONE


def put_back(arguments: Namespace) -> int:
    """`restore`: a backup in the office file's place."""
    aside = restore(arguments.office, arguments.backup, patience=PATIENCE)
    say([f"Đã khôi phục {arguments.office} từ {arguments.backup}."])
    if aside:
        say([f"Tệp trước khi khôi phục được giữ tại: {aside}"])
    return DONE


def look(arguments: Namespace) -> int:
    """`verify`: everything that is wrong with an office file."""
    found = verify(arguments.office)
    document = {"sound": found.is_sound, "reports": found.reports, "problems": list(found.problems)}
    whole = f"Tệp {arguments.office} nguyên vẹn, {found.reports} báo cáo đọc được."
    answer(arguments, document, found.problems or [whole])
    return DONE if found.is_sound else NEEDS_A_PERSON


def salvage(arguments: Namespace) -> int:
    """`salvage`: what can be read of a damaged office file, in a new one."""
    found = rescue(arguments.office, arguments.out)
    document = {"file": str(found.path), "kept": dict(found.kept), "lost": list(found.lost)}
    answer(arguments, document, [f"Đã đọc được {kept_words(found)} vào tệp mới {found.path}.", *found.lost])
    return NEEDS_A_PERSON if found.lost else DONE


def journal(arguments: Namespace) -> int:
    """`journal`: every change of the office file, the oldest first, told or written to a file."""
    with Office.look(arguments.office) as office:
        period = Period.read(arguments.period) if arguments.period else None
        if arguments.out:
            path = export_journal(office, arguments.out, period)
            answer(arguments, {"file": str(path)}, [f"Đã ghi nhật ký: {path}"])
        else:
            told = journal_of(office, period)
            document = {"changes": [{**asdict(each), "at": each.at.isoformat()} for each in told]}
            answer(arguments, document, map(_change_line, told) if told else [_NO_CHANGES])
    return DONE


def _change_line(told: Told) -> str:
    place = f"{told.period}: " if told.period else ""
    why = f"; lý do: {told.reason}" if told.reason else ""
    return (
        f"{told.at:%H:%M:%S} {short_date(told.at.date())}, {told.who or 'chưa ghi tên'} ({told.source}): "
        f"{place}{told.about}: {told.before or BLANK} → {told.after or BLANK}{why}"
    )


def _document(backup: Backup) -> dict[str, object]:
    holds = backup.contents
    return {
        "file": str(backup.path),
        "moment": backup.moment.isoformat(),
        "why": backup.why.value,
        "size": backup.size,
        "sound": backup.is_sound,
        "office": holds.office if holds else None,
        "reports": holds.reports if holds else None,
        "latest": str(holds.latest) if holds and holds.latest else None,
    }


def _line(backup: Backup) -> str:
    holds = backup.contents
    if holds is None:
        state = "hỏng, không khôi phục được"
    else:
        latest = f", mới nhất {holds.latest.name}" if holds.latest else ""
        state = f"{holds.reports} báo cáo{latest}"
    moment = short_moment(backup.moment)
    return f"{moment}  {backup.why.label}, {-(-backup.size // 1024)} kB, {state}: {backup.path}"
