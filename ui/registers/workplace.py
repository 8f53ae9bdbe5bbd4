"""The registers at work: tables, what is to say about a cell, and the figures they give."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.catalogue import REGISTERS
from cchc_desktop.values.source import Source
from ui.registers.entry_strip import EntryStrip
from ui.registers.feeding_panel import FeedingPanel
from ui.registers.list_exchange import ListExchange
from ui.registers.register_bar import RegisterBar
from ui.registers.register_desk import RegisterDesk, TypedLine
from ui.registers.register_model import FIRST, Draft
from ui.registers.register_sheet import RegisterSheet
from ui.widgets.compound import Compound

if TYPE_CHECKING:
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.values.codes import IndicatorCode
    from cchc_desktop.values.period import Window
    from ui.desk import Desk
    from ui.registers.drawn_widths import DrawnWidths
    from ui.registers.register_table import RegisterTable
    from ui.widgets.range_texts import Texts
    from ui.worker import Worker

_LOOKING = "Tệp đang mở để xem vì nơi khác đang sửa, nên chưa ghi sổ được ở đây."
_STRIP_LINES = 9
_SHARES = (600, 500)
"""Of the width, for what is to say about a cell and for the figures."""


class RegisterWorkplace(Compound):
    """The registers of the office; they stay open to writing whatever report is locked."""

    followed = Signal(str)
    """Code of the row whose figure is to be shown."""

    def __init__(self, desk: Desk, worker: Worker, drawn: DrawnWidths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drawn = drawn
        self._wishes = RegisterDesk(desk)
        self._lists = ListExchange(desk, worker, self._wishes, self)
        self._unsettled = False
        self.bar = RegisterBar()
        self.tabs = QTabWidget()
        self.strip = EntryStrip()
        self.feeding = FeedingPanel()
        self._arrange()
        self._connect()
        self._fill()

    @property
    def entrance(self) -> QWidget:
        return self.sheet or self.tabs

    @property
    def sheet(self) -> RegisterSheet | None:
        """The register that is shown; None where no office is open."""
        shown = self.tabs.currentWidget()
        return shown if isinstance(shown, RegisterSheet) else None

    @property
    def table(self) -> RegisterTable | None:
        """The table of the register that is shown."""
        return self.sheet.table if self.sheet else None

    def commit(self) -> bool:
        """Hand over what an open editor holds; say whether it was taken."""
        self._unsettled = False
        if self.table:
            self.table.leave_cell()
        return not self._unsettled

    def show_register(self, name: str) -> None:
        """Turn to the register."""
        self.tabs.setCurrentIndex(list(REGISTERS).index(name))

    def find_row(self) -> None:
        """Offer the line to search entries with."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def go_to_finding(self, *, forward: bool) -> None:
        """Go to the next or previous cell at which something is odd."""
        if self.sheet and not self.sheet.go_to_remark(forward=forward):
            way = "phía sau" if forward else "phía trước"
            self.strip.show_messages([f"Không còn điều gì lạ ở {way} ô này."])

    def remove_rows(self) -> None:
        """Take the selected entries away."""
        if self.table:
            self.table.remove_rows()

    def _arrange(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Các sổ")
        below = QSplitter(Qt.Orientation.Horizontal)
        below.setChildrenCollapsible(False)
        below.addWidget(self.strip)
        below.addWidget(self.feeding)
        below.setSizes(list(_SHARES))
        for place, share in enumerate(_SHARES):
            below.setStretchFactor(place, share)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tabs)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        height = self.fontMetrics().lineSpacing() * _STRIP_LINES
        split.setSizes([10 * height, height])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.bar.narrowed.connect(self._list)
        self.bar.left.connect(self._go_back)
        self.bar.read_asked.connect(self._read_list)
        self.bar.write_asked.connect(self._write_list)
        self.bar.remove_asked.connect(self.remove_rows)
        self.feeding.text.followed.connect(self.followed)
        self.feeding.wished.connect(self._take_fed)
        self._lists.told.connect(self.strip.show_messages)
        self._lists.placed.connect(self._place)
        self._lists.worked.connect(self.bar.show_work)
        self.bar.stopped.connect(self._lists.cancel)
        self._desk.opened.connect(self._list)
        self._desk.changed.connect(self._refresh)

    def _fill(self) -> None:
        for register in REGISTERS.values():
            sheet = RegisterSheet(register, self._drawn.of(register.name))
            sheet.model.entered.connect(partial(self._enter, sheet))
            sheet.table.moved.connect(self._tell_cell)
            sheet.table.filled.connect(partial(self._write, sheet))
            sheet.table.paste_asked.connect(partial(self._lists.paste, sheet))
            sheet.table.removed.connect(self._remove)
            sheet.table.refused.connect(self._tell_closed)
            self.tabs.addTab(sheet, register.label)
            self.tabs.setTabToolTip(self.tabs.count() - 1, register.about)
        self._list()

    def _turn(self) -> None:
        self.commit()
        self.bar.search.clear()
        self._list()

    def _list(self) -> None:
        """List the shown register anew; no editor is open then, or its text was handed over."""
        sheet, office = self.sheet, self._desk.office
        if sheet is None or office is None:
            return
        self.commit()
        self.bar.weigh(sheet.register, self._window(), may_write=not self._desk.is_looking)
        closed = _LOOKING if self._desk.is_looking else ""
        window = self._window() if self.bar.is_of_period else None
        sheet.list_entries(office.registers, self.bar.search.whole_text, window, closed)
        self._tell_counts()
        self._tell_cell()
        self._tell_fed()

    def _window(self) -> Window | None:
        return self._desk.report.head.window if self._desk.report else None

    def _refresh(self, changes: Changes) -> None:
        if self._desk.office is None:
            return
        for place in range(self.tabs.count()):
            sheet = self.tabs.widget(place)
            if isinstance(sheet, RegisterSheet):
                sheet.refresh(self._desk.office.registers, changes)
        if changes.entries:
            self._tell_counts()
            self._tell_cell()
        self._tell_fed()

    def _enter(self, sheet: RegisterSheet, entry_id: str, column: str, text: str) -> None:
        sheet.model.await_entry(awaits=not entry_id)
        try:
            given = self._wishes.enter(sheet.register, entry_id, column, text)
        except CchcError as refusal:
            sheet.model.await_entry(awaits=False)
            self._unsettled = True
            sheet.table.stay()
            sheet.model.hold(entry_id, column, Draft(text, refusal.message))
            self._tell_cell()
            return
        if given and not entry_id:
            sheet.model.adopt(given)
        sheet.model.hold(given, column, None)

    def _write(self, sheet: RegisterSheet, texts: Texts, name: str) -> None:
        """Put texts into cells by row and column; rows beyond the last entry become new ones."""
        columns, rows = sheet.register.columns, dict[int, dict[str, str]]()
        outside = 0
        for (row, place), text in sorted(texts.items()):
            if FIRST <= place < FIRST + len(columns):
                rows.setdefault(row, {})[columns[place - FIRST].name] = text
            else:
                outside += bool(text.strip())
        lines = [TypedLine(sheet.model.entry_at(row), cells) for row, cells in rows.items()]
        try:
            refused = self._wishes.write(
                sheet.register, lines, name, Source.PASTED if name == "Dán" else Source.TYPED
            )
        except CchcError as refusal:
            self.strip.show_messages([refusal.message])
            return
        for line in lines:
            for column in line.texts:
                sheet.model.hold(line.entry.id, column, None)
        for each in refused:
            sheet.model.hold(each.entry_id, each.column, Draft(each.text, each.reason))
        taken = sum(map(len, rows.values())) - len(refused)
        if refused or outside or taken > 1:
            told = [f"{taken} ô nhận, {len(refused) + outside} ô từ chối."]
            self.strip.show_messages([*told, *(each.reason for each in refused)])

    def _remove(self, entry_ids: tuple[str, ...]) -> None:
        try:
            self._wishes.remove(entry_ids)
        except CchcError as refusal:
            self.strip.show_messages([refusal.message])
        else:
            self.strip.show_messages([f"Đã xóa {len(entry_ids)} dòng. Ctrl+Z lấy lại."])

    def _take_fed(self, codes: tuple[IndicatorCode, ...]) -> None:
        if self._desk.figures.take_fed(codes):
            self.strip.show_messages([f"Đã ghi {len(codes)} số từ sổ vào Số liệu. Ctrl+Z lấy lại số cũ."])

    def _place(self, text: str) -> None:
        if self.table:
            self.table.put_text(text)

    def _read_list(self) -> None:
        if self.sheet and self.commit():
            self._go_back()
            self._lists.ask_list(self.sheet.register)

    def _write_list(self) -> None:
        if self.sheet and self.commit():
            self._go_back()
            self._lists.write_list(self.sheet.register, self.sheet.model.entries)

    def _tell_counts(self) -> None:
        if self._desk.office is None:
            return
        for place, register in enumerate(REGISTERS.values()):
            count = len(self._desk.office.registers.entries(register.name))
            self.tabs.setTabText(place, f"{register.label} ({count})" if count else register.label)

    def _tell_cell(self) -> None:
        if self.sheet and self.sheet.is_empty:
            self.strip.clear()
        elif self.sheet and (index := self.sheet.table.currentIndex()).isValid():
            entry = self.sheet.model.entry_at(index.row())
            self.strip.show_cell(self.sheet.model, index, self._wishes.history(entry.id))

    def _tell_fed(self) -> None:
        if self.sheet:
            self.feeding.show_register(
                self._desk.report, self.sheet.register, may_write=not self._desk.is_looking
            )

    def _tell_closed(self) -> None:
        self.strip.show_messages([_LOOKING])

    def _go_back(self) -> None:
        self.begin()
