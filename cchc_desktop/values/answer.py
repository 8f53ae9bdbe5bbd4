"""What an office says in one cell."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, Literal, Self

State = Literal["number", "not-arisen", "not-competent", "later", "blank"]
"""The words for what a cell holds, in files and on the command line."""


NUMBER_STATE: Final = "number"
"""The state of a cell that holds a number, zero included."""


class Absence(Enum):
    """Why a cell holds no number. The value is one of `State`."""

    BLANK = "blank"
    """Not answered yet."""
    NOT_ARISEN = "not-arisen"
    """Nothing arose, so there is nothing to count: a ratio whose denominator is zero."""
    NOT_COMPETENT = "not-competent"
    """Not this office's competence."""
    LATER = "later"
    """The figure exists but is not available yet; it will be reported later."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A number, or the reason there is none.

    An absent answer is never a zero, and a zero is never absent.
    """

    content: Decimal | Absence = Absence.BLANK

    @classmethod
    def of(cls, state: str, value: str | None) -> Self:
        """Return the answer that files keep as a state's word and, of a number alone, its digits.

        Raises `ValueError` for a word that is no state.
        """
        return cls(Absence(state) if value is None else Decimal(value))

    @property
    def number(self) -> Decimal | None:
        """The number, or None where there is none."""
        return self.content if isinstance(self.content, Decimal) else None

    @property
    def state(self) -> State:
        """The state's word; `number` where there is a number, zero included."""
        match self.content:
            case Absence.BLANK:
                return "blank"
            case Absence.NOT_ARISEN:
                return "not-arisen"
            case Absence.NOT_COMPETENT:
                return "not-competent"
            case Absence.LATER:
                return "later"
            case _:
                return NUMBER_STATE

    @property
    def is_blank(self) -> bool:
        """Whether the cell still waits for its answer."""
        return self.content is Absence.BLANK


BLANK = Answer()
NOT_ARISEN = Answer(Absence.NOT_ARISEN)
NOT_COMPETENT = Answer(Absence.NOT_COMPETENT)
LATER = Answer(Absence.LATER)
