"""What the window's title says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.office.printed.phrases import report_title

if TYPE_CHECKING:
    from ui.desk import Desk

PRODUCT = "Báo cáo cải cách hành chính"
_SAMPLE_MARK = " (SỐ LIỆU MẪU)"
_LOOK_MARK = " (CHỈ XEM)"


def title_of(desk: Desk) -> str:
    """Return whose report is open, and for what period, with the marks nobody may miss."""
    office, report = desk.office, desk.report
    if office is None:
        return PRODUCT
    title = f"{office.profile.name} · {report_title(report.head.period) if report else PRODUCT}"
    title += _SAMPLE_MARK if office.profile.is_sample else ""
    return title + (_LOOK_MARK if desk.is_looking else "")
