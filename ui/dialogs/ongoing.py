"""What is shown while a piece of work runs beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.dialogs.question import Question

if TYPE_CHECKING:
    from ui.worker import Ticket


class Ongoing(Question):
    """Open until the work ends; its one button, or Esc, gives the work up."""

    def __init__(
        self,
        title: str,
        told: str,
        advice: str,
        stop: str,
        ticket: Ticket,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, told, advice, parent)
        self._ticket: Ticket | None = ticket
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(told)
        self.add_field(self.progress)
        self.stop = self.add_button(stop)
        ticket.ended.connect(self._end)
        self.finished.connect(self._give_up)

    def _end(self) -> None:
        self._ticket = None
        self.close()

    def _give_up(self) -> None:
        if self._ticket:
            self._ticket.cancel()
