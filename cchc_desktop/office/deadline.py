"""When a report is due."""

from datetime import date

from cchc_desktop import bundled
from cchc_desktop.values.period import Window

DEFAULT_WORKING_DAYS = 2
"""No national day is set; provinces use two working days after the cut-off (Decree 09/2019, article 8, asks
for one at least).
"""


def default_deadline(window: Window) -> date:
    """Return the day two working days after the window's last day; an office may set another."""
    return bundled.work_calendar().after(window.last, DEFAULT_WORKING_DAYS)


def working_days_left(today: date, deadline: date) -> int:
    """Return the working days from today to the deadline; negative once it has passed."""
    return bundled.work_calendar().between(today, deadline)
