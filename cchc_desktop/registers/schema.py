"""What a register is: its columns, described once for table pages, files, search and command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType

from cchc_desktop.errors import CchcError
from cchc_desktop.values.text import likeness

ID_NAME, ID_LABEL = "id", "Mã"
"""How the column of the stable ids is called, in programs and in files for people."""


class RegisterRefused(CchcError):
    """No such register, column or entry, or the register cannot take the value."""


class ColumnType(Enum):
    """What the values of a column are."""

    TEXT = "text"
    """`str`, one line."""
    DATE = "date"
    """`datetime.date`."""
    NUMBER = "number"
    """`Decimal`, whole and not negative."""
    CHOICE = "choice"
    """`str`: the stable word of one of the column's choices."""
    YES_NO = "yes-no"
    """`bool`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One thing a register asks of every entry."""

    name: str
    """Stable, for files, JSON and the office file."""
    label: str
    """As a table's heading prints it."""
    type: ColumnType = ColumnType.TEXT
    required: bool = False
    """Whether an entry without it is incomplete; it can be typed all the same."""
    width: int = 20
    """In characters, on screen and in a workbook."""
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Stable words of a choice and how they print."""
    has_happened: bool = False
    """Whether the date is one of something done: not in the future."""
    is_year: bool = False
    """Whether the number is a year, whose digits are never grouped."""


@dataclass(frozen=True)
class Register:
    """The description of one register. Another register is another description."""

    name: str
    label: str
    """`Sổ văn bản`."""
    about: str
    """What is entered here and which figures it feeds, for the page's help."""
    prefix: str
    """Two letters before the number in an entry's id: `vb` in `vb12`."""
    columns: tuple[Column, ...]
    known_by: tuple[str, ...]
    """Columns that together tell entries apart where a file has no ids."""
    sorted_by: str
    """The column whose order a list has at first."""
    dated_by: str = ""
    """The day that says to which period an entry belongs; empty where entries belong to none."""
    in_order: tuple[tuple[str, str], ...] = ()
    """Pairs of dates of which the first does not come after the second."""
    parts: tuple[tuple[str, str], ...] = ()
    """Pairs of numbers of which the first is a part of the second."""

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by their stable names."""
        return MappingProxyType({column.name: column for column in self.columns})

    def column(self, heading: str) -> Column | None:
        """Return the column with this name or label, marks and case aside; None where there is none."""
        return self._by_likeness.get(likeness(heading))

    def column_named(self, heading: str) -> Column:
        """Return the column with this name or label, or raise `RegisterRefused`."""
        if (found := self.column(heading)) is None:
            names = ", ".join(f"{column.name} ({column.label})" for column in self.columns)
            raise RegisterRefused(f"{self.label} không có cột “{heading}”. Các cột: {names}.")
        return found

    @cached_property
    def _by_likeness(self) -> Mapping[str, Column]:
        return {likeness(text): column for column in self.columns for text in (column.name, column.label)}
