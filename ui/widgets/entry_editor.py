"""The line in which a cell is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class EntryEditor(QLineEdit):
    """A line edit that never loses a word still being composed (ibus, fcitx, Telex of Windows).

    Qt keeps such a word out of `text()` and drops it when the focus leaves. Nothing is completed or selected
    by itself: keyboards that send backspaces (UniKey, EVKey) would double letters.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self.setFrame(False)

    @property
    def whole_text(self) -> str:
        """The text with the word still being composed in its place."""
        at = self.cursorPosition()
        text = self.text()
        return text[:at] + self._composing + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = event.preeditString()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def settle(self) -> None:
        """Make the word still being composed part of the text."""
        word, self._composing = self._composing, ""
        if word:
            self.insert(word)

    def takes(self, key: int) -> bool:
        """Whether a key that leaves a cell does something in the line instead, and have it done."""
        return False

    def take_over(self, text: str) -> None:
        """Start with a text that was typed before the editor was there."""
        self.setText(text)
        self.setCursorPosition(len(text))

    def align_right(self) -> None:
        """Show a figure where the cell shows it."""
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
