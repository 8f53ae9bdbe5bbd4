"""Who changed what, when and from where: rows that are only ever added.

Every module that keeps something people decide writes here in the same transaction, so replaying the
journal of a thing gives the state it is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from cchc_desktop.storage.cells import Scalar, compact, entry_from_json
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from cchc_desktop.form.entry import Entry


class Subject(Enum):
    """What kind of thing changed."""

    ANSWER = "answer"
    """Key: the row's code."""
    PROSE = "prose"
    """Key: the section."""
    PROSE_MARK = "prose-mark"
    """Key: the section."""
    REPORT = "report"
    """Key: the field of the report's head."""
    COVER = "cover"
    """Key: the field of the report's cover."""
    OUTLINE = "outline"
    """Key: the period."""
    KEPT_FINDING = "kept-finding"
    """Key: the finding's code."""
    ANNEX = "annex"
    """Key: of a further appendix. Values: its title, its text, the digests of its photos; `{}` for none."""
    PROFILE = "profile"
    """Key: the field of the profile."""
    SETTING = "setting"
    """Key: the setting's name."""
    REGISTER_ENTRY = "register-entry"
    """Key: the entry's id; of the whole office. Values: its register and its columns, `{}` for none."""
    OFFICE_BELOW = "office-below"
    """Key: the id of the office that reports here; `{}` for none."""
    SPECIAL_CASE = "special-case"
    """Key: the id of the office; period: the one it is agreed for. `{}` for none."""
    OWN_FIGURE = "own-figure"
    """Key: the row's code; what of a total is this office's own. `{}` for none."""
    KNOWN_KEY = "known-key"
    """Key: the office's code or name; values in hexadecimal."""
    RECEIVED = "received"
    """Key: the id of the office below; values: the stage of what it reported."""
    PACKAGE = "package"
    """Key: the package's id; values: when it came, or what was decided of it."""
    FILE = "file"
    """What happened to the office file as a whole. Key: `restored`, with the backup's name."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who makes a change, when, by which road, and why."""

    who: str
    now: datetime
    """Aware of its time zone."""
    source: Source = Source.TYPED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the journal."""

    at: datetime
    """UTC, whole seconds."""
    who: str
    period: Period | None
    """The report, or None for what belongs to the whole office."""
    subject: Subject
    key: str
    old: str
    """JSON, as is `new`."""
    new: str
    source: Source
    reason: str

    @property
    def old_entry(self) -> Entry:
        """What stood in the cell before, where the subject is an answer."""
        return entry_from_json(self.old)

    @property
    def new_entry(self) -> Entry:
        """What stands in the cell from then on, where the subject is an answer."""
        return entry_from_json(self.new)


def record(
    db: Database,
    period: Period | None,
    subject: Subject,
    changes: Iterable[tuple[str, str, str]],
    origin: Origin,
) -> None:
    """Add one row for each (key, old JSON, new JSON), in the transaction of the change itself."""
    at = in_utc(origin.now)
    for key, old, new in changes:
        db.execute(
            "INSERT INTO journal (at, who, period, subject, key, old, new, source, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                at,
                origin.who,
                _written(period),
                subject.value,
                key,
                old,
                new,
                origin.source.value,
                origin.reason,
            ),
        )


def differences(old: Mapping[str, Scalar], new: Mapping[str, Scalar]) -> list[tuple[str, str, str]]:
    """Return, for `record`, every field whose value is another than before; a missing field is null."""
    return [
        (field, compact(old.get(field)), compact(value))
        for field, value in new.items()
        if old.get(field) != value
    ]


def history(
    db: Database, period: Period | None, key: str, subject: Subject = Subject.ANSWER
) -> tuple[Change, ...]:
    """Return every change of one thing, the oldest first."""
    rows = fetch(
        db,
        "SELECT at, who, old, new, source, reason FROM journal"
        " WHERE period = ? AND key = ? AND subject = ? ORDER BY id",
        _written(period),
        key,
        subject.value,
    )
    return tuple(
        Change(datetime.fromisoformat(at), who, period, subject, key, old, new, Source(source), reason)
        for at, who, old, new, source, reason in rows
    )


def every_change(db: Database, period: Period | None = None) -> tuple[Change, ...]:
    """Return every change of the office file, the oldest first; `period`: only those of that report."""
    rows = fetch(
        db,
        "SELECT at, who, period, subject, key, old, new, source, reason FROM journal"
        " WHERE ? IN ('', period) ORDER BY id",
        _written(period),
    )
    return tuple(
        Change(
            at=datetime.fromisoformat(at),
            who=who,
            period=Period.read(of) if of else None,
            subject=Subject(subject),
            key=key,
            old=old,
            new=new,
            source=Source(source),
            reason=reason,
        )
        for at, who, of, subject, key, old, new, source, reason in rows
    )


def last_sources(db: Database, period: Period) -> dict[str, Source]:
    """Return by which road each cell of the report last changed, by its code."""
    rows = fetch(
        db,
        "SELECT key, source FROM journal WHERE id IN ("
        " SELECT MAX(id) FROM journal WHERE period = ? AND subject = 'answer' GROUP BY key)",
        str(period),
    )
    return {key: Source(source) for key, source in rows}


def last_changes(db: Database) -> dict[Period, datetime]:
    """Return, for every report, the moment of its last change (UTC)."""
    rows = fetch(
        db,
        "SELECT period, at FROM journal WHERE id IN ("
        " SELECT MAX(id) FROM journal WHERE period <> '' GROUP BY period)",
    )
    return {Period.read(period): datetime.fromisoformat(at) for period, at in rows}


def in_utc(moment: datetime) -> str:
    """Return the moment as the file writes it: ISO 8601, UTC, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _written(period: Period | None) -> str:
    return "" if period is None else str(period)
