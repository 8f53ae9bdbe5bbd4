"""What many offices answered in one row: numbers added exactly, states counted apart, never an average."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import TypeAlias, TypeVar

from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, NUMBER_STATE, Answer, State

K = TypeVar("K")
Counts: TypeAlias = Mapping[Decimal, int]
EXACTLY = Context(prec=200)
"""Sums keep every digit: the format lets a number have sixty, the usual context rounds at twenty-eight."""
_SETTLED: tuple[State, ...] = (NUMBER_STATE, NOT_ARISEN.state, NOT_COMPETENT.state)
"""States of a cell that waits for nothing more."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, middle and greatest of many figures that cannot be added."""

    least: Decimal
    median: Decimal
    greatest: Decimal


@dataclass(frozen=True, slots=True)
class Tally:
    """One row over many offices."""

    total: Decimal = Decimal()
    """Of the numbers there are."""
    states: Mapping[State, int] = field(default_factory=dict)
    """How many offices hold each state; those with a number as `number`."""
    values: Counts = field(default_factory=dict)
    """How many offices hold each number; only of codes and of percentages, which are never added."""

    @property
    def numbers(self) -> int:
        """How many offices gave a number."""
        return self.states.get(NUMBER_STATE, 0)

    @property
    def answered(self) -> int:
        """How many offices owe nothing more: a number, not arisen, or not their competence."""
        return sum([self.states.get(state, 0) for state in _SETTLED])

    @property
    def sum(self) -> Answer:
        """The numbers added; where there is none, why: the answer that promises most comes first."""
        if self.numbers:
            return Answer(self.total)
        for answer in (LATER, NOT_ARISEN, NOT_COMPETENT):
            if self.states.get(answer.state):
                return answer
        return BLANK

    @property
    def spread(self) -> Spread | None:
        """The spread of the values, or None where there is none."""
        ordered = [value for value, count in sorted(self.values.items()) for _ in range(count)]
        if not ordered:
            return None
        middle = len(ordered) // 2
        median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
        return Spread(ordered[0], median, ordered[-1])

    def changed(self, gone: Iterable[Answer], come: Iterable[Answer], *, by_value: bool = False) -> "Tally":
        """Return the tally with some answers taken out and others put in."""
        total, states, values = self.total, dict(self.states), dict(self.values)
        for answers, sign in ((gone, -1), (come, 1)):
            for answer in answers:
                states[answer.state] = states.get(answer.state, 0) + sign
                if (number := answer.number) is not None:
                    total = EXACTLY.add(total, number) if sign > 0 else EXACTLY.subtract(total, number)
                    if by_value:
                        values[number] = values.get(number, 0) + sign
        return Tally(
            total,
            {state: count for state, count in states.items() if count},
            {value: count for value, count in values.items() if count},
        )

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of both's offices together."""
        return Tally(
            EXACTLY.add(self.total, other.total),
            _added(self.states, other.states),
            _added(self.values, other.values),
        )


def tally(answers: Iterable[Answer], *, by_value: bool = False) -> Tally:
    """Return the tally of these answers."""
    return Tally().changed((), answers, by_value=by_value)


def _added(one: Mapping[K, int], other: Mapping[K, int]) -> dict[K, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in {**one, **other}}
