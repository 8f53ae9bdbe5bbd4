"""What a person types into a cell, by kind of row."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import EMPTY, Entry, EntryRefused, is_state_word, read_answer, write_answer
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer
from cchc_desktop.values.number import AmbiguousNumber, UnreadableNumber
from tests.unit.form.a_form import district, row

WHOLE, MONEY, RATIO, TOTAL, PERCENT, CODE, HEADING = (
    row(code) for code in ("PL2.1", "PL7.1.1", "PL2.2", "PL3.1", "PL5.1.5.4", "PL2.5.2", "PL2.3")
)
_ANSWERED = (WHOLE, MONEY, RATIO, TOTAL, PERCENT, CODE)


def test_the_rows_tried_here_are_one_of_each_kind() -> None:
    assert {row.kind for row in (*_ANSWERED, HEADING)} == set(Kind)


@pytest.mark.parametrize("indicator", _ANSWERED, ids=lambda row: row.kind.name)
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("kps", NOT_ARISEN),
        ("KPS", NOT_ARISEN),
        (" ktq ", NOT_COMPETENT),
        ("bcs", LATER),
        ("Không phát sinh", NOT_ARISEN),
        ("không  phát sinh.", NOT_ARISEN),
        ("Không thuộc thẩm quyền", NOT_COMPETENT),
        ("Thẩm quyền cấp tỉnh", NOT_COMPETENT),
        ("thuộc thẩm quyền tỉnh", NOT_COMPETENT),
        ("Báo cáo sau", LATER),
        ("Chưa có số liệu, báo cáo sau", LATER),
        ("", BLANK),
        (" \u00a0\n", BLANK),
    ],
)
def test_every_row_that_is_answered_takes_every_state(
    indicator: Indicator, text: str, answer: Answer
) -> None:
    assert read_answer(indicator, text) == answer


@pytest.mark.parametrize("text", ["", "5", "kps"])
def test_a_heading_takes_nothing(text: str) -> None:
    with pytest.raises(EntryRefused, match="tiêu đề"):
        read_answer(HEADING, text)


@pytest.mark.parametrize(
    ("indicator", "text", "number"),
    [
        (WHOLE, "01", "1"),
        (WHOLE, "1.234", "1234"),
        (TOTAL, "1.234", "1234"),
        (MONEY, "30.162,5", "30162.5"),
        (MONEY, "30162", "30162"),
        (RATIO, "95,9%", "95.9"),
        (RATIO, "103.5%", "103.5"),
        (PERCENT, "33%", "33"),
        (PERCENT, "1,12", "1.12"),
        (CODE, "2", "2"),
        (CODE, "0", "0"),
    ],
)
def test_each_kind_reads_its_numbers(indicator: Indicator, text: str, number: str) -> None:
    assert read_answer(indicator, text) == Answer(Decimal(number))


@pytest.mark.parametrize(
    ("indicator", "text"),
    [(WHOLE, "5%"), (MONEY, "5%"), (TOTAL, "5 %"), (WHOLE, "1,5"), (TOTAL, "0,5"), (CODE, "1,5")],
)
def test_a_sign_or_fraction_that_the_row_cannot_have_is_refused(indicator: Indicator, text: str) -> None:
    with pytest.raises(UnreadableNumber):
        read_answer(indicator, text)


def test_a_code_row_takes_its_codes_only_and_names_them() -> None:
    with pytest.raises(EntryRefused, match="0, 1, 2"):
        read_answer(CODE, "3")


@pytest.mark.parametrize(
    ("indicator", "text"),
    [(WHOLE, "1,234"), (TOTAL, "1,234"), (MONEY, "30,162"), (MONEY, "1.234"), (PERCENT, "99.750%")],
)
def test_what_reads_two_ways_is_asked_about(indicator: Indicator, text: str) -> None:
    with pytest.raises(AmbiguousNumber) as question:
        read_answer(indicator, text)
    assert len(question.value.readings) == 2


@pytest.mark.parametrize(
    ("indicator", "text", "thousands", "number"),
    [
        (MONEY, "30,162", ",", "30162"),
        (MONEY, "30,162", ".", "30.162"),
        (WHOLE, "1,234", ",", "1234"),
        (PERCENT, "99.750 %", ",", "99.75"),
        (RATIO, "95,9%", ",", "95.9"),
        (MONEY, "1.234,5", ",", "1234.5"),
        (WHOLE, "1.234", ",", "1234"),
    ],
)
def test_the_word_on_thousands_settles_questions_and_changes_nothing_else(
    indicator: Indicator, text: str, thousands: str, number: str
) -> None:
    assert read_answer(indicator, text, thousands) == Answer(Decimal(number))


def test_a_reading_with_decimals_does_not_fit_a_row_that_counts() -> None:
    with pytest.raises(EntryRefused, match="số nguyên"):
        read_answer(WHOLE, "1,234", ".")


@pytest.mark.parametrize("text", ["-", "không", "x", "kps 5", "5 kps", "thẩm quyền 3", "cps"])
def test_other_words_are_refused_and_the_refusal_says_what_is_taken(text: str) -> None:
    with pytest.raises(CchcError, match="kps") as refusal:
        read_answer(WHOLE, text)
    assert text in refusal.value.message


def test_a_whole_paragraph_is_no_state() -> None:
    with pytest.raises(UnreadableNumber):
        read_answer(WHOLE, "Việc này không thuộc thẩm quyền của phường mà " + "thuộc tỉnh " * 10)


@pytest.mark.parametrize(
    ("indicator", "content", "text"),
    [
        (RATIO, "42.424242", "42,42%"),
        (RATIO, "100", "100%"),
        (PERCENT, "1.125", "1,125%"),
        (MONEY, "30162.5", "30.162,5"),
        (WHOLE, "0", "0"),
        (TOTAL, "569", "569"),
    ],
)
def test_answers_are_written_as_documents_print_them(indicator: Indicator, content: str, text: str) -> None:
    assert write_answer(indicator, Answer(Decimal(content))) == text


@pytest.mark.parametrize("answer", [NOT_ARISEN, NOT_COMPETENT, LATER])
def test_a_state_reads_back_from_its_printed_words(answer: Answer) -> None:
    printed = write_answer(WHOLE, answer)
    assert read_answer(WHOLE, printed) == answer
    assert is_state_word(printed)


def test_a_blank_answer_prints_nothing() -> None:
    assert write_answer(WHOLE, BLANK) == ""


@given(
    st.sampled_from([row for row in district().indicators.values() if row.kind in (Kind.WHOLE, Kind.TOTAL)]),
    st.integers(0, 10**9),
)
def test_what_a_counting_row_prints_can_be_typed_again(indicator: Indicator, count: int) -> None:
    answer = Answer(Decimal(count))
    assert read_answer(indicator, write_answer(indicator, answer)) == answer


def test_words_with_no_answer_are_unread_and_nothing_said_is_not() -> None:
    assert Entry(said="30,162").is_unread
    assert not Entry(said="").is_unread
    assert not Entry(Answer(Decimal(1)), said="1").is_unread
    assert not EMPTY.is_unread
