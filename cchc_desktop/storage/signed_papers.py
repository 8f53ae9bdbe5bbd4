"""The signed papers of a report: the PDF that came back from whoever signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.journal import in_utc
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

    from cchc_desktop.values.period import Period


def save_paper(db: Database, period: Period, name: str, content: bytes, *, now: datetime) -> None:
    """Attach a file to the report; one of the same name gives way."""
    with writing(db):
        db.execute(
            "INSERT OR REPLACE INTO signed_paper (period, name, content, at) VALUES (?, ?, ?, ?)",
            (str(period), name, content, in_utc(now)),
        )


def remove_papers(db: Database, period: Period) -> None:
    """Take the report's signed papers away."""
    with writing(db):
        db.execute("DELETE FROM signed_paper WHERE period = ?", (str(period),))


def load_papers(db: Database, period: Period) -> dict[str, bytes]:
    """Return the report's signed papers by name."""
    return dict(
        fetch(db, "SELECT name, content FROM signed_paper WHERE period = ? ORDER BY name", str(period))
    )
