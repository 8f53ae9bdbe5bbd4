"""Số liệu: the appendices to type into, one tab each, and what is to say about the current row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from cchc_desktop.form.entry import write_answer
from cchc_desktop.values.codes import IndicatorCode
from ui.dialogs.readings import ReadingsQuestion
from ui.dialogs.reason import ReasonQuestion
from ui.models.form_model import FormModel
from ui.widgets.entry_table import EntryTable
from ui.widgets.findings_strip import FindingsStrip
from ui.widgets.state_menu import StateMenu

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.number import AmbiguousNumber
    from ui.desk import Desk
    from ui.dialogs.question import Question


class FiguresPage(QWidget):
    """Shows the desk's open report and hands the tables' wishes to the desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unsettled = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Các phụ lục")
        self.strip = FindingsStrip()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self.strip)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([10 * self.strip.wished_height, self.strip.wished_height])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.strip.followed.connect(self.jump)
        self.tabs.currentChanged.connect(self._tab_changed)
        desk.opened.connect(self._open)
        desk.changed.connect(self._refresh)
        desk.refused.connect(self._tell_refusal)
        desk.asked.connect(self._ask_reading)
        desk.overriding.connect(self._ask_override)
        self._open()

    @property
    def tables(self) -> list[EntryTable]:
        """The tables in printed order of their appendices."""
        shown = (self.tabs.widget(place) for place in range(self.tabs.count()))
        return [table for table in shown if isinstance(table, EntryTable)]

    @property
    def table(self) -> EntryTable | None:
        """The table of the tab that is shown."""
        shown = self.tabs.currentWidget()
        return shown if isinstance(shown, EntryTable) else None

    def commit(self) -> bool:
        """Hand over what an open editor holds; say whether it was taken without a question or refusal."""
        self._unsettled = False
        for table in self.tables:
            table.leave_cell()
        return not self._unsettled

    def jump(self, code: str) -> None:
        """Make the row's figure the current cell, in whichever tab it is."""
        for table in self.tables:
            place = table.form.place_of(IndicatorCode(code))
            if place is not None:
                self.tabs.setCurrentWidget(table)
                table.setFocus()
                table.go_to(place)

    def go_to_finding(self, *, forward: bool) -> None:
        """Jump to the next or previous row with a finding, in printed order; the last does not lead back."""
        report, table = self._desk.report, self.table
        if report is None or table is None:
            return
        order = {code: place for place, code in enumerate(report.template.indicators)}
        here = order.get(table.current_code, -1) if table.current_code else -1
        places = sorted({order[each.cell] for each in report.findings if each.code not in report.kept})
        ahead = (
            [each for each in places if each > here] if forward else [each for each in places if each < here]
        )
        if ahead:
            codes = list(order)
            self.jump(codes[ahead[0] if forward else ahead[-1]])
        else:
            way = "phía sau" if forward else "phía trước"
            self.strip.show_messages([f"Không còn phát hiện nào ở {way} dòng này."])

    def show_meaning(self) -> None:
        """Tell what the current row means."""
        if self._desk.report and (row := self._current_row()):
            self.strip.show_meaning(self._desk.report, row)

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

    def _open(self) -> None:
        for table in self.tables:
            self.tabs.removeTab(0)
            table.deleteLater()
        report = self._desk.report
        if report:
            for appendix in report.template.appendices:
                self._add_tab(FormModel(report, appendix, self), appendix.title)
        self.strip.clear()
        self._name_tabs()

    def _add_tab(self, form: FormModel, title: str) -> None:
        form.entered.connect(self._desk.enter)
        form.annotated.connect(self._desk.annotate)
        table = EntryTable(form)
        form.setParent(table)
        table.moved.connect(self._tell_row)
        table.cleared.connect(self._desk.clear)
        table.pasted.connect(self._paste)
        table.menu_asked.connect(self.show_state_menu)
        self.tabs.addTab(table, title)

    def _refresh(self, changes: Changes) -> None:
        for table in self.tables:
            table.form.refresh(changes)
        self._name_tabs()
        if row := self._current_row():
            self._tell_row(row)

    def _name_tabs(self) -> None:
        for place, table in enumerate(self.tables):
            count = table.form.findings_here
            title = table.form.appendix.title
            self.tabs.setTabText(place, f"{title} ({count})" if count else title)
            names = " ".join(table.form.appendix.name_lines)
            self.tabs.setTabToolTip(place, f"{names}: {count} phát hiện" if count else names)

    def _tab_changed(self) -> None:
        self.setFocusProxy(self.tabs.currentWidget())  # where work goes on when the page is shown
        if self.commit() and (row := self._current_row()):
            self._tell_row(row)

    def _current_row(self) -> Indicator | None:
        table = self.table
        if table is None or not table.currentIndex().isValid():
            return None
        return table.form.row_at(table.currentIndex())

    def _tell_row(self, row: Indicator) -> None:
        if report := self._desk.report:
            self.strip.show_findings(report, row)

    def _paste(
        self, figures: Mapping[IndicatorCode, str], notes: Mapping[IndicatorCode, str], lost: int
    ) -> None:
        taken, refused = self._desk.paste(figures, notes)
        messages = [f"Đã nhận {taken} ô, không nhận {len(refused) + lost} ô."]
        if lost:
            messages.append(f"{lost} ô rơi vào chỗ không nhập được (tiêu đề, tên chỉ tiêu, kỳ trước).")
        if refused or lost or taken > 1:
            self.strip.show_messages([*messages, *refused])

    def _tell_refusal(self, refusal: CchcError) -> None:
        self._settle_later()
        self.strip.show_messages([refusal.message])

    def _ask_reading(self, code: str, ambiguous: AmbiguousNumber) -> None:
        report = self._open_report()
        question = ReadingsQuestion(report.indicator(code), ambiguous, self)
        question.chosen.connect(partial(self._take_reading, code, ambiguous.text))
        self._pose(question)

    def _take_reading(self, code: str, text: str, number: Decimal) -> None:
        self._desk.enter_number(code, number, text)

    def _ask_override(self, code: str, text: str) -> None:
        report = self._open_report()
        row = report.indicator(code)
        computed = write_answer(row, report.form.computed(row.code)) or "chưa tính được"
        question = ReasonQuestion(
            "Ô do chương trình tính",
            "Thay số tính được?",
            f"Dòng {row.stt} {row.label}: chương trình tính {computed}, bạn nhập {text}. Có lý do thì bản in "
            "dùng số bạn nhập; không có lý do thì số đó được ghi lại để đối chiếu, bản in dùng số tính được.",
            reason=report.form.entry(row.code).reason,
            parent=self,
        )
        question.add_decision("Thay số tính được", partial(self._desk.override, code, text))
        question.add_button("Chỉ ghi nhận", partial(self._desk.override, code, text, ""))
        question.add_button("Giữ như cũ")
        self._pose(question)

    def _pose(self, question: Question) -> None:
        self._settle_later()
        question.finished.connect(self._go_back)
        question.open()

    def _go_back(self) -> None:
        self.setFocus()

    def _settle_later(self) -> None:
        self._unsettled = True
        if table := self.table:
            table.stay()

    def _open_report(self) -> OpenReport:
        if self._desk.report is None:
            raise LookupError("no report is open")  # cells exist only while one is
        return self._desk.report
