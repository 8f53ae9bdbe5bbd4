"""A list to read and to walk through, with headings over the whole width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QKeyEvent

    from ui.models.grouped_list import GroupedList, ListLine

_LINES = 2
_MOST_FITTED = 300
"""Rows of a longer list are of one height, so that it opens at once."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ListTable(QTableView):
    """Shows a `GroupedList`, its columns in shares of the width."""

    moved = Signal()
    """Another line is the current one, or none."""
    taken = Signal()
    """Enter or a double click on a line."""
    toggled = Signal()
    """The space bar on a line."""

    def __init__(
        self, model: GroupedList, name: str, shares: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list = model
        self._shares = tuple(shares)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * _LINES + GRID)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().lineSpacing() + GRID)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.viewport().installEventFilter(self)
        model.modelReset.connect(self._stretch)
        self.selectionModel().currentChanged.connect(self.moved)
        self.doubleClicked.connect(self._take)

    @property
    def line(self) -> ListLine | None:
        """The current line."""
        return self.list.line_at(self.currentIndex().row())

    def go_to(self, row: int | None) -> None:
        """Make a line the current one; None: the first."""
        wanted = self._first if row is None else row
        if wanted is not None:
            self.setCurrentIndex(self.list.index(wanted, 0))
        self._show_first_heading()
        self.moved.emit()

    def step(self, by: int) -> bool:
        """Go to the next line or the one before; say whether there is one."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.list.rowCount():
            if self.list.line_at(row):
                self.go_to(row)
                return True
            row += by
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Space and self.line:
            self.toggled.emit()
        elif event.key() in _STEPS and not event.modifiers():
            self.step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.viewport():
            self._fit()
        return super().eventFilter(watched, event)

    def _take(self, _index: QModelIndex | None = None) -> None:
        if self.line:
            self.taken.emit()

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, width * share // sum(self._shares))
        self._fit_rows()

    def _stretch(self) -> None:
        self.clearSpans()
        for row in self.list.group_rows:
            self.setSpan(row, 0, 1, self.list.columnCount())
            self.setRowHeight(row, self.verticalHeader().minimumSectionSize())
        for row in range(self.list.rowCount()):
            if (line := self.list.line_at(row)) and line.is_wide:
                self.setSpan(row, 1, 1, self.list.columnCount() - 1)
        self._fit_rows()

    def _fit_rows(self) -> None:
        if self.isVisible() and self.list.rowCount() <= _MOST_FITTED:
            self.resizeRowsToContents()
            for row in range(self.list.rowCount()):
                self.setRowHeight(row, self.rowHeight(row) + GRID // 2)
            self._show_first_heading()

    @property
    def _first(self) -> int | None:
        return next((at for at in range(self.list.rowCount()) if self.list.line_at(at)), None)

    def _show_first_heading(self) -> None:
        """Show the heading of the first line with it, however high the line is."""
        if self.currentIndex().row() == self._first:
            self.scrollToTop()
