"""What goes into the mail, to be copied piece by piece into a mail program or a web page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLabel, QPushButton, QWidget

from ui.look import GRID
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from cchc_desktop.office.mailroom.mails import Draft


class MailWords(QGroupBox):
    """Address, subject and text, each with a button that copies it."""

    def __init__(self, no_address: str, parent: QWidget | None = None) -> None:
        """`no_address` is said where nobody noted one."""
        super().__init__("Thư gửi kèm tệp", parent)
        self._no_address = no_address
        self._draft: Draft | None = None
        self.address, self.subject, self.text = plain_label(), plain_label(), plain_label()
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setSpacing(GRID)
        grid.setColumnStretch(1, 1)
        parts = (("địa chỉ", self.address), ("tiêu đề", self.subject), ("nội dung", self.text))
        for row, (name, label) in enumerate(parts):
            button = QPushButton(f"Chép {name}")
            button.clicked.connect(partial(self._copy, name))
            self.buttons[name] = button
            grid.addWidget(QLabel(name.capitalize()), row, 0)
            grid.addWidget(label, row, 1)
            grid.addWidget(button, row, 2)

    def show_draft(self, draft: Draft) -> None:
        """Show the words of the mail."""
        self._draft = draft
        self.address.setText(draft.address or self._no_address)
        self.subject.setText(draft.subject)
        self.text.setText(draft.text.strip())
        self.buttons["địa chỉ"].setEnabled(bool(draft.address))
        for name, button in self.buttons.items():
            button.setText(f"Chép {name}")

    def _copy(self, name: str) -> None:
        if self._draft is None:
            return
        draft = self._draft
        texts = {"địa chỉ": draft.address, "tiêu đề": draft.subject, "nội dung": draft.text}
        QGuiApplication.clipboard().setText(texts[name])
        for each, button in self.buttons.items():
            button.setText(f"Đã chép {each}" if each == name else f"Chép {each}")
