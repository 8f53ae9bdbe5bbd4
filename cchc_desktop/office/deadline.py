"""When a report is due."""

import tomllib
from datetime import date
from functools import cache

from cchc_desktop import bundled
from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.settings import DEFAULTS
from cchc_desktop.values.calendar import WorkCalendar
from cchc_desktop.values.period import Period, Window


@cache
def work_calendar() -> WorkCalendar:
    """Return the days offices work, as shipped; outside of 2015 to 2045 nothing is known but weekends."""
    days = tomllib.loads(bundled.calendar().read_text(encoding="utf-8"))
    return WorkCalendar(frozenset(days["days-off"]), frozenset(days["days-worked"]))


def default_deadline(period: Period, window: Window, working_days: int = DEFAULTS.working_days) -> date:
    """Return the day so many working days after the cut-off, which is what `Settings.working_days` says.

    An office that stops counting before the lawful cut-off is not due any sooner.
    """
    return work_calendar().after(max(window.last, period.window.last), working_days)


def window_warning(head: ReportHead) -> str:
    """Return what to say of a window that is not the period's lawful one; empty where it is."""
    lawful = head.period.window
    if head.window == lawful:
        return ""
    return (
        f"Số liệu được tính {head.window}, khác thời gian theo quy định ({lawful}). "
        "Hãy nêu rõ trong báo cáo, hoặc chọn lại thời gian."
    )


def working_days_left(today: date, deadline: date) -> int:
    """Return the working days from today to the deadline; negative once it has passed."""
    return work_calendar().between(today, deadline)


def due_words(working_days_left: int) -> str:
    """Return how far a deadline is: `còn 2 ngày làm việc`, `hôm nay`, `quá 3 ngày làm việc`."""
    if working_days_left < 0:
        return f"quá {-working_days_left} ngày làm việc"
    return f"còn {working_days_left} ngày làm việc" if working_days_left else "hôm nay"
