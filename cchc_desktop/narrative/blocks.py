"""What prose is made of: lines and small tables of words, figures and notes. Plain values, no layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from cchc_desktop.template.references import Reference


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A place that follows the figures of the form."""

    source: str
    """As it stands in the text, braces included."""
    reference: Reference | None
    """None where nobody can tell what is meant; the source prints as it stands."""
    bold: bool = False
    italic: bool = False
    reason: str = ""
    """Why there is no reference: Vietnamese, without a full stop."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a note's number stands: the keys of the documents it cites, or of the author's own note."""

    keys: tuple[str, ...]

    @property
    def source(self) -> str:
        """As it stands in the text."""
        return f"[^{';'.join(self.keys)}]"


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot of the page, ready to print."""

    words: tuple[Words, ...]


Written: TypeAlias = Words | Figure | Mark
"""What a line holds as it is stored."""
Printable: TypeAlias = Words | Note
"""What a line holds once figures and citations are put in."""
T = TypeVar("T")


class LineKind(Enum):
    """What a line of prose is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    """Of a list with dashes."""
    HEADING = "heading"
    """Minor: without a number, below all headings of the outline."""


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """A paragraph, an item of a list, or a minor heading."""

    kind: LineKind
    pieces: tuple[T, ...]
    number: int = field(default=0, compare=False)
    """Which line of the stored text it is, from 1."""


@dataclass(frozen=True, slots=True)
class Grid(Generic[T]):
    """A small table; every row has as many cells as the header."""

    header: tuple[tuple[T, ...], ...]
    rows: tuple[tuple[tuple[T, ...], ...], ...]
    figures: frozenset[int] = frozenset()
    """Columns, from 0, that hold numbers: aligned to the right."""
    title: tuple[T, ...] = ()
    """What stands above it; only once it is put in (`narrative.showing`)."""
    number: int = field(default=0, compare=False)
    """Which line of the stored text its header is, from 1."""

    @property
    def cells(self) -> tuple[tuple[T, ...], ...]:
        """Every cell, the header's first, row by row."""
        return (*self.header, *(cell for row in self.rows for cell in row))


Block: TypeAlias = Line[T] | Grid[T]


class Shape(Enum):
    """How a small table is shown, and the word that asks for it above the table."""

    TABLE = "bảng"
    COLUMNS = "biểu đồ cột"
    BARS = "biểu đồ thanh"
    LINE = "biểu đồ đường"
    PIE = "biểu đồ tròn"


@dataclass(frozen=True, slots=True)
class Dot:
    """One number of a chart as it is drawn and as it is written; None where nothing can be drawn."""

    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A small table drawn: its first column names what its other columns count."""

    shape: Shape
    title: str
    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[Dot, ...]], ...]
    """Of each other column its heading and its numbers, one for each name."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of one section, read."""

    blocks: tuple[Block[Written], ...] = ()
    notes: Mapping[str, tuple[Words | Figure, ...]] = field(default_factory=dict)
    """The author's own notes, by key."""

    def pieces(self) -> Iterator[tuple[int, Written]]:
        """What lines and tables hold, with the number of its line; then the author's notes, with 0."""
        for block in self.blocks:
            cells = block.cells if isinstance(block, Grid) else (block.pieces,)
            yield from ((block.number, piece) for cell in cells for piece in cell)
        for note in self.notes.values():
            yield from ((0, piece) for piece in note)


def faceless(piece: Written) -> Written:
    """Return the piece neither bold nor italic."""
    return piece if isinstance(piece, Mark) else replace(piece, bold=False, italic=False)
