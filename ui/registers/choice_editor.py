"""The line in which one of a few words is typed or picked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.values.text import likeness
from ui.look import AIR
from ui.widgets.entry_editor import EntryEditor

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ChoiceEditor(EntryEditor):
    """The words hang below the line as a list that never takes the keyboard.

    Typing leads to the first word alike, marks aside; Up and Down walk the list; leaving the cell takes the
    word that is lit. A text like none of them is handed over as typed.
    """

    def __init__(self, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setWindowFlags(Qt.WindowType.ToolTip)
        self.list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Các lựa chọn")
        self.list.setSpacing(AIR // 2)
        self.list.addItems(list(words))
        self.list.itemClicked.connect(self._pick)
        self.told.connect(self._seek)

    def offer(self) -> None:
        """Hang the list below the line, or above it where the screen ends."""
        row = self.list.sizeHintForRow(0) + 2 * self.list.spacing()
        frame = 2 * self.list.frameWidth()
        width = max(
            self.width(), self.list.sizeHintForColumn(0) + frame + self.fontMetrics().averageCharWidth() * 2
        )
        self.list.resize(width, row * self.list.count() + frame)
        below = self.mapToGlobal(self.rect().bottomLeft())
        if below.y() + self.list.height() > self.screen().availableGeometry().bottom():
            below.setY(self.mapToGlobal(self.rect().topLeft()).y() - self.list.height())
        self.list.move(below)
        self.list.show()

    @property
    def whole_text(self) -> str:
        row = self.list.currentRow()
        return self.list.item(row).text() if row >= 0 else super().whole_text

    def takes(self, key: int) -> bool:
        if step := _STEPS.get(Qt.Key(key)):
            row = self.list.currentRow() + step
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        return False

    def _seek(self) -> None:
        typed = likeness(super().whole_text)
        words = [self.list.item(row).text() for row in range(self.list.count())]
        alike = next(
            (row for row, word in enumerate(words) if typed and likeness(word).startswith(typed)), -1
        )
        self.list.setCurrentRow(alike)

    def _pick(self, item: QListWidgetItem) -> None:
        self.setText(item.text())
        self.setModified(True)
        self.list.setCurrentItem(item)
        self.list.hide()
