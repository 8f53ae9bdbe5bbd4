"""What the offices below reported: which package counts for each, and its answers as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from cchc_desktop.form.review import Review
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, in_utc, record
from cchc_desktop.storage.received_content import save_received_content
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from cchc_desktop.storage.packages import Package


CellRow: TypeAlias = tuple[str, str, str | None]
"""Key, state, and the number in plain writing; a cell that says nothing is no row."""
_REPORTS = "SELECT office, period, package, stage, since, who FROM received_report"


@dataclass(frozen=True, slots=True)
class ReceivedReport:
    """The report of one office that counts now."""

    office: str
    period: Period
    package: int
    """Id of the package it came in."""
    stage: Review
    since: datetime
    """UTC."""
    who: str


@dataclass(frozen=True, slots=True)
class DecidedCell:
    """What a person took where a file did not speak for itself."""

    code: str
    choice: str
    """`payload`, `sheet`, or the answer that was given: a state, or a number in plain writing."""
    who: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ReceivedContent:
    """What a received report says, as far as SQL has to do with it."""

    form_set: tuple[str, str]
    """Id and version."""
    answered: int
    required: int
    cells: tuple[CellRow, ...]
    kept: Mapping[str, str]
    """The reason of each finding that the office kept, by the finding's code."""


def let_count(db: Database, package: Package, said: ReceivedContent, origin: Origin) -> None:
    """Let a stored package, of which nothing is written yet, be what its office reports from now on.

    Another package that counted until then stays readable.
    """
    received = ReceivedReport(
        package.office, package.period, package.id, Review.RECEIVED, origin.now, origin.who
    )
    with writing(db):
        save_received_content(
            db, package.id, said.form_set, (said.answered, said.required), said.cells, said.kept
        )
        _put(db, received, origin)


def load_received(
    db: Database, period: Period | None = None, office: str | None = None
) -> tuple[ReceivedReport, ...]:
    """Return which report counts for every office, of all periods or of one."""
    wanted = {"period": str(period) if period else None, "office": office}
    asked = {column: value for column, value in wanted.items() if value is not None}
    where = " AND ".join(f"{column} = ?" for column in asked) or "1"
    rows = fetch(
        db,
        f"{_REPORTS} WHERE {where}",
        *asked.values(),
    )
    return tuple(
        ReceivedReport(
            office, Period.read(period), package, Review(stage), datetime.fromisoformat(since), who
        )
        for office, period, package, stage, since, who in rows
    )


def save_review(db: Database, received: ReceivedReport, origin: Origin) -> None:
    """Put a received report into another stage."""
    with writing(db):
        _put(db, received, origin)


def load_answers(db: Database, package: int) -> dict[IndicatorCode, Answer]:
    """Return what a package answers, where it is or was what its office reports; no blank ones."""
    rows = fetch(db, "SELECT code, state, value FROM received_cell WHERE package = ?", str(package))
    return {IndicatorCode(code): Answer.of(state, value) for code, state, value in rows}


def form_set_of(db: Database, package: int) -> tuple[str, str] | None:
    """Return id and version of the form set whose rows a stored report has; None where it never counted."""
    rows = fetch(db, "SELECT set_id, set_version FROM received_content WHERE package = ?", str(package))
    return rows[0] if rows else None


def save_decisions(db: Database, package: int, decisions: Iterable[DecidedCell]) -> None:
    """Keep what was taken in these cells of a package, in place of what was decided before."""
    with writing(db):
        db.conn.executemany(
            "INSERT OR REPLACE INTO decided_cell (package, code, choice, who, at, reason)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            ((package, each.code, each.choice, each.who, in_utc(each.at), each.reason) for each in decisions),
        )


def load_decisions(db: Database, package: int) -> tuple[DecidedCell, ...]:
    """Return what was decided of a package's cells, by code."""
    rows = fetch(
        db,
        "SELECT code, choice, who, at, reason FROM decided_cell WHERE package = ? ORDER BY code",
        str(package),
    )
    return tuple(
        DecidedCell(code, choice, who, datetime.fromisoformat(at), reason)
        for code, choice, who, at, reason in rows
    )


def _put(db: Database, received: ReceivedReport, origin: Origin) -> None:
    where = (received.office, str(received.period))
    old = db.execute(
        "SELECT package, stage FROM received_report WHERE office = ? AND period = ?", where
    ).fetchone()
    db.execute(
        "INSERT OR REPLACE INTO received_report (office, period, package, stage, since, who)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (*where, received.package, received.stage.value, in_utc(received.since), received.who),
    )
    change = (
        received.office,
        _said(*old) if old else compact(None),
        _said(received.package, received.stage.value),
    )
    record(db, received.period, Subject.RECEIVED, [change], origin)


def _said(package: int, stage: str) -> str:
    return compact({"package": package, "stage": stage})
