"""The tabs of a report: one table an appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.models.form_model import FormModel
from ui.widgets.entry_table import EntryTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.figures.looking_back import LookingBack
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.values.codes import IndicatorCode
    from ui.widgets.column_choice import ColumnChoice

_SHEETS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""As in Excel, with Ctrl: the sheet before, the sheet after."""


class AppendixTabs(QTabWidget):
    """Tables in printed order; each tab's name counts its findings."""

    made = Signal(object)
    """A table that was just made."""

    def __init__(self, choice: ColumnChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setDocumentMode(True)
        self.setAccessibleName("Các phụ lục")
        self.currentChanged.connect(lambda _place: self.update())

    @property
    def tables(self) -> list[EntryTable]:
        """The tables in printed order of their appendices."""
        shown = (self.widget(place) for place in range(self.count()))
        return [table for table in shown if isinstance(table, EntryTable)]

    @property
    def table(self) -> EntryTable | None:
        """The table of the tab that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, EntryTable) else None

    def show_report(self, report: OpenReport | None, looking: LookingBack | None) -> None:
        """Show another report, at the first cell that waits for an answer."""
        self._clear()
        if report:
            for appendix in report.template.appendices:
                self._add(FormModel(report, appendix, looking))
        self.name_tabs()
        waiting = (table for table in self.tables if table.form.waits)
        if first := next(waiting, None):
            self.setCurrentWidget(first)

    def show_row(self, code: IndicatorCode) -> bool:
        """Make the row's figure the current cell, in whichever tab it is; False where no tab has it."""
        for table in self.tables:
            place = table.form.place_of(code)
            if place is not None:
                self.setCurrentWidget(table)
                table.go_to(place)
                return True
        return False

    def refresh(self, changes: Changes) -> None:
        """Show again what a change touched."""
        for table in self.tables:
            table.form.refresh(changes)
        self.name_tabs()

    def close_cells(self, why: str) -> None:
        """Close all cells to typing and say why, or open them again."""
        for table in self.tables:
            table.form.close(why)

    def name_tabs(self) -> None:
        """Say in each tab's name how many findings are open there."""
        for place, table in enumerate(self.tables):
            count = table.form.findings_here
            title = table.form.appendix.title
            self.setTabText(place, f"{title} ({count})" if count else title)
            names = " ".join(table.form.appendix.name_lines)
            self.setTabToolTip(place, f"{names}: {count} phát hiện" if count else names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SHEETS.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            place = self.currentIndex() + step
            if 0 <= place < self.count():
                self.setCurrentIndex(place)
                self.currentWidget().setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.table and not self.table.form.has_trends:
            QTimer.singleShot(0, self.table, self.table.form.show_trends)  # after this paint, not before

    def _clear(self) -> None:
        """Take all tables away; nobody is told of those that come to the front meanwhile."""
        before = self.blockSignals(True)
        for table in self.tables:
            self.removeTab(0)
            table.deleteLater()
        self.blockSignals(before)
        self.update()

    def _add(self, form: FormModel) -> None:
        table = EntryTable(form, self._choice)
        form.setParent(table)
        self.made.emit(table)
        self.addTab(table, form.appendix.title)
