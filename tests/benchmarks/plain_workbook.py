"""A workbook's cells written and read with openpyxl as its manual shows it."""

import io
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.descriptors.serialisable import Serialisable
from openpyxl.worksheet.worksheet import Worksheet

KEY_COLUMN = 6
FORM_TITLE = "Phụ lục"


@dataclass(frozen=True, slots=True)
class _Style:
    """How a kind of cell looks: made once, given to each."""

    font: Serialisable
    alignment: Serialisable
    border: Serialisable
    protection: Serialisable
    number_format: str


@dataclass(frozen=True, slots=True)
class _Filled:
    row: int
    column: int
    value: str | float
    style: _Style


def written_plainly(workbook: bytes) -> Callable[[], bytes]:
    """Return the writer of a workbook with the same cells in the same styles."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    styles: dict[int, _Style] = {}
    sheets = {sheet.title: list(_filled(sheet, styles)) for sheet in book.worksheets}

    def write() -> bytes:
        new = openpyxl.Workbook()
        new.remove(new.worksheets[0])
        for title, cells in sheets.items():
            sheet = new.create_sheet(title)
            for said in cells:
                cell = sheet.cell(said.row, said.column, said.value)
                style = said.style
                cell.font, cell.alignment, cell.border = style.font, style.alignment, style.border
                cell.protection, cell.number_format = style.protection, style.number_format
        file = io.BytesIO()
        new.save(file)
        return file.getvalue()

    return write


def read_figures(workbook: bytes) -> list[tuple[object, ...]]:
    """Return every row of the forms, its key included, in openpyxl's fastest way: reading only."""
    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    forms = (sheet for sheet in book.worksheets if sheet.title.startswith(FORM_TITLE))
    return [row for form in forms for row in form.iter_rows(max_col=KEY_COLUMN, values_only=True)]


def _filled(sheet: Worksheet, styles: dict[int, _Style]) -> Iterator[_Filled]:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and isinstance(cell.value, str | int | float):
                style = styles.setdefault(cell.style_id, _style(cell))
                yield _Filled(cell.row, cell.column, cell.value, style)


def _style(cell: Cell) -> _Style:
    return _Style(
        _own(cell.font), _own(cell.alignment), _own(cell.border), _own(cell.protection), cell.number_format
    )


def _own(shared: object) -> Serialisable:
    """Return the style itself: a cell shows a stand-in for what it shares with others, which copies as it."""
    style = copy(shared)
    if not isinstance(style, Serialisable):
        raise TypeError(f"{style!r} is no style of openpyxl")
    return style
