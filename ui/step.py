"""One step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cchc_desktop.form.entry import Entry
    from cchc_desktop.values.codes import IndicatorCode
    from ui.desk import Desk


class Step(QUndoCommand):
    """What stood in some cells before and after; a step is pushed when it is already done."""

    def __init__(
        self,
        desk: Desk,
        before: Mapping[IndicatorCode, Entry],
        after: Mapping[IndicatorCode, Entry],
        name: str,
    ) -> None:
        super().__init__(name)
        self._desk = desk
        self._before = before
        self._after = after
        self._done = True

    def undo(self) -> None:
        self._put(self._before)

    def redo(self) -> None:
        if self._done:
            self._done = False  # the push itself
            return
        self._put(self._after)

    def _put(self, entries: Mapping[IndicatorCode, Entry]) -> None:
        if not self._desk.take_back(entries):
            self.setObsolete(True)  # the disk refused: the step never happened
