"""Tables of fixed widths: the two that lay out head and foot, the forms, tables in the prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.word.markup import add

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from lxml.etree import _Element


def add_table(body: _Element, widths: Sequence[int], *, style: str, indent: int = 0) -> _Element:
    """Append a table without rows. Widths and indent are in twips, the indent from the text's left."""
    table = add(body, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=style)
    add(properties, "tblW", w=sum(widths), type="dxa")
    add(properties, "tblInd", w=indent, type="dxa")
    add(properties, "tblLayout", type="fixed")
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    return table


def add_row(table: _Element, *, header: bool = False, height: int = 0) -> _Element:
    """Append a row that stays on one page; a header row stands again on each page.

    `height` is the least height in twips. A header row needs it if a cell over several rows is its
    tallest: LibreOffice forgets that cell where the row stands again.
    """
    row = add(table, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if height:
        add(properties, "trHeight", val=height, hRule="atLeast")
    if header:
        add(properties, "tblHeader")
    return row


def add_cell(
    row: _Element, width: int, *, span: int = 1, merge: Literal["restart", "continue", ""] = ""
) -> _Element:
    """Append a cell without paragraphs. `merge` starts or continues a cell over several rows."""
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if span > 1:
        add(properties, "gridSpan", val=span)
    if merge:
        add(properties, "vMerge", val=merge)
    return cell
