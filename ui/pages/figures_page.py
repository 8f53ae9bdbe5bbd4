"""Số liệu: the appendices to type into, one tab each, and what is to say about the current row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.old_encodings import looks_old
from ui.pages.closed_cells import why_closed
from ui.pages.figure_questions import FigureQuestions
from ui.pages.no_figures import NoFigures
from ui.pages.page import Page, StationNumber
from ui.pages.pasting import Pasting
from ui.pages.row_finding import RowFinding
from ui.widgets.appendix_tabs import AppendixTabs
from ui.widgets.cell_panel import CellPanel
from ui.widgets.column_choice import ColumnChoice
from ui.widgets.findings_strip import FindingsStrip
from ui.widgets.refused_list import RefusedList
from ui.widgets.search_bar import SearchBar
from ui.widgets.state_menu import StateMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.figures.looking_back import LookingBack
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator
    from ui.desk import Desk
    from ui.dialogs.question import Question
    from ui.refused import Refused
    from ui.remembered import Remembered
    from ui.widgets.entry_table import EntryTable

_PANEL_SHARE = 4
"""The panel takes one part in so many of the page's width when it is first opened."""


class FiguresPage(Page):
    """Shows the desk's open report and hands the tables' wishes to the desk."""

    title = "Số liệu"
    icon = "figures"
    topic = "so-lieu"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unsettled = False
        self._looking: LookingBack | None = None
        self._closed = ""
        self.columns = ColumnChoice(self)
        self.search = SearchBar()
        self.tabs = AppendixTabs(self.columns)
        self.strip = FindingsStrip()
        self.refused = RefusedList()
        self.panel = CellPanel()
        self.nothing = NoFigures()
        self.split, self.sides = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        self.pasting = Pasting(desk, self)
        self._questions = FigureQuestions(desk, self)
        self._rows = RowFinding(desk, self.search, self.tabs)
        self._arrange()
        self._connect()
        self._open()

    @property
    def table(self) -> EntryTable | None:
        """The table of the tab that is shown."""
        return self.tabs.table

    @property
    def entrance(self) -> QWidget | None:
        return self.tabs.table or self.nothing.button

    def commit(self) -> bool:
        self._unsettled = False
        for table in self.tabs.tables:
            table.leave_cell()
        return not self._unsettled

    def jump(self, code: str) -> None:
        """Make the row's figure the current cell, in whichever tab it is, and go on there."""
        if self.tabs.show_row(IndicatorCode(code)) and self.table:
            self.table.setFocus()

    def number(self) -> StationNumber | None:
        if self._desk.report is None or not self._desk.report.template.indicators:
            return None
        done = self._desk.report.form.completeness
        return StationNumber(
            f"{done.answered}/{done.required}", f"đã trả lời {done.answered} trên {done.required} dòng"
        )

    def begin_search(self) -> bool:
        self.search.begin()
        return True

    def go_to_finding(self, *, forward: bool) -> bool:
        """Jump to the next or previous row with a finding, in printed order; the last does not lead back."""
        if report := self._desk.report:
            places = tuple(each.cell for each in report.findings if each.code not in report.kept)
            if code := self._rows.beside(places, forward=forward):
                self.jump(code)
            else:
                way = "phía sau" if forward else "phía trước"
                self.strip.show_messages([f"Không còn phát hiện nào ở {way} dòng này."])
        return True

    def recall(self, remembered: Remembered) -> None:
        self.split.restoreState(remembered.figures_layout)
        self.columns.read(remembered.columns)
        self.show_panel(shown=remembered.has_cell_panel)

    def remember(self, remembered: Remembered) -> None:
        remembered.figures_layout = self.split.saveState()
        remembered.columns = self.columns.written
        remembered.has_cell_panel = not self.panel.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.fit(self.height())

    def explain_here(self) -> bool:
        """Tell what the current row means."""
        if self._desk.report and (row := self._current_row()):
            self.strip.show_meaning(self._desk.report, row)
            return True
        return False

    def toggle_panel(self) -> None:
        """Show all about the current cell beside the table, or put it away."""
        self.show_panel(shown=self.panel.isHidden())

    def show_panel(self, *, shown: bool) -> None:
        """Show the side panel or put it away."""
        self.panel.setVisible(shown)
        if shown and self.isVisible():
            width = self.width() // _PANEL_SHARE
            self.sides.setSizes([self.width() - width, width])
        self._tell_panel()

    def justify_here(self) -> None:
        """Ask for the justification of the first finding at the current row."""
        report, row = self._desk.report, self._current_row()
        if self._closed:
            self._tell_closed()
        elif report and row and (found := report.findings_at(row.code)):
            waiting = (finding for finding in found if finding.code not in report.kept)
            self._questions.justify(next(waiting, found[0]).code)
        else:
            self.strip.show_messages(["Dòng này không có phát hiện nào để giải trình."])

    def show_state_menu(self, where: QPoint) -> None:
        """Offer the states for the selected cells."""
        menu = StateMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.set_state)
        menu.popup(where)

    def set_state(self, typed: str) -> None:
        """Answer the selected cells with a state."""
        if table := self.table:
            table.answer(typed)

    def _arrange(self) -> None:
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self.strip)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([10 * self.strip.wished_height, self.strip.wished_height])
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.search)
        rows.addWidget(self.split, 1)
        rows.addWidget(self.refused)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(left)
        self.sides.addWidget(self.panel)
        self.sides.setStretchFactor(0, 1)
        self.panel.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sides)
        layout.addWidget(self.nothing)

    def _connect(self) -> None:
        desk = self._desk
        self.tabs.made.connect(self._serve)
        self.tabs.currentChanged.connect(self._tab_changed)
        for text in (self.strip, self.panel.text):
            text.followed.connect(self.jump)
            text.keep_asked.connect(self._questions.justify)
            text.restore_asked.connect(desk.figures.take_back_override)
            text.typed.connect(self._type_on)
        self.refused.followed.connect(self._type_again)
        self.search.left.connect(self._go_back)
        self.pasting.told.connect(self._tell_pasted)
        self.pasting.asked.connect(self._wait_for)
        self._questions.untaken.connect(self._settle_later)
        self._questions.asked.connect(self._wait_for)
        desk.opened.connect(self._open)
        desk.changed.connect(self._refresh)
        desk.refused.connect(self._tell_refusal)
        desk.figures.unread.connect(lambda refused: self.refused.keep((refused,)))
        desk.figures.put_back.connect(self._show_put_back)

    def _serve(self, table: EntryTable) -> None:
        table.form.entered.connect(self._desk.figures.enter)
        table.form.annotated.connect(self._annotate)
        table.moved.connect(self._tell_row)
        table.cleared.connect(self._desk.figures.clear)
        table.pasted.connect(self.pasting.take)
        table.paste_asked.connect(partial(self.pasting.paste, table))
        table.menu_asked.connect(self.show_state_menu)
        table.refused.connect(self._tell_closed)
        table.told.connect(lambda words: self.strip.show_messages([words]))

    def _open(self) -> None:
        report = self._desk.report
        self._looking = _looking_back(report) if report else None
        self.refused.clear()
        self.strip.clear()
        self.tabs.show_report(report, self._looking)
        asks_nothing = bool(report and not report.template.indicators)
        self.sides.setHidden(asks_nothing)
        self.nothing.setVisible(asks_nothing)
        self._weigh_lock()
        if row := self._current_row():
            self._tell_row(row)
        if self.isVisible():
            self.begin()

    def _refresh(self, changes: Changes) -> None:
        self.tabs.refresh(changes)
        self.refused.drop(changes.cells)
        if changes.head:
            self._weigh_lock()
        if row := self._current_row():
            self._tell_row(row)

    def _weigh_lock(self) -> None:
        self._closed = why_closed(self._desk)
        self.tabs.close_cells(self._closed)

    def _tab_changed(self) -> None:
        if self.commit() and (row := self._current_row()):
            self._tell_row(row)

    def _current_row(self) -> Indicator | None:
        table = self.table
        if table is None or not table.currentIndex().isValid():
            return None
        return table.form.row_at(table.currentIndex())

    def _tell_row(self, row: Indicator) -> None:
        if report := self._desk.report:
            self.strip.show_findings(report, row, self._closed)
        self._tell_panel()

    def _tell_panel(self) -> None:
        report, row = self._desk.report, self._current_row()
        if report and row and self._looking and not self.panel.isHidden():
            self.panel.show_cell(report, row, self._looking, self._closed)

    def _tell_closed(self) -> None:
        self.strip.show_messages([self._closed])

    def _annotate(self, code: str, note: str) -> None:
        self._desk.figures.annotate(code, note)
        if encoding := looks_old(note):
            self.pasting.ask_old(note, encoding, partial(self._desk.figures.annotate, code))

    def _tell_pasted(self, told: str, refused: tuple[Refused, ...]) -> None:
        self.strip.show_messages([told])
        self.refused.keep(refused)

    def _tell_refusal(self, refusal: CchcError) -> None:
        self._settle_later()
        self.strip.show_messages([refusal.message])

    def _type_on(self, event: QKeyEvent) -> None:
        """What is typed after a click into the words beside the table is meant for its current cell."""
        if table := self.table:
            table.setFocus()
            table.keyPressEvent(event)

    def _show_put_back(self, code: str) -> None:
        if self.isVisible():
            self.jump(code)

    def _type_again(self, code: str, text: str) -> None:
        self.jump(code)
        if self.table and not self.table.refuse_closed():
            self.table.type_again(text)

    def _wait_for(self, question: Question) -> None:
        question.finished.connect(self._go_back)

    def _go_back(self) -> None:
        self.begin()

    def _settle_later(self) -> None:
        self._unsettled = True
        if table := self.table:
            table.stay()


def _looking_back(report: OpenReport) -> LookingBack:
    from cchc_desktop.office.figures.looking_back import LookingBack

    return LookingBack(report)
