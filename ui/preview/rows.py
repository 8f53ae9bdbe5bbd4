"""Rows of a table: cells set side by side, as high as the highest."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import PAPER, styles
from ui.preview.strips import Rule, Strip
from ui.preview.typesetting import set_passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.preview.blocks import Cell, Grid, Passage, Row
    from ui.preview.strips import SetLine

TITLE_RULE, TABLE_RULE = 15, 10  # thickness: three quarters of a point, half a point


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with its text set: its first row, its height with its margins, what it says and draws."""

    cell: Cell
    row: int
    height: float
    lines: tuple[SetLine, ...]
    rules: tuple[Rule, ...]
    notes: tuple[Passage, ...]


def row_strip(grid: Grid, rows: Sequence[Row]) -> Strip:
    """Return rows that stay together as one strip."""
    edges = [grid.indent + edge for edge in accumulate(grid.columns, initial=0)]
    cells = [_set(grid, edges, cell, at) for at, row in enumerate(rows) for cell in row.cells]
    tops = list(accumulate(_heights(cells, len(rows)), initial=0.0))
    lines: list[SetLine] = []
    rules: list[Rule] = []
    for each in cells:
        cell = each.cell
        x, top, bottom = edges[cell.column], tops[each.row], tops[each.row + cell.rows]
        spare = (bottom - top - each.height) / 2 if grid.lines else 0
        y = top + grid.top + spare
        lines += (line.moved(x + grid.side, y) for line in each.lines)
        rules += (rule.moved(x + grid.side, y) for rule in each.rules)
        if grid.lines:
            rules += _frame(x, top, edges[cell.column + cell.columns], bottom)
    notes = tuple(note_strip(note) for each in cells for note in each.notes)
    return Strip(tops[-1], tuple(lines), tuple(rules), notes=notes)


def note_strip(note: Passage) -> Strip:
    """Return a note as it stands at the foot of the page, in one piece."""
    found = set_passage(note, PAPER.text_width)
    return Strip(found.height, found.lines)


def _set(grid: Grid, edges: Sequence[int], cell: Cell, row: int) -> _Set:
    room = edges[cell.column + cell.columns] - edges[cell.column] - 2 * grid.side
    lines: list[SetLine] = []
    rules: list[Rule] = []
    y = gap = 0.0
    for passage in cell.passages:
        found = set_passage(passage, room)
        y += max(gap, found.style.before)
        if found.style.ruled:
            rules.append(Rule(passage.left, y, room - passage.right, y, TITLE_RULE))
            y += TITLE_RULE
        lines += (line.moved(0, y) for line in found.lines)
        y += found.height
        gap = found.style.after
    notes = tuple(note for passage in cell.passages for note in passage.notes)
    height = y + gap + grid.top + (TABLE_RULE if grid.lines else 0)
    return _Set(cell, row, height, tuple(lines), tuple(rules), notes)


def _heights(cells: Sequence[_Set], count: int) -> Iterator[float]:
    """The height of each row; of a cell over several rows each has an equal part and margins of its own."""
    for row in range(count):
        crossing = [each for each in cells if each.row <= row < each.row + each.cell.rows]
        yield max(each.height / each.cell.rows + _margins(each.cell) for each in crossing)


def _margins(cell: Cell) -> float:
    style = styles()[cell.passages[0].style]
    return (style.before + style.after) * (1 - 1 / cell.rows)


def _frame(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    yield Rule(left, top, right, top, TABLE_RULE)
    yield Rule(left, bottom, right, bottom, TABLE_RULE)
    yield Rule(left, top, left, bottom, TABLE_RULE)
    yield Rule(right, top, right, bottom, TABLE_RULE)
