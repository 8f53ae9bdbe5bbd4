"""Computed rows: every combination of states, and what one unanswered operand does."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.form.computing import added, worked_out
from cchc_desktop.template.model import Kind
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer
from tests.unit.form.a_form import district, row

ZERO, FOUR, EIGHT = (Answer(Decimal(number)) for number in (0, 4, 8))
RATIO, TOTAL = row("PL2.2"), row("PL7.2.4")
_STATES = (BLANK, LATER, NOT_ARISEN, NOT_COMPETENT)
_ANSWERS = st.one_of(st.sampled_from(_STATES), st.integers(0, 10**6).map(lambda n: Answer(Decimal(n))))


@pytest.mark.parametrize(
    ("numerator", "denominator", "result"),
    [
        (FOUR, EIGHT, Answer(Decimal(50))),
        (EIGHT, FOUR, Answer(Decimal(200))),
        (ZERO, FOUR, ZERO),
        (ZERO, ZERO, NOT_ARISEN),
        (FOUR, ZERO, NOT_ARISEN),
        (FOUR, NOT_ARISEN, NOT_ARISEN),
        (NOT_ARISEN, FOUR, NOT_ARISEN),
        (NOT_ARISEN, NOT_ARISEN, NOT_ARISEN),
        (NOT_COMPETENT, NOT_COMPETENT, NOT_COMPETENT),
        (FOUR, NOT_COMPETENT, NOT_COMPETENT),
        (NOT_COMPETENT, ZERO, NOT_COMPETENT),
        (NOT_COMPETENT, NOT_ARISEN, NOT_COMPETENT),
        (FOUR, LATER, LATER),
        (LATER, ZERO, LATER),
        (NOT_COMPETENT, LATER, LATER),
    ],
)
def test_a_ratio_of_states(numerator: Answer, denominator: Answer, result: Answer) -> None:
    operands = {RATIO.numerator: numerator, RATIO.denominator: denominator}
    assert worked_out(RATIO, lambda code: operands[code]) == result


def test_a_blank_operand_leaves_a_ratio_blank_whatever_the_other_is() -> None:
    for other in (*_STATES, ZERO, FOUR):
        assert worked_out(RATIO, {RATIO.numerator: BLANK, RATIO.denominator: other}.__getitem__) == BLANK
        assert worked_out(RATIO, {RATIO.numerator: other, RATIO.denominator: BLANK}.__getitem__) == BLANK


@pytest.mark.parametrize(
    ("parts", "result"),
    [
        ((FOUR, EIGHT), Answer(Decimal(12))),
        ((FOUR, ZERO), FOUR),
        ((ZERO, ZERO), ZERO),
        ((FOUR, NOT_ARISEN), FOUR),
        ((FOUR, NOT_COMPETENT, NOT_ARISEN), FOUR),
        ((NOT_ARISEN, NOT_ARISEN), NOT_ARISEN),
        ((NOT_COMPETENT, NOT_COMPETENT), NOT_COMPETENT),
        ((NOT_ARISEN, NOT_COMPETENT), NOT_ARISEN),
        ((FOUR, LATER), LATER),
        ((LATER, NOT_COMPETENT), LATER),
        ((FOUR, BLANK), BLANK),
        ((LATER, BLANK), BLANK),
    ],
)
def test_a_sum_of_states(parts: tuple[Answer, ...], result: Answer) -> None:
    for order in {parts, parts[::-1]}:
        assert added(order) == result


def test_a_sum_is_a_number_exactly_where_nothing_is_awaited_and_a_part_is_one() -> None:
    for parts in product((*_STATES, ZERO, FOUR), repeat=3):
        awaited = BLANK in parts or LATER in parts
        has_number = ZERO in parts or FOUR in parts
        assert (added(parts).number is not None) == (has_number and not awaited)


@given(st.data())
def test_one_unanswered_operand_leaves_every_computed_row_unanswered(data: st.DataObject) -> None:
    computed = data.draw(st.sampled_from(district().computing_order))
    answers = {code: data.draw(_ANSWERS) for code in computed.operands}
    answers[data.draw(st.sampled_from(computed.operands))] = BLANK
    assert worked_out(computed, answers.__getitem__) == BLANK


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=3))
def test_a_total_is_the_exact_sum_of_its_parts(numbers: list[int]) -> None:
    parts = dict(zip(TOTAL.operands, (Answer(Decimal(number)) for number in numbers), strict=True))
    assert worked_out(TOTAL, parts.__getitem__) == Answer(Decimal(sum(numbers)))


def test_money_adds_up_without_binary_fractions() -> None:
    assert added([Answer(Decimal("0.1")), Answer(Decimal("0.2"))]) == Answer(Decimal("0.3"))


def test_the_set_tried_here_has_ratios_and_totals() -> None:
    assert {computed.kind for computed in district().computing_order} == {Kind.RATIO, Kind.TOTAL}
