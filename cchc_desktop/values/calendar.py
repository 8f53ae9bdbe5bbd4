"""Working days: how a deadline is counted from a cut-off day."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

_SATURDAY = 5
"""As Python counts from Monday, and so how many weekdays a week has."""


@dataclass(frozen=True)
class WorkCalendar:
    """Which days offices work: Monday to Friday less the days off, plus weekend days worked in exchange."""

    days_off: Collection[date] = frozenset()
    days_worked: Collection[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        if day in self.days_worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.days_off

    def after(self, day: date, working_days: int) -> date:
        """Return the day that is so many working days after the given one.

        Decree 09/2019/NĐ-CP, article 8, clause 5 asks for at least one between cut-off and deadline.
        """
        while working_days > 0:
            day += timedelta(days=1)
            working_days -= self.is_working(day)
        return day

    def between(self, today: date, deadline: date) -> int:
        """Return how many working days are left from today to the deadline; negative once it has passed."""
        first, last = sorted((today, deadline))
        count = self._working_until(last) - self._working_until(first)
        return count if deadline >= today else -count

    def _working_until(self, day: date) -> int:
        """Working days of our era, without a look at each: deadlines of years ago are asked about too."""
        weeks, rest = divmod(day.toordinal(), 7)  # the first of January of year 1 was a Monday
        weekdays = weeks * _SATURDAY + min(rest, _SATURDAY)
        off, worked = self._exceptions
        return weekdays - bisect_right(off, day) + bisect_right(worked, day)

    @cached_property
    def _exceptions(self) -> tuple[list[date], list[date]]:
        """Weekdays off and weekend days worked, in order."""
        off = {day for day in self.days_off if day.weekday() < _SATURDAY} - set(self.days_worked)
        worked = {day for day in self.days_worked if day.weekday() >= _SATURDAY}
        return sorted(off), sorted(worked)
