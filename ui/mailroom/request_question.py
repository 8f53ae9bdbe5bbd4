"""A superior's request before it is received: what it asks, what its form set adds, whose key signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cchc_desktop.values.period import short_date
from ui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cchc_desktop.office.mailroom.glancing import Glance
    from cchc_desktop.template.model import Template
    from cchc_desktop.values.codes import IndicatorCode

_LINES = 12
_WIDTH_IN_DIGITS = 90
_POLICIES = {
    "ignored": "Phát hiện chưa xử lý không cản việc gửi.",
    "warned": "Gửi khi còn phát hiện chưa xử lý thì được nhắc.",
    "stop": "Phải sửa hoặc giải trình mọi phát hiện trước khi gửi.",
}


class RequestQuestion(Question):
    """Receiving it installs the set and opens the report."""

    topic = "gui-nhan"

    def __init__(self, glance: Glance, receive: Callable[[], None], parent: QWidget | None = None) -> None:
        payload = glance.look.payload
        super().__init__(
            "Yêu cầu báo cáo",
            f"{payload.OrganName} yêu cầu báo cáo {glance.period.name}, hạn gửi "
            f"{short_date(payload.DueDate)}.",
            "\n".join(_facts(glance)),
            parent,
        )
        rows = "\n".join(_rows(glance))
        self.rows = QPlainTextEdit(rows)
        self.rows.setReadOnly(True)
        self.rows.setAccessibleName("Các dòng thêm, sửa và bỏ")
        self.rows.setTabChangesFocus(True)
        self.rows.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.rows.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)
        if rows:
            self.add_field(self.rows)
        self.go_button = self.add_button(
            "Nhận và mở báo cáo" if glance.has_report else "Nhận và lập báo cáo", receive
        )
        self.add_button("Chưa nhận")


def _facts(glance: Glance) -> Iterator[str]:
    payload = glance.look.payload
    first, last = short_date(payload.window.first), short_date(payload.window.last)
    yield f"Số liệu tính từ ngày {first} đến ngày {last}."
    yield _POLICIES[payload.open_findings]
    if payload.text:
        yield f"Nội dung: {payload.text}"
    yield glance.look.words
    if glance.is_key_known:
        yield f"Chữ ký đúng mã khóa đã biết của cơ quan này: {glance.code}."
    else:
        yield f"Mã khóa của nơi gửi: {glance.code}. Hãy gọi điện cho nơi gửi để đối chiếu mã này."
    if glance.has_report:
        yield "Báo cáo kỳ này đang làm được dùng tiếp, với thời gian và hạn gửi mới."


def _rows(glance: Glance) -> Iterator[str]:
    look = glance.look
    if look.is_known or look.before is None:
        return
    yield from _listed("Thêm", look.template, look.added)
    yield from _listed("Sửa", look.template, look.changed)
    yield from _listed("Bỏ", look.before, look.left_out)


def _listed(what: str, template: Template, codes: tuple[IndicatorCode, ...]) -> Iterator[str]:
    for code in codes:
        row = template.indicators[code]
        yield f"{what}: {row.stt} {row.label} ({template.appendix_of(code).title})"
