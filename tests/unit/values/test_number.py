"""Numbers in Vietnamese writing: what reads one way is read, what reads two ways is asked about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.number import (
    AmbiguousNumber,
    UnreadableNumber,
    decimals_written,
    percent,
    plain,
    read_number,
    round_half_up,
    unmistakable,
    write_number,
)

_COUNTS = st.integers(0, 10**11).map(Decimal)
_AMOUNTS = st.decimals(0, 10**7, places=4).map(lambda number: number.normalize() + 0)


def _readings(text: str, *, whole: bool) -> tuple[Decimal, ...]:
    """Return every number the text may mean; none where it is refused."""
    try:
        return (read_number(text, whole=whole),)
    except AmbiguousNumber as question:
        return question.readings
    except UnreadableNumber:
        return ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("6", "6"),
        ("01", "1"),
        ("09", "9"),
        ("2008", "2008"),
        ("1.304", "1304"),
        ("1 304", "1304"),
        ("1\u00a0304", "1304"),
        ("1\u202f304", "1304"),
        ("12.345.678", "12345678"),
        ("12,345,678", "12345678"),
        ("  33\t", "33"),
        ("1.234,0", "1234"),
    ],
)
def test_a_row_that_counts_reads_whole_numbers(text: str, number: str) -> None:
    assert read_number(text, whole=True) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("95,9", "95.9"),
        ("103.5", "103.5"),
        ("99.75", "99.75"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1234,567", "1234.567"),
        ("12.345,678", "12345.678"),
        ("30,1620", "30.162"),
        ("30162", "30162"),
        ("30 162", "30162"),
        ("1.234.567", "1234567"),
    ],
)
def test_an_amount_reads_thousands_and_decimals(text: str, number: str) -> None:
    assert read_number(text, whole=False) == Decimal(number)


@pytest.mark.parametrize("text", ["26%", "26 %", " 26% "])
def test_a_percent_sign_belongs_to_a_percentage_row_only(text: str) -> None:
    assert read_number(text, whole=False, percent_sign=True) == 26
    with pytest.raises(UnreadableNumber):
        read_number(text, whole=False)


@pytest.mark.parametrize(
    ("text", "whole", "readings"),
    [
        ("30,162", False, ("30.162", "30162")),
        ("5,161", False, ("5.161", "5161")),
        ("1.234", False, ("1.234", "1234")),
        ("1,234", True, ("1.234", "1234")),
        ("1,000", True, ("1", "1000")),
    ],
)
def test_what_reads_two_ways_is_asked_with_both_readings(
    text: str, whole: bool, readings: tuple[str, str]
) -> None:
    with pytest.raises(AmbiguousNumber) as question:
        read_number(text, whole=whole)
    assert question.value.readings == tuple(Decimal(each) for each in readings)
    assert question.value.text == text
    assert text in question.value.message


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"))
def test_the_question_shows_writings_that_end_the_question(front: int, back: int, mark: str) -> None:
    text = f"{front}{mark}{back:03}"
    with pytest.raises(AmbiguousNumber) as question:
        read_number(text, whole=False)
    for reading in question.value.readings:
        answer = unmistakable(reading)
        assert answer in question.value.message
        assert read_number(answer, whole=False) == reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "%",
        "-5",
        "+5",
        "−5",
        "1e3",
        "1E3",
        "NaN",
        "nan",
        "Infinity",
        "0x1F",
        "1_000",
        "５",
        "٣",
        "½",
        "²",
        "1.23.4",
        "1.2345.678",
        "12,34,567",
        "1.234,",
        ",5",
        ".5",
        "5,",
        "1..234",
        "1,234.567.890",
        "1 23",
        "12 3456",
        "12,5,5",
        "1'234",
        "5%%",
        "6 văn bản",
        "=1+1",
        "9" * 19,
        "9" * 5000,
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_anything_else_is_no_number_and_the_refusal_shows_it(text: str, whole: bool) -> None:
    with pytest.raises(UnreadableNumber) as refusal:
        read_number(text, whole=whole, percent_sign=True)
    assert text in refusal.value.message


@pytest.mark.parametrize("text", ["12,5", "0.5", "1.234,5"])
def test_a_row_that_counts_refuses_a_fraction(text: str) -> None:
    with pytest.raises(UnreadableNumber, match="số nguyên"):
        read_number(text, whole=True)


@given(_COUNTS)
def test_a_count_reads_back_as_it_was_written(number: Decimal) -> None:
    assert read_number(write_number(number), whole=True) == number


@given(_AMOUNTS)
def test_an_amount_reads_back_as_it_was_written_or_is_asked_about(number: Decimal) -> None:
    assert number in _readings(write_number(number), whole=False)


@given(_AMOUNTS)
def test_an_unmistakable_writing_is_never_asked_about(number: Decimal) -> None:
    assert read_number(unmistakable(number), whole=False) == number


@given(st.text("0123456789., %-eE\u00a0", max_size=14), st.booleans())
def test_whatever_is_read_stands_digit_for_digit_in_the_text(text: str, whole: bool) -> None:
    digits = "".join(character for character in text if character.isdigit())
    for number in _readings(text, whole=whole):
        assert number >= 0
        assert plain(number).replace(".", "").lstrip("0") in digits


@given(st.text(max_size=40), st.booleans())
def test_every_text_is_read_one_way_asked_about_with_two_or_refused(text: str, whole: bool) -> None:
    assert len(_readings(text, whole=whole)) <= 2


@pytest.mark.parametrize(
    ("text", "thousands", "number"),
    [
        ("30,162", ",", "30162"),
        ("30,162", ".", "30.162"),
        ("1.234", ".", "1234"),
        ("1.234", ",", "1.234"),
        ("1,000", ",", "1000"),
        ("1,000", ".", "1"),
    ],
)
def test_a_person_who_says_what_groups_thousands_settles_the_question(
    text: str, thousands: str, number: str
) -> None:
    with pytest.raises(AmbiguousNumber) as question:
        read_number(text, whole=False)
    assert question.value.grouped_by(thousands) == Decimal(number)


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        ("1234567.5", None, "1.234.567,5"),
        ("0", None, "0"),
        ("0.50", None, "0,5"),
        ("100.00", 2, "100"),
        ("42.424242", 2, "42,42"),
        ("42.425", 2, "42,43"),
        ("0.005", 2, "0,01"),
        ("99.995", 2, "100"),
        ("1E+3", None, "1.000"),
        ("-1234.5", None, "−1.234,5"),
    ],
)
def test_a_number_is_written_with_dots_a_comma_and_no_idle_zeros(
    number: str, places: int | None, text: str
) -> None:
    assert write_number(Decimal(number), places) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [("1E+3", "1000"), ("100.00", "100"), ("0.10", "0.1"), ("1234567.5", "1234567.5"), ("0", "0")],
)
def test_programs_get_numbers_without_exponent_grouping_or_idle_zeros(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


def test_a_share_is_exact_until_it_is_rounded_half_up() -> None:
    share = percent(Decimal(139), Decimal(329))
    assert round_half_up(share, 4) == Decimal("42.2492")
    assert round_half_up(share) == Decimal("42.25")
    assert round_half_up(share, 1) == Decimal("42.2")  # 42,25 rounded again would say 42,3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("95,9%", 1),
        ("95,90 %", 2),
        ("26%", 0),
        ("26", 0),
        ("103.5%", 1),
        ("", 0),
        ("42,7570", 4),
        ("0,125", 3),
    ],
)
def test_the_decimals_that_stand_in_a_writing_are_counted(text: str, count: int) -> None:
    assert decimals_written(text) == count
