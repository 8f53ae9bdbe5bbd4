"""The lines of the office's registers: kept over the years, every change of one in the journal."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cchc_desktop.registers.catalogue import REGISTERS, register_of
from cchc_desktop.registers.entry import RegisterEntry, Value
from cchc_desktop.registers.schema import ColumnType
from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.number import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from cchc_desktop.registers.schema import Column, Register

_NOTHING = "{}"


def load_registers(db: Database) -> dict[str, dict[str, RegisterEntry]]:
    """Return every entry by its register's name and its id; an empty register is there and empty.

    Registers of a later program stay in the file and are not returned.
    """
    found: dict[str, dict[str, RegisterEntry]] = {name: {} for name in REGISTERS}
    for entry_id, name, fields in fetch(db, "SELECT id, register, fields FROM register_entry ORDER BY id"):
        if name in found:
            found[name][entry_id] = entry_from(entry_id, REGISTERS[name], json.loads(fields))
    return found


def last_number(db: Database, register: Register, subject: Subject = Subject.REGISTER_ENTRY) -> int:
    """Return the highest number an id of the register ever had: the journal remembers what is gone."""
    rows = fetch(
        db,
        "SELECT COALESCE(MAX(CAST(SUBSTR(key, 3) AS INTEGER)), 0) FROM journal"
        " WHERE period = '' AND key GLOB ? AND subject = ?",
        f"{register.prefix}[1-9]*",
        subject.value,
    )
    return int(rows[0][0])


def save_register_entries(
    db: Database, entries: Mapping[str, RegisterEntry], origin: Origin
) -> frozenset[str]:
    """Put the entries in their places by id and return the ids of those that really changed.

    An entry in which nothing stands is taken away. Each id tells its register, or raises `RegisterRefused`.
    All are on the disk, with their rows in the journal, when this returns; or, where it raises, none.
    """
    written = {entry_id: _line(entry_id, entry) for entry_id, entry in entries.items()}
    with writing(db):
        changes = []
        for entry_id, new in written.items():
            rows = db.execute(
                "SELECT register, fields FROM register_entry WHERE id = ?", (entry_id,)
            ).fetchall()
            old = line_json(dict(zip(("register", "fields"), rows[0], strict=True))) if rows else _NOTHING
            if new != old:
                changes.append((entry_id, old, new))
                _put(db, entry_id, new)
        record(db, None, Subject.REGISTER_ENTRY, changes, origin)
    return frozenset(entry_id for entry_id, _, _ in changes)


def line_json(row: Mapping[str, Any]) -> str:
    """Return a row of the table as the journal has it: the register and the columns.

    A row whose days or numbers are none raises `ValueError` or `ArithmeticError`.
    """
    name, fields = row["register"], json.loads(row["fields"])
    if name in REGISTERS:
        entry_from("", REGISTERS[name], fields)
    return compact({"register": name, **fields})


def line_columns(said: str) -> dict[str, str]:
    """Return the row's columns of which the journal tells; `ValueError` where it tells of none."""
    fields = json.loads(said)
    name = fields.pop("register", "") if isinstance(fields, dict) else ""
    if not name:
        raise ValueError(f"no line of a register: {said}")
    return {"register": name, "fields": compact(fields)}


def entry_from(entry_id: str, register: Register, fields: Mapping[str, Scalar]) -> RegisterEntry:
    """Return the entry that the JSON tells of; columns that this program does not know are left out."""
    known = register.by_name
    return RegisterEntry(
        entry_id,
        {name: _value(known[name], scalar) for name, scalar in fields.items() if name in known},
    )


def _line(entry_id: str, entry: RegisterEntry) -> str:
    if not entry.values:
        return _NOTHING
    register = register_of(entry_id)
    order = [column.name for column in register.columns if column.name in entry.values]
    return compact({"register": register.name, **{name: _scalar(entry.values[name]) for name in order}})


def _put(db: Database, entry_id: str, line: str) -> None:
    if line == _NOTHING:
        db.execute("DELETE FROM register_entry WHERE id = ?", (entry_id,))
    else:
        db.table("register_entry").upsert({"id": entry_id, **line_columns(line)}, pk="id")


def _scalar(value: Value) -> Scalar:
    match value:
        case bool():
            return int(value)
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _value(column: Column, scalar: Scalar) -> Value:
    match column.type:
        case ColumnType.DATE:
            return date.fromisoformat(str(scalar))
        case ColumnType.NUMBER:
            return Decimal(str(scalar))
        case ColumnType.YES_NO:
            return bool(scalar)
        case _:
            return str(scalar)
