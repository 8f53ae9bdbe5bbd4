"""The answers of a report: every cell durable, every change in the journal, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.storage.cells import columns_of, entry_from, entry_json
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlite_utils import Database

    from cchc_desktop.values.source import Source


def load_entries(db: Database, period: Period) -> dict[IndicatorCode, Entry]:
    """Return what stands in the report's cells; a cell in which nothing stands is missing."""
    rows = fetch(
        db, "SELECT code, state, value, said, reason, note FROM answer WHERE period = ?", str(period)
    )
    return {IndicatorCode(code): entry_from(*columns) for code, *columns in rows}


def load_all_entries(db: Database) -> dict[Period, dict[IndicatorCode, Entry]]:
    """Return, for every report in which something is answered, what `load_entries` does."""
    found: dict[str, dict[IndicatorCode, Entry]] = {}
    rows = fetch(db, "SELECT period, code, state, value, said, reason, note FROM answer")
    for period, code, *columns in rows:
        found.setdefault(period, {})[IndicatorCode(code)] = entry_from(*columns)
    return {Period.read(period): entries for period, entries in found.items()}


def save_entries(
    db: Database,
    period: Period,
    new: Mapping[IndicatorCode, Entry],
    *,
    who: str,
    source: Source,
    now: datetime,
    reason: str = "",
) -> frozenset[IndicatorCode]:
    """Put the entries into their cells and return the codes of those that really changed.

    All are on the disk, with their rows in the journal, when this returns; or, where it raises, none. An
    empty entry empties its cell.
    """
    with writing(db):
        old = {code: _entry(db, period, code) for code in new}
        changed = {code: entry for code, entry in new.items() if entry != old[code]}
        for code, entry in changed.items():
            _put(db, period, code, entry)
        rows = ((code, entry_json(old[code]), entry_json(entry)) for code, entry in changed.items())
        record(db, period, Subject.ANSWER, rows, Origin(who, now, source, reason))
    return frozenset(changed)


def _entry(db: Database, period: Period, code: IndicatorCode) -> Entry:
    row = db.execute(
        "SELECT state, value, said, reason, note FROM answer WHERE period = ? AND code = ?",
        (str(period), code),
    ).fetchone()
    return entry_from(*row) if row else EMPTY


def _put(db: Database, period: Period, code: IndicatorCode, entry: Entry) -> None:
    if entry == EMPTY:
        db.execute("DELETE FROM answer WHERE period = ? AND code = ?", (str(period), code))
    else:
        db.execute(
            "INSERT OR REPLACE INTO answer (period, code, state, value, said, reason, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (str(period), code, *columns_of(entry)),
        )
