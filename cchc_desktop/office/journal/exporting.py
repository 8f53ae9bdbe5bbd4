"""The journal as a file: who changed what, when, from what to what, for an inspection or a handover."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.aside import done_aside
from cchc_desktop.office.journal.telling import Told, tell
from cchc_desktop.office.office import Office
from cchc_desktop.office.registers.lines import shielded
from cchc_desktop.office.writing import write_whole
from cchc_desktop.storage.journal import every_change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from cchc_desktop.values.period import Period

_COLUMNS = {
    "Ngày": 12,
    "Giờ": 10,
    "Người thay đổi": 22,
    "Kỳ báo cáo": 20,
    "Thay đổi": 44,
    "Trước": 32,
    "Sau": 32,
    "Bằng cách": 20,
    "Lý do": 32,
}
"""The headings, and their widths in characters."""
_TITLE = "Nhật ký thay đổi"


def journal_of(
    office: Office, period: Period | None = None, still_wanted: Callable[[], object] = lambda: None
) -> list[Told]:
    """Return every change in words, the oldest first; `period`: only those of that report.

    `still_wanted` is called before each change: what it raises ends the telling and comes out.
    """
    told = []
    for change in every_change(office.archive.db, period):
        still_wanted()
        told.append(tell(office.archive, change))
    return told


def export_journal(office: Office, file: Path, period: Period | None = None) -> Path:
    """Write every change, the oldest first, as `.xlsx` or `.csv`; `period`: only those of that report.

    Raises `FileRefused` for another ending or where the file cannot be written.
    """
    return write_whole(file, _content(office, file, period))


def export_journal_aside(path: Path, file: Path, *, still_wanted: Callable[[], object]) -> Path:
    """Write the whole journal as above, made in a child process; `still_wanted` may raise until then."""
    return write_whole(file, done_aside(still_wanted, _content_of, path, file))


def _content_of(path: Path, file: Path) -> bytes:
    with Office.snapshot(path) as office:
        return _content(office, file, None)


def _content(office: Office, file: Path, period: Period | None) -> bytes:
    match file.suffix.lower():
        case ".xlsx":
            return _workbook(office, period)
        case ".csv":
            return _table(office, period)
        case _:
            raise FileRefused(f"Không ghi được nhật ký vào tệp {file.name}. Hãy đặt tên .xlsx hoặc .csv.")


def _workbook(office: Office, period: Period | None) -> bytes:
    from cchc_desktop.documents.list_sheet import ListColumn, ListSheet, list_workbook

    columns = tuple(ListColumn(label, width) for label, width in _COLUMNS.items())
    made = office.archive.clock().astimezone().date()
    rows = [*_lines(office, period)]
    return list_workbook(ListSheet(_TITLE, office.profile.name, made, columns, rows))


def _table(office: Office, period: Period | None) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(_COLUMNS)
    for day, *rest in _lines(office, period):
        lines.writerow([f"{day:%d/%m/%Y}", *map(shielded, rest)])
    return text.getvalue().encode("utf-8-sig")


def _lines(office: Office, period: Period | None) -> Iterator[tuple[date, *tuple[str, ...]]]:
    for told in journal_of(office, period):
        yield (
            told.at.date(),
            f"{told.at:%H:%M:%S}",
            told.who,
            told.period,
            told.about,
            told.before,
            told.after,
            told.source,
            told.reason,
        )
