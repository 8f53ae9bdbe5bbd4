"""What the columns of a form's table are, read from its one to three header rows.

A table is given as the text of its grid, so that forms of Word documents and of workbooks are read alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.values.text import likeness, normal

Texts = Sequence[Sequence[str]]
_STT = frozenset({"stt", "tt", "sott", "sothutu"})
_LABEL = ("chitieu", "tenchitieu", "noidung", "tieuchi", "tennhiemvu", "danhmuc")
_UNIT = ("donvitinh", "dvt", "dvtinh", "donvi")
_NOTE = ("ghichu",)
_FIGURE = ("solieu", "kynay", "trongky", "ketqua", "soluong", "thuchien", "giatri", "tongso")
_MOST_HEADER_ROWS = 4
_SEARCHED = 8
"""Rows above a header: a title within the table."""
_NUMBERING = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?(?:\s*=.*)?")
"""`(1)`, `A`, `(3)=(1)+(2)`: a row that names columns."""
_UNIT_IN_HEAD = re.compile(r"\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:\s*([^)\n]+)|\(([^)]{1,30})\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a form's rows stand; columns count from 0."""

    heads: tuple[str, ...]
    """What the header says above each column, line by line."""
    first: int
    """The header's first row."""
    below: int
    """The first row that is no header any more."""
    label: int
    stt: int | None = None
    unit: int | None = None
    figures: tuple[int, ...] = ()
    """Every column that may hold figures."""
    note: int | None = None

    @property
    def figure(self) -> int | None:
        """The column of the figures asked for: named so, or the only one; None where nobody can tell."""
        named = [each for each in self.figures if _starts(_deepest(self.heads[each]), _FIGURE)]
        if len(named) == 1:
            return named[0]
        return self.figures[0] if len(self.figures) == 1 else None

    @property
    def unit_in_head(self) -> str:
        """The unit that the header names for all figures; empty where it names none."""
        if self.figure is None:
            return ""
        found = _UNIT_IN_HEAD.search(self.heads[self.figure])
        return normal(found[1] or found[2]) if found else ""


def columns_of(texts: Texts) -> Columns | None:
    """Return the columns of a form's table; None where no header row is found."""
    for first, row in enumerate(texts[:_SEARCHED]):
        label = _column(row, _LABEL)
        if label is None or not any(_is_heading(cell) for cell in row):
            continue
        below = _end_of_header(texts, first, label)
        heads = _heads(texts[first:below])
        return _classified(heads, first, below, label)
    return None


def is_header_row(row: Sequence[str]) -> bool:
    """Whether the row is a header that stands again, as it does on a later page."""
    return _column(row, _LABEL) is not None and any(likeness(cell) in _STT for cell in row)


def _is_heading(cell: str) -> bool:
    return likeness(cell) in _STT or _starts(cell, (*_UNIT, *_FIGURE, *_NOTE))


def _column(row: Sequence[str], words: Sequence[str]) -> int | None:
    return next((place for place, cell in enumerate(row) if len(cell) < 120 and _starts(cell, words)), None)


def _end_of_header(texts: Texts, first: int, label: int) -> int:
    """The first row below that no longer names columns."""
    end = first + 1
    while end < len(texts) and end - first < _MOST_HEADER_ROWS and _goes_on(texts[first], texts[end], label):
        end += 1
    return end


def _goes_on(head: Sequence[str], row: Sequence[str], label: int) -> bool:
    """Whether the row is a further one of the header: merged with it, naming columns, or numbering them."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(cells) > 2 and all(_NUMBERING.fullmatch(cell) for cell in cells):
        return True
    if likeness(row[label]) == likeness(head[label]) and any(not _is_figure(cell) for cell in cells):
        return True
    stt = next((place for place, cell in enumerate(head) if likeness(cell) in _STT), None)
    if stt is not None and likeness(row[stt]) not in ("", likeness(head[stt])):
        return False
    others = (cell for place, cell in enumerate(row) if place != label)
    return any(_starts(cell, (*_UNIT, *_FIGURE, *_NOTE)) for cell in others)


def _is_figure(cell: str) -> bool:
    return not any(letter.isalpha() for letter in cell)


def _heads(rows: Texts) -> tuple[str, ...]:
    width = max(map(len, rows), default=0)
    heads = []
    for column in range(width):
        told = [row[column].strip() for row in rows if column < len(row)]
        distinct = dict.fromkeys(text for text in told if text and not _NUMBERING.fullmatch(text))
        heads.append("\n".join(distinct))
    return tuple(heads)


def _classified(heads: tuple[str, ...], first: int, below: int, label: int) -> Columns:
    stt = unit = note = None
    figures = []
    for column, head in enumerate(heads):
        deepest = _deepest(head)
        if column == label or not head:
            continue
        if likeness(deepest) in _STT and stt is None:
            stt = column
        elif _starts(deepest, _UNIT) and unit is None and not _UNIT_IN_HEAD.search(deepest):
            unit = column
        elif _starts(deepest, _NOTE) and note is None:
            note = column
        else:
            figures.append(column)
    return Columns(heads, first, below, label, stt, unit, tuple(figures), note)


def _deepest(head: str) -> str:
    """The lowest line of a head that is no remark in brackets."""
    lines = [line for line in head.split("\n") if line and not line.startswith("(")]
    return lines[-1] if lines else head


def _starts(text: str, words: Sequence[str]) -> bool:
    return likeness(text).startswith(tuple(words))
