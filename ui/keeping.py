"""The slow work of backups and of the journal, done beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.text import likeness
from ui.worker import Stopped

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.journal.telling import Told
    from cchc_desktop.office.keeping.backups import Backup
    from ui.worker import Ticket

_PATIENCE = 2.0
"""Seconds until whoever closes the file has let go of it."""


def list_backups(path: Path, folder: Path | None, ticket: Ticket) -> tuple[Backup, ...]:
    """Look into every backup of the office file."""
    from cchc_desktop.office.keeping.backups import backups

    ticket.checkpoint()
    return backups(path, folder)


def back_up(path: Path, folder: Path | None, ticket: Ticket) -> tuple[Backup, ...]:
    """Make a backup now and list what there is."""
    from cchc_desktop.office.keeping.backups import backups
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.open(path, copies=folder) as office:
        office.back_up()
    return backups(path, folder)


def restore(path: Path, backup: Path, ticket: Ticket) -> Path | None:
    """Put the backup in the office file's place; return where the file of before lies now."""
    from cchc_desktop.office.keeping.restoring import restore as put_back

    ticket.checkpoint()
    return put_back(path, backup, patience=_PATIENCE)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of a damaged office file."""

    path: Path
    """The new file."""
    kept: str
    """What it holds, counted in words."""
    lost: tuple[str, ...]
    """What could not be read, or only out of the journal, one sentence each."""


def rescue(path: Path, out: Path, ticket: Ticket) -> Rescued:
    """Read a damaged office file as far as it goes into a new one; called off, there is no new one."""
    from cchc_desktop.office.keeping.rescue import kept_words, rescue

    ticket.checkpoint()
    found = rescue(path, out)
    try:
        ticket.checkpoint()
    except Stopped:
        out.unlink()
        raise
    return Rescued(found.path, kept_words(found), found.lost)


def read_journal(path: Path, ticket: Ticket) -> tuple[tuple[str, Told], ...]:
    """Return every change of the office file in words, the latest first, each with what a search compares.

    Both are made here: those of a few years would hold the window up for longer than a tenth of a second.
    """
    from cchc_desktop.office.journal.exporting import journal_of
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.snapshot(path) as office:
        changes = journal_of(office, still_wanted=ticket.checkpoint)
    return tuple((_found_by(told), told) for told in reversed(changes))


def _found_by(told: Told) -> str:
    told_of = (told.who, told.period, told.about, told.before, told.after, told.source, told.reason)
    return " ".join(map(likeness, (short_moment(told.at), *told_of)))


def write_journal(path: Path, file: Path, ticket: Ticket) -> Path:
    """Write the journal as a workbook; it can be called off until the writing begins."""
    from cchc_desktop.office.journal.exporting import export_journal_aside

    return export_journal_aside(path, file, still_wanted=ticket.checkpoint)
