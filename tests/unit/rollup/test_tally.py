"""Tallies: exact, reversible, states apart."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.rollup.tally import Tally, tally
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer

NUMBERS = st.decimals(-(10**20), 10**20, places=12, allow_nan=False)
ANSWERS = st.lists(
    st.one_of(NUMBERS.map(Answer), st.sampled_from([BLANK, LATER, NOT_ARISEN, NOT_COMPETENT])), max_size=8
)


@given(ANSWERS, ANSWERS)
def test_offices_added_in_two_heaps_are_those_added_in_one(one: list[Answer], other: list[Answer]) -> None:
    whole = tally([*one, *other], by_value=True)
    assert tally(one, by_value=True) + tally(other, by_value=True) == whole


@given(ANSWERS, ANSWERS)
def test_what_is_taken_out_again_leaves_no_trace(kept: list[Answer], gone: list[Answer]) -> None:
    before = tally(kept, by_value=True)
    after = before.changed((), gone, by_value=True).changed(gone, (), by_value=True)
    assert (after.total, after.states, after.values) == (before.total, before.states, before.values)


def test_the_middle_of_listed_figures_is_between_the_two_in_the_middle() -> None:
    spread = tally([Answer(Decimal(each)) for each in (1, 9, 3, 4)], by_value=True).spread
    assert spread is not None
    assert (spread.least, spread.median, spread.greatest) == (Decimal(1), Decimal("3.5"), Decimal(9))


def test_nothing_told_is_no_zero() -> None:
    assert (Tally().sum, Tally().spread, Tally().answered) == (BLANK, None, 0)
    assert tally([NOT_COMPETENT, LATER]).sum == LATER
