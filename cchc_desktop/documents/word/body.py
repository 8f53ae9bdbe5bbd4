"""The running text: headings, paragraphs, items with dashes, dotted lines, tables."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from cchc_desktop.documents.content import (
    BulletItem,
    Chart,
    DottedLine,
    Footnote,
    Heading,
    MinorHeading,
    Paragraph,
    Picture,
    Table,
)
from cchc_desktop.documents.word.markup import add, add_paragraph, add_run, properties
from cchc_desktop.documents.word.numbering import HEADINGS_ID, HeadingCounter, first_list_level
from cchc_desktop.documents.word.paper import TEXT_WIDTH
from cchc_desktop.documents.word.tables import add_cell, add_row, add_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from cchc_desktop.documents.content import Block, Inline, Numbering, TableCell
    from cchc_desktop.documents.word.drawings import Drawings
    from cchc_desktop.documents.word.footnotes import Footnotes


def add_blocks(
    body: _Element, blocks: Iterable[Block], numbering: Numbering, notes: Footnotes, drawings: Drawings
) -> None:
    """Append the blocks of the running text."""
    counter = HeadingCounter(numbering)
    for block in blocks:
        match block:
            case Heading():
                _add_heading(body, block, counter)
            case Paragraph(inlines):
                _add_inlines(add_paragraph(body, "BodyText"), inlines, notes)
            case BulletItem(inlines):
                _add_inlines(add_paragraph(body, "ListBullet"), inlines, notes)
            case DottedLine(text):
                add_paragraph(body, "DottedLine", f"\t{text}")
            case MinorHeading(inlines):
                _add_inlines(add_paragraph(body, "MinorHeading"), inlines, notes)
            case Table():
                _add_prose_table(body, block, notes)
            case Chart():
                drawings.add_chart(body, block)
            case Picture():
                drawings.add_picture(body, block)


def _add_heading(body: _Element, heading: Heading, counter: HeadingCounter) -> None:
    paragraph = add_paragraph(body, f"Heading{heading.level}", heading.text)
    at = counter.list_level(heading.level)
    if at != first_list_level(counter.numbering, heading.level):  # a later run of letters than the style's
        number = add(properties(paragraph), "numPr")
        add(number, "ilvl", val=at)
        add(number, "numId", val=HEADINGS_ID)


def _add_inlines(paragraph: _Element, inlines: Iterable[Inline], notes: Footnotes) -> None:
    for inline in inlines:
        if isinstance(inline, Footnote):
            notes.add_note(paragraph, inline)
        else:
            add_run(paragraph, inline)


def _add_prose_table(body: _Element, table: Table, notes: Footnotes) -> None:
    widths = _shared_out(TEXT_WIDTH, table.widths)
    if table.title:
        add_paragraph(body, "TableTitle", table.title)
    else:
        add_paragraph(body, "TableGap")
    element = add_table(body, widths, style="TableGrid")
    for texts in table.header:
        row = add_row(element, header=True)
        for width, text in zip(widths, texts, strict=True):
            add_paragraph(add_cell(row, width), "TableHead", text)
    styles = ["TableFigure" if column in table.figures else "TableText" for column in range(len(widths))]
    for at, cells in enumerate(table.rows):
        row = add_row(element)
        if at in table.groups:
            _add_group(row, widths, cells[0], notes)
            continue
        for width, cell, style in zip(widths, cells, styles, strict=True):
            _add_inlines(add_paragraph(add_cell(row, width), style), cell, notes)


def _add_group(row: _Element, widths: Sequence[int], cell: TableCell, notes: Footnotes) -> None:
    """The heading of the rows below it, over the whole table and on the page of the first of them."""
    paragraph = add_paragraph(add_cell(row, sum(widths), span=len(widths)), "TableText")
    add(properties(paragraph), "keepNext")
    _add_inlines(paragraph, cell, notes)


def _shared_out(whole: int, shares: Sequence[int]) -> list[int]:
    """Whole twips in the given proportions, which add up to the whole exactly."""
    edges = [whole * edge // sum(shares) for edge in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(edges)]
