"""The list of offices as a file: read in after a look at what it would change, or written out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.registers.dates import DayOrder
from cchc_desktop.rollup.office_columns import OFFICES
from ui.registers import register_work
from ui.registers.list_preview import ListPreview
from ui.totals import gathering

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.registers.importing import Importing
    from cchc_desktop.rollup.offices import OfficeBelow
    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk


class OfficesFile(QObject):
    """Asks for the file; the reading and writing is done beside the window."""

    told = Signal(str)
    """A sentence on what was done."""

    def __init__(self, desk: Desk, below: BelowDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._below, self._window = desk, below, window

    def read(self) -> None:
        """Ask for a file and show what it would change."""
        if self._desk.path:
            file = register_work.choose_list(self._window, OFFICES, self._desk.folder)
            if file:
                self._plan(file, DayOrder.UNSETTLED)

    def write(self, shown: Sequence[OfficeBelow]) -> None:
        """Ask for a place and write these offices there."""
        path = self._desk.path
        if path is None:
            return
        lines = self._below.offices.lines()
        chosen = tuple(lines[office.id] for office in shown)
        proposed = self._desk.folder / "danh-sach-don-vi.xlsx"
        if file := register_work.choose_target(self._window, OFFICES, proposed):
            ticket = self._below.start(partial(gathering.write_list, path, file, chosen))
            ticket.finished.connect(partial(self._tell_written, len(chosen)))

    def _tell_written(self, count: int, out: Path) -> None:
        self.told.emit(f"Đã xuất {count} đơn vị vào tệp {out}.")

    def _plan(self, file: Path, order: DayOrder) -> None:
        if path := self._desk.path:
            ticket = self._below.start(partial(gathering.plan_list, path, file, order))
            ticket.finished.connect(partial(self._preview, file, order))

    def _preview(self, file: Path, order: DayOrder, importing: Importing) -> None:
        preview = ListPreview(importing, write=partial(self._take_in, importing), parent=self._window)
        preview.offer_orders(order)
        preview.reordered.connect(partial(self._plan, file))
        preview.open()

    def _take_in(self, importing: Importing) -> None:
        if self._below.take_in(importing):
            counts = f"{len(importing.added)} đơn vị mới, {len(importing.changed)} đơn vị thay đổi"
            self.told.emit(f"Đã ghi {counts}; {len(importing.refused)} dòng không nhận. Ctrl+Z lấy lại.")
