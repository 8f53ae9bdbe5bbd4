"""How each report's outline differs from its form set's, as the office arranged it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cchc_desktop.narrative.arranging import Arrangement, Part
from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from sqlite_utils import Database

    from cchc_desktop.values.period import Period


def load_arrangement(db: Database, period: Period) -> Arrangement:
    """Return how the period's outline is arranged; empty where it is as in the set."""
    stored = _stored(db, period)
    return tuple(_part(said) for said in json.loads(stored)) if stored else ()


def save_arrangement(db: Database, period: Period, arrangement: Arrangement, origin: Origin) -> bool:
    """Make this the period's arrangement and say whether that changed anything."""
    parts = [compact(_columns(part)) for part in arrangement]
    written = f"[{','.join(parts)}]" if parts else ""
    with writing(db):
        old = _stored(db, period)
        if written == old:
            return False
        if written:
            db.execute("INSERT OR REPLACE INTO outline (period, parts) VALUES (?, ?)", (str(period), written))
        else:
            db.execute("DELETE FROM outline WHERE period = ?", (str(period),))
        record(db, period, Subject.OUTLINE, [(str(period), compact(old), compact(written))], origin)
    return True


def _stored(db: Database, period: Period) -> str:
    rows = fetch(db, "SELECT parts FROM outline WHERE period = ?", str(period))
    return str(rows[0][0]) if rows else ""


def _columns(part: Part) -> dict[str, Scalar]:
    """What is said of a section; what is usual is left out."""
    said: dict[str, Scalar] = {
        "id": part.id,
        "heading": part.heading,
        "level": part.level,
        "hidden": int(part.is_hidden),
    }
    return {name: value for name, value in said.items() if value}


def _part(said: dict[str, Any]) -> Part:
    """The part of which the columns tell; `KeyError` where it has no id."""
    return Part(said["id"], said.get("heading", ""), said.get("level", 0), bool(said.get("hidden")))
