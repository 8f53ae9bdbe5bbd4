"""A backup made ready to take the office file's place, and the file that was there set aside."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.copies import UNFINISHED
from cchc_desktop.storage.file import connected, copy_whole, journal_of, open_to_look
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.migrations import STEPS, upgrade
from cchc_desktop.storage.profile import load_profile
from cchc_desktop.storage.refusals import CANNOT_OPEN, OfficeFileRefused, refusal, speaking_errors
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_MOMENT = "%Y%m%d-%H%M%S"


def make_ready(backup: Path, target: Path, now: datetime) -> None:
    """Copy the backup whole, bring it to today's schema and write into its journal that it was restored.

    Raises `OfficeFileRefused`, with no such file left, where the backup is not sound.
    """
    with closing(open_to_look(backup)) as db:
        copy_whole(db, target)
    with speaking_errors(target), closing(connected(target, read_only=False)) as db:
        upgrade(db, STEPS)
        with writing(db):
            change = ("restored", compact(None), compact(backup.name))
            origin = Origin(load_profile(db).prepared_by, now, Source.RESTORED)
            record(db, None, Subject.FILE, [change], origin)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Copy the office file as it is, damaged or not, to a name beside it; None where there is no file.

    A write that was cut off is taken back first. Where the file is too damaged for that, the journal of that
    write is copied along and then removed: it must not be played into the file that comes.
    """
    with suppress(OfficeFileRefused):
        open_to_look(path).close()
    journal = journal_of(path)
    aside = _free_name(path, now) if path.exists() else None
    try:
        if aside:
            if journal.exists():
                _copy_bytes(journal, journal_of(aside))
            _copy_bytes(path, aside)
        journal.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(CANNOT_OPEN, aside or journal) from error
    return aside


def _copy_bytes(source: Path, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    try:
        with source.open("rb") as old, unfinished.open("wb") as new:
            shutil.copyfileobj(old, new)
            new.flush()
            os.fsync(new.fileno())
        unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _free_name(path: Path, now: datetime) -> Path:
    """Return a name that copies made by the program never have: nothing thins it away."""
    moment = now.astimezone().strftime(_MOMENT)
    attempt, free = 1, path.with_name(f"{path.stem}.truoc-khi-khoi-phuc-{moment}{path.suffix}")
    while free.exists():
        attempt += 1
        free = path.with_name(f"{path.stem}.truoc-khi-khoi-phuc-{moment}-{attempt}{path.suffix}")
    return free
