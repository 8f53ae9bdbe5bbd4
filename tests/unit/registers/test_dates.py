"""Dates as people and programs write them; what reads two ways is asked about."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.registers.dates import AmbiguousDate, DayOrder, from_serial, has_month_first, read_date
from cchc_desktop.registers.schema import RegisterRefused
from cchc_desktop.values.period import long_date, short_date

NINTH = date(2026, 2, 9)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "09/02/2026",
        "9/2/2026",
        "9-2-2026",
        "09.02.2026",
        "09022026",
        " 9 / 2 / 2026 ",
        "2026-02-09",
        "2026-02-09 00:00:00",
        "2026-02-09T00:00:00",
        "ngày 09 tháng 02 năm 2026",
        "Ngày 9 tháng 2 năm 2026",
        "9 tháng 2 năm 2026",
    ],
)
def test_every_customary_writing_of_a_day_is_read(text: str) -> None:
    assert read_date(text) == NINTH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2026",
        "9/2/26",
        "9/2",
        "2026/02/09",
        "20260209",
        "20191012",
        "31022026",
        "2026-02-09 10:30:00",
        "hôm nay",
        "32/1/2026",
        "9/13/2026",
    ],
)
def test_what_is_no_day_of_the_calendar_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RegisterRefused, match="09/02/2026"):
        read_date(text)


@given(DAYS)
def test_what_documents_print_is_read_again(day: date) -> None:
    assert read_date(short_date(day)) == read_date(long_date(day)) == read_date(day.isoformat()) == day


@given(DAYS)
def test_a_file_that_writes_the_month_first_is_read_so_once_a_person_said_it(day: date) -> None:
    assert read_date(f"{day.month}/{day.day}/{day.year}", DayOrder.MONTH_FIRST) == day


@given(DAYS)
def test_an_unsettled_date_is_read_only_where_it_reads_one_way(day: date) -> None:
    text = f"{day.day}/{day.month}/{day.year}"
    if day.day <= 12 and day.day != day.month:
        with pytest.raises(AmbiguousDate) as question:
            read_date(text, DayOrder.UNSETTLED)
        assert question.value.readings == (day, date(day.year, day.day, day.month))
    else:
        assert read_date(text, DayOrder.UNSETTLED) == day


def test_one_date_that_only_reads_month_first_tells_how_a_file_writes() -> None:
    assert has_month_first(["03/04/2026", "2/28/2026"])
    assert not has_month_first(["03/04/2026", "28/2/2026", "2026-02-28", "13/13/2026", "chưa rõ"])


def test_the_number_under_which_excel_keeps_a_day_is_that_day() -> None:
    assert from_serial(Decimal(46_062)) == NINTH
    assert from_serial(Decimal(2026)) is None
    assert from_serial(Decimal(73_051)) is None
