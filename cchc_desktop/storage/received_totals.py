"""Received figures added up by SQL, exactly: whole millionths by the database, the rest one by one."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cchc_desktop.rollup.tally import EXACTLY, Tally
from cchc_desktop.storage.received_content import PLACES
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.answer import NUMBER_STATE, Absence, Answer
from cchc_desktop.values.codes import IndicatorCode

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlite_utils import Database

    from cchc_desktop.values.answer import State

_SUMS = """
    SELECT code, state, COUNT(*), COUNT(millionths), COALESCE(SUM(millionths), 0) FROM received_cell
    WHERE package IN (SELECT value FROM json_each(?)) GROUP BY code, state
"""
_LARGE = """
    SELECT code, value FROM received_cell INDEXED BY cells_to_add_one_by_one
    WHERE state = 'number' AND millionths IS NULL AND package IN (SELECT value FROM json_each(?))
"""
_BY_VALUE = """
    SELECT code, value, COUNT(*) FROM received_cell
    WHERE package IN (SELECT value FROM json_each(?)) AND code IN (SELECT value FROM json_each(?))
    AND state = 'number' GROUP BY code, value
"""
_CELLS = """
    SELECT package, code, state, value FROM received_cell
    WHERE package IN (SELECT value FROM json_each(?)) AND code IN (SELECT value FROM json_each(?))
"""


def load_tallies(
    db: Database, packages: Collection[int], by_value: Collection[IndicatorCode] = ()
) -> dict[IndicatorCode, Tally]:
    """Return the tally of every row over these packages; single values of the rows named `by_value`."""
    wanted = _listed(packages)
    totals: dict[str, Decimal] = {}
    states: dict[str, dict[State, int]] = {}
    values: dict[str, dict[Decimal, int]] = {}
    has_large = False
    for code, state, count, added_up, millionths in fetch(db, _SUMS, wanted):
        has_large |= state == NUMBER_STATE and added_up < count
        states.setdefault(code, {})[state] = count
        added = EXACTLY.scaleb(Decimal(millionths), -PLACES)
        totals[code] = EXACTLY.add(totals.get(code, Decimal()), added)
    for code, value in fetch(db, _LARGE, wanted) if has_large else ():
        totals[code] = EXACTLY.add(totals[code], Decimal(value))
    if by_value:
        for code, value, count in fetch(db, _BY_VALUE, wanted, _listed(by_value)):
            values.setdefault(code, {})[Decimal(value)] = count
    return {
        IndicatorCode(code): Tally(totals[code], found, values.get(code, {}))
        for code, found in states.items()
    }


def load_received_cells(
    db: Database, packages: Collection[int], codes: Collection[IndicatorCode]
) -> dict[int, dict[IndicatorCode, Answer]]:
    """Return what each of these packages says in these rows; a row its form set lacks is missing."""
    found: dict[int, dict[IndicatorCode, Answer]] = {package: {} for package in packages}
    for package, code, state, value in fetch(db, _CELLS, _listed(packages), _listed(codes)):
        found[package][IndicatorCode(code)] = _answer(state, value)
    return found


def _answer(state: str, value: str | None) -> Answer:
    return Answer(Absence(state) if value is None else Decimal(value))


def _listed(items: Collection[Any]) -> str:
    return json.dumps(list(items))
