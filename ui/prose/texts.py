"""Prose in a text document and back: paragraphs, items, minor headings, small tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from cchc_desktop.narrative.blocks import Block, Figure, Grid, Line, LineKind, Mark, Prose, Words, Written
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import joined, stored_pieces
from ui.look import GRID
from ui.prose import inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

_HEADING_LEVEL = 3
_LINE_HEIGHT = 125.0
"""In percent: figures stand on a ground of their own, which needs air."""
_BREAKS = str.maketrans({"\u2028": " ", "\u2029": " ", "\n": " ", "\t": " "})


def put(cursor: QTextCursor, prose: Prose) -> None:
    """Write prose where the cursor is; its first line goes on with the line that is there."""
    notes = {key: stored_pieces(note) for key, note in prose.notes.items()}
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if table_at(cursor):
        _put_pieces(cursor, _flat(prose), notes)
    else:
        for place, block in enumerate(prose.blocks):
            is_new = not cursor.block().length() > 1
            if place and not is_new:
                cursor.insertBlock(_block_format(LineKind.PARAGRAPH), inline.face_format())
                is_new = True
            _put_block(cursor, block, notes, is_new=is_new)
    cursor.endEditBlock()


def set_kind(cursor: QTextCursor, kind: LineKind) -> None:
    """Make the cursor's line a paragraph, an item or a minor heading."""
    cursor.beginEditBlock()
    listed: QTextList | None = cursor.currentList()
    if listed is not None:
        listed.remove(cursor.block())
    cursor.setBlockFormat(_block_format(kind))
    if kind is LineKind.ITEM:
        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDisc)
        cursor.createList(style)
    cursor.endEditBlock()


def kind_of(block: QTextBlock) -> LineKind:
    """Return what a line is."""
    listed: QTextList | None = block.textList()
    if listed is not None:
        return LineKind.ITEM
    return LineKind.HEADING if block.blockFormat().headingLevel() else LineKind.PARAGRAPH


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table the cursor stands in."""
    table: QTextTable | None = cursor.currentTable()
    return table


def prose_of(document: QTextDocument) -> Prose:
    """Return the prose that stands in a document."""
    reading = _Reading()
    blocks: list[Block[Written]] = []
    block = document.firstBlock()
    while block.isValid():
        if table := table_at(QTextCursor(block)):
            blocks.append(reading.grid(table))
            block = document.findBlock(table.lastPosition()).next()
            continue
        if pieces := joined(reading.pieces(block)):
            blocks.append(Line(kind_of(block), pieces))
        block = block.next()
    return Prose(tuple(blocks), reading.notes)


def insert_table(cursor: QTextCursor, grid: Grid[Written], notes: Mapping[str, str]) -> None:
    """Put a small table after the cursor's line and the cursor behind it."""
    style = QTextTableFormat()
    style.setCellPadding(GRID / 2)
    style.setCellSpacing(0)
    style.setBorderCollapse(True)
    style.setHeaderRowCount(1)
    style.setTopMargin(GRID / 2)
    style.setBottomMargin(GRID / 2)
    rows = (grid.header, *grid.rows)
    table = cursor.insertTable(len(rows), len(grid.header), style)
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            inside = table.cellAt(place, column).firstCursorPosition()
            shape = QTextBlockFormat()
            if column in grid.figures:
                shape.setAlignment(Qt.AlignmentFlag.AlignRight)
            inside.setBlockFormat(shape)
            _put_pieces(inside, cell, notes)
    cursor.setPosition(table.lastPosition() + 1)


def _put_block(cursor: QTextCursor, block: Block[Written], notes: Mapping[str, str], *, is_new: bool) -> None:
    if isinstance(block, Grid):
        insert_table(cursor, block, notes)
        return
    if is_new:
        set_kind(cursor, block.kind)
    _put_pieces(cursor, block.pieces, notes)


def _put_pieces(cursor: QTextCursor, pieces: Sequence[Written], notes: Mapping[str, str]) -> None:
    for piece in pieces:
        if isinstance(piece, Words):
            cursor.insertText(
                piece.text.translate(_BREAKS), inline.face_format(bold=piece.bold, italic=piece.italic)
            )
        elif isinstance(piece, Figure):
            style = inline.figure_format(piece.source, bold=piece.bold, italic=piece.italic)
            cursor.insertText(inline.OBJECT, style)
        else:
            own = {key: notes[key] for key in piece.keys if key in notes}
            cursor.insertText(inline.OBJECT, inline.mark_format(piece.keys, own))


def _flat(prose: Prose) -> list[Written]:
    """All lines as one, for the cell of a table."""
    flat: list[Written] = []
    for block in prose.blocks:
        cells = block.cells if isinstance(block, Grid) else (block.pieces,)
        for cell in cells:
            flat += [Words(" "), *cell] if flat else cell
    return flat


def _block_format(kind: LineKind) -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setBottomMargin(GRID / 2 if kind is LineKind.ITEM else GRID)
    style.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind is LineKind.HEADING:
        style.setHeadingLevel(_HEADING_LEVEL)
    return style


class _Reading:
    """Reads lines and collects the author's notes; one key never names two notes."""

    def __init__(self) -> None:
        self.notes: dict[str, tuple[Words | Figure, ...]] = {}
        self._texts: dict[str, str] = {}

    def grid(self, table: QTextTable) -> Grid[Written]:
        rows = [
            tuple(self._cell(table, row, column) for column in range(table.columns()))
            for row in range(table.rows())
        ]
        figures = frozenset(
            column
            for column in range(table.columns())
            if table.cellAt(0, column).firstCursorPosition().blockFormat().alignment()
            & Qt.AlignmentFlag.AlignRight
        )
        return Grid(rows[0], tuple(rows[1:]), figures)

    def pieces(self, block: QTextBlock) -> Iterator[Written]:
        run = block.begin()
        while not run.atEnd():
            fragment = run.fragment()
            run += 1
            style, text = fragment.charFormat(), fragment.text()
            if inline.OBJECT in text:
                yield from (piece for _ in text for piece in self._object(style))
            else:
                yield Words(text.translate(_BREAKS), inline.is_bold(style), style.fontItalic())

    def _cell(self, table: QTextTable, row: int, column: int) -> tuple[Written, ...]:
        cell = table.cellAt(row, column)
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        pieces = list(self.pieces(block))
        while block != last:
            block = block.next()
            pieces += [Words(" "), *self.pieces(block)]
        return joined(pieces)

    def _object(self, style: QTextCharFormat) -> Iterator[Written]:
        if style.objectType() == inline.FIGURE:
            source = inline.source_of(style)
            figure = next((piece for _, piece in parse(source).pieces() if isinstance(piece, Figure)), None)
            if figure:
                yield replace(figure, bold=inline.is_bold(style), italic=style.fontItalic())
        elif style.objectType() == inline.MARK:
            keys, notes = inline.mark_of(style)
            yield Mark(tuple(self._noted(key, notes.get(key, "")) for key in keys))

    def _noted(self, key: str, text: str) -> str:
        """Keep an own note and return its key: a new one where another note has it already."""
        if not text:
            return key
        free, number = key, 2
        while self._texts.get(free, text) != text:
            free, number = f"{key}-{number}", number + 1
        self._texts[free] = text
        self.notes[free] = note_pieces(text)
        return free


def note_pieces(text: str) -> tuple[Words | Figure, ...]:
    """Return what an author's own note says, given as it is stored."""
    return parse(f"[^n]\n[^n]: {text}").notes.get("n", ())
