"""Working days: how a deadline is counted from a cut-off day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
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
        span = (last - first).days
        count = sum(self.is_working(first + timedelta(days=step)) for step in range(1, span + 1))
        return count if deadline >= today else -count
