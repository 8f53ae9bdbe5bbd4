"""Widths and heights of a form's table, from the font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.look import GRID
from ui.models.form_model import Column

if TYPE_CHECKING:
    from ui.widgets.entry_table import EntryTable

_SAMPLES = {
    Column.STT: "4.1.2.10",
    Column.UNIT: "Đơn vị, cơ quan",
    Column.FIGURE: "⚠ 888.888.888,88",
    Column.PREVIOUS: "888.888.888,88",
    Column.NOTE: "Số liệu đến ngày 14",
}
"""The longest text each column holds on one line as a rule."""
_NARROWEST_LABEL = 24
"""In digits: below it the table scrolls sideways."""
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the columns their widths and, if those changed, the rows their heights."""
        if not self._table.isVisible():
            return
        metrics = self._table.fontMetrics()
        widths = {column: metrics.horizontalAdvance(text) + 3 * GRID for column, text in _SAMPLES.items()}
        narrowest = metrics.averageCharWidth() * _NARROWEST_LABEL
        free = self._table.viewport().width() - sum(widths.values())
        widths[Column.LABEL] = max(free, narrowest)
        fitted = tuple(widths[column] for column in Column)
        if fitted != self._fitted:
            self._fitted = fitted
            for column, width in widths.items():
                self._table.setColumnWidth(column, width)
            self._fit_rows(widths)

    def _fit_rows(self, widths: dict[Column, int]) -> None:
        form, font = self._table.form, self._table.font()
        bold = QFont(font)
        bold.setBold(True)
        usual, heading = QFontMetrics(font), QFontMetrics(bold)
        lowest = usual.height() + GRID
        rows = self._table.verticalHeader()
        for place in range(form.rowCount()):
            row = form.row_at(form.index(place, Column.LABEL))
            label = heading if row.kind.role == "heading" else usual
            needed = max(
                _height(label, row.label, widths[Column.LABEL]),
                _height(usual, row.unit, widths[Column.UNIT]),
                _height(usual, form.report.form.entry(row.code).note, widths[Column.NOTE]),
            )
            rows.resizeSection(place, max(lowest, needed + GRID))


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width - GRID, 0), _WRAP, text).height()
