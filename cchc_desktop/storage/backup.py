"""Backups of the office file: made whole, looked at when made, thinned only by what is sound."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.storage.copies import Copy, Why, copies_of, left_unfinished, new_copy
from cchc_desktop.storage.file import copy_whole, open_to_look
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.thinning import surplus
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound copy of an office file holds."""

    office: str
    reports: int
    latest: Period | None
    """Period of the latest report."""
    last_change: str
    """When its journal was last written, UTC as ISO 8601; empty where it never was."""


def back_up(db: Database, path: Path, folder: Path, why: Why, now: datetime) -> Copy:
    """Copy the open office file into the folder, then take away copies that are not worth their room.

    Raises `OfficeFileRefused`, with every earlier copy still there, where no sound copy could be made.
    """
    copy = new_copy(path, folder, why, now)
    copy_whole(db, copy.path)
    _thin(path, folder, now)
    return copy


def contents_of(copy: Path) -> Contents | None:
    """Look into a copy of an office file, of today's shape or an older one; None where it is not sound."""
    try:
        with closing(open_to_look(copy)) as db:
            names = fetch(db, "SELECT name FROM profile")
            periods = [Period.read(period) for (period,) in fetch(db, "SELECT period FROM report")]
            ((last_change,),) = fetch(db, "SELECT COALESCE(MAX(at), '') FROM journal")
    except OfficeFileRefused:
        return None
    return Contents(names[0][0] if names else "", len(periods), max(periods, default=None), last_change)


def _thin(path: Path, folder: Path, now: datetime) -> None:
    """Take away what is surplus among the sound copies that the program made by itself.

    A copy that is not sound takes no other's place; it stays, for a person to look at.
    """
    own = {copy.path: copy.moment for copy in copies_of(path, folder) if copy.why.is_thinned}
    if surplus(own, now):
        sound = {copy: moment for copy, moment in own.items() if contents_of(copy)}
        _remove(surplus(sound, now))
    _remove(left_unfinished(path, folder, now))


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):  # somebody looks into it: next time
            file.unlink(missing_ok=True)
