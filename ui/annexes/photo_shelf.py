"""The photos of one appendix: small pictures in a row, what stands under each, and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.look import GRID
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

_THUMB = QSize(96, 72)


class PhotoShelf(QWidget):
    """Shows photos and says what is wished of them; it changes none itself."""

    asked = Signal()
    """More photos are wanted."""
    removed = Signal(int)
    """Number of the photo to be taken out, from 1."""
    captioned = Signal(int, str)
    """Number of a photo, and the other words somebody wrote under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captions: tuple[str, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("Ảnh trong phụ lục")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setIconSize(_THUMB)
        self.list.setMaximumHeight(_THUMB.height() * 2)
        self.caption = TextLine()
        self.caption.setAccessibleName("Lời dưới ảnh")
        self.caption.setPlaceholderText("Lời dưới ảnh đang chọn")
        self.add, self.remove = QPushButton("Thêm ảnh…"), QPushButton("Bỏ ảnh")
        buttons = QHBoxLayout()
        column = QVBoxLayout(self)
        for layout in (buttons, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(GRID)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addWidget(self.list)
        column.addWidget(self.caption)
        column.addLayout(buttons)
        self.list.currentRowChanged.connect(lambda _row: self._show_caption())
        self.caption.editingFinished.connect(self.keep)
        self.add.clicked.connect(self.asked.emit)
        self.remove.clicked.connect(lambda: self.removed.emit(self._row + 1))

    def show_photos(self, photos: Sequence[tuple[str, bytes]], chosen: int | None = None) -> None:
        """Show these photos, each a caption and its bytes; one of them (from 0) is chosen."""
        row = self._row if chosen is None else chosen
        self._captions = tuple(caption for caption, _ in photos)
        self.list.blockSignals(True)
        self.list.clear()
        for number, (caption, content) in enumerate(photos, start=1):
            item = QListWidgetItem(caption or f"Ảnh {number}, chưa có lời", self.list)
            picture = QPixmap()
            if picture.loadFromData(content):
                item.setIcon(QIcon(picture.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio)))
        self.list.setCurrentRow(min(max(row, 0), len(photos) - 1))
        self.list.blockSignals(False)
        self._show_caption()

    def keep(self) -> None:
        """Say what was written under the chosen photo, if that is something else than before."""
        if 0 <= self._row < len(self._captions) and self._captions[self._row] != self.caption.text():
            self.captioned.emit(self._row + 1, self.caption.text())

    @property
    def _row(self) -> int:
        return self.list.currentRow()

    def _show_caption(self) -> None:
        is_photo = 0 <= self._row < len(self._captions)
        self.caption.setText(self._captions[self._row] if is_photo else "")
        self.caption.setEnabled(is_photo)
        self.remove.setEnabled(is_photo)
