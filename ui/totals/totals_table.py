"""The totals as a table in the layout of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.look import AIR, GRID
from ui.totals.giving_way import left_out
from ui.totals.totals_model import HEADINGS, TotalColumn, TotalsModel
from ui.widgets.cell_delegate import CellDelegate, Index
from ui.widgets.entry_editor import EntryEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTHS = {
    TotalColumn.STT: 8,
    TotalColumn.UNIT: 11,
    TotalColumn.CHILDREN: 12,
    TotalColumn.OWN: 16,
    TotalColumn.VALUE: 11,
    TotalColumn.STANDS: 15,
    TotalColumn.ANSWERED: 11,
    TotalColumn.MISSING: 11,
}
_WRAPPED = (TotalColumn.LABEL, TotalColumn.UNIT)
_GIVING_WAY = (TotalColumn.MISSING, TotalColumn.UNIT, TotalColumn.ANSWERED)
"""Where the window is narrow, the first first."""
_NARROWEST_LABEL, _GOOD_LABEL = 18, 24
_WIDE_LABEL, _MORE_UNIT = 50, 14
"""In digits, as the widths."""


class OwnDelegate(CellDelegate):
    """This office's own part is typed at the right, where it stands."""

    def editor_for(self, parent: QWidget, index: Index) -> EntryEditor:
        editor = EntryEditor(parent)
        editor.align_right()
        label = index.sibling(index.row(), TotalColumn.LABEL).data()
        editor.setAccessibleName(f"{HEADINGS[TotalColumn.OWN]}: {label}")
        return editor


class TotalsTable(QTableView):
    """Enter in the own part goes on to the next one; anywhere else it looks into the total."""

    def __init__(self, model: TotalsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_own_report = False
        """Whether there is a column of what the own report says."""
        self._delegate = OwnDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._delegate.left.connect(self._go_on)
        self.setAccessibleName("Tổng của các đơn vị")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().installEventFilter(self)

    def leave_cell(self) -> None:
        """Hand over what an open editor holds."""
        self._delegate.leave()

    def fit(self) -> None:
        """Give the labels what the figures leave, and every row the height its label needs."""
        digit = self.fontMetrics().averageCharWidth()
        without = () if self.has_own_report else (TotalColumn.STANDS,)
        widths = {column: digit * width for column, width in _WIDTHS.items() if column not in without}
        hidden = left_out(self.viewport().width(), widths, digit * _GOOD_LABEL, _GIVING_WAY)
        for column in _WIDTHS:
            self.setColumnHidden(column, column in hidden or column in without)
        widths = {column: width for column, width in widths.items() if column not in hidden}
        room = self.viewport().width() - sum(widths.values())
        spare = room - digit * _WIDE_LABEL
        if spare > 0 and TotalColumn.UNIT in widths:  # a wide window has room for units on one line
            widths[TotalColumn.UNIT] += min(spare // 2, digit * _MORE_UNIT)
            room -= min(spare // 2, digit * _MORE_UNIT)
        widths[TotalColumn.LABEL] = max(room, digit * _NARROWEST_LABEL)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, max(self._height(row, column) for column in _WRAPPED) + GRID)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.viewport():
            self.fit()
        return super().eventFilter(watched, event)

    def _height(self, row: int, column: TotalColumn) -> int:
        """The height of a wrapped text, which the delegate draws within air at both sides."""
        index = self.model().index(row, column)
        font = index.data(Qt.ItemDataRole.FontRole) or self.font()
        room = QRect(0, 0, self.columnWidth(column) - 2 * AIR - GRID, self.maximumHeight())
        text = str(index.data() or "")
        return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()

    def _go_on(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        step = -1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Backtab) else 1
        row = index.row() + step
        while 0 <= row < self.model().rowCount():
            below = self.model().index(row, index.column())
            if below.flags() & Qt.ItemFlag.ItemIsEditable:
                self._show(below)
                return
            row += step

    def _show(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.scrollTo(index)
