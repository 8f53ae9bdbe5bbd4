"""Rendered prose as blocks of the Word report and the preview."""

from collections.abc import Iterator

from cchc_desktop.documents.content import (
    Block,
    BulletItem,
    Footnote,
    Inline,
    Paragraph,
    Run,
    Table,
)
from cchc_desktop.narrative.blocks import Grid, Line, LineKind, Note, Printable, Words
from cchc_desktop.narrative.rendering import Rendered

_NARROWEST, _WIDEST = 4, 40
"""Letters of a column's longest text, between which its share of the width follows them."""


def prose_blocks(rendered: Rendered) -> Iterator[Block]:
    """Yield the blocks; a minor heading is a line in bold: the outline's headings alone are numbered."""
    for block in rendered:
        if isinstance(block, Grid):
            yield _table(block)
        elif block.kind is LineKind.ITEM:
            yield BulletItem(_inlines(block))
        else:
            yield Paragraph(_inlines(block))


def _inlines(line: Line[Printable]) -> tuple[Inline, ...]:
    is_heading = line.kind is LineKind.HEADING
    return tuple(
        Footnote(tuple(_run(words) for words in piece.words))
        if isinstance(piece, Note)
        else _run(piece, bold=is_heading)
        for piece in line.pieces
    )


def _run(words: Words, *, bold: bool = False) -> Run:
    return Run(words.text, words.bold or bold, words.italic)


def _table(grid: Grid[Printable]) -> Table:
    header = tuple(_text(cell) for cell in grid.header)
    rows = tuple(tuple(_text(cell) for cell in row) for row in grid.rows)
    longest = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    widths = tuple(min(max(length, _NARROWEST), _WIDEST) for length in longest)
    return Table((header,), rows, widths, grid.figures)


def _text(cell: tuple[Printable, ...]) -> str:
    """A cell of the report's small tables holds plain text: a note stands in brackets there."""
    return "".join(
        f" ({''.join(words.text for words in piece.words)})" if isinstance(piece, Note) else piece.text
        for piece in cell
    )
