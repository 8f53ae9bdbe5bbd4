"""Prose as it prints: figures and notes put in."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from typing import TypeAlias

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.blocks import (
    Block,
    Chart,
    Figure,
    Grid,
    Line,
    LineKind,
    Mark,
    Note,
    Printable,
    Prose,
    Shape,
    Words,
    Written,
)
from cchc_desktop.narrative.citing import NO_DOCUMENTS, Documents, citation, cited
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.showing import Asked, asked, drawn, is_figure, spoken
from cchc_desktop.narrative.speaking import USUAL, Writing, said, value
from cchc_desktop.template.references import Manner

WAITING = "……"
"""What prints where a figure or a cited document is still awaited."""
Rendered: TypeAlias = tuple[Block[Printable] | Chart, ...]


def rendered(
    text: str,
    form: Form,
    previous: Form | None = None,
    documents: Documents = NO_DOCUMENTS,
    before: Set[str] = frozenset(),
    writing: Writing = USUAL,
) -> Rendered:
    """Return a section's prose as it prints.

    `before` are the keys of the documents cited earlier in the report: these are named in short.
    """
    prose = parse(text)
    return tuple(_Rendering(prose, form, previous, documents, writing, set(before)).blocks())


def rendered_sections(
    texts: Mapping[str, str],
    form: Form,
    previous: Form | None = None,
    documents: Documents = NO_DOCUMENTS,
    writing: Writing = USUAL,
) -> dict[str, Rendered]:
    """Return the prose of every section, given in printing order: what one cites, the next cites in short."""
    before: set[str] = set()
    sections = {}
    for section, text in texts.items():
        sections[section] = rendered(text, form, previous, documents, before, writing)
        before.update(cited(parse(text), documents))
    return sections


def plain_text(blocks: Rendered) -> str:
    """Return the prose as lines of plain text: items with dashes, cells with bars, notes at the end."""
    notes: list[str] = []
    lines = [line for block in blocks for line in _plain_lines(block, notes)]
    return "\n".join((*lines, *(f"[{number}] {note}" for number, note in enumerate(notes, 1))))


@dataclass(slots=True)
class _Rendering:
    """One section on its way, with the documents cited so far."""

    prose: Prose
    form: Form
    previous: Form | None
    documents: Documents
    writing: Writing
    before: set[str] = field(default_factory=set)

    def blocks(self) -> Iterator[Block[Printable] | Chart]:
        wish: Asked | None = None
        for block, following in zip_longest(self.prose.blocks, self.prose.blocks[1:]):
            if isinstance(block, Grid):
                yield self._grid(block, wish)
                wish = None
            elif not isinstance(following, Grid) or (wish := asked(block)) is None:
                yield Line(block.kind, self._pieces(block.pieces), block.number)

    def _grid(self, grid: Grid[Written], wish: Asked | None) -> Block[Printable] | Chart:
        title = self._pieces(wish.title) if wish else ()
        header = tuple(self._pieces(cell) for cell in grid.header)
        rows = tuple(tuple(self._pieces(cell) for cell in row) for row in grid.rows)
        table = Grid(header, rows, grid.figures, title, grid.number)
        if wish is None or wish.shape is Shape.TABLE:
            return table
        numbers = tuple(tuple(map(self._number, row)) for row in grid.rows)
        return drawn(wish.shape, spoken(title), table, numbers) or table

    def _number(self, cell: tuple[Written, ...]) -> Decimal | None:
        """The number of a cell that is one figure; words are read as they print."""
        figure = is_figure(cell)
        if figure is None or figure.reference is None or figure.reference.manner is Manner.AS_CHANGE:
            return None
        return value(figure.reference, self.form, self.previous, self.writing).number

    def _pieces(self, written: tuple[Written, ...]) -> tuple[Printable, ...]:
        return tuple(
            self._note(piece) if isinstance(piece, Mark) else self._words(piece) for piece in written
        )

    def _words(self, piece: Words | Figure) -> Words:
        if isinstance(piece, Words):
            return piece
        if piece.reference is None:
            return Words(piece.source, piece.bold, piece.italic)
        text = said(piece.reference, self.form, self.previous, self.writing).text
        return Words(text or WAITING, piece.bold, piece.italic)

    def _note(self, mark: Mark) -> Note:
        first, *others = (self._noted(key) for key in mark.keys)
        return Note((*first, *(words for noted in others for words in (Words("; "), *noted))))

    def _noted(self, key: str) -> tuple[Words, ...]:
        """The author's own note, or the document: in full the first time, then without its subject."""
        if key in self.prose.notes:
            return tuple(self._words(piece) for piece in self.prose.notes[key])
        if key not in self.documents:
            return (Words(WAITING),)
        text = citation(self.documents[key], with_subject=key not in self.before)
        self.before.add(key)
        return (Words(text),)


def _plain_lines(block: Block[Printable] | Chart, notes: list[str]) -> Iterator[str]:
    match block:
        case Line(kind, pieces):
            dash = "- " if kind is LineKind.ITEM else ""
            yield dash + _plain(pieces, notes)
        case Grid(header, rows, _, title):
            if title:
                yield _plain(title, notes)
            for row in (header, *rows):
                yield " | ".join(_plain(cell, notes) for cell in row)
        case Chart(_, title, names, series):
            if title:
                yield title
            yield " | ".join(("", *(name for name, _ in series))).strip()
            for at, name in enumerate(names):
                yield " | ".join((name, *(dots[at].text for _, dots in series)))


def _plain(printable: tuple[Printable, ...], notes: list[str]) -> str:
    texts = []
    for piece in printable:
        if isinstance(piece, Note):
            notes.append("".join(words.text for words in piece.words))
            texts.append(f"[{len(notes)}]")
        else:
            texts.append(piece.text)
    return "".join(texts)
