"""The rows of a draft set beside their keys and relations, as lines of a list."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from cchc_desktop.office.form_sets.review import KIND_NAMES, DraftRow, general_decisions, rows_of
from cchc_desktop.rules.finding import Severity
from ui.models.grouped_list import ListLine
from ui.widgets.linked_text import lines, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.form_sets.drafts import SetDraft

HEADINGS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Khóa", "Loại", "Tính từ", "Cần quyết định")
SHARES = (2, 8, 3, 3, 4, 4, 8)
_NEW = "mới"


def lines_of(draft: SetDraft) -> Iterator[ListLine | str]:
    """Yield what keeps the set from being used, what is to be decided of the whole, then row by row."""
    rows = rows_of(draft)
    if draft.problems:
        yield f"Phải sửa mới dùng được ({len(draft.problems)})"
    for problem in draft.problems:
        yield _of_the_set(str(problem), problem, Severity.BLOCK)
    if general := general_decisions(draft, rows):
        yield f"Cả bộ ({len(general)})"
    for reason in general:
        yield _of_the_set(reason, reason, Severity.NOTE)
    for appendix, told in groupby(rows, key=lambda row: row.appendix):
        yield appendix
        yield from map(line_of, told)


def line_of(row: DraftRow) -> ListLine:
    """Return one row as a line."""
    record = row.record
    key = record.key if row.is_known else f"{record.key} ({_NEW})"
    texts = (record.stt, record.label, record.unit, key, KIND_NAMES[record.kind], row.operands)
    asked = " ".join(_beside(record.label, reason) for reason in row.decisions)
    return ListLine((*texts, asked), row, Severity.WARN if row.decisions else None)


def told_in_full(about: object, like: str) -> str:
    """Return what a person should know of a line, as HTML."""
    if not isinstance(about, DraftRow):
        return paragraph(str(about))
    record = about.record
    origin = f"có trong bộ {like}, giữ nguyên khóa" if about.is_known else f"không có trong bộ {like}"
    return paragraph(f"{record.stt} {record.label}".strip(), bold=True) + lines(
        f"Dòng này {escape(origin)}.", *(escape(each) for each in about.decisions)
    )


def _beside(label: str, reason: str) -> str:
    """A decision as it stands in the row whose label it begins with."""
    words = reason.removeprefix(f"“{label}” ")
    return words[:1].upper() + words[1:]


def _of_the_set(text: str, about: object, severity: Severity) -> ListLine:
    return ListLine(("", text, *[""] * (len(HEADINGS) - 2)), about, severity, is_wide=True)
