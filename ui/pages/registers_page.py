"""Sổ theo dõi: what figures and citations rest on, one table a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.registers.drawn_widths import DrawnWidths

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from ui.registers.register_table import RegisterTable
    from ui.registers.workplace import RegisterWorkplace
    from ui.remembered import Remembered
    from ui.worker import Worker


class RegistersPage(Page):
    """The registers of the office; their workplace is made when it is first looked at."""

    title = "Sổ theo dõi"
    icon = "registers"
    topic = "so-theo-doi"

    def __init__(self, desk: Desk, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self.widths = DrawnWidths()
        self.workplace: RegisterWorkplace | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def table(self) -> RegisterTable | None:
        """The table of the register that is shown."""
        return self.workplace.table if self.workplace else None

    @property
    def entrance(self) -> QWidget | None:
        return self.workplace

    def commit(self) -> bool:
        return self.workplace.commit() if self.workplace else True

    def begin_search(self) -> bool:
        if self.workplace:
            self.workplace.find_row()
        return True

    def go_to_finding(self, *, forward: bool) -> bool:
        if self.workplace:
            self.workplace.go_to_finding(forward=forward)
        return True

    def recall(self, remembered: Remembered) -> None:
        self.widths.read(remembered.register_widths)

    def remember(self, remembered: Remembered) -> None:
        remembered.register_widths = self.widths.written

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workplace is None:
            self._make()

    def _make(self) -> None:
        from ui.registers.workplace import RegisterWorkplace

        self.workplace = RegisterWorkplace(self._desk, self._worker, self.widths, self)
        self.workplace.followed.connect(self.followed)
        self._layout.addWidget(self.workplace)
        self.workplace.show()  # at once, so that it can take the keyboard
