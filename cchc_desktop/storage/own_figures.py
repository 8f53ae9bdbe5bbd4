"""This office's own part of figures that are its own and its offices' together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from cchc_desktop.values.period import Period

_NOTHING = "{}"


def load_own_figures(db: Database, period: Period) -> dict[IndicatorCode, Answer]:
    """Return the office's own part of every figure of that report for which one is noted."""
    rows = fetch(db, "SELECT code, state, value FROM own_figure WHERE period = ?", str(period))
    return {IndicatorCode(code): Answer.of(state, value) for code, state, value in rows}


def save_own_figures(
    db: Database, period: Period, own: Mapping[IndicatorCode, Answer], origin: Origin
) -> frozenset[IndicatorCode]:
    """Note these own parts, blank ones too, and return the codes of those that really changed."""
    with writing(db):
        old = load_own_figures(db, period)
        changed = {code: answer for code, answer in own.items() if old.get(code) != answer}
        for code, answer in changed.items():
            db.table("own_figure").upsert(
                {"period": str(period), "code": code, **_columns(answer)}, pk=("period", "code")
            )
        rows = ((code, _said(old.get(code)), _said(answer)) for code, answer in changed.items())
        record(db, period, Subject.OWN_FIGURE, rows, origin)
    return frozenset(changed)


def own_figure_json(row: Mapping[str, Any]) -> str:
    """Return a row of the table as the journal has it; a spoilt one raises an error of its number or word."""
    return _said(Answer.of(row["state"], row["value"]))


def own_figure_columns(said: str) -> dict[str, Scalar]:
    """Return the row's columns of which the journal tells; `ValueError` where it tells of none."""
    return _columns(own_figure_from(said))


def own_figure_from(said: str) -> Answer:
    """Return the figure of which the journal tells; `ValueError` where it tells of none."""
    told = json.loads(said)
    if not isinstance(told, dict) or "state" not in told:
        raise ValueError(f"no own figure: {said}")
    return Answer.of(told["state"], told.get("value"))


def _columns(answer: Answer) -> dict[str, Scalar]:
    return {"state": answer.state, "value": None if answer.number is None else plain(answer.number)}


def _said(answer: Answer | None) -> str:
    if answer is None:
        return _NOTHING
    return compact({name: value for name, value in _columns(answer).items() if value is not None})
