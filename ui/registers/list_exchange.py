"""Lists pasted, read from files and written to files: previewed first, read and written off the thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.dates import DayOrder
from cchc_desktop.values.codes import slug
from cchc_desktop.values.old_encodings import looks_old
from ui.pages.pasting import Pasting
from ui.registers import register_work
from ui.registers.list_preview import ListPreview
from ui.registers.register_model import FIRST
from ui.widgets.ranges import range_text, read_range

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.registers.importing import Importing
    from cchc_desktop.registers.entry import RegisterEntry
    from cchc_desktop.registers.schema import Register
    from ui.desk import Desk
    from ui.registers.register_desk import RegisterDesk
    from ui.registers.register_sheet import RegisterSheet
    from ui.worker import Ticket, Worker

_FEWEST_HEADINGS = 2


class ListExchange(QObject):
    """Asks what has to be asked; what was agreed to is one step that can be undone."""

    told = Signal(object)
    """Sentences on what was done or why not."""
    placed = Signal(str)
    """A text to paste cell by cell, from the current one on."""
    worked = Signal(bool)
    """Slow work began, or ended."""

    def __init__(self, desk: Desk, worker: Worker, wishes: RegisterDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._worker = worker
        self._wishes = wishes
        self._window = window
        self._pasting = Pasting(desk, window)
        self._ticket: Ticket | None = None

    def paste(self, sheet: RegisterSheet, text: str) -> None:
        """Paste a text of the clipboard into the register."""
        if encoding := looks_old(text):
            self._pasting.ask_old(text, encoding, partial(self._paste, sheet))
        else:
            self._paste(sheet, text)

    def ask_list(self, register: Register) -> None:
        """Ask for a file and show what it would change."""
        if self._desk.path:
            file = register_work.choose_list(self._window, register, self._desk.folder)
            if file:
                self._plan(register, file, DayOrder.UNSETTLED)

    def write_list(self, register: Register, entries: tuple[RegisterEntry, ...]) -> None:
        """Ask for a place and write the entries there."""
        path = self._desk.path
        if path is None:
            return
        proposed = self._desk.folder / f"{slug(register.label)}.xlsx"
        file = register_work.choose_target(self._window, register, proposed)
        if file:
            work = partial(register_work.write_list, path, register, file, entries)
            ticket = self._start(work, f"Đang ghi {len(entries)} dòng vào tệp {file.name}…")
            ticket.finished.connect(partial(self._tell_written, len(entries)))

    def cancel(self) -> None:
        """End the slow work."""
        if self._ticket:
            self._ticket.cancel()

    def _paste(self, sheet: RegisterSheet, text: str) -> None:
        from cchc_desktop.office.registers.importing import plan_paste

        lines, index = read_range(text), sheet.table.currentIndex()
        is_block = len(lines) > 1 or len(lines[0]) > 1
        has_headings = _count_headings(sheet.register, lines[0]) >= _FEWEST_HEADINGS
        if not is_block or (sheet.model.entry_at(index.row()).id and not has_headings):
            self.placed.emit(text)
            return
        placed = text
        if not has_headings:  # the block's first column goes where the cursor stands
            text = range_text([[*[""] * (index.column() - FIRST), *line] for line in lines])
        try:
            importing = plan_paste(self._wishes.registers, sheet.register.name, text)
        except CchcError as refusal:
            self.told.emit([refusal.message])
        else:
            write, by_cell = partial(self._write, importing), partial(self.placed.emit, placed)
            ListPreview(importing, write=write, by_cell=by_cell, parent=self._window).open()

    def _plan(self, register: Register, file: Path, order: DayOrder) -> None:
        if self._desk.path:
            work = partial(register_work.plan_list, self._desk.path, register, file, order)
            ticket = self._start(work, f"Đang đọc tệp {file.name}…")
            ticket.finished.connect(partial(self._preview, file, order))

    def _preview(self, file: Path, order: DayOrder, importing: Importing) -> None:
        preview = ListPreview(importing, write=partial(self._write, importing), parent=self._window)
        preview.offer_orders(order)
        preview.reordered.connect(partial(self._plan, importing.register, file))
        preview.open()

    def _write(self, importing: Importing) -> None:
        try:
            self._wishes.take_in(importing)
        except CchcError as refusal:
            self.told.emit([refusal.message])
        else:
            told = f"Đã ghi {len(importing.added)} dòng mới, {len(importing.changed)} dòng thay đổi"
            self.told.emit([f"{told}; {len(importing.refused)} dòng không nhận. Ctrl+Z lấy lại."])

    def _start(self, work: Callable[[Ticket], object], told: str) -> Ticket:
        self.told.emit([told])
        self.worked.emit(True)
        ticket = self._ticket = self._worker.start(work)
        ticket.refused.connect(lambda refusal: self.told.emit([refusal.message]))
        ticket.ended.connect(self._end)
        return ticket

    def _end(self) -> None:
        self._ticket = None
        self.worked.emit(False)

    def _tell_written(self, count: int, file: Path) -> None:
        self.told.emit([f"Đã xuất {count} dòng vào tệp {file}."])


def _count_headings(register: Register, cells: list[str]) -> int:
    return sum(register.column(cell) is not None for cell in cells if cell.strip())
