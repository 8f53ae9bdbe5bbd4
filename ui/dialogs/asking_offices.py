"""Lập yêu cầu báo cáo: what a superior asks of all its offices, in one file for them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.mailroom.requests_out import Request
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period, Window, short_date
from cchc_desktop.values.text import normal
from ui.dialogs.field_form import choice, field_form, text_field
from ui.dialogs.question import Question
from ui.widgets.cover_fields import read_date

if TYPE_CHECKING:
    from cchc_desktop.template.catalogue import Catalogue

_PARTS = ("Q1", "Q2", "H1", "Q3", "9M", "Q4", "H2", "")
_BELOW = {
    Level.PROVINCE: (Level.COMMUNE, Level.DEPARTMENT, Level.DISTRICT),
    Level.DISTRICT: (Level.COMMUNE,),
}
_POLICIES = {
    "Được nhắc khi gửi": "warned",
    "Phải sửa hoặc giải trình hết mới gửi được": "stop",
    "Không xét": "ignored",
}
_IN_FORCE = "Bộ đang có hiệu lực"


class RequestDialog(Question):
    """Days and deadline are proposed for the chosen period and may be changed."""

    topic = "cap-tren"

    agreed = Signal(object)
    """`Request`."""

    def __init__(
        self,
        own: Level,
        proposed: Period,
        catalogue: Catalogue,
        working_days: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Lập yêu cầu báo cáo",
            "Yêu cầu các đơn vị báo cáo kỳ nào?",
            "Một tệp dùng chung cho mọi đơn vị: kỳ, thời gian, hạn gửi và chính bộ biểu mẫu. Đơn vị không có "
            "chương trình điền thẳng vào tệp bằng Excel rồi gửi lại.",
            parent,
        )
        self._catalogue, self._working_days = catalogue, working_days
        levels = _BELOW.get(own, (Level.COMMUNE,))
        self.period = choice("Kỳ báo cáo", [(each.title, str(each)) for each in _around(proposed.year)])
        self.level = choice("Gửi cho cấp", [(_title(each.label), each) for each in levels])
        self.templates = choice("Bộ biểu mẫu", [])
        self.first = text_field("Số liệu từ ngày", "ngày/tháng/năm")
        self.last = text_field("Số liệu đến ngày", "ngày/tháng/năm")
        self.deadline = text_field("Hạn gửi", "ngày/tháng/năm")
        self.text = text_field("Nội dung", "ví dụ: Gửi đúng hạn để kịp tổng hợp")
        self.findings = choice("Phát hiện chưa xử lý", list(_POLICIES.items()))
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        fields = (self.period, self.level, self.templates, self.first, self.last, self.deadline)
        self.add_field(field_form(*fields, self.text, self.findings))
        self.add_field(self.remark)
        self.go_button = self.add_button("Chọn nơi đặt tệp…", self._agree)
        self.add_button("Thôi")
        self.period.currentIndexChanged.connect(self._propose)
        self.level.currentIndexChanged.connect(self._list_sets)
        for field in (self.first, self.last, self.deadline):
            field.textChanged.connect(self._weigh)
        self.period.setCurrentIndex(max(self.period.findData(str(proposed)), 0))
        self._list_sets()
        self._propose()

    @property
    def asked(self) -> Request | None:
        """The request so far; None while a date is none, or dates are not in order."""
        first, last, due = (read_date(field.text()) for field in (self.first, self.last, self.deadline))
        if first is None or last is None or due is None or not first <= last <= due:
            return None
        return Request(
            Period.read(str(self.period.currentData())),
            self.level.currentData(),
            str(self.templates.currentData() or ""),
            Window(first, last),
            due,
            normal(self.text.text()),
            self.findings.currentData(),
        )

    def _propose(self) -> None:
        period = Period.read(str(self.period.currentData()))
        window = period.window
        self.first.setText(short_date(window.first))
        self.last.setText(short_date(window.last))
        self.deadline.setText(short_date(default_deadline(period, window, self._working_days)))

    def _list_sets(self) -> None:
        self.templates.clear()
        self.templates.addItem(_IN_FORCE, "")
        for each in self._catalogue.editions:
            if each.level is self.level.currentData():
                self.templates.addItem(f"{each.id} phiên bản {each.version} – {each.name}", each.id)

    def _weigh(self) -> None:
        is_sound = self.asked is not None
        self.remark.setText("" if is_sound else "Ngày viết như 15/9/2026, theo thứ tự: từ, đến, hạn gửi.")
        self.go_button.setEnabled(is_sound)

    def _agree(self) -> None:
        if asked := self.asked:
            self.agreed.emit(asked)


def _around(year: int) -> list[Period]:
    """The periods of the year, of the one before and of the one after; months are asked for by nobody."""
    years = (year, year + 1, year - 1)
    return [Period.read(f"{each}-{part}".removesuffix("-")) for each in years for part in _PARTS]


def _title(words: str) -> str:
    return words[0].upper() + words[1:]
