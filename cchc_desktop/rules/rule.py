"""What every rule family is: a function from a form, and the forms before it, to findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cchc_desktop.form.form import Form
from cchc_desktop.form.longer import Derivation
from cchc_desktop.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Past:
    """The office's earlier forms that a rule may compare with; None where there is none."""

    previous: Form | None = None
    """The period of the same length just before."""
    earlier_this_year: Form | None = None
    """The latest period of the same year that ends before this one."""
    shorter: Derivation | None = None
    """What the reports of shorter periods make of this one."""


Rule = Callable[[Form, Past], Iterator[Finding]]
