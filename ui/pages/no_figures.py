"""What stands on Số liệu where the form set asks for no figures, as those of departments do not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look import GRID

_WORDS = (
    "Bộ biểu mẫu của báo cáo này không có bảng số liệu.\nSố liệu của cơ quan được viết ngay trong Lời văn, "
    "theo đề cương."
)


class NoFigures(QWidget):
    """Says so and leads to the prose."""

    prose_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(_WORDS)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.button = QPushButton("Viết lời văn")
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addStretch()
        layout.addWidget(self.words)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.button.clicked.connect(self.prose_asked)
