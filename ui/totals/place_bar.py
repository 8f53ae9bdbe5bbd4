"""Below the matrix: what is to know of the current cell, and what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.look import GRID
from ui.totals import answers
from ui.totals.places import place_lines
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from datetime import datetime

    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.rollup.standing import Place
    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk


class PlaceBar(QWidget):
    """Opens the report, notes an exception, corrects when the report came."""

    opened = Signal(str, object)
    """Id of an office and the `Period` whose received report is to be shown."""

    def __init__(self, desk: Desk, below: BelowDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._below = desk, below
        self._office: OfficeBelow | None = None
        self._place: Place | None = None
        self.told = plain_label()
        self.open_button = QPushButton("Mở báo cáo nhận được")
        self.arrival_button = QPushButton("Sửa lúc nhận…")
        self.arrival_button.setToolTip("Ghi lại báo cáo thực sự đến lúc nào; muộn hay không tính theo lúc đó")
        self.agree_button = QPushButton("Ngoại lệ…")
        self.agree_button.setToolTip("Miễn gửi hoặc cho hạn riêng đối với một đơn vị trong một kỳ")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.told, 1)
        for button in (self.open_button, self.arrival_button, self.agree_button):
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.open_button.clicked.connect(self.open)
        self.arrival_button.clicked.connect(self._ask_arrival)
        self.agree_button.clicked.connect(self._agree)

    def show_place(self, office: OfficeBelow | None, place: Place | None) -> None:
        """Show where the office's report stands; None: no cell of a period is current."""
        self._office, self._place = office, place
        told = [office.name, *(place_lines(place) if place else ())] if office else []
        self.told.setText(". ".join(told))
        may_write = not self._desk.is_looking
        self.open_button.setEnabled(bool(place and place.report))
        self.arrival_button.setEnabled(bool(place and place.report) and may_write)
        self.agree_button.setEnabled(bool(place) and may_write)

    def open(self) -> None:
        """Have the received report shown, where there is one."""
        if self._place and self._place.report:
            self.opened.emit(self._place.office, self._place.period)

    def _agree(self) -> None:
        if self._office and self._place:
            from ui.totals.special_question import SpecialQuestion

            question = SpecialQuestion(self._office, self._place, self._desk.the_office, self)
            question.agreed.connect(self._below.agree)
            question.open()

    def _ask_arrival(self) -> None:
        if self._office and self._place and self._place.report:
            from ui.totals.arrival_question import ArrivalQuestion

            late_by = self._desk.the_office.settings.late_by
            question = ArrivalQuestion(self._office, self._place.report, late_by, self)
            question.corrected.connect(partial(self._correct_arrival, self._place))
            question.open()

    def _correct_arrival(self, place: Place, came: datetime, reason: str) -> None:
        path = self._desk.the_office.path
        work = partial(answers.correct_arrival, path, place.office, place.period, came, reason)
        self._below.start(work).finished.connect(self._desk.tell)
