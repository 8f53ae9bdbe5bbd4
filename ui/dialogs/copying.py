"""What is shown while an office file is copied from or onto a stick, and where it could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.ongoing import Ongoing
from ui.dialogs.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.worker import Ticket

TITLE = "Thẻ nhớ"
_MEGABYTE = 1_000_000


class Copying(Ongoing):
    """How far the copy is; nothing else is done meanwhile, and “Dừng chép” or Esc gives it up."""

    topic = "mang-theo"

    def __init__(self, told: str, ticket: Ticket, parent: QWidget | None = None) -> None:
        advice = "Đừng rút thẻ nhớ cho đến khi chép xong."
        super().__init__(TITLE, told, advice, "Dừng chép", ticket, parent)
        ticket.progressed.connect(self._show)

    def _show(self, done: int, total: int) -> None:
        if total:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.progress.setFormat(f"{_megabytes(done)} / {_megabytes(total)} MB")


class NotCopied(Question):
    """A window was to close and its file is not on the stick: what stands in the way, and the ways on."""

    topic = "mang-theo"

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, "Tệp cơ quan chưa được chép ra thẻ nhớ.", why, parent)
        self.again = self.add_button("Chép lại")
        self.leave = self.add_button("Đóng, để bản mới trong máy")
        self.add_button("Làm tiếp")


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f}".replace(".", ",")
