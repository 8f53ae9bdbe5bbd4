"""Documents and dates found in running text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.papers_in_text import days_in, papers_in


@pytest.mark.parametrize(
    ("text", "number", "year", "notation"),
    [
        ("Kế hoạch số 496/BC-UBND ngày", "496", None, "BC-UBND"),
        ("Nghị định 61/2018/NĐ-CP", "61", 2018, "NĐ-CP"),
        ("Nghị quyết số 10 -NQ/TU", "10", None, "NQ/TU"),
        ("Nghị định số 43/2006 NĐ-CP.", "43", 2006, "NĐ-CP"),
        ("Kế hoạch số 1.138/KH-UBND,", "1.138", None, "KH-UBND"),
        ("Nghị quyết 30c/NQ-CP", "30c", None, "NQ-CP"),
    ],
)
def test_a_document_is_known_by_number_year_and_notation(
    text: str, number: str, year: int | None, notation: str
) -> None:
    (paper,) = papers_in(text)
    assert (paper.number, paper.year, paper.notation) == (number, year, notation)


@pytest.mark.parametrize("text", ["23/25 nội dung", "05/02/2026", "9001:2015", "24/7", "km/h 5/A"])
def test_fractions_dates_and_standards_are_no_documents(text: str) -> None:
    assert list(papers_in(text)) == []


@pytest.mark.parametrize("text", ["26/12/2026", "26-12-2026", "ngày 26 tháng 12 năm 2026", "26 /12/2026"])
def test_a_day_is_read_in_numbers_and_in_words(text: str) -> None:
    (day,) = days_in(text)
    assert day.date == date(2026, 12, 26)


def test_a_day_need_not_be_one_of_the_calendar_and_may_lack_its_year() -> None:
    wrong, short = days_in("ngày 31/6/2026 và ngày 14/3")
    assert (wrong.is_possible, wrong.date, short.parts, short.date) == (False, None, (14, 3, None), None)


@given(st.text("0123456789/-. ngàythángnămKHĐ-UBND", max_size=40))
def test_whatever_is_found_is_where_it_says(text: str) -> None:
    found = [(each.start, each.end, each.text) for each in papers_in(text)]
    found += [(each.start, each.end, each.text) for each in days_in(text)]
    assert all(text[start:end] == written for start, end, written in found)
