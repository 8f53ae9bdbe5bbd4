"""A register as a file: a workbook for people, or a table of text."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from cchc_desktop.documents.list_sheet import ListColumn, ListSheet, ListValue, list_workbook
from cchc_desktop.errors import FileRefused
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.register_lines import shielded
from cchc_desktop.office.registers import Registers
from cchc_desktop.office.writing import write_whole
from cchc_desktop.registers.catalogue import register_named
from cchc_desktop.registers.entry import RegisterEntry, Value
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import ID_LABEL, Column, Register

_ID_WIDTH = 8


class Keeper(Protocol):
    """Who keeps the lines, in whose office file."""

    archive: Archive


def export_register(
    registers: Registers, name: str, file: Path, entries: Sequence[RegisterEntry] | None = None
) -> Path:
    """Write entries of the register, by default all: see `export_list`."""
    chosen = registers.entries(name) if entries is None else entries
    return export_list(registers, register_named(name), file, chosen)


def export_list(keeper: Keeper, register: Register, file: Path, chosen: Sequence[RegisterEntry]) -> Path:
    """Write lines of these columns as `.xlsx` or `.csv`; read again, they are the same.

    The first column holds the ids. Raises `FileRefused` for another ending or where the file cannot be
    written.
    """
    match file.suffix.lower():
        case ".xlsx":
            content = register_workbook(keeper, register, chosen)
        case ".csv":
            content = register_table(register, chosen)
        case _:
            raise FileRefused(f"Không ghi được danh sách vào tệp {file.name}. Hãy đặt tên .xlsx hoặc .csv.")
    return write_whole(file, content)


def register_workbook(keeper: Keeper, register: Register, entries: Sequence[RegisterEntry]) -> bytes:
    """Return the workbook: days as days, numbers as numbers, choices by their words."""
    columns = [ListColumn(each.label, each.width, each.is_year) for each in register.columns]
    rows = [
        (entry.id, *(_shown(column, entry.values.get(column.name)) for column in register.columns))
        for entry in entries
    ]
    archive = keeper.archive
    made = archive.clock().astimezone().date()
    sheet = ListSheet(
        register.label, archive.profile.name, made, (ListColumn(ID_LABEL, _ID_WIDTH), *columns), rows
    )
    return list_workbook(sheet)


def register_table(register: Register, entries: Sequence[RegisterEntry]) -> bytes:
    """Return the table of text (UTF-8 with its mark, for Excel), in which no text can act as a formula."""
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow([ID_LABEL, *(column.label for column in register.columns)])
    for entry in entries:
        written = (write_value(column, entry.values.get(column.name)) for column in register.columns)
        lines.writerow([entry.id, *map(shielded, written)])
    return text.getvalue().encode("utf-8-sig")


def _shown(column: Column, value: Value | None) -> ListValue:
    return write_value(column, value) if value is None or isinstance(value, str | bool) else value
