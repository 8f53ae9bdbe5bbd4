"""Texts that no cell took, typed or pasted, kept until somebody has worked them off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cchc_desktop.values.codes import IndicatorCode
    from ui.refused import Refused

_HELD = Qt.ItemDataRole.UserRole
_LINES = 4


class _Texts(QListWidget):
    """A list in which Delete is its own key, and not the window's for cells."""

    dropped = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.dropped.emit()
            return True
        return super().event(event)


class RefusedList(QWidget):
    """A line each: Enter opens its cell with the text, Delete drops it; it goes when its cell is answered."""

    followed = Signal(str, str)
    """Code of the row to show, and the text to be typed anew there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self.list = _Texts()
        self.list.dropped.connect(self._drop_current)
        self.list.setAccessibleName("Các nội dung chưa nhận")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._follow)
        self.list.clicked.connect(self._follow)
        drop = QPushButton("Bỏ danh sách")
        drop.clicked.connect(self.clear)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.hide()

    def keep(self, refused: Iterable[Refused]) -> None:
        """Add what was left over; a row's earlier text makes place for its later one."""
        new = tuple(refused)
        self.drop({each.code for each in new if each.code})
        for each in new:
            item = QListWidgetItem(each.reason)
            item.setData(_HELD, each)
            item.setToolTip(each.reason)
            self.list.addItem(item)
        self._weigh()

    def drop(self, answered: Collection[IndicatorCode]) -> None:
        """Let go of the texts of rows that have their answer now."""
        for place in reversed(range(self.list.count())):
            if self.list.item(place).data(_HELD).code in answered:
                self.list.takeItem(place)
        self._weigh()

    def clear(self) -> None:
        """Let go of everything."""
        self.list.clear()
        self._weigh()

    def _drop_current(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._weigh()

    def _follow(self, index: QModelIndex) -> None:
        held = index.data(_HELD)
        if held.code:
            self.followed.emit(held.code, held.text)

    def _weigh(self) -> None:
        count = self.list.count()
        self._head.setText(f"{count} nội dung chưa nhận. Enter: sửa lại ở ô. Delete: bỏ khỏi đây.")
        line = self.fontMetrics().lineSpacing() + GRID // 2
        self.list.setFixedHeight(line * min(count, _LINES) + GRID)
        self.setVisible(count > 0)
