"""What every rule family is: a function from a form, and what the office said elsewhere, to findings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.form.longer import Derivation
from cchc_desktop.rules.finding import Finding
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Past:
    """What the office said before and elsewhere, for a rule to compare with; None where there is nothing."""

    previous: Form | None = None
    """The period of the same length just before."""
    earlier_this_year: Form | None = None
    """The latest period of the same year that ends before this one."""
    shorter: Derivation | None = None
    """What the reports of shorter periods make of this one."""
    fed: Mapping[IndicatorCode, Decimal] = field(default_factory=dict)
    """What the office's registers give for rows of this one."""


Rule = Callable[[Form, Past], Iterator[Finding]]
