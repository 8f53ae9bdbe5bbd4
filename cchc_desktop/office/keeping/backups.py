"""Backups of an office file: made by themselves or on demand, listed with what they hold."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.storage.backup import Contents, back_up, contents_of
from cchc_desktop.storage.copies import Copy, Why, copies_of, folder_of
from cchc_desktop.storage.reports import list_reports

__all__ = ["Backup", "Contents", "Why", "back_up_for_today", "backups", "made"]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of an office file, looked into."""

    path: Path
    moment: datetime
    """When it was made, local time."""
    why: Why
    size: int
    """Bytes."""
    contents: Contents | None
    """None where it is damaged: nothing can be restored from it."""

    @property
    def is_sound(self) -> bool:
        """Whether it can be restored."""
        return self.contents is not None


def backups(path: Path, folder: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of an office file in the folder, by default `sao-luu` beside it; the newest first.

    The office file itself is not looked at: it may be damaged or gone.
    """
    return tuple(_looked_into(copy) for copy in copies_of(path, folder or folder_of(path)))


def made(db: Database, path: Path, folder: Path | None, why: Why, now: datetime) -> Backup:
    """Back the open file up; raise `OfficeFileRefused`, with every earlier backup still there."""
    return _looked_into(back_up(db, path, folder or folder_of(path), why, now))


def back_up_for_today(db: Database, path: Path, folder: Path | None, now: datetime) -> None:
    """Back the open file up where that has not been done today and there is a report to lose."""
    today, folder = now.astimezone().date(), folder or folder_of(path)
    if list_reports(db) and not any(copy.moment.date() == today for copy in copies_of(path, folder)):
        back_up(db, path, folder, Why.DAILY, now)


def _looked_into(copy: Copy) -> Backup:
    return Backup(copy.path, copy.moment, copy.why, copy.path.stat().st_size, contents_of(copy.path))
