"""Offices × periods as a table: names to the left, a column a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import look
from ui.look import GRID
from ui.totals.matrix_model import FIRST_PERIOD, GROUP, NAME, MatrixModel

if TYPE_CHECKING:
    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.rollup.standing import Place

_WIDTHS = {NAME: 30, GROUP: 16}
_PERIOD_WIDTH, _WIDEST_PERIOD = 23, 32
"""In digits: `● 104/106, muộn 111 ngày` where there is room."""


class MatrixTable(QTableView):
    """One cell is current and stays so whatever the filter leaves; Enter or a double click takes it."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self.setModel(model)
        self.setAccessibleName("Tình hình gửi báo cáo của các đơn vị")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFont(look.figures_font(self.font()))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        self.horizontalHeader().setHighlightSections(False)
        self.viewport().installEventFilter(self)

    @property
    def office(self) -> OfficeBelow | None:
        """The office of the current cell."""
        index = self.currentIndex()
        return self._matrix.office_at(index.row()) if index.isValid() else None

    @property
    def place(self) -> Place | None:
        """Where the report of the current cell stands; None on a name."""
        return self._matrix.place_at(self.currentIndex())

    def go_back_to(self, office: OfficeBelow | None, column: int) -> None:
        """Make the office's cell the current one, or the first where it is not listed."""
        if self._matrix.rowCount():
            row = self._matrix.row_of(office.id) if office else None
            last = self._matrix.columnCount() - 1
            self.setCurrentIndex(self._matrix.index(row or 0, min(max(column, FIRST_PERIOD), last)))

    def fit(self) -> None:
        """Give each period what its words need where there is room, then the names, up to as much again."""
        digit, columns = self.fontMetrics().averageCharWidth(), range(self._matrix.columnCount())
        self.setColumnHidden(GROUP, not self._matrix.has_groups)
        widths = {column: digit * _WIDTHS.get(column, _PERIOD_WIDTH) for column in columns}
        if self.isColumnHidden(GROUP):
            del widths[GROUP]
        spare = max(self.viewport().width() - sum(widths.values()), 0)
        periods = [column for column in columns if column >= FIRST_PERIOD]
        for column in periods:
            more = min(spare // len(periods), digit * (_WIDEST_PERIOD - _PERIOD_WIDTH))
            widths[column] += more
        spare = max(self.viewport().width() - sum(widths.values()), 0)
        widths[NAME] += min(spare, widths[NAME])
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.viewport():
            self.fit()
        return super().eventFilter(watched, event)
