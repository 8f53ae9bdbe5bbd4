"""The line at the foot: what is saved, what still waits, when the report is due."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from cchc_desktop.values.period import short_date
from ui.look import GRID
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk


class ReportStatus(ElidedLabel):
    """`Đã lưu 10:32 · còn 3 dòng chưa trả lời · hạn gửi 16/9/2026 (còn 2 ngày làm việc)`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setContentsMargins(GRID, 0, GRID, 0)
        self.setAccessibleName("Tình trạng lưu")
        desk.opened.connect(self._tell)
        desk.changed.connect(self._tell)

    def tell_saved(self) -> None:
        """Answer a wish to save: there is nothing left to save."""
        self._tell(asked=True)

    def _tell(self, _changes: object = None, *, asked: bool = False) -> None:
        report = self._desk.report
        if report is None:
            self.clear()
            return
        saved = self._desk.saved or (datetime.now().astimezone() if asked else None)
        parts = [
            f"Đã lưu {saved:%H:%M}" if saved else "",
            _answered(report),
            f"hạn gửi {_due(report)}",
        ]
        line = " · ".join(part for part in parts if part)
        self.setText(line[0].upper() + line[1:])
        self.setToolTip(self.text())


def _answered(report: OpenReport) -> str:
    """How far the figures are; of a report that has none, the prose."""
    if not report.template.indicators:
        from ui.prose.progress import written_count

        written, sections = written_count(report)
        return f"đã viết {written}/{sections} mục"
    done = report.form.completeness
    waiting = done.required - done.answered
    return f"còn {waiting} dòng chưa trả lời{_preset(report)}" if waiting else "đã trả lời mọi dòng"


def _preset(report: OpenReport) -> str:
    """Why a report that nobody has typed into has answers."""
    from cchc_desktop.office.beginning import as_begun

    count = len(as_begun(report.form))
    return f" (biểu mẫu đã điền sẵn {count} dòng)" if count else ""


def _due(report: OpenReport) -> str:
    """The deadline; how far it is while the figures are not final."""
    due = short_date(report.head.deadline)
    if report.head.stage.holds_figures:
        return due
    from cchc_desktop.office.deadline import due_words, working_days_left

    return f"{due} ({due_words(working_days_left(datetime.now().astimezone().date(), report.head.deadline))})"
