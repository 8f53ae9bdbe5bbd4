"""A register as a file: a workbook for people, or a table of text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Protocol

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.aside import done_aside
from cchc_desktop.office.office import Office
from cchc_desktop.office.registers.lines import shielded
from cchc_desktop.office.writing import write_whole
from cchc_desktop.registers.catalogue import register_named
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import ID_LABEL, Column, Register

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cchc_desktop.documents.list_sheet import ListValue
    from cchc_desktop.office.archive import Archive
    from cchc_desktop.office.registers.registers import Registers
    from cchc_desktop.registers.entry import RegisterEntry, Value

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


def export_register_aside(
    path: Path,
    name: str,
    file: Path,
    entries: Sequence[RegisterEntry],
    *,
    still_wanted: Callable[[], object],
) -> Path:
    """Write entries as above, made in a child process; `still_wanted` may raise until the writing begins."""
    return write_whole(file, done_aside(still_wanted, _register_content, path, name, file, entries))


def export_list(keeper: Keeper, register: Register, file: Path, chosen: Sequence[RegisterEntry]) -> Path:
    """Write lines of these columns as `.xlsx` or `.csv`; read again, they are the same.

    The first column holds the ids. Raises `FileRefused` for another ending or where the file cannot be
    written.
    """
    return write_whole(file, _content(keeper, register, file, chosen))


def register_workbook(keeper: Keeper, register: Register, entries: Sequence[RegisterEntry]) -> bytes:
    """Return the workbook: days as days, numbers as numbers, choices by their words."""
    from cchc_desktop.documents.list_sheet import ListColumn, ListSheet, list_workbook

    columns = [ListColumn(each.label, each.width, each.is_year) for each in register.columns]
    rows = [
        (entry.id, *(_shown(column, entry.values.get(column.name)) for column in register.columns))
        for entry in entries
    ]
    archive = keeper.archive
    made = archive.today
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


def _register_content(path: Path, name: str, file: Path, entries: Sequence[RegisterEntry]) -> bytes:
    with Office.snapshot(path) as office:
        return _content(office.registers, register_named(name), file, entries)


def _content(keeper: Keeper, register: Register, file: Path, chosen: Sequence[RegisterEntry]) -> bytes:
    match file.suffix.lower():
        case ".xlsx":
            return register_workbook(keeper, register, chosen)
        case ".csv":
            return register_table(register, chosen)
        case _:
            raise FileRefused(f"Không ghi được danh sách vào tệp {file.name}. Hãy đặt tên .xlsx hoặc .csv.")


def _shown(column: Column, value: Value | None) -> ListValue:
    return write_value(column, value) if value is None or isinstance(value, str | bool) else value
