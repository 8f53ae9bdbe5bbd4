"""The reminder to offices that still owe a report: to be copied, since the program sends nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from ui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc_desktop.rollup.reminding import Reminder

_WIDTH_IN_DIGITS = 80
_LINES = 16
_MOST_NAMED = 12


class ReminderPage(Question):
    """Addresses, subject and text, each with a button that copies it."""

    topic = "cap-tren"

    def __init__(self, reminder: Reminder, parent: QWidget | None = None) -> None:
        count = len(reminder.addresses)
        known = f"{count} địa chỉ thư." if count else "Chưa đơn vị nào có địa chỉ thư trong danh sách."
        super().__init__("Lời nhắc gửi báo cáo", reminder.subject, known, parent)
        self.text = QPlainTextEdit(reminder.body)
        self.text.setAccessibleName("Lời nhắc")
        self.text.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.add_field(self.text)
        self.told = QLabel(_by_telephone(reminder))
        self.told.setWordWrap(True)
        self.add_field(self.told)
        self.copy_addresses = self._add_copy("Chép địa chỉ", lambda: "; ".join(reminder.addresses))
        self.copy_addresses.setEnabled(bool(count))
        self.copy_subject = self._add_copy("Chép tiêu đề", lambda: reminder.subject)
        self.copy_text = self._add_copy("Chép lời nhắc", self.text.toPlainText)
        self.add_button("Đóng")

    def _add_copy(self, words: str, text: Callable[[], str]) -> QPushButton:
        button = self.add_button(words)
        button.clicked.disconnect(self.close)
        button.clicked.connect(partial(self._copy, words, text))
        return button

    def _copy(self, words: str, text: Callable[[], str]) -> None:
        QGuiApplication.clipboard().setText(text())
        self.told.setText(f"Đã {words.lower()}. Dán vào thư bằng Ctrl+V.")


def _by_telephone(reminder: Reminder) -> str:
    names = reminder.without_address
    if not names:
        return ""
    told = ", ".join(names) if len(names) <= _MOST_NAMED else f"{len(names)} đơn vị"
    return f"Chưa có địa chỉ thư, cần nhắc bằng cách khác: {told}."
