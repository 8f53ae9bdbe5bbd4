"""From the stored text of a section to its blocks. Every text can be read; nothing of it is lost."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from cchc_desktop.narrative import syntax
from cchc_desktop.narrative.blocks import Block, Figure, Grid, Line, LineKind, Mark, Prose, Words, Written
from cchc_desktop.narrative.kept import keep, kept
from cchc_desktop.template.references import NotAReference, read_reference
from cchc_desktop.values.text import composed

_KINDS = {
    syntax.PARAGRAPH: LineKind.PARAGRAPH,
    syntax.ITEM: LineKind.ITEM,
    syntax.HEADING: LineKind.HEADING,
}


def parse(text: str) -> Prose:
    """Return the prose in a section's text.

    What is outside the subset stays as words. A note that is defined twice, or that no mark names, is not
    lost either: its line stays a paragraph.
    """
    return kept(text) or keep(text, _prose_in(text))


def _prose_in(text: str) -> Prose:
    tokens = syntax.reader().parse(composed(text))
    lines = [token for token in tokens if token.info in _KINDS or token.info == syntax.NOTE]
    marked = {key for token in tokens if token.info != syntax.NOTE for key in _marked(token)}
    notes: dict[str, tuple[Words | Figure, ...]] = {}
    for token in lines:
        key = str(token.meta.get("key", ""))
        if key in marked and key not in notes:
            notes[key] = _without_marks(_pieces(token))
            token.info = ""
    return Prose(tuple(_blocks(tokens)), notes)


def _marked(token: Token) -> Iterator[str]:
    for child in token.children or ():
        if child.type == syntax.MARK:
            yield from child.content.split(";")


def _blocks(tokens: Sequence[Token]) -> Iterator[Block[Written]]:
    grid: list[Token] = []
    for token in tokens:
        if token.type == "table_close":
            yield _grid(grid)
            grid = []
        elif token.type == "table_open" or grid:
            grid.append(token)
        elif token.info == syntax.NOTE:
            opening = Words(f"[^{token.meta['key']}]: ")
            yield Line(LineKind.PARAGRAPH, (opening, *_pieces(token)), _number(token))
        elif token.info in _KINDS and (pieces := _pieces(token)):
            yield Line(_KINDS[token.info], pieces, _number(token))


def _grid(tokens: Sequence[Token]) -> Grid[Written]:
    rows: list[list[tuple[Written, ...]]] = []
    figures = set()
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open" and token.attrs.get("style") == "text-align:right":
            figures.add(len(rows[-1]))
        elif token.type == "inline":
            rows[-1].append(_pieces(token))
    header, *others = (tuple(row) for row in rows)
    return Grid(header, tuple(others), frozenset(figures), number=_number(tokens[0]))


def _number(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _pieces(token: Token) -> tuple[Written, ...]:
    """What a line says, in its faces."""
    pieces: list[Written] = []
    bold = italic = 0
    for child in token.children or ():
        if child.tag == "strong":
            bold += child.nesting
        elif child.tag == "em":
            italic += child.nesting
        elif child.type == syntax.FIGURE:
            pieces.append(_figure(child.content, bold=bold > 0, italic=italic > 0))
        elif child.type == syntax.MARK:
            pieces.append(Mark(tuple(child.content.split(";"))))
        elif child.content:
            pieces.append(Words(child.content, bold > 0, italic > 0))
    return tuple(pieces)


def _figure(source: str, *, bold: bool, italic: bool) -> Figure:
    if source == "{":
        return Figure(source, None, bold, italic, "thiếu dấu } đóng lại; muốn in dấu { thì gõ {{")
    try:
        return Figure(source, read_reference(source[1:-1]), bold, italic)
    except NotAReference as fault:
        return Figure(source, None, bold, italic, str(fault))


def _without_marks(pieces: tuple[Written, ...]) -> tuple[Words | Figure, ...]:
    """A note within a note prints as typed."""
    return tuple(Words(piece.source) if isinstance(piece, Mark) else piece for piece in pieces)
