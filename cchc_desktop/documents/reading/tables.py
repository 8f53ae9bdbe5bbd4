"""The tables of a report that hold a form's rows, whatever pages and pieces they are spread over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc_desktop.documents.reading.columns import Columns, columns_of, is_header_row
from cchc_desktop.documents.reading.plain import Cell, Table
from cchc_desktop.values.roman import roman
from cchc_desktop.values.text import normal

_TITLE = re.compile(
    r"\s*(?:Phụ lục|Biểu mẫu|Biểu|Mẫu|Bảng)(?:\s+số)?\s*:?\s*([IVX]{1,6}|[0-9]{1,2})\b", re.IGNORECASE
)
_OUR_FIGURES = "Bảng - số liệu"
"""The name of the style in resources/word/styles.xml."""
_ROMAN = {roman(number): number for number in range(1, 40)}
_FIGURE = re.compile(r"[0-9][0-9., ]*%?")
_FIRST_NUMBERS = frozenset({"1", "I", "A"})
_COUNTED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*")
_NUMBERED = re.compile(r"((?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVX]{1,6})[.)]?)\s+(?=[^\W\d_])")
"""A label with its number before it."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a form as it stands, before anybody asks which indicator it is."""

    line: int
    """Of its table, from 1, header rows counted."""
    stt: str
    label: str
    unit: str
    figure: str
    note: str = ""
    figure_covered: bool = False
    """Whether the figure's cell covers several rows, and this is not the first of them."""
    is_our_print: bool = False
    """Whether the figure stands in a cell as this program prints it, whoever saved the document since."""
    label_place: int | None = None
    """The paragraph of the label, as `Paragraph.place`."""
    figure_place: int | None = None


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form: rows below its header, or below that of the table it goes on with."""

    number: int | None
    """Of the appendix that its title names."""
    title: str
    columns: Columns
    rows: tuple[FormRow, ...]
    texts: tuple[tuple[str, ...], ...]
    """The whole grid, for columns that no form of ours has."""


def title_number(text: str) -> int | None:
    """Return the number in a title such as `Phụ lục 2` or `Biểu số II`, or None."""
    found = _TITLE.match(text)
    if found is None:
        return None
    number = found[1].upper()
    return int(number) if number.isdecimal() else _ROMAN.get(number)


def is_figure(text: str) -> bool:
    """Return whether a cell holds a figure and nothing else."""
    return _FIGURE.fullmatch(text.strip()) is not None


def parted(table: Table) -> tuple[Table, ...]:
    """Return the table in pieces, cut where a header stands again and the numbers below it begin anew.

    Several forms pasted one below the other are one table for a word processor, and one sheet for a workbook.
    """
    texts = tuple(tuple(cell.text for cell in row) for row in table.rows)
    first = columns_of(texts)
    within = range(0 if first is None else first.below, len(texts))
    heads = (at for at in within if is_header_row(texts[at]) and not is_header_row(texts[at - 1]))
    cuts = [0, *(at for at in heads if _begins_anew(texts, at)), len(texts)]
    return tuple(Table(table.rows[start:end]) for start, end in pairwise(cuts))


def _begins_anew(texts: Sequence[Sequence[str]], head: int) -> bool:
    """Whether the numbers below a header are lower than those above it."""
    columns = columns_of(texts[head:])
    if columns is None or columns.stt is None:
        return False
    numbers = [row[columns.stt].strip(" .)") for row in texts]
    below = next(filter(None, numbers[head + columns.below :]), "")
    if below in _FIRST_NUMBERS:
        return True
    above = next((number for number in reversed(numbers[:head]) if _COUNTED.fullmatch(number)), "")
    return bool(above and _COUNTED.fullmatch(below)) and _path(below) < _path(above)


def _path(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def form_table(table: Table, title: str, before: FormTable | None) -> FormTable | None:
    """Return the table as one of a form; None where it is none.

    A table without a header goes on with the one `before` it where it has as many columns.
    """
    texts = tuple(tuple(normal_lines(cell.text) for cell in row) for row in table.rows)
    columns = columns_of(texts)
    if columns is None or (columns.figure is None and not columns.figures):
        if before is None or len(texts[0]) != len(before.columns.heads):
            return None
        columns = replace(before.columns, first=0, below=0)
    rows = tuple(_rows(table.rows, texts, columns))
    return FormTable(title_number(title), title, columns, rows, texts)


def normal_lines(text: str) -> str:
    """Return the lines of a cell, each in normal form, blank ones left out."""
    return "\n".join(line for each in text.split("\n") if (line := normal(each)))


def _rows(
    cells: Sequence[Sequence[Cell]], texts: Sequence[Sequence[str]], columns: Columns
) -> Iterator[FormRow]:
    unit_of_all, figure = columns.unit_in_head, columns.figure
    for line in range(columns.below, len(texts)):
        row = texts[line]
        label = normal(row[columns.label])
        if not label or is_header_row(row):
            continue
        stt = "" if columns.stt is None else normal(row[columns.stt])
        if not stt and (numbered := _NUMBERED.match(label)):
            stt, label = numbered[1], label[numbered.end() :]
        figure_cell = None if figure is None else cells[line][figure]
        unit = "" if columns.unit is None else normal(row[columns.unit])
        yield FormRow(
            line + 1,
            stt,
            label,
            unit or unit_of_all,
            "" if figure is None else normal(row[figure]),
            "" if columns.note is None else normal(row[columns.note]),
            figure_covered=bool(figure_cell and figure_cell.covered),
            is_our_print=figure_cell is not None and _is_our_print(figure_cell),
            label_place=cells[line][columns.label].place,
            figure_place=figure_cell.place if figure_cell else None,
        )


def _is_our_print(cell: Cell) -> bool:
    return any(paragraph.style == _OUR_FIGURES for paragraph in cell.paragraphs)
