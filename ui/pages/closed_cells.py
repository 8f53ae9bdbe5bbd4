"""Why no figure can be typed now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.desk import Desk

_LOOKING = (
    "Tệp đang mở để xem vì nơi khác đang sửa, nên chưa nhập được ở đây. Khi nơi kia đóng tệp, hãy mở lại "
    "tệp này."
)


def why_closed(desk: Desk) -> str:
    """Return why the open report takes no figures, and what opens it, in a sentence or two; "" if it does."""
    report = desk.report
    if report is None:
        return ""
    if desk.is_looking:
        return _LOOKING
    from cchc_desktop.office.figures.locked import lock_on  # only now: a window without a report needs none

    lock = lock_on(report.archive, report.head)
    return lock.words if lock else ""
