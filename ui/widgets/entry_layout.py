"""Widths and heights of a form's table, from the font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.look import GRID
from ui.models.form_model import Column

if TYPE_CHECKING:
    from ui.widgets.entry_table import EntryTable

_SAMPLES = {
    Column.STT: "4.1.2.10",
    Column.UNIT: "Đơn vị, cơ",
    Column.FIGURE: "8.888.888,88  ",
    Column.PREVIOUS: "8.888.888,88",
    Column.NOTE: "Đến ngày 14",
}
"""The longest text each column holds on one line as a rule."""
_NARROWEST_LABEL = 32
"""In digits: below it the table scrolls sideways."""
_SHARES = {Column.UNIT: 9, Column.NOTE: 4}
"""Of the room left over each takes one part in so many, the label what remains."""
_WRAPPED = (Column.LABEL, Column.UNIT, Column.FIGURE, Column.PREVIOUS, Column.NOTE)
_SIGN = 3 * GRID
"""What a finding's sign takes of the figure's width."""
_WRAP = int(Qt.TextFlag.TextWordWrap)


class EntryLayout(QObject):
    """Fits columns to the window and rows to their wrapped text.

    Heights are worked out once for a width, for the visible table only: those of all seven
    tables would hold up the first paint.
    """

    def __init__(self, table: EntryTable) -> None:
        super().__init__(table)
        self._table = table
        self._fitted: tuple[int, ...] = ()
        table.setWordWrap(True)
        table.setAlternatingRowColors(False)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(True)
        table.setCornerButtonEnabled(False)
        rows, columns = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionsMovable(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.viewport().installEventFilter(self)
        table.form.dataChanged.connect(self._refit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the columns their widths and, if those changed, the rows their heights."""
        if not self._table.isVisible():
            return
        metrics = self._table.fontMetrics()
        widths = {column: metrics.horizontalAdvance(text) + 4 * GRID for column, text in _SAMPLES.items()}
        narrowest = metrics.averageCharWidth() * _NARROWEST_LABEL
        free = self._table.viewport().width() - sum(widths.values()) - narrowest
        for column, share in _SHARES.items():
            widths[column] += max(free // share, 0)
        widths[Column.LABEL] = narrowest + max(free - sum(free // share for share in _SHARES.values()), 0)
        fitted = tuple(widths[column] for column in Column)
        if fitted != self._fitted:
            self._fitted = fitted
            for column, width in widths.items():
                self._table.setColumnWidth(column, width)
            self._fit_rows(range(self._table.form.rowCount()))

    def _refit(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._fitted:
            self._fit_rows(range(first.row(), last.row() + 1))

    def _fit_rows(self, places: range) -> None:
        form, font = self._table.form, self._table.font()
        bold = QFont(font)
        bold.setBold(True)
        usual, heading = QFontMetrics(font), QFontMetrics(bold)
        lowest = usual.height() + GRID
        rows = self._table.verticalHeader()
        for place in places:
            is_heading = form.row_at(form.index(place, Column.LABEL)).kind.role == "heading"
            needed = max(
                _height(
                    heading if is_heading else usual,
                    str(form.index(place, column).data() or ""),
                    self._fitted[column] - (_SIGN if column is Column.FIGURE else 0),
                )
                for column in _WRAPPED
            )
            rows.resizeSection(place, max(lowest, needed + GRID))


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width - 2 * GRID, 0), _WRAP, text).height()
