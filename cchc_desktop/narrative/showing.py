"""What a line above a small table asks for: a title over it, or a chart in its place.

`::: biểu đồ cột: Hồ sơ đã giải quyết` stands right above the table (docs/prose-format.md). Where it does not,
or asks for what nobody knows, it is a paragraph like any other and prints as typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cchc_desktop.narrative.blocks import (
    Chart,
    Dot,
    Figure,
    Grid,
    Line,
    LineKind,
    Note,
    Printable,
    Shape,
    Words,
    Written,
)
from cchc_desktop.values.number import AmbiguousNumber, UnreadableNumber, read_number
from cchc_desktop.values.text import likeness, normal

SIGN = ":::"
_SHAPES = {likeness(shape.value): shape for shape in Shape}


@dataclass(frozen=True, slots=True)
class Asked:
    """How the table below is to be shown, and what the title above it says."""

    shape: Shape
    title: tuple[Written, ...]


def asked(line: Line[Written]) -> Asked | None:
    """Return what the line asks for the table below it; None where it is a line like any other."""
    first = line.pieces[0] if line.pieces else None
    if line.kind is not LineKind.PARAGRAPH or not isinstance(first, Words):
        return None
    if not first.text.startswith(SIGN):
        return None
    word, _, title = first.text.removeprefix(SIGN).partition(":")
    shape = _SHAPES.get(likeness(word))
    if shape is None:
        return None
    opening = replace(first, text=title.lstrip())
    return Asked(shape, ((opening,) if opening.text else ()) + line.pieces[1:])


def drawn(
    shape: Shape, title: str, grid: Grid[Printable], numbers: Sequence[Sequence[Decimal | None]]
) -> Chart | None:
    """Return the table as a chart; None where its numbers make none, so that it prints as a table.

    `numbers` are those of the figures in its rows, cell by cell, None in a cell of words. A pie takes one
    column of numbers, none of them negative, that come to something. Headings of groups are left out.
    """
    rows = [each for each in zip(grid.rows, numbers, strict=True) if any(map(spoken, each[0][1:]))]
    columns = range(1, len(grid.header))
    series = tuple(
        (spoken(grid.header[column]), tuple(_dot(row[column], known[column]) for row, known in rows))
        for column in columns
    )
    values = [dot.value for _, dots in series for dot in dots if dot.value is not None]
    if not values or (shape is Shape.PIE and (len(series) != 1 or min(values) < 0 or not sum(values))):
        return None
    return Chart(shape, title, tuple(spoken(row[0]) for row, _ in rows), series)


def is_figure(cell: Sequence[Written]) -> Figure | None:
    """Return the one figure that the cell consists of; None where it says something else."""
    said = [piece for piece in cell if not (isinstance(piece, Words) and not piece.text.strip())]
    return said[0] if len(said) == 1 and isinstance(said[0], Figure) else None


def spoken(cell: Sequence[Printable]) -> str:
    """Return what a cell says as plain text, a note in brackets."""
    return normal(
        "".join(
            f" ({''.join(words.text for words in piece.words)})" if isinstance(piece, Note) else piece.text
            for piece in cell
        )
    )


def _dot(cell: Sequence[Printable], known: Decimal | None) -> Dot:
    text = spoken(cell)
    return Dot(_number(text) if known is None else known, text)


def _number(text: str) -> Decimal | None:
    """The number that somebody typed into the cell; a dot groups thousands unless decimals follow."""
    counts = not text.endswith("%") and "," not in text
    try:
        return read_number(text, whole=counts, percent_sign=True)
    except (AmbiguousNumber, UnreadableNumber):
        return None
