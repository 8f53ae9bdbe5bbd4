"""Word's tables as grids: cells over several columns or rows are shown at every place they cover."""

from collections.abc import Callable, Iterator
from itertools import islice

from lxml.etree import _Element

from cchc_desktop.documents.reading.plain import Cell, Paragraph
from cchc_desktop.documents.reading.wordml import below, value, w

MOST_COLUMNS = 63
"""What Word itself allows."""
MOST_ROWS = 1_500
"""Of one table; the longest form has thirty-one."""
_LEAST_ROWS, _LEAST_COLUMNS = 2, 3
"""Of a table that has something to say of its own within another."""
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml")))


def grid(table: _Element, read: Callable[[_Element], tuple[Paragraph, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of a table, all of one length; `read` says what a cell says."""
    rows: list[list[Cell]] = []
    for row in islice(_children(table, "tr"), MOST_ROWS):
        if below(row, "trPr/del") is not None:
            continue
        above = rows[-1] if rows else []
        rows.append(list(_row(row, above, read))[:MOST_COLUMNS])
    width = max(map(len, rows), default=0)
    return tuple((*row, *(Cell() for _ in range(width - len(row)))) for row in rows)


def lays_out(table: _Element) -> bool:
    """Return whether the table only says where other tables stand on the page."""
    return any(_is_of_its_own(inner) for inner in table.iterdescendants(w("tbl")))


def _is_of_its_own(table: _Element) -> bool:
    rows = list(islice(_children(table, "tr"), _LEAST_ROWS))
    return len(rows) == _LEAST_ROWS and all(len(list(_children(row, "tc"))) >= _LEAST_COLUMNS for row in rows)


def _row(
    row: _Element, above: list[Cell], read: Callable[[_Element], tuple[Paragraph, ...]]
) -> Iterator[Cell]:
    column = _number(value(row, "trPr/gridBefore"), 0)
    yield from (Cell() for _ in range(column))
    for cell in _children(row, "tc"):
        span = _number(value(cell, "tcPr/gridSpan"), 1)
        merge = below(cell, "tcPr/vMerge")
        continues = merge is not None and merge.get(w("val")) != "restart" and column < len(above)
        paragraphs = above[column].paragraphs if continues else read(cell)
        yield Cell(paragraphs, continues)
        yield from (Cell(paragraphs, covered=True) for _ in range(span - 1))
        column += span


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def _number(written: str | None, otherwise: int) -> int:
    """A count of columns, never more than a table can have."""
    return min(int(written), MOST_COLUMNS) if written and written.isdecimal() else otherwise
