"""Where every received report stands, read at one go."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cchc_desktop.form.form import Completeness
from cchc_desktop.form.review import Review
from cchc_desktop.rollup.standing import LateBy, Received
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST_CAME = {
    LateBy.CAME: "MIN(came)",
    LateBy.STORED: "MIN(at)",
    LateBy.CLAIMED: "MIN(CASE claimed WHEN '' THEN came ELSE claimed END)",
}
_STANDINGS = """
    SELECT r.office, r.period, r.package, r.stage, r.since, r.who, p.sequence, f.first, p.claimed, f.times,
        COALESCE(c.set_id, ''), COALESCE(c.set_version, ''), COALESCE(c.answered, 0), COALESCE(c.required, 0),
        (SELECT COUNT(*) FROM received_kept k WHERE k.package = r.package)
    FROM received_report r
    JOIN package p ON p.id = r.package
    JOIN (
        SELECT office, period, {first} AS first, COUNT(*) AS times FROM package
        WHERE {of_packages} AND direction = 'in' AND kind = 'report' AND outcome = 'accepted'
        GROUP BY office, period
    ) f ON f.office = r.office AND f.period = r.period
    LEFT JOIN received_content c ON c.package = r.package
    WHERE {of_reports}
"""
_OF_ALL = {"{of_packages}": "1", "{of_reports}": "1"}
_STAGES = {stage.value: stage for stage in Review}
_COUNTRY = 4096
"""More than there are communes."""
_period = lru_cache(_COUNTRY)(Period.read)
_moment = lru_cache(_COUNTRY)(datetime.fromisoformat)
_completeness = lru_cache(_COUNTRY)(Completeness)
"""Of thousands of reports many came together and are as complete as others."""
_QUESTIONS = """
    SELECT DISTINCT office, period FROM package
    WHERE direction = 'in' AND kind = 'report' AND outcome = 'questions' AND office <> ''
"""


def load_standings(
    db: Database, late_by: LateBy = LateBy.CAME, period: Period | None = None
) -> dict[tuple[str, Period], Received]:
    """Return, by office and period, the report that counts and when the first of them came; of one period
    if it is named.
    """
    which = {"{of_packages}": "period = ?", "{of_reports}": "r.period = ?"} if period else _OF_ALL
    asked = _STANDINGS.replace("{first}", _FIRST_CAME[late_by])
    for place, condition in which.items():
        asked = asked.replace(place, condition)
    rows = fetch(db, asked, *([str(period)] * 2 if period else ()))
    received = (_received(*row) for row in rows)
    return {(each.office, each.period): each for each in received}


def load_questions(db: Database) -> frozenset[tuple[str, Period]]:
    """Return office and period of every report on which a person has yet to decide."""
    return frozenset((office, Period.read(period)) for office, period in fetch(db, _QUESTIONS))


@lru_cache(_COUNTRY)
def _received(office: str, period: str, package: int, stage: str, *rest: Any) -> Received:
    """Return what a row says; asked again after one correction, all other rows say what they said."""
    since, who, sequence, came, claimed, times, set_id, set_version, answered, required, kept = rest
    return Received(
        office=office,
        period=_period(period),
        package=package,
        stage=_STAGES[stage],
        since=_moment(since),
        who=who,
        sequence=sequence,
        came=_moment(came),
        claimed=_moment(claimed) if claimed else None,
        times=times,
        form_set=(set_id, set_version),
        completeness=_completeness(answered, required),
        kept=kept,
    )
