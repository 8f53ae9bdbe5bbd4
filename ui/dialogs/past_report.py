"""A past report read from a file: of which period, and what it would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from ui.dialogs.question import Question

if TYPE_CHECKING:
    from cchc_desktop.office.figures.filling import UnreadRow
    from cchc_desktop.office.figures.importing import PastReport
    from cchc_desktop.template.model import Template
    from cchc_desktop.values.period import Period

TITLE = "Đọc báo cáo kỳ trước"
_PERIODS = 8
_LINES = 6


class PastPeriod(Question):
    """Asks of which period a file is that does not say it."""

    topic = "so-lieu"

    chosen = Signal(object)
    """`Period`."""

    def __init__(self, file: str, likely: Period, parent: QWidget | None = None) -> None:
        super().__init__(
            TITLE,
            f"Tệp {file} là số liệu của kỳ nào?",
            "Trong tệp không ghi kỳ báo cáo.",
            parent,
        )
        self.period = QComboBox()
        self.period.setAccessibleName("Kỳ của số liệu")
        period = likely
        for _ in range(_PERIODS):
            self.period.addItem(period.title, period)
            period = period.previous
        self.add_field(self.period)
        self.add_button("Đọc thử", lambda: self.chosen.emit(self.period.currentData()))
        self.add_button("Thôi")


class PastReportQuestion(Question):
    """Tells how many rows were read before anything is written."""

    topic = "so-lieu"

    agreed = Signal()

    def __init__(self, file: str, past: PastReport, parent: QWidget | None = None) -> None:
        filling, head = past.filling, past.prepared.head
        prose = f", {len(past.prose)} mục lời văn" if past.prose else ""
        super().__init__(
            TITLE,
            f"Đọc báo cáo {head.period.name} từ tệp {file}?",
            f"{filling.new} dòng có số liệu, {filling.skipped} dòng để trống, {len(filling.unread)} dòng cần "
            f"xem lại{prose}. Chưa có gì được ghi. {past.remark}".rstrip(),
            parent,
        )
        if filling.unread:
            template = past.prepared.form.template
            told = QPlainTextEdit("\n".join(_told(row, template) for row in filling.unread))
            told.setReadOnly(True)
            told.setAccessibleName("Những dòng cần xem lại")
            told.setFixedHeight(self.fontMetrics().lineSpacing() * (_LINES + 1))
            self.add_field(told)
        self.read_button = self.add_button("Đọc vào", self.agreed.emit)
        self.read_button.setEnabled(bool(filling.entries or past.prose))
        self.add_button("Thôi")


def _told(row: UnreadRow, template: Template) -> str:
    """Where the row stands in the file, which row of the form it is, and why it was not read."""
    where = f"{row.place[0].upper()}{row.place[1:]} của tệp"
    if row.code:
        known = template.indicators[row.code]
        place = template.appendix_of(row.code).title
        where += f" ({known.stt.rstrip('.') or known.label}, {place})"
    return f"{where}: {row.reason}"
