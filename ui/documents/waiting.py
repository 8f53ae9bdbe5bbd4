"""What is shown while a document is being read beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.dialogs.question import Question

if TYPE_CHECKING:
    from ui.worker import Ticket


class Waiting(Question):
    """Names the file and what is done with it; “Dừng” or Esc gives it up, work in the window goes on."""

    topic = "xem-xet"

    def __init__(self, title: str, file: str, ticket: Ticket, parent: QWidget | None = None) -> None:
        super().__init__(title, f"Đang đọc {file}…", "Có thể làm việc khác trong khi chờ.", parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._ticket: Ticket | None = ticket
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName("Đang đọc tệp")
        self.add_field(progress)
        self.stop = self.add_button("Dừng")
        ticket.ended.connect(self._end)
        self.finished.connect(self._give_up)

    def _end(self) -> None:
        self._ticket = None
        self.close()

    def _give_up(self) -> None:
        if self._ticket:
            self._ticket.cancel()
