"""What an office says in one cell."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Absence(Enum):
    """Why a cell holds no number. The value is the word used in files and on the command line."""

    BLANK = "blank"
    """Not answered yet."""
    NOT_ARISEN = "not-arisen"
    """Nothing arose, so there is nothing to count: a ratio whose denominator is zero."""
    NOT_COMPETENT = "not-competent"
    """Not this office's competence."""
    LATER = "later"
    """The figure exists but is not available yet; it will be reported later."""


NUMBER_STATE = "number"
"""The state of a cell that holds a number, zero included."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A number, or the reason there is none.

    An absent answer is never a zero, and a zero is never absent.
    """

    content: Decimal | Absence = Absence.BLANK

    @property
    def number(self) -> Decimal | None:
        """The number, or None where there is none."""
        return self.content if isinstance(self.content, Decimal) else None

    @property
    def state(self) -> str:
        """The state's word: `number`, `not-arisen`, `not-competent`, `later` or `blank`."""
        return self.content.value if isinstance(self.content, Absence) else NUMBER_STATE

    @property
    def is_blank(self) -> bool:
        """Whether the cell still waits for its answer."""
        return self.content is Absence.BLANK


BLANK = Answer()
NOT_ARISEN = Answer(Absence.NOT_ARISEN)
NOT_COMPETENT = Answer(Absence.NOT_COMPETENT)
LATER = Answer(Absence.LATER)
