"""Which files of a watched folder were taken, so that each is taken once: by digest, wherever they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.journal import in_utc
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlite_utils import Database


def taken_digests(db: Database) -> frozenset[str]:
    """Return the SHA-256 of every file that was taken out of a watched folder, hexadecimal."""
    return frozenset(digest for (digest,) in fetch(db, "SELECT digest FROM watched_file"))


def remember_taken(db: Database, digests: Iterable[str], now: datetime) -> None:
    """Remember files by their digests, whatever became of them."""
    with writing(db):
        db.conn.executemany(
            "INSERT OR IGNORE INTO watched_file (digest, at) VALUES (?, ?)",
            [(digest, in_utc(now)) for digest in digests],
        )
