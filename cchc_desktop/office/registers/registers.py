"""The office's registers as a person works with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.office.changes import Changes
from cchc_desktop.registers.catalogue import register_named, register_of
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.lists import found, ordered, within
from cchc_desktop.registers.reading import read_value
from cchc_desktop.registers.remarks import remarks
from cchc_desktop.registers.schema import RegisterRefused
from cchc_desktop.storage.journal import Origin, Subject
from cchc_desktop.storage.registers import last_number, save_register_entries
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from sqlite_utils import Database

    from cchc_desktop.office.archive import Archive
    from cchc_desktop.registers.entry import Value, Values
    from cchc_desktop.registers.remarks import Remark
    from cchc_desktop.registers.schema import Register
    from cchc_desktop.values.period import Window


class Registers:
    """Every register of one office file, open for reading and writing.

    Every call that changes something returns `Changes` after the office file has it; a refusal changes
    nothing. Typing is never blocked by what is missing or odd: `remarks` tells of that.
    """

    def __init__(self, archive: Archive, changed: Callable[[], None]) -> None:
        self.archive = archive
        self._changed = changed
        """Called after entries changed, so that open reports look at them again."""

    def entries(
        self,
        name: str,
        *,
        search: str = "",
        window: Window | None = None,
        column: str = "",
        descending: bool = False,
    ) -> tuple[RegisterEntry, ...]:
        """Return the register's entries in the order of a column, by default the register's own.

        `search` keeps those in which every word stands, marks aside; `window` those that belong to a report
        on these days.
        """
        register = register_named(name)
        entries = tuple(self.archive.registers()[name].values())
        if window:
            entries = within(register, entries, window)
        by = register.column_named(column).name if column else ""
        return ordered(register, found(register, entries, search), by, descending=descending)

    def lines(self, register: Register) -> Mapping[str, RegisterEntry]:
        """Return every entry of the register by its id."""
        return self.archive.registers()[register.name]

    def entry(self, entry_id: str) -> RegisterEntry:
        """Return the entry with that id, or raise `RegisterRefused`."""
        register = register_of(entry_id)
        entry = self.archive.registers()[register.name].get(entry_id)
        if entry is None:
            raise RegisterRefused(f"{register.label} không có dòng {entry_id}. Hãy xem lại mã trong sổ.")
        return entry

    def add(self, name: str, given: Mapping[str, Value]) -> Changes:
        """Add an entry of what is given, by name or label of the columns; a text is read as typed."""
        register = register_named(name)
        values = read_values(register, given, {})
        if not values:
            raise RegisterRefused(f"{register.label}: dòng mới chưa có gì. Hãy ghi ít nhất một cột.")
        (entry,) = self.new_entries(register, [values])
        return self.put({entry.id: entry}, Source.TYPED)

    def change(self, entry_id: str, given: Mapping[str, Value]) -> Changes:
        """Change columns of an entry; an empty text empties the column."""
        entry = self.entry(entry_id)
        values = read_values(register_of(entry_id), given, entry.values)
        return self.put({entry_id: RegisterEntry(entry_id, values)}, Source.TYPED)

    def remove(self, entry_ids: Iterable[str]) -> Changes:
        """Take entries out of their registers; their ids are not given again."""
        gone = {self.entry(entry_id).id: RegisterEntry(entry_id) for entry_id in entry_ids}
        return self.put(gone, Source.TYPED)

    def standing(self, entry_ids: Iterable[str]) -> dict[str, RegisterEntry]:
        """Return what stands under these ids now, empty entries for none, to be put back by an undo."""
        kept = self.archive.registers()
        return {
            entry_id: kept[register_of(entry_id).name].get(entry_id, RegisterEntry(entry_id))
            for entry_id in entry_ids
        }

    def put(self, entries: Mapping[str, RegisterEntry], source: Source, reason: str = "") -> Changes:
        """Put entries in their places by id as one step, on the disk first; empty ones are taken away."""
        archive = self.archive
        archive.registers()
        origin = Origin(archive.who, archive.clock(), source, reason)
        changed = save_register_entries(archive.db, entries, origin)
        archive.keep_entries(entries)
        if changed:
            self._changed()
        return Changes(entries=changed)

    def new_entries(self, register: Register, rows: Iterable[Values]) -> list[RegisterEntry]:
        """Return entries with these values under new ids; nothing is written."""
        return lines_under_new_ids(self.archive.db, register, rows)

    def remarks(self, name: str, by: date | None = None) -> tuple[Remark, ...]:
        """Return everything odd in the register; `by` is the day of a report, by default today."""
        day = by or self.archive.today
        return remarks(register_named(name), self.entries(name), day)


def lines_under_new_ids(
    db: Database, register: Register, rows: Iterable[Values], subject: Subject = Subject.REGISTER_ENTRY
) -> list[RegisterEntry]:
    """Return lines with these values under ids that no line of the list ever had."""
    first = last_number(db, register, subject) + 1
    return [RegisterEntry(f"{register.prefix}{number}", values) for number, values in enumerate(rows, first)]


def read_values(register: Register, given: Mapping[str, Value], present: Values) -> dict[str, Value]:
    """Return the present values with those given in their places, each read as its column reads it."""
    values = dict(present)
    for heading, raw in given.items():
        column = register.column_named(heading)
        value = read_value(column, raw)
        if value is None:
            values.pop(column.name, None)
        else:
            values[column.name] = value
    return values
