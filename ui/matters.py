"""What is asked of a person in dialogs of the window, whichever page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.worker import Worker


class Matters(QObject):
    """Its kinds open their dialogs on the window; `settle` takes in what is still being typed there."""

    def __init__(
        self, desk: Desk, worker: Worker, remembered: Remembered, settle: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._settle, self._window = settle, window
