"""Findings that stand, with the reason a person gave (giải trình)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlite_utils import Database


def load_kept(db: Database, period: Period) -> dict[str, str]:
    """Return the reason of every finding that was kept, by the finding's code: `R9-PL2.4`."""
    return dict(fetch(db, "SELECT finding, reason FROM kept_finding WHERE period = ?", str(period)))


def load_all_kept(db: Database) -> dict[Period, dict[str, str]]:
    """Return, for every report with kept findings, what `load_kept` does."""
    found: dict[Period, dict[str, str]] = {}
    for period, finding, reason in fetch(db, "SELECT period, finding, reason FROM kept_finding"):
        found.setdefault(Period.read(period), {})[finding] = reason
    return found


def save_kept(
    db: Database, period: Period, reasons: Mapping[str, str], *, who: str, now: datetime
) -> frozenset[str]:
    """Keep these findings for these reasons and return those that really changed.

    An empty reason takes its finding's away.
    """
    with writing(db):
        old = load_kept(db, period)
        changed = {finding: reason for finding, reason in reasons.items() if old.get(finding, "") != reason}
        for finding, reason in changed.items():
            if reason:
                db.execute(
                    "INSERT OR REPLACE INTO kept_finding (period, finding, reason) VALUES (?, ?, ?)",
                    (str(period), finding, reason),
                )
            else:
                db.execute(
                    "DELETE FROM kept_finding WHERE period = ? AND finding = ?", (str(period), finding)
                )
        rows = (
            (finding, compact(old.get(finding, "")), compact(reason)) for finding, reason in changed.items()
        )
        record(db, period, Subject.KEPT_FINDING, rows, Origin(who, now))
    return frozenset(changed)
