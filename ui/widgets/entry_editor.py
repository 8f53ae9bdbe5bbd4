"""The line in which a cell is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.text_line import TextLine


class EntryEditor(TextLine):
    """A line in the place of a cell, without a frame.

    Nothing is completed or selected by itself: keyboards that send backspaces (UniKey, EVKey) would double
    letters.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFrame(False)

    def takes(self, key: int) -> bool:
        """Whether a key that leaves a cell does something in the line instead, and have it done."""
        return False

    def take_over(self, text: str) -> None:
        """Start with a text that was typed before the editor was there."""
        self.setText(text)
        self.setCursorPosition(len(text))

    def align_right(self) -> None:
        """Show a figure where the cell shows it."""
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
