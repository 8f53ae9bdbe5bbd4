"""An absent answer is never a zero, and a zero is never absent."""

from decimal import Decimal

import pytest

from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(Decimal(5)), "number"),
        (Answer(Decimal(0)), "number"),
        (BLANK, "blank"),
        (NOT_ARISEN, "not-arisen"),
        (NOT_COMPETENT, "not-competent"),
        (LATER, "later"),
    ],
)
def test_each_answer_has_its_state(answer: Answer, state: str) -> None:
    assert answer.state == state
    assert (answer.number is not None) == (state == "number")
    assert answer.is_blank == (state == "blank")
    assert Answer.of(state, None if answer.number is None else str(answer.number)) == answer


def test_a_word_that_is_no_state_makes_no_answer() -> None:
    with pytest.raises(ValueError, match="unknown"):
        Answer.of("unknown", None)


def test_zero_is_a_number_and_equal_to_no_absence() -> None:
    zero = Answer(Decimal(0))
    assert zero.number == 0
    assert zero not in (BLANK, NOT_ARISEN, NOT_COMPETENT, LATER)


def test_nothing_said_is_a_blank() -> None:
    assert Answer() == BLANK
