"""Rendered prose as blocks of the Word report and the preview."""

from collections.abc import Iterator, Sequence

from cchc_desktop.documents.content import (
    Block,
    BulletItem,
    ChartKind,
    Footnote,
    Inline,
    MinorHeading,
    Paragraph,
    Point,
    Run,
    Series,
    Table,
)
from cchc_desktop.documents.content import Chart as Drawn
from cchc_desktop.documents.word.columns import fitted, longest_word
from cchc_desktop.documents.word.paper import TEXT_WIDTH
from cchc_desktop.narrative.blocks import Chart, Grid, LineKind, Note, Printable, Shape, Words
from cchc_desktop.narrative.rendering import Rendered
from cchc_desktop.narrative.showing import spoken
from cchc_desktop.values.text import likeness

_KINDS = {
    Shape.COLUMNS: ChartKind.COLUMNS,
    Shape.BARS: ChartKind.BARS,
    Shape.LINE: ChartKind.LINE,
    Shape.PIE: ChartKind.PIE,
}
_ORDINAL = {"stt", "tt"}
"""Headings of a column that numbers the rows: it is set as numbers are."""
_NARROWEST, _WIDEST = 4, 40
"""Letters of a column's longest text, between which its share of the width follows them."""


def prose_blocks(rendered: Rendered) -> Iterator[Block]:
    """Yield the blocks; the outline's headings alone are numbered."""
    for block in rendered:
        if isinstance(block, Grid):
            yield _table(block)
        elif isinstance(block, Chart):
            yield _chart(block)
        elif block.kind is LineKind.ITEM:
            yield BulletItem(_inlines(block.pieces))
        elif block.kind is LineKind.HEADING:
            yield MinorHeading(_inlines(block.pieces))
        else:
            yield Paragraph(_inlines(block.pieces))


def _inlines(pieces: tuple[Printable, ...]) -> tuple[Inline, ...]:
    return tuple(
        Footnote(tuple(map(_run, piece.words))) if isinstance(piece, Note) else _run(piece)
        for piece in pieces
    )


def _run(words: Words) -> Run:
    return Run(words.text, words.bold, words.italic)


def _table(grid: Grid[Printable]) -> Table:
    """A table; its header stands again on each page, so a note stands in brackets there."""
    header = tuple(spoken(cell) for cell in grid.header)
    groups = frozenset(at for at, row in enumerate(grid.rows) if _is_group(row))
    return Table(
        header=(header,),
        rows=tuple(tuple(map(_inlines, row)) for row in grid.rows),
        widths=_widths(header, [row for at, row in enumerate(grid.rows) if at not in groups]),
        figures=grid.figures | {at for at, text in enumerate(header) if likeness(text) in _ORDINAL},
        groups=groups,
        title=spoken(grid.title),
    )


def _widths(header: Sequence[str], rows: Sequence[Sequence[tuple[Printable, ...]]]) -> tuple[int, ...]:
    """Return shares by each column's longest text, and room enough for its longest word."""
    columns = list(zip(*([_words(cell) for cell in row] for row in rows), strict=True)) or [()] * len(header)
    shares, least = [], []
    for head, texts in zip(header, columns, strict=True):
        longest = max(map(len, (head, *texts)))
        shares.append(min(max(longest, _NARROWEST), _WIDEST))
        least.append(max(longest_word([head], bold=True), longest_word(texts)))
    return fitted(shares, least, TEXT_WIDTH)


def _is_group(row: tuple[tuple[Printable, ...], ...]) -> bool:
    """Whether the row is the heading of those below it: its first cell alone says something, in bold."""
    first, *others = row
    said = [piece for piece in first if isinstance(piece, Words) and piece.text.strip()]
    return bool(others and said) and not any(others) and all(words.bold for words in said)


def _words(cell: tuple[Printable, ...]) -> str:
    return "".join(piece.text for piece in cell if isinstance(piece, Words))


def _chart(chart: Chart) -> Drawn:
    series = tuple(
        Series(name, tuple(Point(dot.value, dot.text) for dot in dots)) for name, dots in chart.series
    )
    return Drawn(_KINDS[chart.shape], chart.title, chart.names, series)
