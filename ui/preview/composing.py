"""A report as sections: the text with its head and foot, then each appendix."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import (
    CELL_MARGIN,
    PAPER,
    BulletItem,
    Chart,
    DottedLine,
    Heading,
    MinorHeading,
    Paragraph,
    Picture,
    Run,
    Table,
    chart_height,
    picture_size,
    running_text,
    styles,
)
from ui.preview.blocks import Cell, Drawing, Grid, Passage, Piece, Row, Section, passage, styled
from ui.preview.forms import form, titles
from ui.preview.frame import foot, head
from ui.preview.numbering import HeadingNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cchc_desktop.office.printed.preview import Annex, Inline, Report, TableCell
    from cchc_desktop.office.printed.preview import Block as Content
    from ui.preview.blocks import Block


def sections(report: Report) -> tuple[Section, ...]:
    """Return everything the report prints, in order."""
    words = _Text(HeadingNumbers(report.numbering))
    text = list(words.blocks(running_text(report)))
    if isinstance(last := text[-1], Passage):
        text[-1] = replace(last, keep_next=True)  # a signature never stands alone on a page
    main = Section(report.kind, (*head(report), *text, foot(report)))
    return main, *map(form, report.appendices), *(_annex(annex, words) for annex in report.annexes)


def _annex(annex: Annex, words: _Text) -> Section:
    """A further appendix: its notes go on counting where those of the text ended."""
    return Section(annex.title, (*titles(annex), *words.blocks(annex.blocks)))


@dataclass(slots=True)
class _Text:
    """The running text, with headings and notes numbered as it goes on."""

    numbers: HeadingNumbers
    _notes: int = field(default=0)

    def blocks(self, contents: Sequence[Content]) -> Iterator[Block]:
        for content in contents:
            match content:
                case Heading(level, text):
                    number = self.numbers.following(level)
                    yield passage(f"Heading{level}", f"{number} {text}" if number else text)
                case Paragraph(inlines):
                    yield self._passage("BodyText", inlines)
                case BulletItem(inlines):
                    yield self._passage("ListBullet", (Run("- "), *inlines))
                case DottedLine(text):
                    yield passage("DottedLine", text)
                case MinorHeading(inlines):
                    yield self._passage("MinorHeading", inlines)
                case Table(title=title):
                    yield passage("TableTitle", title) if title else passage("TableGap")
                    yield self._table(content)
                case Chart():
                    above = styles()["Drawing"].before
                    yield Drawing(content, PAPER.text_width, chart_height(content), above)
                case Picture():
                    yield from _picture(content)

    def _passage(self, style: str, inlines: Sequence[Inline]) -> Passage:
        pieces: list[Piece] = []
        notes: list[Passage] = []
        for inline in inlines:
            if isinstance(inline, Run):
                pieces.append(styled(style, inline))
                continue
            self._notes += 1
            mark = Piece(str(self._notes), raised=True)
            pieces.append(mark)
            note = passage("FootnoteText", " ", *inline.runs)
            notes.append(replace(note, pieces=(mark, *note.pieces)))
        return Passage(style, tuple(pieces), notes=tuple(notes))

    def _table(self, table: Table) -> Grid:
        """A small table in the prose, as wide as the text."""
        edges = [PAPER.text_width * edge // sum(table.widths) for edge in accumulate(table.widths, initial=0)]
        columns = tuple(right - left for left, right in pairwise(edges))
        looks = ["TableFigure" if at in table.figures else "TableText" for at in range(len(columns))]
        header = [
            Row(tuple(Cell(at, (passage("TableHead", text),)) for at, text in enumerate(texts)), header=True)
            for texts in table.header
        ]
        rows = [
            self._group(cells[0], len(columns)) if at in table.groups else self._row(looks, cells)
            for at, cells in enumerate(table.rows)
        ]
        return Grid(columns, (*header, *rows), side=CELL_MARGIN, lines=True)

    def _group(self, cell: TableCell, columns: int) -> Row:
        return Row((Cell(0, (self._passage("TableText", cell),), columns),), keep_next=True)

    def _row(self, looks: Sequence[str], cells: Sequence[TableCell]) -> Row:
        places = enumerate(zip(looks, cells, strict=True))
        return Row(tuple(Cell(at, (self._passage(style, cell),)) for at, (style, cell) in places))


def _picture(picture: Picture) -> Iterator[Block]:
    """A photo, and its caption on the same page."""
    above = styles()["Drawing"].before
    yield Drawing(picture, *picture_size(picture), above, keep_next=bool(picture.caption))
    if picture.caption:
        yield passage("Caption", picture.caption)
