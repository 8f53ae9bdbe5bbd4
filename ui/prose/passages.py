"""From a passage of the stored text to the place where the editor shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from cchc_desktop.narrative.blocks import Grid
from cchc_desktop.narrative.markup import parse
from ui.prose import texts
from ui.prose.units import in_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from cchc_desktop.office.findings.found import Passage


def selection_of(document: QTextDocument, text: str, passage: Passage) -> QTextCursor:
    """Return a cursor that selects the passage of the section's stored text, which the document shows.

    It stands at the beginning where the passage is not shown: in a note of the author's own.
    """
    for block, shown in zip(parse(text).blocks, _blocks(document), strict=False):
        if isinstance(shown, QTextTable) and isinstance(block, Grid):
            row = passage.line - block.number
            row -= row > 0  # the rule below the header is no row
            if 0 <= row <= len(block.rows):
                return _in_row(shown, row, passage)
        elif isinstance(shown, QTextTable) or block.number != passage.line:
            continue
        else:
            return _selected(shown, passage.start, passage.end)
    return QTextCursor(document)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    """The lines that say something and the tables, from top to bottom."""
    block = document.firstBlock()
    while block.isValid():
        if table := texts.table_at(QTextCursor(block)):
            yield table
            block = document.findBlock(table.lastPosition()).next()
            continue
        if block.text().strip():
            yield block
        block = block.next()


def _in_row(table: QTextTable, row: int, passage: Passage) -> QTextCursor:
    start, end = passage.start, passage.end
    for column in range(table.columns()):
        block = table.cellAt(row, column).firstCursorPosition().block()
        length = len(block.text())
        if start < length:
            return _selected(block, start, min(end, length))
        start, end = start - length, end - length
    return table.cellAt(row, 0).firstCursorPosition()


def _selected(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    text, at = block.text(), block.position()
    cursor.setPosition(at + len(in_units(text[:start])))
    cursor.setPosition(at + len(in_units(text[:end])), QTextCursor.MoveMode.KeepAnchor)
    return cursor
