"""A line to type words into."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TextLine(QLineEdit):
    """A line edit that never loses a word still being composed (ibus, fcitx, Telex of Windows).

    Qt keeps such a word out of `text()`, tells nobody of it and drops it when the focus leaves.
    """

    told = Signal(str)
    """The whole text as it is typed, the word still being composed included."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._composing = ""
        self.textChanged.connect(self._tell)

    @property
    def whole_text(self) -> str:
        """The text with the word still being composed in its place."""
        at = self.cursorPosition()
        text = self.text()
        return text[:at] + self._composing + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = event.preeditString()
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def settle(self) -> None:
        """Make the word still being composed part of the text."""
        word, self._composing = self._composing, ""
        if word:
            self.insert(word)

    def _tell(self) -> None:
        self.told.emit(self.whole_text)
