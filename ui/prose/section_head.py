"""Above the text: which section it is, how far it is, and why it cannot be written in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.narrative.state import SectionState
from ui.look import GRID
from ui.prose.outline import SIGNS, WORDS


class SectionHead(QWidget):
    """A heading with its state, and what a person can say of it."""

    confirmed = Signal()
    """The text carried over is right as it stands."""
    toggled = Signal()
    """The section is done, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.state, self.closed = QLabel(), QLabel(), QLabel()
        self.confirm, self.done = QPushButton("Đã xem lại"), QPushButton()
        self.confirm.setToolTip("Lời mang sang đúng cho kỳ này; bỏ dấu “mang sang”")
        self.done.setToolTip("Báo mục này đã xong, hoặc mở lại (Ctrl+Enter)")
        self.confirm.clicked.connect(self.confirmed)
        self.done.clicked.connect(self.toggled)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        for label in (self.heading, self.closed):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.heading, 1)
        for part in (self.state, self.confirm, self.done):
            line.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.closed)

    def show_section(self, heading: str, state: SectionState, why_closed: str) -> None:
        """Tell of a section."""
        self.heading.setText(heading)
        self.heading.setAccessibleDescription(WORDS[state])
        self.state.setText(f"{SIGNS[state]} {WORDS[state]}")
        self.closed.setText(why_closed)
        self.closed.setVisible(bool(why_closed))
        self.confirm.setVisible(state is SectionState.CARRIED_OVER and not why_closed)
        self.done.setText("Mở lại mục" if state is SectionState.DONE else "Xong mục này")
        self.done.setEnabled(not why_closed)
