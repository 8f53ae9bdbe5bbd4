"""Sửa lúc nhận: when a report really came, which decides whether it was late."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.dates import read_date
from cchc_desktop.rollup.standing import LateBy
from cchc_desktop.values.moment import moment_in_sentence
from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import normal
from ui.dialogs.field_form import field_form, text_field
from ui.dialogs.question import Question
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.rollup.standing import Received

_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?")
"""`8:30`, `8h30`, `8 g 30`, `8h`."""
_NO_HOUR = "Giờ nhận viết như 8:30 hoặc 14h05. Hãy ghi lại giờ."
_NO_REASON = "Sửa lúc nhận cần có lý do. Hãy ghi lý do, ví dụ “Thư đến hộp thư chung ngày 15/9”."
_YET_TO_COME = "Lúc ghi còn ở phía trước. Hãy ghi lúc đã thực sự nhận được báo cáo."
_OTHER_MOMENT = (
    "Cài đặt của cơ quan tính muộn theo lúc khác, nên sửa lúc nhận chưa đổi việc báo cáo này muộn hay không."
)


class ArrivalQuestion(Question):
    """Day, hour and the reason, which the journal keeps."""

    topic = "cap-tren"

    corrected = Signal(object, str)
    """`datetime` with the zone of this machine, and the reason."""

    def __init__(
        self, office: OfficeBelow, report: Received, late_by: LateBy, parent: QWidget | None = None
    ) -> None:
        came = report.came.astimezone()
        again = " Báo cáo đã gửi nhiều lần: sửa lúc nhận lần đầu." if report.is_corrected else ""
        other = "" if late_by is LateBy.CAME else f" {_OTHER_MOMENT}"
        super().__init__(
            "Sửa lúc nhận",
            f"{office.name}, {report.period.name}: báo cáo đến lúc nào?",
            f"Đang ghi {moment_in_sentence(came)}.{again}{other}",
            parent,
        )
        self.day = text_field("Ngày nhận", "ngày/tháng/năm")
        self.hour = text_field("Giờ nhận", "giờ:phút")
        self.reason = text_field("Lý do", "ví dụ: Thư đến hộp thư chung, chiều mới chuyển")
        self.day.setText(short_date(came.date()))
        self.hour.setText(f"{came:%H:%M}")
        self.told = plain_label()
        self.add_field(field_form(self.day, self.hour, self.reason))
        self.add_field(self.told)
        self.go_button = self.add_button("Sửa lúc nhận", self._correct)
        self.go_button.clicked.disconnect(self.close)
        self.add_button("Thôi")

    def _correct(self) -> None:
        try:
            day = read_date(normal(self.day.text()))
        except CchcError as refusal:
            self._tell(refusal.message, self.day)
            return
        hour, reason = _read_hour(normal(self.hour.text())), normal(self.reason.text())
        if hour is None:
            self._tell(_NO_HOUR, self.hour)
        elif (came := datetime.combine(day, hour).astimezone()) > datetime.now().astimezone():
            self._tell(_YET_TO_COME, self.day)
        elif not reason:
            self._tell(_NO_REASON, self.reason)
        else:
            self.corrected.emit(came, reason)
            self.close()

    def _tell(self, words: str, field: QWidget) -> None:
        self.told.setText(words)
        field.setFocus()


def _read_hour(text: str) -> time | None:
    found = _HOUR.fullmatch(text.lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
