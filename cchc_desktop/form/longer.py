"""A longer period's figures, made of the office's own reports for the shorter periods within it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from cchc_desktop.form.computing import added
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.template.model import Indicator, Kind, Template, TimeBehaviour
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Span, Window

_ADDED_UP = (Kind.WHOLE, Kind.MONEY)


@dataclass(frozen=True)
class Part:
    """A report for a shorter period: its form, and the days that it really counted."""

    form: Form
    window: Window


@dataclass(frozen=True)
class Derivation:
    """What the shorter reports make of a longer period."""

    form: Form
    """The longer period's form as the parts give it; without parts every row is blank."""
    parts: tuple[Form, ...] = ()
    """The forms used, the oldest first; none where they leave days out or count days twice."""
    missing: tuple[Period, ...] = ()
    """The shorter periods that have no report yet, where others within the longer one have theirs."""
    untiled: tuple[Period, ...] = ()
    """Where no report is missing: the shorter periods whose counted days do not follow on one another."""

    def answer(self, code: IndicatorCode) -> Answer:
        """Return what the parts make of the row."""
        return self.form.answer(code)

    def sources(self, code: IndicatorCode) -> tuple[Form, ...]:
        """Return the forms whose figures make the row's: all that are added up, or the last; none for
        computed rows, which rest on the longer period's own rows.
        """
        row = self.form.template.indicators[code]
        if not row.is_asked:
            return ()
        return self.parts if _adds_up(row) else self.parts[-1:]


def derive(template: Template, period: Period, window: Window, shorter: Iterable[Part]) -> Derivation:
    """Return what the reports of shorter periods make of a longer one.

    Their counted days have to follow on one another without gap or overlap, from the first to the last day
    of the window: whatever the law says of windows, only then is nothing left out or counted twice. Of two
    ways to get there the one with fewer, longer reports is taken: the later report knows better.

    A flow is added up, a stock and a cumulative figure is the last part's, a computed row is worked out
    again. A flow's states go by the rule of computed totals: one blank part leaves the row blank, one that
    comes later makes it come later, parts that have not arisen or are not competent add nothing to the
    numbers of the others, and where all say so the row says so. A typed percentage and a code cannot be added
    up: as flows they stay blank.
    """
    empty = Form(template, period)
    within = [part for part in shorter if lies_within(part.form.period, period)]
    chain = next(_chains(within, window), None)
    if chain is None:
        missing = tuple(_uncovered(within, period)) if within else ()
        periods = tuple(sorted(part.form.period for part in within))
        return Derivation(empty, missing=missing, untiled=() if missing else periods)
    entries = {
        row.code: Entry(answer)
        for row in template.indicators.values()
        if row.is_asked and not (answer := _answer(row, chain)).is_blank
    }
    return Derivation(empty.with_entries(entries), chain)


def _adds_up(row: Indicator) -> bool:
    return row.time is TimeBehaviour.FLOW


def _answer(row: Indicator, parts: tuple[Form, ...]) -> Answer:
    if not _adds_up(row):
        return parts[-1].answer(row.code)
    return added([part.answer(row.code) for part in parts]) if row.kind in _ADDED_UP else BLANK


def lies_within(inner: Period, outer: Period) -> bool:
    """Whether the first period is shorter than the second and all of it within."""
    first, end = _months(outer)
    inner_first, inner_end = _months(inner)
    return first <= inner_first and inner_end <= end and inner.months < outer.months


def _months(period: Period) -> tuple[int, int]:
    """The first month of a period, counted from year 0, and the first after it."""
    end = period.year * 12 + period.last_month
    return end - period.months, end


def _chains(parts: list[Part], window: Window) -> Iterator[tuple[Form, ...]]:
    """Ways through the window from part to part, the longest steps first."""
    starting = [part for part in parts if part.window.first == window.first]
    for part in sorted(starting, key=lambda part: part.window.last, reverse=True):
        if part.window.last == window.last:
            yield (part.form,)
        elif part.window.last < window.last:
            rest = Window(part.window.last + timedelta(days=1), window.last)
            yield from ((part.form, *others) for others in _chains(parts, rest))


def _uncovered(parts: list[Part], period: Period) -> Iterator[Period]:
    """Quarters (of a quarter: months) within the period that no part covers."""
    step = Span.MONTH if period.span is Span.QUARTER else Span.QUARTER
    covered = {month for part in parts for month in range(*_months(part.form.period))}
    for first in range(*_months(period), step.value):
        last = first + step.value - 1
        if not covered.issuperset(range(first, last + 1)):
            yield Period(last // 12, last % 12 + 1, step.value)
