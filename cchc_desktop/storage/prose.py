"""The prose of a report, by section of its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

    from cchc_desktop.values.period import Period
    from cchc_desktop.values.source import Source


def load_prose(db: Database, period: Period) -> dict[str, str]:
    """Return the text of every section that has one."""
    return dict(fetch(db, "SELECT section, text FROM prose WHERE period = ?", str(period)))


def save_prose(
    db: Database, period: Period, section: str, text: str, *, who: str, source: Source, now: datetime
) -> bool:
    """Make this the section's text, none if it is empty, and say whether that changed anything."""
    with writing(db):
        old = load_prose(db, period).get(section, "")
        if text == old:
            return False
        if text:
            db.execute(
                "INSERT OR REPLACE INTO prose (period, section, text) VALUES (?, ?, ?)",
                (str(period), section, text),
            )
        else:
            db.execute("DELETE FROM prose WHERE period = ? AND section = ?", (str(period), section))
        change = (section, compact(old), compact(text))
        record(db, period, Subject.PROSE, [change], Origin(who, now, source))
    return True
