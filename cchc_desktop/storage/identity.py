"""The keys by which offices know each other: the office's own private key, and the public keys of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.refusals import speaking_errors
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database


def load_key(db: Database) -> bytes | None:
    """Return the office's private key as it was saved, or None while it has none."""
    rows = fetch(db, "SELECT key FROM own_key")
    return bytes(rows[0][0]) if rows else None


def save_key(db: Database, key: bytes) -> None:
    """Make this the office's private key; it stands nowhere else, the journal included."""
    with writing(db):
        db.execute("INSERT OR REPLACE INTO own_key (id, key) VALUES (1, ?)", (key,))


def forget_key(db: Database) -> None:
    """Take the private key out of the file, its bytes in pages no longer used included."""
    with speaking_errors(db):
        db.execute("PRAGMA secure_delete = ON").fetchall()
        with writing(db):
            db.execute("DELETE FROM own_key")
        db.execute("VACUUM")


def known_keys(db: Database) -> dict[str, bytes]:
    """Return the public key on which each office is trusted, by the office's code or name."""
    return dict(fetch(db, "SELECT office, key FROM known_key"))


def remember_key(db: Database, office: str, key: bytes, *, who: str, now: datetime, reason: str = "") -> bool:
    """Trust the office on this public key from now on, and say whether that is another key than before."""
    with writing(db):
        old = known_keys(db).get(office)
        if old == key:
            return False
        db.execute("INSERT OR REPLACE INTO known_key (office, key) VALUES (?, ?)", (office, key))
        change = (office, compact(old.hex() if old else None), compact(key.hex()))
        record(db, None, Subject.KNOWN_KEY, [change], Origin(who, now, Source.RECEIVED, reason))
    return True
