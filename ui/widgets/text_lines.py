"""A few lines to type words into."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.widgets.composition import Composition


class TextLines(QPlainTextEdit):
    """Says when it is left, with the word that was still composed in its text. Tab leaves it."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._composition = Composition(self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self._composition.is_echo(event):
            super().inputMethodEvent(event)
            self._composition.follow(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composition.is_ended_by(event):
            self._settle()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._settle()
        super().focusOutEvent(event)
        self.left.emit()

    def _settle(self) -> None:
        if word := self._composition.take():
            commit = QInputMethodEvent()
            commit.setCommitString(word)
            super().inputMethodEvent(commit)
