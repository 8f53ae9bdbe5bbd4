"""A filled form: what prints, what was stated, what is still awaited."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.form.form import Form
from cchc_desktop.values.answer import LATER, NOT_ARISEN, Answer
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.form.a_form import PERIOD, a_form, district, put, says, typed

_PUBLIC_UNITS = {
    "PL7.2.2": "2",
    "PL7.2.3": "1",
    "PL7.2.4.1": "3",
    "PL7.2.4.2": "4",
    "PL7.2.4.3": "5",
    "PL7.2.5": "40",
}
_CODES = st.sampled_from([IndicatorCode(code) for code in (*_PUBLIC_UNITS, "PL7.2.1", "PL7.2.4")])
_ENTRIES = st.one_of(
    st.just(EMPTY),
    st.just(Entry(NOT_ARISEN)),
    st.just(Entry(LATER)),
    st.integers(0, 999).map(lambda number: Entry(Answer(Decimal(number)))),
)


def test_totals_of_totals_are_worked_out_in_order_of_dependence() -> None:
    form = a_form(_PUBLIC_UNITS)
    assert says(form, "PL7.2.4") == "12"
    assert says(form, "PL7.2.1") == "55"


def test_each_computed_row_comes_after_those_it_rests_on() -> None:
    order = [row.code for row in district().computing_order]
    for row in district().computing_order:
        for operand in row.operands:
            assert operand not in order or order.index(operand) < order.index(row.code)
    assert len(order) == len(set(order)) == sum(r.kind.is_computed for r in district().indicators.values())


def test_one_blank_part_leaves_the_totals_above_it_blank() -> None:
    form = a_form({**_PUBLIC_UNITS, "PL7.2.4.2": ""})
    assert says(form, "PL7.2.4") == "blank"
    assert says(form, "PL7.2.1") == "blank"


def test_a_ratio_follows_its_rows() -> None:
    form = a_form({"PL2.2.1": "33", "PL2.2.2": "14"})
    assert says(form, "PL2.2").startswith("42.4242")
    assert says(put(form, "PL2.2.1"), "PL2.2") == "blank"
    assert says(put(form, "PL2.2.1", typed("PL2.2.1", "0")), "PL2.2") == "not-arisen"


def test_a_stated_value_is_kept_but_the_computed_one_prints() -> None:
    form = a_form({"PL2.2.1": "33", "PL2.2.2": "14", "PL2.2": "100%"})
    assert form.entry(IndicatorCode("PL2.2")).answer.number == 100
    assert form.entry(IndicatorCode("PL2.2")).said == "100%"
    assert says(form, "PL2.2").startswith("42.4242")
    assert not form.is_overridden(IndicatorCode("PL2.2"))


def test_a_stated_value_does_not_print_while_its_rows_are_blank() -> None:
    assert says(a_form({"PL2.2": "100%"}), "PL2.2") == "blank"


def test_an_override_with_a_reason_prints_and_goes_into_what_rests_on_it() -> None:
    form = put(a_form(_PUBLIC_UNITS), "PL7.2.4", typed("PL7.2.4", "10", reason="Hai đơn vị đã giải thể"))
    assert form.is_overridden(IndicatorCode("PL7.2.4"))
    assert says(form, "PL7.2.4") == "10"
    assert says(form, "PL7.2.1") == "53"
    assert form.computed(IndicatorCode("PL7.2.4")).number == 12


def test_without_its_reason_an_override_stops_printing() -> None:
    form = put(a_form(_PUBLIC_UNITS), "PL7.2.4", typed("PL7.2.4", "10"))
    assert says(form, "PL7.2.4") == "12"
    assert not form.is_overridden(IndicatorCode("PL7.2.4"))


def test_an_answer_to_a_row_of_another_set_changes_nothing() -> None:
    form = put(a_form(_PUBLIC_UNITS), "PL9.9", Entry(Answer(Decimal(7))))
    assert says(form, "PL9.9") == "blank"
    assert form.completeness == a_form(_PUBLIC_UNITS).completeness


def test_an_empty_form_asks_for_every_row_but_headings_computed_and_conditional_ones() -> None:
    rows = district().indicators.values()
    expected = sum(row.is_asked and row.only_if is None for row in rows)
    complete = Form(district(), PERIOD).completeness
    assert (complete.answered, complete.required) == (0, expected)


def test_a_conditional_row_is_asked_once_its_condition_is_met() -> None:
    before = Form(district(), PERIOD).completeness.required
    assert a_form({"PL2.5": "1"}).completeness.required == before + 2
    assert a_form({"PL2.5": "0"}).completeness.required == before
    assert a_form({"PL2.5": "bcs"}).completeness.required == before


def test_every_state_but_blank_counts_as_answered() -> None:
    for text in ("0", "5", "kps", "ktq", "bcs"):
        assert a_form({"PL2.1": text}).completeness.answered == 1
    assert put(a_form(), "PL2.1", Entry(said="1,234")).completeness.answered == 0
    assert a_form({"PL2.2": "100%"}).completeness.answered == 0


def test_numbers_come_all_or_not_at_all() -> None:
    form = a_form({"PL2.2.1": "33", "PL2.2.2": "kps"})
    first, second = IndicatorCode("PL2.2.1"), IndicatorCode("PL2.2.2")
    assert form.numbers(first) == (Decimal(33),)
    assert form.numbers(first, second) is None


@given(st.dictionaries(_CODES, _ENTRIES), st.dictionaries(_CODES, _ENTRIES))
def test_a_new_form_leaves_the_old_one_alone(
    one: dict[IndicatorCode, Entry], other: dict[IndicatorCode, Entry]
) -> None:
    before = Form(district(), PERIOD).with_entries(one)
    entries, answers = dict(before.entries), dict(before.answers)
    after = before.with_entries(other)
    assert (dict(before.entries), dict(before.answers)) == (entries, answers)
    assert EMPTY not in after.entries.values()
    for code in district().indicators:
        assert after.entry(code) == other.get(code, before.entry(code))


@given(st.dictionaries(_CODES, _ENTRIES))
def test_emptying_every_cell_gives_the_empty_form(entries: dict[IndicatorCode, Entry]) -> None:
    form = Form(district(), PERIOD)
    assert form.with_entries(entries).with_entries(dict.fromkeys(entries, EMPTY)) == form
