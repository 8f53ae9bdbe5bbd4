"""What a rule reports."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


class Severity(Enum):
    """How a finding weighs. Only what cannot be true blocks, and only the locking of the figures."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The severity in Vietnamese."""
        return {"block": "Phải sửa", "warn": "Cần xem", "note": "Lưu ý"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or odd in a form: which rule, at which row, and what it saw. It holds no sentence."""

    rule: str
    """The rule class: `R1`."""
    case: str
    """Which of the class's situations it is; `wording` has a sentence for each."""
    cell: IndicatorCode
    severity: Severity
    found: Decimal | None = None
    expected: Decimal | None = None
    related: tuple[IndicatorCode, ...] = ()
    """The other cells of the rule, all marked on screen."""
    text: str = ""
    """The words in question, where the cell holds words."""
    readings: tuple[Decimal, ...] = ()
    """The numbers those words may mean."""
    periods: tuple[Period, ...] = ()
    """The periods whose reports say otherwise."""

    @property
    def code(self) -> str:
        """The finding's short stable name: `R1-PL2.2`."""
        return f"{self.rule}-{self.cell}"

    @property
    def cells(self) -> tuple[IndicatorCode, ...]:
        """Every cell the finding concerns, its own first."""
        return (self.cell, *self.related)
