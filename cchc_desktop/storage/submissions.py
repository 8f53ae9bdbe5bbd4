"""Which contents of a report have left as exchange files: one sequence number for each different content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cchc_desktop.storage.journal import in_utc
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from sqlite_utils import Database

    from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Submission:
    """One content of a report that was exported."""

    sequence: int
    """1 for the first."""
    content_hash: str
    file_name: str
    at: datetime
    """UTC, whole seconds."""


def record_submission(
    db: Database, period: Period, sequence: int, content_hash: str, file_name: str, *, now: datetime
) -> None:
    """Remember that this content left under this sequence; a sequence is used once (`IntegrityError`)."""
    with writing(db):
        db.execute(
            "INSERT INTO submission (period, sequence, content_hash, file_name, at) VALUES (?, ?, ?, ?, ?)",
            (str(period), sequence, content_hash, file_name, in_utc(now)),
        )


def last_submission(db: Database, period: Period) -> Submission | None:
    """Return the submission with the highest sequence, or None where nothing has left yet."""
    rows = fetch(
        db,
        "SELECT sequence, content_hash, file_name, at FROM submission WHERE period = ?"
        " ORDER BY sequence DESC LIMIT 1",
        str(period),
    )
    if not rows:
        return None
    sequence, content_hash, file_name, at = rows[0]
    return Submission(sequence, content_hash, file_name, datetime.fromisoformat(at))
