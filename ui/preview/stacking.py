"""Blocks become strips: paragraphs line by line, tables row by row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import PAPER
from ui.preview.blocks import Drawing, Grid, Passage
from ui.preview.rows import TITLE_RULE, row_strip
from ui.preview.strips import Rule, SetDrawing, Strip
from ui.preview.typesetting import set_passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.preview.blocks import Block


def stacked(blocks: Sequence[Block]) -> Iterator[Strip]:
    """Return the strips of the blocks, from top to bottom."""
    for block in blocks:
        match block:
            case Passage():
                yield from _paragraph(block)
            case Grid():
                yield from _table(block)
            case Drawing():
                yield _drawing(block)


def _paragraph(passage: Passage) -> Iterator[Strip]:
    """A strip a line; its first two lines and its last two stay together, as Word keeps them."""
    found = set_passage(passage, PAPER.text_width)
    style, last = found.style, len(found.lines) - 1
    for at, line in enumerate(found.lines):
        is_ruled = style.ruled and at == 0
        together = style.keep_lines or at in {0, last - 1}
        yield Strip(
            height=line.height + (TITLE_RULE if is_ruled else 0),
            lines=(replace(line, y=0),),
            rules=(_rule_above(passage),) if is_ruled else (),
            before=style.before if at == 0 else 0,
            after=style.after if at == last else 0,
            keep_next=together if at < last else style.keep_next or passage.keep_next,
            notes=tuple(
                strip
                for note, mark in zip(passage.notes, found.marks, strict=False)  # a note has a mark, no note
                if mark == at
                for strip in _paragraph(note)
            ),
        )


def _drawing(block: Drawing) -> Strip:
    x = (PAPER.text_width - block.width) / 2
    placed = SetDrawing(block.content, x, 0, block.width, block.height)
    return Strip(block.height, drawings=(placed,), before=block.before, keep_next=block.keep_next)


def _rule_above(passage: Passage) -> Rule:
    return Rule(passage.left, 0, PAPER.text_width - passage.right, 0, TITLE_RULE)


def _table(grid: Grid) -> Iterator[Strip]:
    """A strip a row; the header rows are one, which stays with the row below it."""
    rows = [row for row in grid.rows if not row.header]
    header = None
    if heads := [row for row in grid.rows if row.header]:
        header = replace(row_strip(grid, heads), keep_next=True)
        yield header
    for row in rows:
        yield replace(row_strip(grid, [row]), keep_next=row.keep_next, header=header)
