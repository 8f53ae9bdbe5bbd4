"""Offices × periods: who has sent, who is late, what stands where."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cchc_desktop.form.review import Review
from cchc_desktop.rollup.offices import OfficeBelow, Offices
from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.rollup.standing import Place, Received, Standing, days_late
from cchc_desktop.values.calendar import WorkCalendar
from cchc_desktop.values.period import Period

Key = tuple[str, Period]
"""Office and period."""


@dataclass(frozen=True)
class Matrix:
    """The places of some offices in some periods."""

    offices: tuple[OfficeBelow, ...]
    periods: tuple[Period, ...]
    places: Mapping[Key, Place]

    def place(self, office: str, period: Period) -> Place:
        """Return where the office's report for the period stands."""
        return self.places[office, period]

    def awaited(self, period: Period) -> tuple[Place, ...]:
        """Return, in the order of offices, who still owes a report for the period."""
        places = (self.places[office.id, period] for office in self.offices)
        return tuple(place for place in places if place.standing.is_awaited)


_STANDINGS = {review: Standing(review.value) for review in Review}


@dataclass(frozen=True)
class Facts:
    """What a matrix is made of, whatever offices and periods are looked at."""

    offices: Offices
    received: Mapping[Key, Received]
    questions: Collection[Key]
    """Where something came that waits for a person's decision, and nothing counts."""
    cases: Mapping[Key, SpecialCase]
    deadline: Callable[[Period], date]
    """Until when everybody is to report."""
    calendar: WorkCalendar
    today: date

    def place(self, office: OfficeBelow, period: Period, expected: Iterable[str]) -> Place:
        """Return where the office's report for the period stands; `expected`: ids of who is to report."""
        key = office.id, period
        case = self.cases.get(key) if self.cases else None
        due = case.deadline if case and case.deadline else self.deadline(period)
        if report := self.received.get(key):
            late = self._late(due, report.came)
            return Place(office.id, period, _STANDINGS[report.stage], due, late, report)
        if key in self.questions:
            return Place(office.id, period, Standing.QUESTIONS, due)
        if office.id not in expected:
            return Place(office.id, period, Standing.NOT_EXPECTED)
        if case and case.is_excused:
            return Place(office.id, period, Standing.EXCUSED)
        late = days_late(self.calendar, due, self.today)
        return Place(office.id, period, Standing.OVERDUE if late else Standing.NOT_SENT, due, late)

    def _late(self, due: date, came: datetime) -> int:
        if came.date() < due:  # in UTC; here it is that day or the next one
            return 0
        return days_late(self.calendar, due, came.astimezone().date())


def matrix(facts: Facts, periods: Sequence[Period], group: str = "") -> Matrix:
    """Return the places of who is to report, or has, in one of the periods; of one group if it is named."""
    expected = {period: {each.id for each in facts.offices.expected(period.window)} for period in periods}
    shown = tuple(
        office
        for office in facts.offices
        if (not group or office.group == group)
        and any(office.id in expected[each] or (office.id, each) in facts.received for each in periods)
    )
    places = {
        (office.id, period): facts.place(office, period, expected[period])
        for period in periods
        for office in shown
    }
    return Matrix(shown, tuple(periods), places)
