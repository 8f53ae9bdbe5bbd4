"""A line to type words into."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.composition import Composition


class TextLine(QLineEdit):
    """A line edit that never loses a word still being composed (ibus, fcitx, Telex of Windows).

    Qt keeps such a word out of `text()`, tells nobody of it and drops it when the focus leaves.
    """

    told = Signal(str)
    """The whole text as it is typed, the word still being composed included."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.composition = Composition(self)
        self.textChanged.connect(self._tell)

    @property
    def whole_text(self) -> str:
        """The text with the word still being composed in its place."""
        at = self.cursorPosition()
        text = self.text()
        return text[:at] + self.composition.pending + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.composition.is_echo(event):
            return
        super().inputMethodEvent(event)
        self.composition.follow(event)
        self._tell()
        if not event.preeditString():
            QTimer.singleShot(0, self, self._tell)  # an erased word is out of the whole text by then

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composition.is_ended_by(event):
            self.settle()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def settle(self) -> None:
        """Make the word still being composed part of the text."""
        if word := self.composition.take():
            super().inputMethodEvent(QInputMethodEvent())  # it is not shown as composed any more
            self.insert(word)

    def _tell(self) -> None:
        self.told.emit(self.whole_text)
