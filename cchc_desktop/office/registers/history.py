"""What a register entry has said, from its first line to now."""

import json
from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.office.figures.history import SOURCE_WORDS
from cchc_desktop.office.registers.registers import Registers
from cchc_desktop.registers.catalogue import register_of
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import Register
from cchc_desktop.storage import journal
from cchc_desktop.storage.journal import Change, Subject
from cchc_desktop.storage.registers import entry_from


@dataclass(frozen=True, slots=True)
class ColumnStep:
    """What one column said before and after; empty for a blank."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EntryStep:
    """One change of an entry."""

    at: datetime
    """Local time."""
    who: str
    columns: tuple[ColumnStep, ...]
    source: str


def entry_history(registers: Registers, entry_id: str) -> tuple[EntryStep, ...]:
    """Return every change of the entry, the oldest first; also of one that is gone."""
    register = register_of(entry_id)
    changes = journal.history(registers.archive.db, None, entry_id, Subject.REGISTER_ENTRY)
    return tuple(_step(register, change) for change in changes)


def _step(register: Register, change: Change) -> EntryStep:
    before, after = (entry_from(change.key, register, json.loads(said)) for said in (change.old, change.new))
    texts = (
        (
            each.label,
            write_value(each, before.values.get(each.name)),
            write_value(each, after.values.get(each.name)),
        )
        for each in register.columns
    )
    columns = tuple(ColumnStep(*text) for text in texts if text[1] != text[2])
    return EntryStep(change.at.astimezone(), change.who, columns, SOURCE_WORDS[change.source])
