"""What a cell has said, from its first entry to now."""

from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.office.journal.telling import entry_words
from cchc_desktop.office.journal.words import SOURCE_WORDS
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage import journal
from cchc_desktop.storage.journal import Change
from cchc_desktop.template.model import Indicator


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a cell."""

    at: datetime
    """Local time."""
    who: str
    before: str
    """As the row writes it; `trống` where nothing stood."""
    after: str
    source: str
    reason: str
    """Why a computed cell was overridden; else empty."""


def history(report: OpenReport, code: str) -> tuple[Step, ...]:
    """Return every change of the cell, the oldest first."""
    row = report.indicator(code)
    changes = journal.history(report.archive.db, report.head.period, row.code)
    return tuple(_step(row, change) for change in changes)


def _step(row: Indicator, change: Change) -> Step:
    before, after = change.old_entry, change.new_entry
    with_notes = before.note != after.note
    return Step(
        at=change.at.astimezone(),
        who=change.who,
        before=entry_words(row, before, with_note=with_notes),
        after=entry_words(row, after, with_note=with_notes),
        source=SOURCE_WORDS[change.source],
        reason=after.reason or change.reason,
    )
