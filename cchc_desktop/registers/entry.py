"""One line of a register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = str | date | Decimal | bool
"""What stands in a column; a blank one is missing from the entry."""
Values: TypeAlias = Mapping[str, Value]
_NOTHING = Decimal()


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What an office noted of one document, task, inspection …

    The id is the entry's for good: it is never given again, so that a citation keeps its document.
    """

    id: str
    values: Values = field(default_factory=dict)
    """By column name."""

    @property
    def number_in_id(self) -> int:
        """The id without its letters: the order in which entries were made."""
        return int(self.id[2:])

    def text(self, column: str) -> str:
        """Return the text or the word of a choice; empty where the column is blank."""
        value = self.values.get(column)
        return value if isinstance(value, str) else ""

    def day(self, column: str) -> date | None:
        """Return the date, or None where the column is blank."""
        value = self.values.get(column)
        return value if isinstance(value, date) else None

    def number(self, column: str) -> Decimal:
        """Return the number; zero where the column is blank."""
        value = self.values.get(column)
        return value if isinstance(value, Decimal) else _NOTHING

    def is_yes(self, column: str) -> bool:
        """Whether the column says yes."""
        return self.values.get(column) is True
