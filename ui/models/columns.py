"""The columns of a form's table, and what stands beside a figure."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from cchc_desktop.form.entry import write_answer
from cchc_desktop.values.number import write_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc_desktop.office.figures.looking_back import Beside, Point
    from cchc_desktop.template.model import Indicator


class Column(IntEnum):
    """The columns, as printed forms have them, with other periods beside the figure."""

    STT = 0
    LABEL = 1
    UNIT = 2
    FIGURE = 3
    PREVIOUS = 4
    YEAR_EARLIER = 5
    DIFFERENCE = 6
    TREND = 7
    NOTE = 8


HEADINGS = {
    Column.STT: "STT",
    Column.LABEL: "Chỉ tiêu",
    Column.UNIT: "ĐVT",
    Column.FIGURE: "Số liệu",
    Column.PREVIOUS: "Kỳ trước",
    Column.YEAR_EARLIER: "Năm trước",
    Column.DIFFERENCE: "±",
    Column.TREND: "Qua các kỳ",
    Column.NOTE: "Ghi chú",
}
EXPLAINED = {
    Column.PREVIOUS: "Số liệu kỳ liền trước cùng độ dài",
    Column.YEAR_EARLIER: "Số liệu cùng kỳ năm trước",
    Column.DIFFERENCE: "Kỳ này trừ kỳ trước; ▲▼ là thay đổi lớn cần xem lại",
    Column.TREND: "Số liệu qua các kỳ cùng độ dài, kỳ này ở cuối",
}
"""What a heading stands for, where its word alone is short."""
OPTIONAL = (Column.UNIT, *EXPLAINED, Column.NOTE)
"""Columns that a person may put away."""
FIGURES = (Column.FIGURE, Column.PREVIOUS, Column.YEAR_EARLIER, Column.DIFFERENCE)
"""Columns of numbers, right aligned with digits of one width."""
_LARGE = {True: "▲", False: "▼"}


def beside_words(row: Indicator, beside: Beside, column: Column) -> str:
    """Return what a column beside the figure says in words; the trend is drawn and says none."""
    match column:
        case Column.PREVIOUS:
            answer = beside.previous
        case Column.YEAR_EARLIER:
            answer = beside.a_year_earlier
        case Column.DIFFERENCE:
            return _difference(beside)
        case _:
            return ""
    return write_answer(row, answer) if answer else ""


def _difference(beside: Beside) -> str:
    """The change against the last period with its sign; a large one has a second sign of its own."""
    change = beside.difference
    if change is None:
        return ""
    written = f"+{write_number(change, 2)}" if change > 0 else write_number(change, 2)
    return f"{_LARGE[change > 0]} {written}" if beside.is_marked else written


def trend_words(row: Indicator, points: Iterable[Point]) -> str:
    """Return the row through its periods, for those who listen: `quý I năm 2026: 12; …`."""
    return "; ".join(f"{point.period.name}: {write_answer(row, point.answer) or 'trống'}" for point in points)
