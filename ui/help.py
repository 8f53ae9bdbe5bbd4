"""Trợ giúp: the guide, the keyboard on a page, and what the program is. All of it lies in the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Help(QObject):
    """Opens the windows of the help; each loads when it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def explain_here(self) -> None:
        """Explain the place the cursor is at, or open the help at the page that is shown."""
        shown = self._window.pages.shown
        if not (shown and shown.explain_here()):
            self.show_guide()

    def show_guide(self, topic: str = "") -> None:
        """Show the help at a page of its own, or at the one that tells of what is shown."""
        from ui.dialogs.handbook import Handbook

        topic = topic or self._window.topic
        if handbook := self._window.findChild(Handbook):
            handbook.show_topic(topic)
        else:
            handbook = Handbook(topic, self._window)
            handbook.show()
        handbook.activateWindow()

    def show_keys(self) -> None:
        """Show every key on one page, to be printed."""
        from ui.dialogs.page import PageDialog
        from ui.keyboard import keyboard_sheet

        PageDialog("Bàn phím", keyboard_sheet(self._window), self._window, printable=True).open()

    def show_about(self) -> None:
        """Say what the program is, its version and licence."""
        from ui.dialogs.about import about

        about(self._window).open()
