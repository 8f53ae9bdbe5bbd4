"""What was written to be sent: the file, what to know of it, and the words of its mail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ui import showing
from ui.dialogs.question import Question
from ui.mailroom.mail_words import MailWords

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.mailroom.mails import Draft

_WIDTH_IN_DIGITS = 90
_NO_ADDRESS = "chưa ghi trong danh sách đơn vị"


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written to be sent."""

    file: Path
    mail: Draft | None = None
    """The words of its mail; None for what does not go by mail."""


class WrittenPage(Question):
    """Stays until it is read: a warning in the status bar is gone in seconds."""

    topic = "gui-nhan"

    def __init__(self, written: Written, remark: str, parent: QWidget | None = None) -> None:
        file = written.file
        told = f"Tệp nằm trong thư mục {file.parent}. Chương trình không tự gửi đi đâu. {remark}".strip()
        super().__init__("Đã tạo tệp", f"Đã tạo {file.name}", told, parent)
        self.mail = MailWords(_NO_ADDRESS, self)
        self.mail.hide()
        if written.mail:
            self.mail.show()
            self.mail.show_draft(written.mail)
            self.mail.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)
            for button in self.mail.buttons.values():
                button.setAutoDefault(False)
            self.add_field(self.mail)
        self.add_button("Đóng").setFocus()
        folder = self.add_button("Mở thư mục", partial(showing.show_in_folder, file))
        folder.clicked.disconnect(self.close)
