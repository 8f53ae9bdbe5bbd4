"""A filled form: entries by row, and every computed row worked out from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from cchc_desktop.form.computing import worked_out
from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.template.model import Indicator, Template
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many rows that ask for an answer have one."""

    answered: int
    required: int


@dataclass(frozen=True)
class Form:
    """One office's answers for one period. A form never changes: `with_entries` gives the next one."""

    template: Template
    period: Period
    entries: Mapping[IndicatorCode, Entry] = field(default_factory=dict)

    def entry(self, code: IndicatorCode) -> Entry:
        """Return what stands in the cell as it was entered."""
        return self.entries.get(code, EMPTY)

    def answer(self, code: IndicatorCode) -> Answer:
        """Return what the cell prints: an override with its reason, the computed value, or the entry."""
        return self.answers.get(code, BLANK)

    def number(self, code: IndicatorCode) -> Decimal | None:
        """Return the number the cell prints, or None where it prints none."""
        return self.answer(code).number

    def numbers(self, *codes: IndicatorCode) -> tuple[Decimal, ...] | None:
        """Return the numbers of all the cells, or None where one of them has none."""
        found = tuple(number for code in codes if (number := self.number(code)) is not None)
        return found if len(found) == len(codes) else None

    def computed(self, code: IndicatorCode) -> Answer:
        """Return what a computed row's own rows make of it, whatever was stated."""
        return worked_out(self.template.indicators[code], self.answer)

    def is_overridden(self, code: IndicatorCode) -> bool:
        """Whether a person decided, with a reason, that a computed cell prints something else."""
        return self.template.indicators[code].kind.is_computed and bool(self.entry(code).reason)

    def is_asked(self, indicator: Indicator) -> bool:
        """Whether the row waits for a person's answer: not computed, and its condition, if any, is met."""
        condition = indicator.only_if
        return indicator.is_asked and (condition is None or self.number(condition.code) == condition.equals)

    def with_entries(self, new: Mapping[IndicatorCode, Entry]) -> "Form":
        """Return the form with these entries in place; an empty entry takes the cell's entry away."""
        kept = {code: entry for code, entry in {**self.entries, **new}.items() if entry != EMPTY}
        return Form(self.template, self.period, MappingProxyType(kept))

    @cached_property
    def answers(self) -> Mapping[IndicatorCode, Answer]:
        """What every answered or computed cell prints."""
        rows = self.template.indicators
        answers = {
            code: entry.answer
            for code, entry in self.entries.items()
            if code in rows and (entry.reason or not rows[code].kind.is_computed)
        }
        for row in self.template.computing_order:
            if row.code not in answers:
                answers[row.code] = worked_out(row, lambda code: answers.get(code, BLANK))
        return MappingProxyType(answers)

    @cached_property
    def completeness(self) -> Completeness:
        """How far the form is answered."""
        asked = [row.code for row in self.template.indicators.values() if self.is_asked(row)]
        return Completeness(sum(not self.answer(code).is_blank for code in asked), len(asked))
