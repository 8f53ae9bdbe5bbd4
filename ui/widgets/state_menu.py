"""The states a cell can have besides a number."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.form.entry import STATE_WORDS
from cchc_desktop.values.answer import LATER, NOT_ARISEN, NOT_COMPETENT

STATES = (
    ("Số không", "0"),
    (STATE_WORDS[NOT_ARISEN], "kps"),
    (STATE_WORDS[NOT_COMPETENT], "ktq"),
    (STATE_WORDS[LATER], "bcs"),
    ("Để trống", ""),
)
"""What a person reads, and what typing it would be."""


class StateMenu(QMenu):
    """Answers the selected cells without typing; each line shows what could be typed instead."""

    chosen = Signal(str)
    """The text that stands for the state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Trạng thái", parent)
        self.setAccessibleName("Trạng thái của ô")
        for words, typed in STATES:
            action = self.addAction(f"{words}\t{typed or 'Delete'}")
            action.triggered.connect(partial(self.chosen.emit, typed))
