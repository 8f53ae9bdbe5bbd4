"""Which comments of a return were dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.journal import in_utc
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database


def tick(db: Database, package: int, number: int, *, is_done: bool, who: str, now: datetime) -> None:
    """Tick a comment of a return off, or take the tick away; `number` counts from 1."""
    with writing(db):
        if is_done:
            db.execute(
                "INSERT OR IGNORE INTO ticked_comment (package, number, who, at) VALUES (?, ?, ?, ?)",
                (package, number, who, in_utc(now)),
            )
        else:
            db.execute("DELETE FROM ticked_comment WHERE package = ? AND number = ?", (package, number))


def load_ticked(db: Database, package: int) -> frozenset[int]:
    """Return the numbers of the comments that were dealt with."""
    rows = fetch(db, "SELECT number FROM ticked_comment WHERE package = ?", str(package))
    return frozenset(number for (number,) in rows)
