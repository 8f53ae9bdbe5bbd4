"""When what is typed reaches the disk: at the end of a line, after a pause, and never later than seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 1_000
"""Milliseconds without a key after which the text is saved."""
LONGEST = 5_000
"""Milliseconds of typing without a pause after which it is saved all the same."""


class KeepingText(QObject):
    """Calls for a save; a kill loses what was typed since, at most `LONGEST` of typing."""

    def __init__(self, save: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, length in ((self._pause, PAUSE), (self._longest, LONGEST)):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(self.now)

    def typed(self) -> None:
        """Something was typed just now."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def now(self) -> None:
        """Save at once."""
        self.rest()
        self._save()

    def rest(self) -> None:
        """Nothing waits to be saved."""
        self._pause.stop()
        self._longest.stop()
