"""Every total agrees with the same total worked out from the dumped tables, whatever offices sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.form.review import Review
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.dumping import dump
from cchc_desktop.office.totals.looking_into import Looking
from cchc_desktop.template.model import Kind, RollUp
from cchc_desktop.values.answer import Answer
from tests.unit.office.totals.below import Q3, province, receive, review
from tests.unit.office.totals.independent import Column, columns

COMMUNES = 5
MONEY = "PL7.1.1"
ASKED = ("PL4.3.X.1", "PL4.3.X.2", "PL2.1", "PL2.2.1", MONEY, "PL2.5", "PL8.3")
"""Sums, figures that are own and the offices' together, an own one, money, a code, and a percentage."""
NUMBERS = st.one_of(
    st.integers(0, 10**6).map(str),
    st.decimals(0, 10**15, places=9, allow_nan=False).map(lambda each: format(each.normalize(), "f")),
)
STATES = st.sampled_from(["not-arisen", "not-competent", "later"])
REPORTS = st.dictionaries(st.sampled_from(ASKED), st.one_of(NUMBERS, STATES))


@dataclass(frozen=True)
class Step:
    """What happened to one office's report."""

    office: int
    said: dict[str, str]
    stage: Review | None


STEPS = st.lists(
    st.builds(
        Step,
        st.integers(1, COMMUNES),
        REPORTS,
        st.sampled_from([None, Review.RETURNED, Review.ACCEPTED]),
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None)
@given(STEPS, st.dictionaries(st.sampled_from(["PL2.1", "PL2.2.1"]), st.integers(0, 999)), st.booleans())
def test_whatever_offices_sent_the_totals_agree_with_the_dumped_tables(
    steps: list[Step], own: dict[str, int], accepted_only: bool
) -> None:
    with TemporaryDirectory() as folder, province(Path(folder) / "tỉnh.cchc", COMMUNES) as office:
        for step in steps:
            below = f"dv{step.office}"
            receive(office, below, step.said)
            office.totals.of(Q3, accepted_only=accepted_only)  # so that later ones are corrections of it
            if step.stage:
                review(office, below, step.stage)
        for code, number in own.items():
            office.report(Q3).enter(code, str(number))
        assert_agreed(office, Path(folder), own, accepted_only=accepted_only)


def assert_agreed(office: Office, folder: Path, own: Mapping[str, int], *, accepted_only: bool) -> None:
    """Compare every row that is added, counted, listed or made of others."""
    dump(office, "sqlite", folder)
    told = columns(folder, str(Q3), Q3.window.last.isoformat(), accepted_only=accepted_only)
    totals = office.totals.of(Q3, accepted_only=accepted_only)
    received = len(totals.coverage.counted)
    for code, total in totals.rows.items():
        row, column = totals.template.indicators[code], told.get(code, Column())
        settled = sum(column.states[state] for state in ("number", "not-arisen", "not-competent"))
        assert (total.answered, total.missing) == (settled, COMMUNES - settled)
        states = {state: count for state, count in total.states.items() if state != "blank"}
        assert states == dict(column.states)
        assert total.states.get("blank", 0) in (0, received - sum(column.states.values()))
        if row.rollup in (RollUp.SUM, RollUp.OWN_AND_SUM):
            assert fraction(total.children) == (column.total if column.states["number"] else None)
        if row.rollup is RollUp.OWN_AND_SUM and code in own and column.states["number"]:
            assert fraction(total.value) == column.total + own[code]
        if row.rollup is RollUp.OWN:
            assert fraction(total.value) == own.get(code)
        if row.rollup is RollUp.CODES:
            assert {Fraction(value): count for value, count in total.counts.items()} == dict(column.values)
        if row.kind is Kind.RATIO and row.numerator and row.denominator:
            top, bottom = (told.get(each, Column()) for each in (row.numerator, row.denominator))
            if row.code == "PL4.3.X" and top.states["number"] and bottom.total:
                expected = top.total * 100 / bottom.total
                assert total.value.number is not None
                assert abs(Fraction(total.value.number) - expected) <= expected / 10**20


def fraction(answer: Answer) -> Fraction | None:
    return None if answer.number is None else Fraction(answer.number)


def test_sums_are_exact_far_beyond_what_a_float_holds(tmp_path: Path) -> None:
    with province(tmp_path / "tỉnh.cchc", COMMUNES) as office:
        for number in range(1, COMMUNES + 1):
            receive(office, f"dv{number}", {"PL4.3.X.1": f"{10**29 + number}.000000000{number}"})
        assert_agreed(office, tmp_path, {}, accepted_only=False)


@pytest.mark.parametrize("code", ["PL4.3.X.1", "PL2.1"])
def test_what_offices_gave_one_by_one_makes_the_total(tmp_path: Path, code: str) -> None:
    with province(tmp_path / "tỉnh.cchc", COMMUNES) as office:
        for number, said in enumerate(("5", "later", "0.5", "not-arisen"), start=1):
            receive(office, f"dv{number}", {code: said})
        looking = Looking(office, Q3, code)
        found, total = looking.contributions(), office.totals.of(Q3).rows[looking.row.code]
        numbers = [each.answer.number for each in found if each.answer and each.answer.number is not None]
        assert sum(numbers, Decimal()) == total.children.number
        assert sum(each.share for each in found if each.share is not None) == 100
        assert found[-1].answer is None
