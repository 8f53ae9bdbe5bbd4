"""The prose of a report, by section of its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.narrative.state import SectionState
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.text_steps import text_step
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

    from cchc_desktop.values.period import Period
    from cchc_desktop.values.source import Source


_MARKS = (SectionState.CARRIED_OVER, SectionState.DONE)
"""The states that are kept; the others are told by the text."""


def load_prose(db: Database, period: Period) -> dict[str, str]:
    """Return the text of every section that has one."""
    return dict(fetch(db, "SELECT section, text FROM prose WHERE period = ?", str(period)))


def load_states(db: Database, period: Period) -> dict[str, SectionState]:
    """Return the state of every section that is not empty."""
    marks = fetch(db, "SELECT section, mark FROM prose_mark WHERE period = ?", str(period))
    edited = dict.fromkeys(load_prose(db, period), SectionState.EDITED)
    return edited | {section: SectionState(mark) for section, mark in marks}


def save_prose(
    db: Database,
    period: Period,
    section: str,
    text: str,
    *,
    who: str,
    source: Source,
    now: datetime,
    state: SectionState = SectionState.EDITED,
) -> bool:
    """Make this the section's text, none if it is empty, and say whether that changed anything.

    A text that changed is in the given state from then on.
    """
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
        origin = Origin(who, now, source)
        record(db, period, Subject.PROSE, [(section, *text_step(old, text))], origin)
        _mark(db, period, section, state, origin)
    return True


def save_state(
    db: Database, period: Period, section: str, state: SectionState, *, who: str, now: datetime
) -> bool:
    """Put the section into a state and say whether that changed anything; its text stays."""
    with writing(db):
        return _mark(db, period, section, state, Origin(who, now))


def _mark(db: Database, period: Period, section: str, state: SectionState, origin: Origin) -> bool:
    where = (str(period), section)
    stored = fetch(db, "SELECT mark FROM prose_mark WHERE period = ? AND section = ?", *where)
    old, new = stored[0][0] if stored else "", state.value if state in _MARKS else ""
    if old == new:
        return False
    if new:
        db.execute(
            "INSERT OR REPLACE INTO prose_mark (period, section, mark) VALUES (?, ?, ?)", (*where, new)
        )
    else:
        db.execute("DELETE FROM prose_mark WHERE period = ? AND section = ?", where)
    record(db, period, Subject.PROSE_MARK, [(section, compact(old), compact(new))], origin)
    return True
