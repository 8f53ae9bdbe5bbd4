"""Exceptions per office and period, every change of them in the journal."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

_NOTHING = "{}"


def load_special_cases(db: Database) -> dict[tuple[str, Period], SpecialCase]:
    """Return every exception by office and period."""
    rows = fetch(db, "SELECT office, period, excused, deadline, reason FROM special_case")
    cases = (_case(office, Period.read(period), *columns) for office, period, *columns in rows)
    return {(case.office, case.period): case for case in cases}


def save_special_case(db: Database, case: SpecialCase, origin: Origin) -> bool:
    """Put the exception in its place, an empty one taking it away; return whether anything changed."""
    with writing(db):
        old = load_special_cases(db).get((case.office, case.period))
        said = (_said(old), _said(case))
        if said[0] == said[1]:
            return False
        db.execute(
            "DELETE FROM special_case WHERE office = ? AND period = ?", (case.office, str(case.period))
        )
        if case:
            db.table("special_case").insert(
                {"office": case.office, "period": str(case.period), **_columns(case)}
            )
        record(db, case.period, Subject.SPECIAL_CASE, [(case.office, *said)], origin)
    return True


def special_case_json(row: Mapping[str, Any]) -> str:
    """Return a row of the table as the journal has it; a spoilt day raises `ValueError`."""
    return _said(_case("", Period.read(row["period"]), row["excused"], row["deadline"], row["reason"]))


def special_case_columns(said: str) -> dict[str, Scalar]:
    """Return the row's columns of which the journal tells; `ValueError` where it tells of none."""
    told = json.loads(said)
    if not isinstance(told, dict) or not told:
        raise ValueError(f"no exception: {said}")
    return {
        "excused": told.get("excused", 0),
        "deadline": told.get("deadline"),
        "reason": told.get("reason", ""),
    }


def _case(office: str, period: Period, excused: int, deadline: str | None, reason: str) -> SpecialCase:
    day = date.fromisoformat(deadline) if deadline else None
    return SpecialCase(office, period, bool(excused), day, reason)


def _columns(case: SpecialCase) -> dict[str, Scalar]:
    return {
        "excused": int(case.is_excused),
        "deadline": case.deadline.isoformat() if case.deadline else None,
        "reason": case.reason,
    }


def _said(case: SpecialCase | None) -> str:
    if not case:
        return _NOTHING
    return compact({name: value for name, value in _columns(case).items() if value})
