"""Widths and heights of a form's table, from the font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.look import AIR, GRID
from ui.models.columns import Column
from ui.widgets.column_menu import ColumnMenu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.widgets.column_choice import ColumnChoice
    from ui.widgets.entry_table import EntryTable

_SAMPLES = {
    Column.STT: "4.1.2.10",
    Column.UNIT: "Đơn vị, cơ",
    Column.FIGURE: "8.888.888,88  ",
    Column.PREVIOUS: "8.888.888,88",
    Column.YEAR_EARLIER: "8.888.888,88",
    Column.DIFFERENCE: "▲ +88.888,88",
    Column.TREND: "Qua các kỳ",
    Column.NOTE: "Đến ngày 14",
}
"""The longest text each column holds on one line as a rule."""
_TIGHT = {
    Column.UNIT: "Đơn vị",
    Column.FIGURE: "888.888,88  ",
    Column.PREVIOUS: "888.888,8",
    Column.YEAR_EARLIER: "Năm trước",
    Column.DIFFERENCE: "▲ +8.888",
    Column.NOTE: "Ghi chú",
}
"""The same in a narrow window."""
_READABLE_LABEL, _NARROWEST_LABEL = 32, 24
"""In digits: for less than the one others give way, below the other the table scrolls sideways."""
_FIRST_TO_GO = (Column.TREND, Column.YEAR_EARLIER)
"""What is left out, one after the other, where the row would lose its name at the side; F9 shows both."""
_SHARES = {Column.UNIT: 9, Column.NOTE: 4}
"""Of the room left over each takes one part in so many, the label what remains."""
_WRAPPED = tuple(column for column in Column if column not in (Column.STT, Column.TREND))
_SIGN = 3 * GRID
"""What a finding's sign takes of the figure's width."""
_ICON = Qt.ItemDataRole.DecorationRole
_WRAP = int(Qt.TextFlag.TextWordWrap)


class EntryLayout(QObject):
    """Fits columns to the window and rows to their wrapped text.

    Heights are worked out once for a width, for the visible table only: those of all seven
    tables would hold up the first paint.
    """

    def __init__(self, table: EntryTable, choice: ColumnChoice) -> None:
        super().__init__(table)
        self._table = table
        self._choice = choice
        self._fitted: tuple[int, ...] = ()
        self._is_fitting = False
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
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(self._offer_columns)
        columns.sectionResized.connect(self._remember)
        table.form.dataChanged.connect(self._refit)
        choice.changed.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the columns their widths and, if those changed, the rows their heights."""
        if not self._table.isVisible():
            return
        widths = self._widths()
        fitted = tuple(widths[column] for column in Column)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        self._is_fitting = True
        for column, width in widths.items():
            self._table.setColumnHidden(column, width == 0)
            if width:
                self._table.setColumnWidth(column, width)
        self._is_fitting = False
        self._fit_rows(range(self._table.form.rowCount()))
        self._table.scrollTo(self._table.currentIndex())  # rows that became higher may have pushed it out

    def _widths(self) -> dict[Column, int]:
        """What a person drew, else what the font needs; the room left over is shared. 0: not shown."""
        digit = self._table.fontMetrics().averageCharWidth()
        room = self._table.viewport().width() - digit * _READABLE_LABEL
        widths = self._needed(_SAMPLES)
        if sum(widths.values()) > room:
            widths = self._needed(_SAMPLES | _TIGHT)
        for column in _FIRST_TO_GO:
            if sum(widths.values()) > room:
                widths[column] = 0
        free = room - sum(widths.values())
        for column, share in _SHARES.items():
            if widths[column] and self._choice.width_of(column) is None:
                widths[column] += max(free // share, 0)
        rest = self._table.viewport().width() - sum(widths.values())
        widths[Column.LABEL] = self._choice.width_of(Column.LABEL) or max(digit * _NARROWEST_LABEL, rest)
        return widths

    def _needed(self, samples: Mapping[Column, str]) -> dict[Column, int]:
        metrics, empty = self._table.fontMetrics(), self._table.form.empty_columns
        return {
            column: self._choice.width_of(column) or metrics.horizontalAdvance(text) + 2 * GRID + AIR
            if self._choice.is_shown(column) and column not in empty
            else 0
            for column, text in samples.items()
        }

    def _remember(self, place: int, _old: int, width: int) -> None:
        if not self._is_fitting and width:
            self._choice.widen(Column(place), width)

    def _offer_columns(self, where: QPoint) -> None:
        menu = ColumnMenu(self._choice, self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._table.horizontalHeader().mapToGlobal(where))

    def _refit(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._fitted and first.column() != Column.TREND:
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
                    self._fitted[column] - (_SIGN if form.index(place, column).data(_ICON) else 0),
                )
                for column in _WRAPPED
                if self._fitted[column]
            )
            rows.resizeSection(place, max(lowest, needed + GRID))


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width - 2 * GRID, 0), _WRAP, text).height()
