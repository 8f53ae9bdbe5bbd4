"""Running text as the rules of prose read it: a line a paragraph, and the way back into the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from cchc_desktop.documents.reading.plain import Block, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph of the document; `place` as in `Paragraph.place`."""

    place: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where in a line a paragraph's text begins and ends."""

    start: int
    end: int
    place: int
    offset: int = 0
    """Of the paragraph's text, where what the line says begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with the number Word prints before it, or a table's row with tabs between its cells."""

    text: str
    origins: tuple[_Origin, ...]
    paragraph: Paragraph | None = None
    """None for a row of a table."""
    cells: tuple[Paragraph, ...] = ()
    """The paragraphs of a table's row, cell by cell."""
    mark: Stretch | None = None
    """Of a note at the foot of a page: where its mark stands in the text."""

    def stretch(self, start: int, end: int) -> Stretch | None:
        """Return where the stretch stands in the document; of one over several paragraphs the first part, of
        one in a note the words before its mark.
        """
        if self.mark:
            return self.mark
        for origin in self.origins:
            if start < origin.end and origin.start < end:
                shift = origin.offset - origin.start
                return Stretch(origin.place, max(start, origin.start) + shift, min(end, origin.end) + shift)
        return None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that the line is made of."""
        return self.cells if self.paragraph is None else (self.paragraph,)

    @property
    def whole(self) -> Stretch | None:
        """The passage of all that the line says."""
        return self.stretch(0, len(self.text))


def line_of(paragraph: Paragraph) -> Line:
    """Return the paragraph as a line."""
    opening = f"{paragraph.number} " if paragraph.number else ""
    text = paragraph.text.replace("\n", " ")
    origin = _Origin(len(opening), len(opening) + len(text), paragraph.place)
    return Line(opening + text, (origin,), paragraph)


def line_from(paragraph: Paragraph, text: str, offset: int) -> Line:
    """Return what stands in the paragraph from an offset on, as a line."""
    return Line(text, (_Origin(0, len(text), paragraph.place, offset),), paragraph)


def notes_of(line: Line) -> Iterator[Line]:
    """Yield the notes that the line's paragraphs have at the foot of their pages."""
    for paragraph in line.paragraphs:
        for note in paragraph.notes:
            if note.text.strip():
                mark = Stretch(paragraph.place, max(note.offset - 1, 0), max(note.offset, 1))
                yield Line(note.text, (), mark=mark)


def lines_of(block: Block) -> Iterator[Line]:
    """Yield the lines of a paragraph or of a table in the prose."""
    if isinstance(block, Paragraph):
        yield line_of(block)
        return
    yield from _rows(block)


def _rows(table: Table) -> Iterator[Line]:
    for row in table.rows:
        cells = [cell.paragraphs for cell in row if not cell.covered]
        if any(cells):
            yield _row(cells)


def _row(cells: Sequence[Sequence[Paragraph]]) -> Line:
    text = ""
    origins = []
    for place, cell in enumerate(cells):
        text += "\t" if place else ""
        for number, paragraph in enumerate(cell):
            text += " " if number else ""
            said = paragraph.text.replace("\n", " ")
            origins.append(_Origin(len(text), len(text) + len(said), paragraph.place))
            text += said
    return Line(text, tuple(origins), cells=tuple(chain.from_iterable(cells)))
