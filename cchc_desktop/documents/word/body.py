"""The running text: headings, paragraphs, items with dashes, dotted lines, tables."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from cchc_desktop.documents.content import BulletItem, DottedLine, Footnote, Heading, Paragraph, Table
from cchc_desktop.documents.word.markup import add, add_paragraph, add_run, properties
from cchc_desktop.documents.word.numbering import HEADINGS_ID, HeadingCounter, first_list_level
from cchc_desktop.documents.word.page import TEXT_WIDTH
from cchc_desktop.documents.word.tables import add_cell, add_row, add_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from cchc_desktop.documents.content import Block, Inline, Numbering
    from cchc_desktop.documents.word.footnotes import Footnotes


def add_blocks(body: _Element, blocks: Iterable[Block], numbering: Numbering, notes: Footnotes) -> None:
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
            case Table():
                _add_prose_table(body, block)


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


def _add_prose_table(body: _Element, table: Table) -> None:
    widths = _shared_out(TEXT_WIDTH, table.widths)
    add_paragraph(body, "TableGap")
    element = add_table(body, widths, style="TableGrid")
    for texts in table.header:
        _add_texts(add_row(element, header=True), widths, texts, ["TableHead"] * len(widths))
    styles = ["TableFigure" if column in table.figures else "TableText" for column in range(len(widths))]
    for texts in table.rows:
        _add_texts(add_row(element), widths, texts, styles)


def _add_texts(row: _Element, widths: Sequence[int], texts: Sequence[str], styles: Sequence[str]) -> None:
    for width, text, style in zip(widths, texts, styles, strict=True):
        add_paragraph(add_cell(row, width), style, text)


def _shared_out(whole: int, shares: Sequence[int]) -> list[int]:
    """Whole twips in the given proportions, which add up to the whole exactly."""
    edges = [whole * edge // sum(shares) for edge in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(edges)]
