"""Numbers, percentages and fractions found in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.numbers_in_text import fractions_in, numbers_in


@pytest.mark.parametrize(
    ("text", "writing", "readings"),
    [
        ("có 1.304 hồ sơ", "1.304", [1304]),
        ("có 30,162 triệu", "30,162", ["30.162", 30162]),
        ("đạt 82,93%.", "82,93%", ["82.93"]),
        ("đạt 82.93 %", "82.93 %", ["82.93"]),
        ("02 lớp", "02", [2]),
    ],
)
def test_both_customs_of_writing_are_read(text: str, writing: str, readings: list[str | int]) -> None:
    (number,) = numbers_in(text)
    assert (number.text, number.readings) == (writing, tuple(map(Decimal, readings)))
    assert text[number.start : number.end] == writing


def test_a_number_knows_what_it_counts_and_which_sign_opens_its_decimals() -> None:
    (number,) = numbers_in("Có 12 hồ sơ nộp trực tuyến, xong.")
    assert number.unit == "hồ sơ nộp trực"
    assert [each.decimal_mark for each in numbers_in("9,5% và 9.5% và 9.125% và 9%")] == [",", ".", "", ""]


@pytest.mark.parametrize("text", ["năm 2026", "Phường 1", "khoản 5", "kỳ 2021 - 2025", "số 45", "Nhóm 3, 4"])
def test_a_number_that_names_is_told_from_one_that_counts(text: str) -> None:
    assert all(number.is_name for number in numbers_in(text))


@pytest.mark.parametrize("text", ["1. Về kế hoạch", "4.2. Về công", "ISO 9001:2015", "HĐ68", "2019-2023"])
def test_numbers_of_lines_standards_and_ranges_count_nothing(text: str) -> None:
    assert not [number for number in numbers_in(text) if not number.is_name]


def test_a_total_is_no_name() -> None:
    assert [number.is_name for number in numbers_in("Tổng số 1.275 người, danh mục 271 việc")] == [
        False,
        False,
    ]


def test_fractions_have_two_numbers_and_the_unit_behind_them() -> None:
    (fraction,) = fractions_in("Đã xong 1.300/1.303 hồ sơ, ngày 05/02/2026.")
    assert [half.readings[0] for half in (fraction.over, fraction.under)] == [1300, 1303]
    assert fraction.under.unit == "hồ sơ"


@given(st.text("0123456789.,/%: aăhồsơ-", max_size=40))
def test_every_number_is_where_it_says(text: str) -> None:
    halves = [half for each in fractions_in(text) for half in (each.over, each.under)]
    for number in (*numbers_in(text), *halves):
        assert text[number.start : number.end] == number.text
        assert number.readings
