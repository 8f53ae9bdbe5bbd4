"""Working days: Tết, weekends, and Saturdays worked in exchange."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.calendar import WorkCalendar

_PLAIN = WorkCalendar()
_TET = WorkCalendar(
    days_off=frozenset({date(2026, 2, day) for day in (16, 17, 18, 19, 20)}),
    days_worked=frozenset({date(2026, 2, 28)}),
)
_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_offices_work_from_monday_to_friday() -> None:
    monday = date(2026, 9, 14)
    week = [_PLAIN.is_working(monday + timedelta(days=step)) for step in range(7)]
    assert week == [True] * 5 + [False] * 2


def test_days_off_and_days_worked_in_exchange_change_the_week() -> None:
    assert not _TET.is_working(date(2026, 2, 18))
    assert _TET.is_working(date(2026, 2, 28))
    assert not _TET.is_working(date(2026, 2, 21))


def test_a_day_worked_by_decree_is_worked_even_where_it_is_a_day_off_too() -> None:
    both = frozenset({date(2026, 2, 18)})
    assert WorkCalendar(days_off=both, days_worked=both).is_working(date(2026, 2, 18))


@pytest.mark.parametrize(
    ("calendar", "day", "count", "due"),
    [
        (_PLAIN, date(2026, 9, 14), 2, date(2026, 9, 16)),
        (_PLAIN, date(2026, 3, 14), 2, date(2026, 3, 17)),  # a Saturday
        (_PLAIN, date(2026, 9, 11), 1, date(2026, 9, 14)),  # over a weekend
        (_TET, date(2026, 2, 14), 2, date(2026, 2, 24)),  # over Tết
        (_TET, date(2026, 2, 26), 2, date(2026, 2, 28)),  # a Saturday worked in exchange
        (_PLAIN, date(2026, 9, 14), 0, date(2026, 9, 14)),
    ],
)
def test_a_deadline_counts_working_days_only(
    calendar: WorkCalendar, day: date, count: int, due: date
) -> None:
    assert calendar.after(day, count) == due


@given(_DAYS, st.integers(1, 15))
def test_the_days_left_to_a_deadline_are_the_days_it_was_set_at(day: date, count: int) -> None:
    deadline = _TET.after(day, count)
    assert _TET.is_working(deadline)
    assert _TET.between(day, deadline) == count


def test_after_the_deadline_the_days_left_are_negative() -> None:
    assert _PLAIN.between(date(2026, 9, 16), date(2026, 9, 14)) == -2
    assert _PLAIN.between(date(2026, 9, 14), date(2026, 9, 14)) == 0
    assert _PLAIN.between(date(2026, 9, 13), date(2026, 9, 12)) == 0  # a weekend: nothing missed yet


@given(st.dates(date(2015, 1, 1), date(2027, 1, 1)), st.integers(0, 900))
def test_days_left_are_counted_as_if_each_day_were_looked_at(today: date, away: int) -> None:
    deadline = today + timedelta(days=away)
    days = [today + timedelta(days=step) for step in range(1, away + 1)]
    assert _TET.between(today, deadline) == sum(map(_TET.is_working, days))
