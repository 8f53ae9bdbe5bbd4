"""What keys do to lines, words and cells of a text, given as cursors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from cchc_desktop.narrative.blocks import LineKind
from ui.prose import texts

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

Move = QTextCursor.MoveMode


def toggle_kind(cursor: QTextCursor, kind: LineKind) -> None:
    """Make every selected line of that kind, or a paragraph again; a table's cells stay as they are."""
    if texts.table_at(cursor):
        return
    wanted = LineKind.PARAGRAPH if texts.kind_of(cursor.block()) is kind else kind
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    while block.isValid():
        texts.set_kind(QTextCursor(block), wanted)
        if block == last:
            break
        block = block.next()
    cursor.endEditBlock()


def begin_item(cursor: QTextCursor) -> None:
    """Make a line that holds a dash and a blank an item."""
    if not texts.table_at(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, Move.KeepAnchor)
        cursor.removeSelectedText()
        texts.set_kind(cursor, LineKind.ITEM)


def end_line(cursor: QTextCursor) -> bool:
    """Begin another line and say so; on an empty item the list ends instead.

    After a heading a paragraph begins.
    """
    kind = texts.kind_of(cursor.block())
    if kind is LineKind.ITEM and cursor.block().length() == 1:
        texts.set_kind(cursor, LineKind.PARAGRAPH)
        return False
    cursor.beginEditBlock()
    cursor.insertBlock()
    if kind is LineKind.HEADING:
        texts.set_kind(cursor, LineKind.PARAGRAPH)
    cursor.endEditBlock()
    return True


def cell_beside(cursor: QTextCursor, step: int) -> QTextCursor:
    """Return where the cell so many further begins; behind the last one there is a new row."""
    table = texts.table_at(cursor)
    if table is None:
        return cursor
    cell = table.cellAt(cursor)
    target = max(cell.row() * table.columns() + cell.column() + step, 0)
    if target >= table.rows() * table.columns():
        table.appendRows(1)
    return table.cellAt(*divmod(target, table.columns())).firstCursorPosition()


def give_face(cursor: QTextCursor, face: QTextCharFormat) -> bool:
    """Give the selected words a face, or the word the cursor stands in; False where there is none.

    Whole words: within one the stored text knows no other face.
    """
    caret = cursor.position()
    if cursor.hasSelection():
        _grow_to_words(cursor)
    else:
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not cursor.selectionStart() < caret < cursor.selectionEnd():
            return False
    cursor.mergeCharFormat(face)
    return True


def _grow_to_words(cursor: QTextCursor) -> None:
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    while start and _is_letter(document, start - 1) and _is_letter(document, start):
        start -= 1
    while _is_letter(document, end - 1) and _is_letter(document, end):
        end += 1
    cursor.setPosition(start)
    cursor.setPosition(end, Move.KeepAnchor)


def _is_letter(document: QTextDocument, place: int) -> bool:
    return str(document.characterAt(place)).isalnum()
