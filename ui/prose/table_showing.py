"""How a small table of the text is shown: with a title, as a chart, or as it is (docs/prose-format.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from cchc_desktop.narrative.blocks import Line, LineKind, Shape, Words
from cchc_desktop.narrative.showing import SIGN, asked
from ui.prose.texts import kind_of, set_kind

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextTable

WORDS = {
    None: "Bảng không tên",
    Shape.TABLE: "Bảng có tên",
    Shape.COLUMNS: "Biểu đồ cột",
    Shape.BARS: "Biểu đồ thanh ngang",
    Shape.LINE: "Biểu đồ đường",
    Shape.PIE: "Biểu đồ tròn",
}
"""What the menu calls each way."""


def shown_as(table: QTextTable) -> Shape | None:
    """Return what the line above the table asks for; None where that is a line like any other."""
    return _asked(_above(table))


def show_as(table: QTextTable, shape: Shape | None) -> QTextCursor:
    """Let the line above the table ask for another way and return a cursor where its title is typed.

    A title that is there stays, unless the table is to have none.
    """
    block = _above(table)
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    if _asked(block):
        cursor.setPosition(block.position())
        cursor.setPosition(block.position() + _end_of_word(block, shape), QTextCursor.MoveMode.KeepAnchor)
    elif block.length() > 1:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if shape:
            cursor.insertBlock()
            set_kind(cursor, LineKind.PARAGRAPH)
    elif shape:
        set_kind(cursor, LineKind.PARAGRAPH)
    if shape:
        has_colon = bool(_asked(block)) and ":" in block.text().removeprefix(SIGN)
        cursor.insertText(f"{SIGN} {shape.value}" + ("" if has_colon else ": "))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    elif cursor.hasSelection():
        cursor.removeSelectedText()
    cursor.endEditBlock()
    return cursor


def _above(table: QTextTable) -> QTextBlock:
    """The line before the table: there always is one, empty where the text begins with the table."""
    return table.document().findBlock(table.firstPosition() - 1)


def _asked(block: QTextBlock) -> Shape | None:
    found = asked(Line(kind_of(block), (Words(block.text()),)))
    return found.shape if found else None


def _end_of_word(block: QTextBlock, shape: Shape | None) -> int:
    """Where the word ends that asks for a way; the whole line where nothing is to be asked for."""
    text = block.text()
    colon = text.find(":", len(SIGN))
    return len(text) if shape is None or colon < 0 else colon
