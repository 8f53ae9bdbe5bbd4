"""Ctrl+F: a line to search rows with, over all appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.look import GRID
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class SearchField(TextLine):
    """A line that is emptied with its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Xóa chữ đang tìm")


class SearchBar(QWidget):
    """Enter goes to the next row found, Shift+Enter to the one before, Esc back to the table."""

    begun = Signal()
    """Somebody begins to search."""
    wanted = Signal(str)
    """The text that is searched for, as it is typed."""
    stepped = Signal(bool)
    """True: the next row was asked for; False: the one before."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField()
        self.field.setPlaceholderText("Tìm dòng, gõ có dấu hoặc không dấu")
        self.field.setAccessibleName("Tìm dòng")
        self.found = QLabel()
        self.before, self.after = QPushButton("Trước"), QPushButton("Sau")
        self.before.setToolTip("Dòng trước (Shift+Enter)")
        self.after.setToolTip("Dòng sau (Enter)")
        close = QPushButton("Đóng")
        close.setToolTip("Về bảng (Esc)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.field, 1)
        for part in (self.found, self.before, self.after, close):
            layout.addWidget(part)
        self.field.told.connect(self.wanted)
        self.before.clicked.connect(lambda: self.stepped.emit(False))
        self.after.clicked.connect(lambda: self.stepped.emit(True))
        close.clicked.connect(self.leave)
        self.hide()

    def begin(self) -> None:
        """Show the line, its old text ready to be typed over."""
        self.begun.emit()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Put the line away."""
        self.hide()
        self.left.emit()

    def tell(self, place: int, count: int) -> None:
        """Say which of the found rows is shown; place counts from 1."""
        looking = bool(self.field.whole_text.strip())
        self.found.setText(f"{place}/{count}" if count else "Không có dòng nào" if looking else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(not event.modifiers() & _SHIFT)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
