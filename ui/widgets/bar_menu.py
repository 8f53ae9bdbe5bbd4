"""A menu of the menu bar that Esc leaves for good."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar


class BarMenu(QMenu):
    """Qt keeps the keyboard in the bar after Esc, where the next figure that is typed would be lost."""

    def __init__(self, words: str, bar: QMenuBar) -> None:
        super().__init__(words, bar)
        self._bar = bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape and self._bar.hasFocus():
            QApplication.sendEvent(self._bar, QKeyEvent(event.type(), event.key(), event.modifiers()))
