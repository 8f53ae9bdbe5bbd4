"""The totals as the form has them: a tab an appendix, all rows, or those where the own report differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ui.look import GRID
from ui.totals.totals_model import TotalColumn, TotalsModel
from ui.totals.totals_table import TotalsTable
from ui.widgets.compound import Compound

if TYPE_CHECKING:
    from cchc_desktop.template.model import Indicator
    from ui.totals.gathering import Gathered


class TotalsSheet(Compound):
    """One row is current; the tab, the current row and an open editor stay when figures change."""

    moved = Signal()
    """Another row is the current one."""
    own_typed = Signal(str, str)
    """Code of the row, what was typed as this office's own part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gathered: Gathered | None = None
        self._closed = True
        self.appendices = QTabBar()
        self.only_other = QCheckBox("Chỉ dòng khác báo cáo của cơ quan")
        self.model = TotalsModel(self)
        self.table = TotalsTable(self.model)
        self._arrange()
        for happened in (self.only_other.toggled, self.appendices.currentChanged):
            happened.connect(self._show_rows)
        self.model.modelReset.connect(self.table.fit)
        self.model.own_typed.connect(self.own_typed)
        self.table.selectionModel().currentChanged.connect(self.moved)

    @property
    def entrance(self) -> QWidget:
        return self.table

    @property
    def row(self) -> Indicator | None:
        """The current row of the form."""
        index = self.table.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def show_totals(self, gathered: Gathered, *, closed: bool, begun: bool) -> None:
        """Show totals; `closed`: nothing can be typed, `begun`: there is an own report to compare with."""
        self._gathered, self._closed = gathered, closed
        titles = [each.title for each in gathered.totals.template.appendices]
        if titles != [self.appendices.tabText(place) for place in range(self.appendices.count())]:
            self._offer(titles)
        self.only_other.setEnabled(begun)
        is_other = self.table.has_own_report is not begun
        self.table.has_own_report = begun
        self._show_rows()
        if is_other:
            self.table.fit()

    def _offer(self, titles: list[str]) -> None:
        blocked = self.appendices.blockSignals(True)
        while self.appendices.count():
            self.appendices.removeTab(0)
        for title in titles:
            self.appendices.addTab(title)
        self.appendices.blockSignals(blocked)

    def _show_rows(self) -> None:
        gathered = self._gathered
        if gathered is None or not self.appendices.count():
            return
        appendix, only_other = max(self.appendices.currentIndex(), 0), self.only_other.isChecked()
        self.model.show(gathered, appendix, closed=self._closed, only_other=only_other)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            first = (row for row in range(self.model.rowCount()) if self._has_total(row))
            self.table.setCurrentIndex(self.model.index(next(first, 0), TotalColumn.VALUE))

    def _has_total(self, row: int) -> bool:
        return self.model.total_at(self.model.index(row, 0)) is not None

    def _arrange(self) -> None:
        self.appendices.setAccessibleName("Các phụ lục")
        self.appendices.setExpanding(False)
        self.appendices.setDrawBase(False)
        above = QHBoxLayout()
        above.setContentsMargins(GRID, 0, GRID, GRID // 2)
        above.addWidget(self.only_other)
        above.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.appendices)
        layout.addWidget(self.table, 1)
