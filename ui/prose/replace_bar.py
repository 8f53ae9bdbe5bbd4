"""Ctrl+F and Ctrl+H: lines to find and replace words with, over all sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui.look import GRID
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ReplaceBar(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before, Esc back to the text."""

    stepped = Signal(bool)
    """True: the next place is asked for; False: the one before."""
    replaced = Signal()
    """What is found is to be replaced, and the next place shown."""
    replaced_all = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.replacement = SearchField(), SearchField()
        self.field.setPlaceholderText("Tìm trong lời văn, gõ có dấu hoặc không dấu")
        self.field.setAccessibleName("Tìm trong lời văn")
        self.replacement.setPlaceholderText("Thay bằng")
        self.replacement.setAccessibleName("Thay bằng")
        self.found = QLabel()
        self._second: tuple[QWidget, ...] = ()
        self._arrange()
        self.hide()

    def begin(self, words: str, *, replacing: bool) -> None:
        """Show the bar with the words that are selected, or those looked for last."""
        self.show()
        for part in self._second:
            part.setVisible(replacing)
        if words:
            self.field.setText(words)
        self.found.clear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Put the bar away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.replacement.hasFocus():
                self.replaced.emit()
            else:
                self.stepped.emit(not event.modifiers() & _SHIFT)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        before, after = (
            self._button("Trước", "Chỗ trước (Shift+Enter)"),
            self._button("Sau", "Chỗ sau (Enter)"),
        )
        close = self._button("Đóng", "Về lời văn (Esc)")
        one = self._button("Thay", "Thay chỗ đang chọn rồi tới chỗ sau (Enter)")
        every = self._button("Thay tất cả", "Thay trong mọi mục")
        self._second = (self.replacement, one, every)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for column, part in enumerate((self.field, before, after, close)):
            layout.addWidget(part, 0, column)
        for column, part in enumerate(self._second):
            layout.addWidget(part, 1, column)
        layout.addWidget(self.found, 2, 0, 1, 4)
        layout.setColumnStretch(0, 1)
        before.clicked.connect(lambda: self.stepped.emit(False))
        after.clicked.connect(lambda: self.stepped.emit(True))
        close.clicked.connect(self.leave)
        one.clicked.connect(self.replaced)
        every.clicked.connect(self.replaced_all)

    @staticmethod
    def _button(words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        return button
