"""Figures of somebody's file beside what was read in them, as lines of a list."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from cchc_desktop.form.entry import write_answer
from cchc_desktop.rules.finding import Severity
from ui.models.grouped_list import ListLine
from ui.models.meaning import place_name
from ui.widgets.linked_text import lines, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cchc_desktop.office.figures.review import RowToReview
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.values.codes import IndicatorCode

HEADINGS = ("Lấy", "Chỗ trong tệp", "Dòng trong tệp", "Tệp ghi", "Dòng của biểu mẫu", "Sẽ ghi", "Đang có")
SHARES = (4, 5, 8, 4, 8, 4, 4)
_TAKEN, _LEFT = "✓ Lấy", "– Bỏ qua"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants of one row; before that, what the program proposes."""

    place: int
    """Among all rows, to tell like ones apart."""
    row: RowToReview
    code: IndicatorCode | None
    text: str
    is_taken: bool


def proposed(report: OpenReport, rows: Iterable[RowToReview]) -> tuple[Choice, ...]:
    """Return what is proposed: rows that are sure are taken, but never over what a person stated."""
    return tuple(
        Choice(place, row, row.code, row.reading, row.is_sure and _is_new(report, row))
        for place, row in enumerate(rows)
    )


def lines_of(report: OpenReport, choices: Iterable[Choice]) -> Iterator[ListLine | str]:
    """Yield the choices: those a person has to look at first, those that change nothing last."""
    groups: dict[str, list[ListLine]] = {"Cần xem": [], "Đọc chắc": [], "Không đổi gì": []}
    for choice in choices:
        row = choice.row
        name = "Cần xem" if not row.is_sure else "Đọc chắc" if _is_new(report, row) else "Không đổi gì"
        groups[name].append(line_of(report, choice))
    for name, told in groups.items():
        if told:
            yield f"{name} ({len(told)})"
            yield from told


def line_of(report: OpenReport, choice: Choice) -> ListLine:
    """Return one choice as a line."""
    row, code = choice.row, choice.code
    texts = (
        _TAKEN if choice.is_taken else _LEFT,
        row.place,
        row.told,
        row.raw,
        _row_name(report, code),
        choice.text,
        _present(report, code) or "trống",
    )
    return ListLine(texts, choice, None if row.is_sure or choice.is_taken else Severity.WARN)


def told_in_full(report: OpenReport, choice: Choice) -> str:
    """Return the row of the file beside the row of the form, and why it is not sure, as HTML."""
    row = choice.row
    ours = f"{_row_name(report, choice.code)}, đang có: {_present(report, choice.code) or 'trống'}"
    return "".join(
        (
            paragraph(row.reason, bold=True) if row.reason else "",
            lines(
                f"<b>Trong tệp</b> ({escape(row.place)}): {escape(row.told)} – “{escape(row.raw)}”",
                f"<b>Trong biểu mẫu</b>: {escape(ours if choice.code else 'chưa rõ dòng nào')}",
                f"<b>Ghi chú</b>: {escape(row.note)}" if row.note else "",
            ),
        )
    )


def _row_name(report: OpenReport, code: IndicatorCode | None) -> str:
    if code is None:
        return ""
    row = report.template.indicators[code]
    return f"{row.label} ({place_name(report, code)})"


def _present(report: OpenReport, code: IndicatorCode | None) -> str:
    if code is None:
        return ""
    return write_answer(report.template.indicators[code], report.form.answer(code))


def _is_new(report: OpenReport, row: RowToReview) -> bool:
    """Whether the row would change what prints, and no person stated that against the computed value."""
    if row.code is None or row.answer is None:
        return False
    return not report.form.entry(row.code).reason and _present(report, row.code) != row.reading
