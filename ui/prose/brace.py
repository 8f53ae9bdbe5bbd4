"""The brace that was just typed: the list of rows beside it, and the figure it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QTextCursor

from ui.prose.figure_choice import FigureChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.prose.editor import ProseEditor
    from ui.prose.live_figures import LiveFigures

_SHORTEST = len("{}")


class Brace(QObject):
    """Follows what is typed after `{` until a row is chosen, `}` closes it, or the caret goes elsewhere."""

    chosen = Signal(object, str)
    """Cursor over what the figure replaces, and what is stored for it."""

    def __init__(self, editor: ProseEditor, figures: LiveFigures) -> None:
        super().__init__(editor)
        self._editor = editor
        self._at = -1
        self._composing = ""
        self.choice = FigureChoice(figures, editor)
        self.choice.chosen.connect(self._take)
        editor.cursorPositionChanged.connect(self.follow)
        editor.textChanged.connect(self.follow)

    def open(self) -> None:
        """A brace was typed just before the caret."""
        self._at = self._editor.textCursor().position() - 1
        self.follow()

    def close(self) -> None:
        """Leave the brace as typed."""
        self._at = -1
        self.choice.hide()

    def complete(self) -> None:
        """The closing brace was typed: what stands between is a figure, understood or not."""
        cursor = self._over()
        if self._at >= 0 and len(cursor.selectedText()) > _SHORTEST:
            self._take(cursor.selectedText())

    def take_key(self, event: QKeyEvent) -> bool:
        """Let the list act on a key; say whether it was one of the list's."""
        if not self.choice.isVisible() or not self.choice.take_key(event):
            return False
        if not self.choice.isVisible():
            self._at = -1
        return True

    def compose(self, word: str) -> None:
        """A word is being composed at the caret."""
        self._composing = word
        self.follow()

    def follow(self) -> None:
        """Narrow the list by what stands between the brace and the caret."""
        if self._at < 0:
            return
        cursor, document = self._editor.textCursor(), self._editor.document()
        is_behind = document.characterAt(self._at) == "{" and cursor.position() > self._at
        if not is_behind or document.findBlock(self._at) != cursor.block() or cursor.hasSelection():
            self.close()
            return
        self.choice.narrow(self._over().selectedText()[1:] + self._composing)
        caret = self._editor.cursorRect()
        where = self._editor.viewport().mapToGlobal(caret.topLeft())
        self.choice.stand_at(QRect(where, caret.size()))

    def _over(self) -> QTextCursor:
        """The brace and what follows it, up to the caret."""
        cursor = self._editor.textCursor()
        if self._at >= 0:
            cursor.setPosition(self._at, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _take(self, source: str) -> None:
        self._editor.settle()  # a row can be clicked while its name is still being composed
        cursor = self._over()
        self.close()
        self.chosen.emit(cursor, source)
