"""What was done to the open report, step by step, and the way back: without limit.

Not a `QUndoStack`: it holds 600 bytes a step beside our own, and an hour of typing has thousands of steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from ui.step import Undoable


class Steps(QObject):
    """Steps taken, and after them those taken back; a new step forgets the latter.

    A step that is refused on its way leaves the list: it cannot be gone any more.
    """

    moved = Signal()
    """Another step is the next to be undone or done again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Undoable] = []
        self._taken = 0
        """How many of them stand; the rest was taken back."""

    def count(self) -> int:
        """Return how many steps there are, those taken back included."""
        return len(self._steps)

    @property
    def last(self) -> str:
        """The name of the step that is undone next; empty: there is none."""
        return self._steps[self._taken - 1].name if self._taken else ""

    @property
    def next(self) -> str:
        """The name of the step that is done again next; empty: there is none."""
        return self._steps[self._taken].name if self._taken < len(self._steps) else ""

    def push(self, step: Undoable) -> None:
        """Take in a step that was just done."""
        self._steps[self._taken :] = [step]
        self._taken += 1
        self.moved.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self._taken:
            at = self._taken - 1
            is_gone = self._steps[at].undo()
            self._taken = at
            self._settle(at, is_gone=is_gone)

    @Slot()
    def redo(self) -> None:
        """Do the step again that was taken back last, if there is one."""
        if self._taken < len(self._steps):
            at = self._taken
            is_gone = self._steps[at].redo()
            self._taken = at + 1 if is_gone else at
            self._settle(at, is_gone=is_gone)

    def clear(self) -> None:
        """Forget all steps."""
        self._steps.clear()
        self._taken = 0
        self.moved.emit()

    def _settle(self, at: int, *, is_gone: bool) -> None:
        if not is_gone:
            del self._steps[at]
        self.moved.emit()


class StepAction(QAction):
    """One way through the steps: it names the step it goes next, and is grey where there is none."""

    def __init__(self, words: str, steps: Steps, *, is_back: bool, parent: QObject) -> None:
        super().__init__(words, parent)
        self._words, self._steps, self._is_back = words, steps, is_back
        self.triggered.connect(steps.undo if is_back else steps.redo)
        steps.moved.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        name = self._steps.last if self._is_back else self._steps.next
        self.setText(f"{self._words} {name}" if name else self._words)
        self.setEnabled(bool(name))
