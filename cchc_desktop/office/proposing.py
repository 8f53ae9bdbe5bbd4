"""Which report is due next."""

from dataclasses import dataclass
from datetime import date, timedelta

from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.office import Office
from cchc_desktop.template.catalogue import NoTemplate
from cchc_desktop.values.period import Period, Span, Window, short_date

_STILL_OWED = timedelta(days=30)
"""How long after its deadline a report that nobody has begun is still the one to begin."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A report to open next."""

    period: Period
    window: Window
    deadline: date
    templates: str
    """Id of the form set in force; empty where none fits and a person has to choose."""

    @property
    def words(self) -> str:
        """The proposal in a sentence: `Quý IV năm 2026, tính từ ngày 15/9/2026 đến ngày …, hạn gửi …`."""
        name = self.period.name
        return f"{name[0].upper()}{name[1:]}, tính {self.window}, hạn gửi {short_date(self.deadline)}."


def propose(office: Office, today: date) -> Proposal:
    """Return the report to open next, of the length the office last used, a quarter at first.

    Where several lengths end on one day, as a quarter and a half year do, the shortest is the habit. Proposed
    is the last period whose figures are complete, if it has no report yet and was due no longer than a month
    ago; else the one being counted now; else the first after it that has no report.
    """
    period = _period(office, today)
    counted = period.window
    due = default_deadline(period, counted, office.settings.working_days)
    try:
        templates = office.catalogue().choose(office.profile.level, counted).id
    except NoTemplate:
        templates = ""
    return Proposal(period, counted, due, templates)


def _period(office: Office, today: date) -> Period:
    taken = {head.period for head in office.reports()}
    last = max(taken, key=lambda period: (period.window.last, -period.months), default=None)
    period = _counted_on(today, last.span if last else Span.QUARTER)
    before = _ending_before(period)
    due = default_deadline(before, before.window, office.settings.working_days)
    if before not in taken and today <= due + _STILL_OWED:
        return before
    while period in taken:
        period = period.following
    return period


def _counted_on(day: date, span: Span) -> Period:
    """The earliest period of that length whose figures are still being counted on the day."""
    return min(
        (period for period in _around(day.year, span) if day <= period.window.last),
        key=lambda period: period.window.last,
    )


def _ending_before(period: Period) -> Period:
    return max(
        (other for other in _around(period.year, period.span) if other.window.last < period.window.last),
        key=lambda other: other.window.last,
    )


def _around(year: int, span: Span) -> list[Period]:
    """Every period of that length that ends in the year or in one beside it."""
    if span is Span.NINE_MONTHS:
        return [Period(each, 9, span.value) for each in (year - 1, year, year + 1)]
    return [
        Period(each, last_month, span.value)
        for each in (year - 1, year, year + 1)
        for last_month in range(span.value, 13, span.value)
    ]
