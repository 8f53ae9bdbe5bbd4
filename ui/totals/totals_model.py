"""The totals of one appendix in the layout of its form."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from cchc_desktop.form.entry import STATE_WORDS, write_answer
from cchc_desktop.rules.finding import Severity
from cchc_desktop.template.model import Kind, RollUp
from cchc_desktop.values.answer import BLANK
from cchc_desktop.values.number import plain, write_number
from ui import look
from ui.models.headed_model import ROOT, HeadedModel, Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.rollup.aggregate import RowTotal
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.codes import IndicatorCode
    from ui.totals.gathering import Gathered

Role = Qt.ItemDataRole


class TotalColumn(IntEnum):
    """What is told of each row."""

    STT = 0
    LABEL = 1
    UNIT = 2
    CHILDREN = 3
    OWN = 4
    VALUE = 5
    STANDS = 6
    ANSWERED = 7
    MISSING = 8


HEADINGS = (
    "STT",
    "Chỉ tiêu",
    "ĐVT",
    "Các đơn vị",
    "Riêng cơ quan",
    "Tổng",
    "Trong báo cáo",
    "Đã trả lời",
    "Còn thiếu",
)
_OF_ROW = (TotalColumn.STT, TotalColumn.LABEL, TotalColumn.UNIT)
_FIGURES = range(TotalColumn.CHILDREN, TotalColumn.MISSING + 1)
_HOW = {
    RollUp.SUM: "Cộng số của các đơn vị",
    RollUp.OWN_AND_SUM: "Cộng số của các đơn vị với phần riêng của cơ quan, gõ ở cột Riêng cơ quan",
    RollUp.OWN: "Chỉ là số của cơ quan, không cộng từ các đơn vị",
    RollUp.CODES: "Đếm mỗi mã có bao nhiêu đơn vị; số của cơ quan nhập ở Số liệu",
    RollUp.LIST: "Tỷ lệ do đơn vị ghi sẵn: không lấy trung bình, chỉ nêu thấp nhất, giữa, cao nhất",
    RollUp.RECOMPUTE: "Tính lại từ các tổng, không lấy trung bình các tỷ lệ",
}


class TotalsModel(HeadedModel):
    """It shows and it asks; what it shows was gathered beside the window."""

    headings = HEADINGS
    figure_columns = _FIGURES

    own_typed = Signal(str, str)
    """Code of the row, what was typed as this office's own part."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered: Gathered | None = None
        self._appendix = 0
        self._only_other = False
        self._closed = True
        self._rows: list[Indicator] = []

    def show(self, gathered: Gathered, appendix: int, *, closed: bool, only_other: bool) -> None:
        """Show the totals of one appendix, from 0; `only_other`: where the own report says otherwise."""
        chosen = (appendix, only_other)
        is_other = self._gathered is None or chosen != (self._appendix, self._only_other)
        before = self._rows
        self._appendix, self._only_other = chosen
        rows = [
            row
            for row in gathered.totals.template.appendices[appendix].indicators
            if not only_other or row.code in gathered.differences
        ]
        if not is_other and [row.code for row in rows] == [row.code for row in before]:
            self._gathered, self._closed, self._rows = gathered, closed, rows
            if rows:  # no reset: the current cell, and an open editor, stay
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self._gathered, self._closed, self._rows = gathered, closed, rows
        self.endResetModel()

    def row_at(self, index: Index) -> Indicator:
        """Return the row of the form that stands there."""
        return self._rows[index.row()]

    def total_at(self, index: Index) -> RowTotal | None:
        """Return the row's total; None for a heading."""
        return self._total(self.row_at(index))

    def place_of(self, code: IndicatorCode) -> int | None:
        """Return the line in which the row stands, or None where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.code == code), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain_cell = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TotalColumn.OWN and not self._closed and _has_own(self.row_at(index)):
            return plain_cell | Qt.ItemFlag.ItemIsEditable
        return plain_cell

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.row_at(index), TotalColumn(index.column())
        match role:
            case Role.DisplayRole:
                return self._text(row, column)
            case Role.EditRole:
                return self._typed(row) if column is TotalColumn.OWN else self._text(row, column)
            case Role.AccessibleTextRole:
                return self._text(row, column) or "trống"
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return "\n".join(self._lines(row)) or None
            case Role.TextAlignmentRole:
                return self.alignment(column)
            case Role.DecorationRole if column is TotalColumn.STANDS and self._differs(row):
                return look.sign_of(Severity.WARN)
            case _:
                return self._face(row, column, role)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role == Role.EditRole and index.isValid() and value != self.data(index, Role.EditRole):
            self.own_typed.emit(self.row_at(index).code, str(value))
        return False  # the cell changes when the office file says so

    def _face(self, row: Indicator, column: TotalColumn, role: int) -> object:
        palette = QApplication.palette()
        match role:
            case Role.FontRole if row.kind is Kind.HEADING or column is TotalColumn.VALUE:
                font = QFont(QApplication.font())
                font.setBold(True)
                return look.figures_font(font)
            case Role.FontRole if column in _FIGURES:
                return look.figures_font(QApplication.font())
            case Role.ForegroundRole if column in (TotalColumn.UNIT, TotalColumn.ANSWERED):
                return look.quiet(palette)
            case Role.ForegroundRole if column is TotalColumn.MISSING and self._text(row, column):
                return look.colour_of(Severity.WARN)
            case Role.BackgroundRole if row.kind is Kind.HEADING:
                return palette.brush(QPalette.ColorRole.Window)
            case Role.BackgroundRole if column is TotalColumn.STANDS and self._differs(row):
                return look.tint_of(Severity.WARN)
            case Role.BackgroundRole if column is TotalColumn.OWN and self._waits(row):
                return look.tint_of(Severity.NOTE)
        return None

    def _text(self, row: Indicator, column: TotalColumn) -> str:
        if column in _OF_ROW:
            return (row.stt, row.label, row.unit)[column]
        total = self._total(row)
        if total is None or self._gathered is None:
            return ""
        match column:
            case TotalColumn.CHILDREN:
                return _spread(total) or _counts(total) or write_answer(row, total.children)
            case TotalColumn.OWN:
                return write_answer(row, total.own)
            case TotalColumn.VALUE:
                return write_answer(row, total.value)
            case TotalColumn.STANDS:
                return write_answer(row, self._gathered.stands.get(row.code, BLANK))
            case TotalColumn.ANSWERED:
                return f"{total.answered}/{len(self._gathered.totals.coverage.offices)}"
            case _:
                return str(total.missing) if total.missing else ""

    def _typed(self, row: Indicator) -> str:
        total = self._total(row)
        number = total.own.number if total else None
        return "" if number is None else plain(number).replace(".", ",")

    def _lines(self, row: Indicator) -> Iterator[str]:
        """What is to know of a row's total: how it is made, the states apart, what the own report says."""
        total = self._total(row)
        if total is None or self._gathered is None:
            return
        yield _HOW[row.rollup or RollUp.RECOMPUTE]
        yield f"{total.answered} đơn vị đã trả lời, {total.missing} còn thiếu"
        for state, count in total.states.items():
            if state in _STATES:
                yield f"{_STATES[state]}: {count} đơn vị"
        if self._waits(row):
            yield "Tổng chờ phần riêng của cơ quan: gõ vào cột Riêng cơ quan"
        if difference := self._gathered.differences.get(row.code):
            stands, now = (write_answer(row, each) for each in (difference.stands, difference.proposed))
            yield f"Báo cáo của cơ quan ghi {stands}, tổng nay là {now or 'chưa có'}"

    def _total(self, row: Indicator) -> RowTotal | None:
        return self._gathered.totals.rows.get(row.code) if self._gathered else None

    def _differs(self, row: Indicator) -> bool:
        return bool(self._gathered and row.code in self._gathered.differences)

    def _waits(self, row: Indicator) -> bool:
        return bool(self._gathered and row.code in self._gathered.waiting and _has_own(row))


_STATES = {answer.state: words for answer, words in STATE_WORDS.items()}


def _has_own(row: Indicator) -> bool:
    return row.is_asked and row.rollup is RollUp.OWN_AND_SUM


def _spread(total: RowTotal) -> str:
    spread = total.spread
    if spread is None:
        return ""
    return " – ".join(write_number(each) for each in (spread.least, spread.median, spread.greatest))


def _counts(total: RowTotal) -> str:
    return "; ".join(f"mã {plain(value)}: {count}" for value, count in sorted(total.counts.items()))
