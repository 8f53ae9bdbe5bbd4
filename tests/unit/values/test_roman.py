"""Roman numerals."""

import pytest

from cchc_desktop.values.roman import roman


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (4, "IV"), (8, "VIII"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (2026, "MMXXVI")],
)
def test_a_number_is_written_in_roman_numerals(number: int, written: str) -> None:
    assert roman(number) == written
