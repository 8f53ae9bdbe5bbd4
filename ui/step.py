"""One step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Undoable(Protocol):
    """A step that was taken: both ways say whether they could be gone."""

    @property
    def name(self) -> str:
        """What was done, in the words of the menu."""

    def undo(self) -> bool:
        """Put back what stood before; False if that was refused, and why is told."""

    def redo(self) -> bool:
        """Put back what stood after; False if that was refused, and why is told."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two calls, one for what stood before and one for what stands after."""

    back: Callable[[], bool]
    forth: Callable[[], bool]
    name: str

    def undo(self) -> bool:
        return self.back()

    def redo(self) -> bool:
        return self.forth()
