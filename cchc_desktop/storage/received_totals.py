"""Received figures added up by SQL, exactly: whole millionths by the database, the rest one by one."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from cchc_desktop.rollup.tally import EXACTLY, Tally
from cchc_desktop.storage.received_content import PLACES
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.answer import NUMBER_STATE, Answer, State
from cchc_desktop.values.codes import IndicatorCode

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlite_utils import Database

_STATES: tuple[State, ...] = get_args(State)
_SUMS = """
    SELECT code, COUNT(millionths), COALESCE(SUM(millionths), 0),
        group_concat(CASE WHEN millionths IS NULL THEN state END)
    FROM received_cell WHERE package IN (SELECT value FROM json_each(?)) GROUP BY code
"""
"""Of every row what was added up, and the few states of the rest: grouping by the state too takes longer."""
_LARGE = """
    SELECT code, value FROM received_cell INDEXED BY cells_to_add_one_by_one
    WHERE state = 'number' AND millionths IS NULL AND package IN (SELECT value FROM json_each(?))
"""
_BY_VALUE = """
    SELECT code, value FROM received_cell
    WHERE package IN (SELECT value FROM json_each(?)) AND code IN (SELECT value FROM json_each(?))
    AND state = 'number'
"""
"""Counted here: to group them SQL would sort them first."""
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
    for code, added_up, millionths, others in fetch(db, _SUMS, wanted):
        states[code] = _counted(added_up, others or "")
        has_large |= states[code].get(NUMBER_STATE, 0) > added_up
        totals[code] = EXACTLY.scaleb(Decimal(millionths), -PLACES)
    for code, value in fetch(db, _LARGE, wanted) if has_large else ():
        totals[code] = EXACTLY.add(totals[code], Decimal(value))
    if by_value:
        for (code, value), count in Counter(fetch(db, _BY_VALUE, wanted, _listed(by_value))).items():
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
        found[package][IndicatorCode(code)] = Answer.of(state, value)
    return found


def _counted(added_up: int, others: str) -> dict[State, int]:
    """Return how often each state is there; no state's name is a part of another's."""
    counts = {state: others.count(state) for state in _STATES} if others else {}
    counts[NUMBER_STATE] = counts.get(NUMBER_STATE, 0) + added_up
    return {state: count for state, count in counts.items() if count}


def _listed(items: Collection[Any]) -> str:
    return json.dumps(list(items))
