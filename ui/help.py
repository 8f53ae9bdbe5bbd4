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

    def show_guide(self) -> None:
        """Show the short guide."""
        from cchc_desktop.bundled import resource
        from ui.dialogs.page import PageDialog

        text = resource("help", "huong-dan.md").read_text(encoding="utf-8")
        PageDialog("Hướng dẫn", text, self._window).open()

    def show_keys(self) -> None:
        """Show every key on one page, to be printed."""
        from ui.dialogs.page import PageDialog
        from ui.keyboard import keyboard_page

        PageDialog("Bàn phím", keyboard_page(self._window), self._window, printable=True).open()

    def show_about(self) -> None:
        """Say what the program is, its version and licence."""
        from ui.dialogs.about import about

        about(self._window).open()
