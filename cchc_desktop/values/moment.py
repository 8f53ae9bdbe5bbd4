"""Moments as every page, letter and command writes them: in the time of this machine, hour before day."""

from datetime import datetime

from cchc_desktop.values.period import short_date


def short_moment(moment: datetime) -> str:
    """Return `08:30 15/9/2026`, for a column or a list; a moment without a zone is one of this machine."""
    here = moment.astimezone()
    return f"{here:%H:%M} {short_date(here.date())}"


def moment_in_sentence(moment: datetime) -> str:
    """Return `08:30 ngày 15/9/2026`, for words like `từ …` and `đến lúc …`."""
    here = moment.astimezone()
    return f"{here:%H:%M} ngày {short_date(here.date())}"
