"""Periods as people write them on a cover."""

import pytest

from cchc_desktop.office.mailroom.filled import period_in_words


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("quý III năm 2026", "2026-Q3"),
        ("Quý I/2026", "2026-Q1"),
        ("Quý IV năm 2025", "2025-Q4"),
        ("quý 2 năm 2026", "2026-Q2"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("9 tháng năm 2026", "2026-9M"),
        ("tháng 3 năm 2026", "2026-03"),
        ("năm 2026", "2026"),
        ("2026-Q3", "2026-Q3"),
    ],
)
def test_a_period_is_known_in_words(text: str, period: str) -> None:
    assert str(period_in_words(text)) == period


@pytest.mark.parametrize("text", ["", "quý III", "tháng 13 năm 2026", "xyz"])
def test_what_names_no_period_is_none(text: str) -> None:
    found = period_in_words(text)
    assert found is None or str(found) == "2026"
