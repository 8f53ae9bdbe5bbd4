"""What a register entry has said, from its first line to now."""

from cchc_desktop.office.journal.telling import Told, tell
from cchc_desktop.office.registers.registers import Registers
from cchc_desktop.storage import journal
from cchc_desktop.storage.journal import Subject


def entry_history(registers: Registers, entry_id: str) -> tuple[Told, ...]:
    """Return every change of the entry, the oldest first; also of one that is gone."""
    changes = journal.history(registers.archive.db, None, entry_id, Subject.REGISTER_ENTRY)
    return tuple(tell(registers.archive, change) for change in changes)
