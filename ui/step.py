"""One step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable


class Step(QUndoCommand):
    """Two calls, one for what stood before and one for what stands after; each says whether it was done.

    A step is pushed when it is already done. It has slots, for a session holds thousands of steps.
    """

    __slots__ = ("_back", "_done", "_forth")

    def __init__(self, back: Callable[[], bool], forth: Callable[[], bool], name: str) -> None:
        super().__init__(name)
        self._back = back
        self._forth = forth
        self._done = True

    def undo(self) -> None:
        self._put(self._back)

    def redo(self) -> None:
        if self._done:
            self._done = False  # the push itself
            return
        self._put(self._forth)

    def _put(self, entries: Callable[[], bool]) -> None:
        if not entries():
            self.setObsolete(True)  # the disk refused: the step never happened
