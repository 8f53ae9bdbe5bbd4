"""What the office chose of the settings, by name; a setting nobody touched is not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.journal import Origin, Subject, differences, record
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlite_utils import Database


def load_settings(db: Database) -> dict[str, str]:
    """Return every chosen value by the setting's name."""
    return dict(fetch(db, "SELECT name, value FROM setting"))


def save_settings(db: Database, values: Mapping[str, str], *, who: str, now: datetime) -> frozenset[str]:
    """Keep these values and return the names of the settings that really changed."""
    with writing(db):
        changes = differences(load_settings(db), values)
        for name, _, _ in changes:
            db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, values[name]))
        record(db, None, Subject.SETTING, changes, Origin(who, now))
    return frozenset(name for name, _, _ in changes)
