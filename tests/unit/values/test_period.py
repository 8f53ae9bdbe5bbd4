"""Reporting periods, their windows and names (Decree 09/2019, article 12)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.period import Period, PeriodRefused, Span, Window, long_date, short_date

_PARTS = (*(f"-{month:02}" for month in range(1, 13)), "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-9M", "")
_WRITINGS = st.builds(lambda year, part: f"{year}{part}", st.integers(2001, 2098), st.sampled_from(_PARTS))


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("2026-01", date(2025, 12, 15), date(2026, 1, 14), "tháng 1 năm 2026"),
        ("2026-06", date(2026, 5, 15), date(2026, 6, 14), "tháng 6 năm 2026"),
        ("2026-Q1", date(2025, 12, 15), date(2026, 3, 14), "quý I năm 2026"),
        ("2026-Q2", date(2026, 3, 15), date(2026, 6, 14), "quý II năm 2026"),
        ("2026-Q3", date(2026, 6, 15), date(2026, 9, 14), "quý III năm 2026"),
        ("2026-Q4", date(2026, 9, 15), date(2026, 12, 14), "quý IV năm 2026"),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14), "6 tháng đầu năm 2026"),
        ("2026-H2", date(2026, 6, 15), date(2026, 12, 14), "6 tháng cuối năm 2026"),
        ("2026-9M", date(2025, 12, 15), date(2026, 9, 14), "9 tháng năm 2026"),
        ("2026", date(2025, 12, 15), date(2026, 12, 14), "năm 2026"),
    ],
)
def test_each_period_counts_the_days_of_the_decree(text: str, first: date, last: date, name: str) -> None:
    period = Period.read(text)
    assert period.window == Window(first, last)
    assert (period.name, period.title.lower()) == (name, name.lower())
    assert period.title[0] == name[0].upper()
    assert str(period) == text


@given(_WRITINGS)
def test_a_period_reads_back_as_it_is_written(text: str) -> None:
    assert str(Period.read(text)) == text
    assert Period.read(f" {text.lower()} ") == Period.read(text)


@given(_WRITINGS)
def test_windows_of_periods_that_follow_leave_no_day_out_and_count_none_twice(text: str) -> None:
    period = Period.read(text)
    assert period.following.previous == period
    assert period.previous.following == period
    if period.span is Span.NINE_MONTHS:
        return  # from October to December nobody reports nine months
    assert period.following.window.first == period.window.last + timedelta(days=1)
    assert period.previous.window.last == period.window.first - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "previous", "following"),
    [
        ("2026-01", "2025-12", "2026-02"),
        ("2026-Q1", "2025-Q4", "2026-Q2"),
        ("2026-Q4", "2026-Q3", "2027-Q1"),
        ("2026-H1", "2025-H2", "2026-H2"),
        ("2026-9M", "2025-9M", "2027-9M"),
        ("2026", "2025", "2027"),
    ],
)
def test_a_period_knows_its_neighbours_of_the_same_length(text: str, previous: str, following: str) -> None:
    assert str(Period.read(text).previous) == previous
    assert str(Period.read(text).following) == following


def test_last_years_same_period_ends_in_the_same_month() -> None:
    assert str(Period.read("2026-Q3").a_year_earlier) == "2025-Q3"
    assert str(Period.read("2026").a_year_earlier) == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "1999",
        "2126",
        "2026-",
        "2026-Q0",
        "2026-Q5",
        "2026-H3",
        "2026-6M",
        "2026-00",
        "2026-13",
        "2026-3",
        "2026Q1",
        "Q1-2026",
        "quý I",
        "2026-Q1-Q2",
        "２０２６",
        "20２６-Q1",
        "2026-Q¹",
        "2026\n-Q1",
    ],
)
def test_a_text_that_names_no_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(PeriodRefused) as refusal:
        Period.read(text)
    assert text in refusal.value.message
    assert "2026-Q3" in refusal.value.message


def test_days_and_months_are_written_as_the_decree_asks() -> None:
    assert short_date(date(2023, 2, 9)) == "09/02/2023"
    assert short_date(date(2023, 3, 10)) == "10/3/2023"
    assert short_date(date(2022, 12, 15)) == "15/12/2022"
    assert long_date(date(2020, 1, 5)) == "ngày 05 tháng 01 năm 2020"
    assert long_date(date(2019, 6, 29)) == "ngày 29 tháng 6 năm 2019"
    assert str(Period.read("2023-Q1").window) == "từ ngày 15/12/2022 đến ngày 14/3/2023"
