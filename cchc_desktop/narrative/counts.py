"""What the registers count for the prose of one report, as the prose asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.model import Indicator
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of which the form has no row."""

    now: Mapping[IndicatorCode, Decimal] = field(default_factory=dict)
    before: Mapping[IndicatorCode, Decimal] = field(default_factory=dict)
    """In the window of the period before."""
    lines: Mapping[IndicatorCode, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    """What is counted now: of each line its columns as they are written, and its `id`."""
    kept: frozenset[str] = frozenset()
    """Names of the registers that hold anything: of the others no sentence is proposed."""

    def answer(self, code: IndicatorCode, *, of_before: bool) -> Answer | None:
        """Return what the count comes to; None where the code is none of a count."""
        if code not in COUNTS:
            return None
        return Answer((self.before if of_before else self.now).get(code, Decimal()))


NO_COUNTS = Counts()


def row_of(code: IndicatorCode, form: Form) -> Indicator | None:
    """Return the row of the form, or the one that a count has for its words and unit."""
    count = COUNTS.get(code)
    return count.row if count else form.template.indicators.get(code)
