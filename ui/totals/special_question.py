"""Ngoại lệ: one office need not report for one period, or may do so later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.dates import read_date
from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import normal
from ui.dialogs.question import Question
from ui.look import GRID
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from cchc_desktop.office.office import Office
    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.rollup.standing import Place


class SpecialQuestion(Question):
    """What is agreed is kept with its reason; nothing agreed takes an exception away."""

    topic = "cap-tren"

    agreed = Signal(object)
    """`SpecialCase`."""

    def __init__(
        self, office: OfficeBelow, place: Place, file: Office, parent: QWidget | None = None
    ) -> None:
        title, period = "Ngoại lệ", place.period
        super().__init__(title, f"{office.name}, {period.name}", f"Hiện nay: {place.words}.", parent)
        self._place = place
        present = file.totals.facts(period).cases.get((office.id, period)) or SpecialCase(office.id, period)
        self.excused = QCheckBox("Được miễn gửi kỳ này")
        self.excused.setChecked(present.is_excused)
        self.deadline = TextLine(short_date(present.deadline) if present.deadline else "")
        self.deadline.setPlaceholderText("Ví dụ 25/9/2026; để trống: hạn chung")
        self.reason = TextLine(present.reason)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._arrange()
        keep = self.add_button("Ghi ngoại lệ", self._keep)
        keep.clicked.disconnect(self.close)
        if present:
            self.add_button("Bỏ ngoại lệ", lambda: self.agreed.emit(SpecialCase(office.id, period)))
        self.add_button("Thôi")

    def _arrange(self) -> None:
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        form.addRow(self.excused)
        for words, field in (("Hạn riêng", self.deadline), ("Lý do", self.reason)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.add_field(fields)
        self.add_field(self.told)

    def _keep(self) -> None:
        reason = normal(self.reason.text())
        if not reason:
            self.told.setText("Ngoại lệ cần có lý do. Hãy ghi lý do, ví dụ số văn bản cho phép.")
            self.reason.setFocus()
            return
        try:
            text = normal(self.deadline.text())
            day = read_date(text) if text else None
        except CchcError as refusal:
            self.told.setText(refusal.message)
            self.deadline.setFocus()
            return
        case = SpecialCase(self._place.office, self._place.period, self.excused.isChecked(), day, reason)
        if not case:
            self.told.setText("Chưa ghi ngoại lệ nào. Hãy đánh dấu miễn gửi, hoặc ghi hạn riêng.")
            return
        self.agreed.emit(case)
        self.close()
