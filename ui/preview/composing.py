"""A report as sections: the text with its head and foot, then each appendix."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from cchc_desktop.office.preview import (
    CELL_MARGIN,
    PAPER,
    BulletItem,
    DottedLine,
    Heading,
    Paragraph,
    Run,
    Table,
    running_text,
)
from ui.preview.blocks import Cell, Grid, Passage, Piece, Row, Section, passage, styled
from ui.preview.forms import form
from ui.preview.frame import foot, head
from ui.preview.numbering import HeadingNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cchc_desktop.office.preview import Block as Content
    from cchc_desktop.office.preview import Inline, Report
    from ui.preview.blocks import Block


def sections(report: Report) -> tuple[Section, ...]:
    """Return everything the report prints, in order."""
    text = list(_Text(HeadingNumbers(report.numbering)).blocks(running_text(report)))
    if isinstance(last := text[-1], Passage):
        text[-1] = replace(last, keep_next=True)  # a signature never stands alone on a page
    main = Section(report.kind, (*head(report), *text, foot(report)))
    return main, *(form(appendix) for appendix in report.appendices)


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
                case Table():
                    yield passage("TableGap")
                    yield _table(content)

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


def _table(table: Table) -> Grid:
    """A small table in the prose, as wide as the text."""
    edges = [PAPER.text_width * edge // sum(table.widths) for edge in accumulate(table.widths, initial=0)]
    columns = tuple(right - left for left, right in pairwise(edges))
    heads = ["TableHead"] * len(columns)
    styles = ["TableFigure" if at in table.figures else "TableText" for at in range(len(columns))]
    header = [replace(_row(heads, texts), header=True) for texts in table.header]
    rows = [_row(styles, texts) for texts in table.rows]
    return Grid(columns, (*header, *rows), side=CELL_MARGIN, lines=True)


def _row(styles: Sequence[str], texts: Sequence[str]) -> Row:
    cells = enumerate(zip(styles, texts, strict=True))
    return Row(tuple(Cell(column, (passage(style, text),)) for column, (style, text) in cells))
