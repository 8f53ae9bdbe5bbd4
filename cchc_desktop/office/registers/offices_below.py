"""The offices that report to this one, as a person works with their list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cchc_desktop.office.changes import Changes
from cchc_desktop.office.registers.registers import lines_under_new_ids, read_values
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.rollup.office_columns import OFFICES, line_of, office_without_relations, relations
from cchc_desktop.rollup.offices import Offices, OfficesRefused, refuse_unsound, succeeded
from cchc_desktop.storage.journal import Origin, Subject
from cchc_desktop.storage.offices_below import has_reported, save_offices
from cchc_desktop.storage.special_cases import save_special_case
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from cchc_desktop.office.archive import Archive
    from cchc_desktop.registers.entry import Value, Values
    from cchc_desktop.registers.schema import Register
    from cchc_desktop.rollup.office_columns import Find
    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.rollup.special_case import SpecialCase


class OfficesBelow:
    """The list of offices, open for reading and writing.

    Every call that changes something returns `Changes` after the office file has it; a refusal
    (`OfficesRefused`, `OfficeCodeRefused`) changes nothing. Who is gone stays on the list with a last day.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def all(self) -> Offices:
        """Return every office there is or was."""
        return self.archive.offices()

    def lines(self, register: Register = OFFICES) -> Mapping[str, RegisterEntry]:
        """Return every office as a line of the list, by its id; `register` is always that of offices."""
        if register is not OFFICES:
            raise KeyError(register.name)
        offices = self.all()
        return {office.id: line_of(office, offices) for office in offices}

    def add(self, given: Mapping[str, Value]) -> OfficeBelow:
        """Add an office of what is given, by name or label of the columns, and return it."""
        values = read_values(OFFICES, given, {})
        (entry,) = self.new_entries(OFFICES, [values])
        self.put({entry.id: entry}, Source.TYPED)
        return self.all().get(entry.id)

    def change(self, office: str, given: Mapping[str, Value]) -> Changes:
        """Correct columns of an office; an empty text empties the column."""
        offices = self.all()
        line = line_of(offices.get(office), offices)
        return self.put(
            {office: RegisterEntry(office, read_values(OFFICES, given, line.values))}, Source.TYPED
        )

    def remove(self, ids: Iterable[str]) -> Changes:
        """Take offices off the list; one of which something was received is refused: it ends instead."""
        gone = [self.all().get(office) for office in ids]
        return self.put({office.id: RegisterEntry(office.id) for office in gone}, Source.TYPED)

    def abolish(self, office: str, last: date) -> Changes:
        """Let an office end on that day; what it reported stays."""
        return self._save({office: replace(self.all().get(office), last=last)}, Source.TYPED)

    def merge(self, old: Iterable[str], given: Mapping[str, Value], day: date) -> OfficeBelow:
        """Let a new office take over from others on that day, and return it; the others end the day before.

        What is not given of the new one is as with the first of the old ones, but for its code.
        """
        offices = self.all()
        before = [offices.get(office) for office in dict.fromkeys(old)]
        if not before:
            raise OfficesRefused("Chưa nêu đơn vị nào được nhập. Hãy chọn ít nhất một đơn vị.")
        kept = {"level", "group", "parent", "email", "contact", "phone", "address"}
        first = {name: value for name, value in line_of(before[0], offices).values.items() if name in kept}
        values = read_values(OFFICES, given, first)
        (line,) = self.new_entries(OFFICES, [values])
        made = office_without_relations(line.id, line.values, self._codes())
        parent, _ = relations(made, values, offices.find)
        ending, new = succeeded(before, replace(made, parent=parent), day)
        self._save({each.id: each for each in (*ending, new)}, Source.TYPED)
        return self.all().get(new.id)

    def rename(self, office: str, name: str, day: date) -> OfficeBelow:
        """Give an office another name from that day on; in earlier periods it goes by the old one.

        It is another office on the list, with the same code, that takes over from the first.
        """
        old = self.all().get(office)
        return self.merge([office], {"name": name, "code": old.code}, day)

    def agree(self, case: SpecialCase) -> Changes:
        """Note what was agreed with one office for one period; an empty exception takes it back."""
        self.all().get(case.office)
        changed = save_special_case(self.archive.db, case, self._origin(Source.TYPED, case.reason))
        return Changes(case.period, offices=frozenset({case.office} if changed else ()))

    def new_entries(self, register: Register, rows: Iterable[Values]) -> list[RegisterEntry]:
        """Return lines with these values under new ids; nothing is written."""
        return lines_under_new_ids(self.archive.db, register, rows, Subject.OFFICE_BELOW)

    def put(self, entries: Mapping[str, RegisterEntry], source: Source, reason: str = "") -> Changes:
        """Put lines of the list in their places by id as one step; empty ones go, as by `remove`."""
        for office_id, entry in entries.items():
            if not entry.values and has_reported(self.archive.db, office_id):
                raise OfficesRefused(
                    f"“{self.all().get(office_id).name}” đã có tệp gửi nhận hoặc ngoại lệ trong tệp này nên "
                    "không xóa được. Hãy ghi ngày cuối hoạt động của đơn vị."
                )
        codes = self._codes()
        new = {
            office_id: office_without_relations(office_id, entry.values, codes) if entry.values else None
            for office_id, entry in entries.items()
        }
        find = self.all().changed(new).find
        related = {
            office_id: office and _related(office, entries[office_id].values, find)
            for office_id, office in new.items()
        }
        return self._save(related, source, reason)

    def _save(self, offices: Mapping[str, OfficeBelow | None], source: Source, reason: str = "") -> Changes:
        after = self.all().changed(offices)
        refuse_unsound(after)
        changed = save_offices(self.archive.db, offices, self._origin(source, reason))
        self.archive.keep_offices(after)
        return Changes(offices=changed)

    def _codes(self) -> frozenset[str]:
        return frozenset(office.code for office in self.all())

    def _origin(self, source: Source, reason: str) -> Origin:
        return Origin(self.archive.who, self.archive.clock(), source, reason)


def _related(office: OfficeBelow, values: Values, find: Find) -> OfficeBelow:
    parent, replaces = relations(office, values, find)
    return replace(office, parent=parent, replaces=replaces)
