"""What is shown while a document is being read beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.dialogs.ongoing import Ongoing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.worker import Ticket


class Waiting(Ongoing):
    """Names the file and what is done with it; “Dừng” or Esc gives it up, work in the window goes on."""

    topic = "xem-xet"

    def __init__(self, title: str, file: str, ticket: Ticket, parent: QWidget | None = None) -> None:
        advice = "Có thể làm việc khác trong khi chờ."
        super().__init__(title, f"Đang đọc {file}…", advice, "Dừng", ticket, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.progress.setTextVisible(False)
