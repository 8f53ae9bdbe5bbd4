"""The road of a report as a list: done steps ticked, what was noted, the button of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cchc_desktop.office.mailroom.road import RoadStep
from ui.look import GRID
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc_desktop.office.mailroom.road import Milestone

_BUTTONS = {
    RoadStep.LOCK: "Chốt số liệu…",
    RoadStep.PRESENT: "Trình ký",
    RoadStep.SIGN: "Ghi nhận đã ký…",
    RoadStep.SEND: "Gửi…",
}
_DONE, _NEXT, _LATER = "✓", "●", "○"
_SPOKEN = {_DONE: "đã xong", _NEXT: "làm được ngay", _LATER: "chưa tới"}


class StepsList(QWidget):
    """Says which step was asked for."""

    asked = Signal(object)
    """`RoadStep`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các bước gửi báo cáo")
        self.buttons: dict[RoadStep, QPushButton] = {}
        self.signs: dict[RoadStep, QLabel] = {}
        self._words: dict[RoadStep, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(2, 1)
        for row, step in enumerate(RoadStep):
            self._add(grid, row, step)

    def show_road(self, road: Sequence[Milestone], *, may_write: bool) -> None:
        """Show how far the report has come."""
        for each in road:
            sign = _DONE if each.is_done else (_NEXT if each.may_go else _LATER)
            self.signs[each.step].setText(sign)
            self.signs[each.step].setAccessibleName(f"{each.step.value}: {_SPOKEN[sign]}")
            self._words[each.step].setText(each.words)
            self.buttons[each.step].setEnabled(each.may_go and may_write)

    def _add(self, grid: QGridLayout, row: int, step: RoadStep) -> None:
        sign, name, words = QLabel(), QLabel(step.value), plain_label()
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        button = QPushButton(_BUTTONS[step])
        button.clicked.connect(partial(self.asked.emit, step))
        self.buttons[step], self.signs[step], self._words[step] = button, sign, words
        for column, part in enumerate((sign, name, words, button)):
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
