"""Many offices' answers into one form, each row in the way its form set declares."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from cchc_desktop.form.computing import added, worked_out
from cchc_desktop.rollup.tally import Counts, Spread, Tally
from cchc_desktop.template.model import Indicator, RollUp, Template
from cchc_desktop.values.answer import BLANK, Answer, State
from cchc_desktop.values.codes import IndicatorCode

BY_VALUE = (RollUp.CODES, RollUp.LIST)
"""Rows whose single values are kept: codes are counted, typed percentages are listed."""
ADDED_UP = (RollUp.SUM, RollUp.OWN_AND_SUM)
"""Rows in which the offices' figures are summed."""
_NONE = Tally()


@dataclass(frozen=True, slots=True)
class RowTotal:
    """What many offices make of one row of the superior's form."""

    code: IndicatorCode
    children: Answer
    """The offices' figures together: a sum, or a ratio or total of their sums. Blank where adding would be
    wrong, as where every office handles the same list."""
    own: Answer
    """This office's own figure, or its own part of the sum."""
    value: Answer
    """What is proposed for the superior's form."""
    answered: int
    """How many offices owe nothing more in this row."""
    missing: int
    """How many still do, those that sent nothing at all included."""
    states: Mapping[State, int] = field(default_factory=dict)
    """How many of the received reports hold each state."""
    counts: Counts = field(default_factory=dict)
    """Of a code: how many offices gave each."""
    spread: Spread | None = None
    """Of percentages that were typed: never added, never averaged."""


def rolled_up(
    template: Template,
    tallies: Mapping[IndicatorCode, Tally],
    own: Callable[[IndicatorCode], Answer],
    offices: int,
) -> dict[IndicatorCode, RowTotal]:
    """Return the total of every row but headings; `offices` is how many are to report.

    An office that gave one operand of a ratio counts in that operand's sum, and so in the ratio of the sums.
    A figure that is the office's own and its offices' together waits for the own part: by the rule of
    computed totals one unanswered part leaves it unanswered.
    """
    children: dict[IndicatorCode, Answer] = {}
    values: dict[IndicatorCode, Answer] = {}
    for row in template.indicators.values():
        if row.is_asked:
            children[row.code] = tallies.get(row.code, _NONE).sum if row.rollup in ADDED_UP else BLANK
            values[row.code] = _proposed(row, children[row.code], own)
    for row in template.computing_order:
        children[row.code] = worked_out(row, lambda code: children.get(code, BLANK))
        values[row.code] = worked_out(row, lambda code: values.get(code, BLANK))
    return {
        code: _total(template.indicators[code], tallies.get(code, _NONE), offices, answer, own, values[code])
        for code, answer in _in_printed_order(template, children)
    }


def _proposed(row: Indicator, children: Answer, own: Callable[[IndicatorCode], Answer]) -> Answer:
    match row.rollup:
        case RollUp.SUM:
            return children
        case RollUp.OWN_AND_SUM:
            return added((children, own(row.code)))
        case _:
            return own(row.code)


def _total(
    row: Indicator,
    tally: Tally,
    offices: int,
    children: Answer,
    own: Callable[[IndicatorCode], Answer],
    value: Answer,
) -> RowTotal:
    has_own = row.is_asked and row.rollup is not RollUp.SUM
    answered = tally.answered
    return RowTotal(
        row.code,
        children,
        own(row.code) if has_own else BLANK,
        value,
        answered=answered,
        missing=max(offices - answered, 0),
        states=tally.states,
        counts=tally.values if row.rollup is RollUp.CODES else {},
        spread=tally.spread if row.rollup is RollUp.LIST else None,
    )


def _in_printed_order(
    template: Template, answers: Mapping[IndicatorCode, Answer]
) -> Iterator[tuple[IndicatorCode, Answer]]:
    return ((code, answers[code]) for code in template.indicators if code in answers)
