"""Longer periods of shorter ones: what adds up, what stays, what leaves nothing to propose."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.form.longer import Derivation, Part, derive
from cchc_desktop.template.model import Kind, TimeBehaviour
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window
from tests.unit.form.a_form import district, says

SET = district()
YEAR = Period.read("2023")
QUARTERS = [Period.read(f"2023-Q{quarter}") for quarter in (1, 2, 3, 4)]
ASKED = [each for each in SET.indicators.values() if each.is_asked]
FLOW = next(each.code for each in ASKED if each.time is TimeBehaviour.FLOW and each.kind is Kind.WHOLE)
STOCK = next(each.code for each in ASKED if each.time is TimeBehaviour.STOCK and each.kind is Kind.WHOLE)
SUM = next(each.code for each in ASKED if each.time is TimeBehaviour.CUMULATIVE and each.kind is Kind.WHOLE)
CODE = next(each for each in ASKED if each.kind is Kind.CODE)
_STATES = st.sampled_from([BLANK, LATER, NOT_ARISEN, NOT_COMPETENT])
_ANSWERS = _STATES | st.integers(0, 10_000).map(lambda number: Answer(Decimal(number)))


def part(period: Period, numbers: Mapping[IndicatorCode, int | Decimal] | None = None) -> Part:
    entries = {code: Entry(Answer(Decimal(number))) for code, number in (numbers or {}).items()}
    return Part(Form(SET, period).with_entries(entries), period.window)


def year_of(*parts: Part) -> Derivation:
    return derive(SET, YEAR, YEAR.window, parts)


@st.composite
def _forms(draw: st.DrawFn, period: Period) -> Part:
    rows = draw(st.lists(st.sampled_from(ASKED), max_size=12, unique_by=lambda each: each.code))
    entries = {each.code: Entry(draw(_ANSWERS)) for each in rows}
    return Part(Form(SET, period).with_entries(entries), period.window)


_YEARS = st.tuples(*(_forms(quarter) for quarter in QUARTERS))


def test_a_flow_adds_up_a_stock_and_a_cumulative_figure_take_the_last() -> None:
    numbers = [{FLOW: n, STOCK: n * 10, SUM: n * 100} for n in (1, 2, 3, 4)]
    made = year_of(*(part(period, each) for period, each in zip(QUARTERS, numbers, strict=True)))
    assert [says(made.form, code) for code in (FLOW, STOCK, SUM)] == ["10", "40", "400"]
    assert [form.period for form in made.sources(FLOW)] == QUARTERS
    assert [form.period for form in made.sources(STOCK)] == QUARTERS[-1:]


@settings(max_examples=40)
@given(_YEARS)
def test_computed_rows_of_a_year_are_worked_out_from_the_year_s_own_rows(parts: tuple[Part, ...]) -> None:
    made = year_of(*parts)
    for each in SET.computing_order:
        assert made.answer(each.code) == made.form.computed(each.code)
        assert not made.sources(each.code)


@settings(max_examples=40)
@given(_YEARS)
def test_a_year_is_the_same_by_way_of_halves_or_nine_months(parts: tuple[Part, ...]) -> None:
    def between(name: str, *some: Part) -> Part:
        period = Period.read(name)
        return Part(derive(SET, period, period.window, some).form, period.window)

    straight = year_of(*parts)
    halves = year_of(between("2023-H1", *parts[:2]), between("2023-H2", *parts[2:]))
    nine = year_of(between("2023-9M", *parts[:3]), parts[3])
    assert straight.form.answers == halves.form.answers == nine.form.answers


@given(st.lists(_ANSWERS, min_size=4, max_size=4))
def test_states_of_a_flow_go_by_the_rule_of_totals(answers: list[Answer]) -> None:
    forms = [
        Form(SET, period).with_entries({FLOW: Entry(answer)})
        for period, answer in zip(QUARTERS, answers, strict=True)
    ]
    made = year_of(*(Part(form, form.period.window) for form in forms)).answer(FLOW)
    numbers = [answer.number for answer in answers if answer.number is not None]
    if BLANK in answers:
        assert made == BLANK
    elif LATER in answers:
        assert made == LATER
    elif numbers:
        assert made == Answer(sum(numbers, Decimal()))
    else:
        assert made == (NOT_ARISEN if NOT_ARISEN in answers else NOT_COMPETENT)


def test_a_code_takes_the_last() -> None:
    codes = CODE.codes
    parts = [part(period, {CODE.code: codes[n % len(codes)]}) for n, period in enumerate(QUARTERS)]
    assert year_of(*parts).answer(CODE.code) == Answer(codes[3 % len(codes)])


@pytest.mark.parametrize("left_out", QUARTERS)
def test_a_missing_quarter_leaves_nothing_proposed_and_is_named(left_out: Period) -> None:
    made = year_of(*(part(period, {FLOW: 1}) for period in QUARTERS if period != left_out))
    assert made.parts == ()
    assert made.missing == (left_out,)
    assert not made.form.entries


def test_without_any_shorter_report_nothing_is_said_to_be_missing() -> None:
    others = (Period.read("2022-Q4"), Period.read("2024-Q1"), YEAR)
    assert year_of(*map(part, others)) == Derivation(Form(SET, YEAR))


def test_days_left_out_between_two_quarters_leave_nothing_proposed() -> None:
    first, *others = map(part, QUARTERS)
    stopped = Window(first.window.first, first.window.last - timedelta(days=4))
    made = year_of(Part(first.form, stopped), *others)
    assert (made.parts, made.missing, made.untiled) == ((), (), tuple(QUARTERS))


def test_unlawful_windows_do_where_they_follow_on_one_another() -> None:
    first, second, *others = (part(period, {FLOW: 1}) for period in QUARTERS)
    break_ = first.window.last - timedelta(days=4)
    earlier = Part(first.form, Window(first.window.first, break_))
    longer = Part(second.form, Window(break_ + timedelta(days=1), second.window.last))
    assert year_of(earlier, longer, *others).answer(FLOW) == Answer(Decimal(4))


def test_the_later_longer_report_knows_better_than_the_quarters_in_it() -> None:
    corrected = part(Period.read("2023-H1"), {FLOW: 50})
    made = year_of(*(part(period, {FLOW: 1}) for period in QUARTERS), corrected)
    assert [form.period for form in made.parts] == [corrected.form.period, *QUARTERS[2:]]
    assert made.answer(FLOW) == Answer(Decimal(52))


def test_months_make_a_quarter_and_missing_ones_are_named() -> None:
    quarter = QUARTERS[0]
    months = [part(Period(2023, month, 1), {FLOW: 2}) for month in (1, 2, 3)]
    assert derive(SET, quarter, quarter.window, months).answer(FLOW) == Answer(Decimal(6))
    made = derive(SET, quarter, quarter.window, months[:2])
    assert made.missing == (Period.read("2023-03"),)


def test_rows_an_older_set_did_not_have_stay_blank() -> None:
    gone = IndicatorCode("PL9.9")
    made = year_of(*(part(period) for period in QUARTERS))
    assert made.answer(gone) == BLANK
    assert FLOW not in made.form.entries
