"""What the child process does: read the visible sheets of a stranger's workbook, and answer in plain JSON.

Little is imported here before the limits hold, and nothing is caught: whatever openpyxl raises on a hostile
file ends this process and no other.
"""

import io
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell.cell import Cell, MergedCell

MOST_SHEETS = 30
MOST_ROWS = 1_500
MOST_COLUMNS = 12


class ReadCell(msgspec.Struct, frozen=True, array_like=True):
    """One cell as it stands; a number has a point and at most 15 digits, as spreadsheets keep it."""

    kind: Literal["text", "number", "percent", "formula", "other"]
    text: str


class ReadRow(msgspec.Struct, frozen=True, array_like=True):
    """A row that holds something: sheet title, row number, cells from column A on."""

    sheet: str
    number: int
    cells: tuple[ReadCell | None, ...]


def answer(data: bytes) -> bytes:
    """Return the rows of the workbook as JSON of `list[ReadRow]`."""
    return msgspec.json.encode(list(read_rows(data)))


def read_rows(data: bytes) -> "Iterator[ReadRow]":
    """Yield the rows of the visible sheets that hold something, within fixed bounds."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    for sheet in book.worksheets[:MOST_SHEETS]:
        if sheet.sheet_state != "visible":
            continue
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
        for number, row in enumerate(rows, 1):
            cells = tuple(map(_cell, row))
            if any(cells):
                yield ReadRow(sheet.title, number, cells)


def _cell(cell: "Cell | MergedCell") -> ReadCell | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return ReadCell("formula", str(getattr(value, "text", value)))
    if isinstance(value, str) and cell.data_type == "s":
        return ReadCell("text", value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ReadCell("percent" if "%" in cell.number_format else "number", format(value, ".15g"))
    return ReadCell("other", str(value))
