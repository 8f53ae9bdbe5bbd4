"""How far a piece of slow work is, with the button that calls it off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.look import GRID

if TYPE_CHECKING:
    from ui.worker import Ticket


class BusyLine(QWidget):
    """Seen while the work that it follows runs; `inset` is the room left and right of it, in pixels."""

    def __init__(self, name: str, parent: QWidget | None = None, *, inset: int = GRID) -> None:
        super().__init__(parent)
        self._ticket: Ticket | None = None
        self.progress = QProgressBar()
        self.progress.setAccessibleName(name)
        self.stop = QPushButton("Dừng")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(inset, 0, inset, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.stop)
        self.stop.clicked.connect(self._cancel)
        self.hide()

    def follow(self, ticket: Ticket) -> None:
        """Show how far this work is until it ends."""
        self._ticket = ticket
        self.progress.setRange(0, 0)
        self.show()
        ticket.progressed.connect(self._show_progress)
        ticket.ended.connect(partial(self._end, ticket))

    def _show_progress(self, done: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(done)

    def _cancel(self) -> None:
        if self._ticket:
            self._ticket.cancel()

    def _end(self, ticket: Ticket) -> None:
        if self._ticket is ticket:
            self._ticket = None
            self.hide()
