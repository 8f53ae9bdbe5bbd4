"""Which of many backups are worth their room: everything recent, then one a day, a week, a month."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from datetime import date, datetime

ALL_OF_LAST = timedelta(days=2)
"""Younger backups all stay."""
DAYS, WEEKS, MONTHS, YEARS = 12, 10, 12, 5
"""Of so many of the latest days, weeks, months and years that have backups, the last one stays.

Days without a backup do not count: an office that works four times a year keeps its last twelve times.
"""

Backup = TypeVar("Backup")

_SPANS: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
    (DAYS, lambda day: day),
    (WEEKS, lambda day: day.isocalendar()[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
    (YEARS, lambda day: day.year),
)


def surplus(backups: Mapping[Backup, datetime], now: datetime) -> set[Backup]:
    """Return which of these backups, each with its moment, need not be kept.

    A moment in the future (the PC's clock was wrong) counts as recent.
    """
    newest_first = sorted(backups, key=lambda each: backups[each], reverse=True)
    worth = {each for each in newest_first if backups[each] > now - ALL_OF_LAST}
    for wanted, span_of in _SPANS:
        last: dict[Hashable, Backup] = {}
        for each in newest_first:
            last.setdefault(span_of(backups[each].date()), each)
        worth.update(list(last.values())[:wanted])
    return set(backups) - worth
