"""Files that lists are read from, as lines of cells, before anybody asks what a column means."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.gate import LARGEST_FILE, passed
from cchc_desktop.exchange.reading_child import MOST_ROWS, ReadCell, ReadRow
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.exchange.sheets import rows_of
from cchc_desktop.office.figures.tables import content_of, table_lines
from cchc_desktop.office.reading import whole_content
from cchc_desktop.registers.entry import Value
from cchc_desktop.values.text import composed

TABLE_ENDINGS = (".csv", ".tsv", ".txt")
_WORKBOOK_ENDING = ".xlsx"
_SHIELDED = re.compile(r"'+[=+\-@]")
_DANGEROUS = re.compile(r"'*[=+\-@]")


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell that holds a formula, or the error of one: what it shows is nobody's typing."""

    text: str


Cell: TypeAlias = Value | NoValue
"""An empty text for an empty cell."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file."""

    place: str
    """`dòng 5`, in a workbook with the sheet's name in front."""
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell:
        """Return what stands in the column, counted from 0."""
        return self.cells[column] if column < len(self.cells) else ""


def read_lines(file: Path) -> tuple[Line, ...]:
    """Return the lines of a file that hold something, or raise `FileRefused`.

    A workbook goes through the gate of exchange files and is read in a child process.
    """
    ending = file.suffix.lower()
    if ending in TABLE_ENDINGS:
        return table_lines_of(file.name, content_of(file))
    if ending != _WORKBOOK_ENDING:
        raise FileRefused(
            f"Không đọc được danh sách từ tệp {file.name}. Hãy lưu danh sách thành tệp .xlsx hoặc .csv."
        )
    try:
        content = _workbook(file)
        passed(content)
        return sheet_lines(file.name, rows_of(content))
    except ExchangeRefused as refusal:
        raise FileRefused(f"{file.name}: {refusal.message}") from refusal


def table_lines_of(name: str, content: bytes) -> tuple[Line, ...]:
    """Return the lines of a table of text; what `shielded` put in front of a text is taken off."""
    return tuple(
        Line(f"dòng {number}", tuple(_unshielded(cell) for cell in cells))
        for number, cells in table_lines(name, content)
    )


def sheet_lines(name: str, rows: Iterable[ReadRow]) -> tuple[Line, ...]:
    """Return the lines of a workbook's sheets; `FileRefused` where one may be longer than what was read."""
    lines = []
    for row in rows:
        if row.number >= MOST_ROWS:
            raise FileRefused(
                f"Trang “{row.sheet}” của tệp {name} dài từ {MOST_ROWS} dòng trở lên nên không đọc trọn "
                "được. Hãy chia thành nhiều tệp, hoặc lưu thành tệp .csv."
            )
        lines.append(Line(f"{row.sheet}, dòng {row.number}", tuple(map(_cell, row.cells))))
    return tuple(lines)


def pasted_lines(text: str) -> Iterator[Line]:
    """Return the lines of cells that were copied from a spreadsheet."""
    yield from table_lines_of("bảng vừa dán.tsv", composed(text).encode())


def shielded(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula when it opens a table of text."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def _unshielded(text: str) -> str:
    return text[1:] if _SHIELDED.match(text) else text


def _cell(cell: ReadCell | None) -> Cell:
    if cell is None:
        return ""
    match cell.kind:
        case "text":
            return cell.text
        case "number" | "percent":
            return Decimal(cell.text)
        case "formula":
            return NoValue(cell.text)
        case "other":
            return _day(cell.text) or (NoValue(cell.text) if cell.text.startswith("#") else cell.text)


def _day(text: str) -> date | None:
    """The day of a cell that a workbook keeps as a date."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _workbook(file: Path) -> bytes:
    too_large = f"Tệp {file.name} quá lớn để là một danh sách. Hãy chọn đúng tệp."
    return whole_content(file, LARGEST_FILE, too_large)
