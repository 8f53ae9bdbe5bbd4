"""When a report is due, and what is said of days that are not the period's own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.deadline import default_deadline, due_words, window_warning
from cchc_desktop.values.period import Period, Window

PERIOD = Period.read("2026-Q3")
HEAD = ReportHead(PERIOD, "X25", "1", PERIOD.window, date(2026, 9, 16))


def test_days_other_than_the_lawful_ones_are_warned_of_with_both() -> None:
    early = replace(HEAD, window=Window(PERIOD.window.first, PERIOD.window.last - timedelta(days=4)))
    assert window_warning(HEAD) == ""
    assert str(early.window) in window_warning(early)
    assert str(PERIOD.window) in window_warning(early)


def test_who_stops_counting_early_is_due_no_sooner_and_who_counts_on_is_due_later() -> None:
    first, last = PERIOD.window.first, PERIOD.window.last
    assert last == date(2026, 9, 14)  # a Monday
    assert default_deadline(PERIOD, Window(first, last), 2) == date(2026, 9, 16)
    assert default_deadline(PERIOD, Window(first, date(2026, 9, 1)), 2) == date(2026, 9, 16)
    assert default_deadline(PERIOD, Window(first, date(2026, 9, 17)), 2) == date(2026, 9, 21)


@pytest.mark.parametrize(
    ("days", "words"), [(2, "còn 2 ngày làm việc"), (0, "hôm nay"), (-3, "quá 3 ngày làm việc")]
)
def test_how_far_a_deadline_is_stands_in_words(days: int, words: str) -> None:
    assert due_words(days) == words
