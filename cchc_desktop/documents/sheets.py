"""What a workbook of a report shows, as plain data: a cover, the forms as on paper, the prose."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

RowKind = Literal["heading", "entry", "computed"]
CellRule = Literal["whole", "money", "percent"] | tuple[Decimal, ...] | None
"""What an answer cell takes besides a state in words: a kind of number, one of a few codes, or anything."""


@dataclass(frozen=True, slots=True)
class FormSheetRow:
    """One printed row. `value` is a figure, the words of a state, or None for a cell that waits."""

    key: str
    """The stable key, in the hidden column: the row is found again however rows were moved."""
    stt: str
    label: str
    unit: str = ""
    value: Decimal | str | None = None
    note: str = ""
    kind: RowKind = "entry"
    rule: CellRule = None
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One appendix: `Phụ lục 2`, the lines of its name, its rows in printed order."""

    title: str
    name_lines: tuple[str, ...]
    rows: tuple[FormSheetRow, ...]


@dataclass(frozen=True, slots=True)
class ProseSection:
    """One heading of the outline and the text under it; paragraphs are separated by line ends."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """Everything the workbook shows, and nothing else: no clock, no user, no machine."""

    title: str
    """What the file says of itself in its properties."""
    author: str
    """The reporting office, in the file's properties."""
    made: date
    """The date of the content, in the file's properties; never the clock's."""
    cover: tuple[tuple[str, str], ...]
    """Labels and values of the sheet “Thông tin”."""
    forms: tuple[FormSheet, ...]
    prose: tuple[ProseSection, ...]
    state_words: tuple[str, ...]
    """Words an answer cell takes instead of a number, as they are printed."""
    to_fill_in: frozenset[str] = frozenset()
    """Labels of the cover beside which a person writes."""
