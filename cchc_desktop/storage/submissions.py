"""Which contents of a report have left as exchange files: one sequence number for each different content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cchc_desktop.storage.journal import in_utc
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from sqlite_utils import Database


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
    return _submission(*rows[0]) if rows else None


def load_submissions(db: Database, period: Period) -> tuple[Submission, ...]:
    """Return every content of the period's report that has left, the first one first."""
    rows = fetch(
        db,
        "SELECT sequence, content_hash, file_name, at FROM submission WHERE period = ? ORDER BY sequence",
        str(period),
    )
    return tuple(_submission(*row) for row in rows)


def last_submissions(db: Database) -> dict[Period, Submission]:
    """Return the submission with the highest sequence of every report of which something has left."""
    rows = fetch(db, "SELECT period, sequence, content_hash, file_name, at FROM submission ORDER BY sequence")
    return {Period.read(period): _submission(*columns) for period, *columns in rows}


def _submission(sequence: int, content_hash: str, file_name: str, at: str) -> Submission:
    return Submission(sequence, content_hash, file_name, datetime.fromisoformat(at))
