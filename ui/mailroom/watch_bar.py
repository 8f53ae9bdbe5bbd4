"""The line that says which folder is watched, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.look import GRID
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from ui.mailroom.watching import Watching


class WatchBar(QWidget):
    """Seen while a folder is watched."""

    def __init__(self, watching: Watching, parent: QWidget) -> None:
        super().__init__(parent)
        self._watching = watching
        self.told = plain_label()
        self.pause = QPushButton()
        self.stop = QPushButton("Thôi theo dõi")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.pause)
        layout.addWidget(self.stop)
        self.pause.clicked.connect(self._turn)
        self.stop.clicked.connect(watching.stop)
        watching.told.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.told.setText(self._watching.words)
        self.pause.setText("Theo dõi tiếp" if self._watching.is_paused else "Tạm dừng")
        self.setVisible(self._watching.folder is not None)

    def _turn(self) -> None:
        if self._watching.is_paused:
            self._watching.resume()
        else:
            self._watching.pause()
