"""What a report says, block by block, before it becomes a file or a picture on the screen.

Plain values: no page, no font, no file format. The Word writer and the preview both read them.
Every text may hold line breaks (``\n``); an empty text prints as what an office leaves blank there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page; its mark stands where it stands among the runs."""

    runs: tuple[Run, ...]


Inline: TypeAlias = Run | Footnote
HeadingLevel: TypeAlias = Literal[1, 2, 3, 4]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section, without its number: the number comes from the report's numbering."""

    level: HeadingLevel
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BulletItem:
    """One item of a list with dashes."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class DottedLine:
    """A line of dots for what the office has yet to write; `text` stands at its end."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class MinorHeading:
    """A heading without a number, below all those of the outline; it stays with what follows it."""

    inlines: tuple[Inline, ...]


TableCell: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A small table in the prose. `widths` are shares of the text's width, one a column.

    The columns counted in `figures` (from 0) hold numbers. The rows counted in `groups` (from 0) are headings
    of the rows below them: their first cell spans the table. `title` stands above it, or is empty.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[int, ...]
    figures: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    title: str = ""


class ChartKind(Enum):
    """How a chart shows its numbers."""

    COLUMNS = "columns"
    BARS = "bars"
    LINE = "line"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a chart and how it is written; None where there is none to draw."""

    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one colour: one for each category."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers drawn. Every series has as many points as there are categories; a pie has one series."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def description(self) -> str:
        """What it shows, in words, for who cannot see it."""
        told = (
            f"{each.name}: "
            + "; ".join(
                f"{category} {point.text}"
                for category, point in zip(self.categories, each.points, strict=True)
            )
            for each in self.series
        )
        return ". ".join(part for part in (self.title, *told) if part)


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with what stands under it. Its pixels say how wide it is to its height."""

    content: bytes = field(repr=False)
    media: Literal["png", "jpeg"]
    width: int
    height: int
    caption: str


Block: TypeAlias = Heading | MinorHeading | Paragraph | BulletItem | DottedLine | Table | Chart | Picture


class LevelFormat(Enum):
    """How the headings of one level count."""

    ROMAN = "roman"  # I, II, III
    DECIMAL = "decimal"  # 1, 2, 3
    LETTER = "letter"  # a, b, c, d, đ, e, g
    DASH = "dash"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Level:
    """The numbering of one heading level.

    `pattern` is what is printed; ``%n`` stands for the number of heading level n, as in ``%1.%2.``.
    """

    format: LevelFormat
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbering of heading levels 1 to 4, as the outline of a form set states it.

    Raises ValueError if there are not four levels or more than one counts in letters.
    """

    levels: tuple[Level, Level, Level, Level] = (
        Level(LevelFormat.ROMAN, "%1."),
        Level(LevelFormat.DECIMAL, "%2."),
        Level(LevelFormat.LETTER, "%3)"),
        Level(LevelFormat.DASH, "-"),
    )

    def __post_init__(self) -> None:
        if len(self.levels) != 4:
            raise ValueError("a numbering has four levels")
        if sum(level.format is LevelFormat.LETTER for level in self.levels) > 1:
            raise ValueError("only one heading level can count in letters")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page. An empty superior leaves no line; number and day may stay blank."""

    superior: str
    office: str
    symbol: str
    place: str
    year: int
    number: str = ""
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """On whose authority and in what office it is signed, and the signer's name."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who receives the report, without dashes and semicolons: those are the layout's."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """One row of a form. `hint` is the official remark in italics after the label."""

    stt: str
    label: str
    unit: str = ""
    figure: str = ""
    note: str = ""
    kind: Literal["heading", "entry", "computed"] = "entry"
    italic: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class AppendixTable:
    """One form: its titles, "(Kèm theo …)", the heading of its second column and its rows."""

    title: str
    name_lines: tuple[str, ...]
    attached: str
    rows: tuple[AppendixRow, ...]
    column: str = "Chỉ tiêu thống kê"
    column_hint: str = ""
    below: str = ""
    """A sentence under the table, or nothing."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A further appendix, of the office's own making: a list, a table, photos."""

    title: str
    name_lines: tuple[str, ...]
    attached: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `dated` is the day its file states; the same report gives the same bytes.

    `opening` and `closing` stand before and after the outline's `blocks`; `window_line` is the
    window in brackets under the subject, or empty.
    """

    letterhead: Letterhead
    subject: str
    dated: date
    opening: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    signature: Signature
    recipients: Recipients
    kind: str = "BÁO CÁO"
    window_line: str = ""
    addressees: tuple[str, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    appendices: tuple[AppendixTable, ...] = ()
    annexes: tuple[Annex, ...] = ()
    numbering: Numbering = field(default_factory=Numbering)
