"""Wishes of the register pages: on the disk first, one step each that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.reading import read_value
from cchc_desktop.values.source import Source
from ui.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.journal.telling import Told
    from cchc_desktop.office.registers.importing import Importing
    from cchc_desktop.office.registers.registers import Registers
    from cchc_desktop.registers.schema import Register
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class TypedLine:
    """Texts for cells of one entry, or of a new one, by column name."""

    entry: RegisterEntry
    """Without an id for a new one."""
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RefusedText:
    """A text that its column did not take, and why."""

    entry_id: str
    column: str
    text: str
    reason: str


class RegisterDesk:
    """What the pages wish of the registers of the open office. Refusals are raised as `CchcError`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def registers(self) -> Registers:
        """The registers of the open office file."""
        return self._desk.the_office.registers

    def history(self, entry_id: str) -> tuple[Told, ...]:
        """Return what was changed in a line, the oldest first; nothing of a line that is only begun."""
        from cchc_desktop.office.registers.history import entry_history

        return entry_history(self.registers, entry_id) if entry_id else ()

    def enter(self, register: Register, entry_id: str, column: str, text: str) -> str:
        """Put what was typed into a cell; return the entry's id, given now where it had none."""
        value = read_value(register.by_name[column], text)
        present = self.registers.entry(entry_id).values if entry_id else {}
        values = {name: each for name, each in present.items() if name != column}
        if value is not None:
            values[column] = value
        if not entry_id and not values:
            return ""
        (entry,) = (
            (RegisterEntry(entry_id, values),) if entry_id else self.registers.new_entries(register, [values])
        )
        self.put({entry.id: entry}, "Ghi sổ", Source.TYPED)
        return entry.id

    def write(
        self, register: Register, lines: Sequence[TypedLine], name: str, source: Source
    ) -> tuple[RefusedText, ...]:
        """Put texts into their cells as one step; return those that their columns do not take."""
        unborn = iter(self.registers.new_entries(register, [{} for line in lines if not line.entry.id]))
        entries, refused = {}, []
        for line in lines:
            entry = line.entry if line.entry.id else next(unborn)
            values = dict(entry.values)
            for column, text in line.texts.items():
                try:
                    value = read_value(register.by_name[column], text)
                except CchcError as refusal:
                    refused.append(RefusedText(entry.id, column, text, refusal.message))
                    continue
                values.pop(column, None)
                if value is not None:
                    values[column] = value
            entries[entry.id] = RegisterEntry(entry.id, values)
        self.put(entries, name, source)
        return tuple(refused)

    def remove(self, entry_ids: Iterable[str]) -> None:
        """Take entries away."""
        self.put({entry_id: RegisterEntry(entry_id) for entry_id in entry_ids}, "Xóa dòng", Source.TYPED)

    def take_in(self, importing: Importing) -> None:
        """Write what a list changes."""
        new = self.registers.new_entries(importing.register, importing.added)
        entries = {**importing.changed, **{entry.id: entry for entry in new}}
        self.put(entries, "Nhập danh sách", importing.source)

    def put(self, entries: Mapping[str, RegisterEntry], name: str, source: Source) -> None:
        """Put entries in their places as one step that can be undone."""
        before = self.registers.standing(entries)
        if self._tell(lambda: self.registers.put(entries, source)):
            back, forth = partial(self._take_back, before), partial(self._take_back, dict(entries))
            self._desk.undo.push(Step(back, forth, name))

    def _take_back(self, entries: Mapping[str, RegisterEntry]) -> bool:
        try:
            self._tell(lambda: self.registers.put(entries, Source.UNDONE))
        except CchcError as refusal:
            self._desk.refused.emit(refusal)
            return False
        return True

    def _tell(self, wish: Callable[[], Changes]) -> bool:
        """Have it done and tell every page, the cells included whose findings follow the registers."""
        report = self._desk.report
        before = set(report.findings) if report else set()
        changes = wish()
        if changes:
            found = before ^ set(report.findings) if report else set()
            marked = frozenset(cell for finding in found for cell in finding.cells)
            self._desk.tell(replace(changes, marked=marked))
        return bool(changes)
