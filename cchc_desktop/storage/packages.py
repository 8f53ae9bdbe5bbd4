"""Every exchange file that came and was stored, or that left, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, in_utc, record
from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from sqlite_utils import Database

_PACKAGES = (
    "SELECT id, direction, kind, office, period, sequence, content_hash, file_name, at, came, claimed,"
    " sender, outcome, reason, key FROM package"
)


class Direction(Enum):
    """Whether a package came or left."""

    IN = "in"
    OUT = "out"


class Outcome(Enum):
    """What became of a package. The value is the word on the command line."""

    ACCEPTED = "accepted"
    QUESTIONS = "questions"
    """Stored, and waiting for a person; nothing of it counts."""
    SET_ASIDE = "set aside"
    """A person decided that it does not count."""


@dataclass(frozen=True, slots=True)
class Package:
    """One exchange file, without its bytes."""

    direction: Direction
    kind: str
    """`report`, `request`, `return`, `receipt`, `contribution`; empty where the file did not say."""
    office: str
    """Id of the office below that sent or gets it; empty: the superior, or nobody in particular."""
    period: Period
    sequence: int
    """From 1; 0 where the file did not say."""
    content_hash: str
    """SHA-256: a report's content digest, else of the payload, else of the file."""
    file_name: str
    at: datetime
    """When it was stored, UTC."""
    came: datetime
    """When it was got, or sent; the mail's own date where there is one."""
    claimed: datetime | None = None
    """When its sender says to have sent it."""
    sender: str = ""
    outcome: Outcome = Outcome.ACCEPTED
    reason: str = ""
    """What is asked of a person, or why it was sent again."""
    key: bytes = b""
    id: int = 0


def add_package(db: Database, package: Package, content: bytes) -> Package:
    """Store the file and return the package with its id."""
    with writing(db):
        cursor = db.execute(
            "INSERT INTO package (direction, kind, office, period, sequence, content_hash, file_name,"
            " content, at, came, claimed, sender, outcome, reason, key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                package.direction.value,
                package.kind,
                package.office,
                str(package.period),
                package.sequence,
                package.content_hash,
                package.file_name,
                content,
                in_utc(package.at),
                in_utc(package.came),
                in_utc(package.claimed) if package.claimed else "",
                package.sender,
                package.outcome.value,
                package.reason,
                package.key,
            ),
        )
    return replace(package, id=cursor.lastrowid or 0)


def load_package(db: Database, number: int) -> Package:
    """Return the package of that id, or raise `RecordRefused`."""
    rows = fetch(db, f"{_PACKAGES} WHERE id = ?", str(number))
    if not rows:
        raise _unknown(number)
    return _package(*rows[0])


def list_packages(
    db: Database,
    direction: Direction | None = None,
    *,
    period: Period | None = None,
    office: str | None = None,
    kind: str | None = None,
    outcome: Outcome | None = None,
) -> tuple[Package, ...]:
    """Return the packages that are all that was asked for, the oldest first."""
    asked = {
        "direction": direction.value if direction else None,
        "period": str(period) if period else None,
        "office": office,
        "kind": kind,
        "outcome": outcome.value if outcome else None,
    }
    wanted = {column: value for column, value in asked.items() if value is not None}
    where = " AND ".join(f"{column} = ?" for column in wanted) or "1"
    rows = fetch(db, f"{_PACKAGES} WHERE {where} ORDER BY id", *wanted.values())
    return tuple(_package(*row) for row in rows)


def list_waiting(db: Database) -> tuple[Package, ...]:
    """Return every package that waits for a person, the oldest first."""
    return list_packages(db, Direction.IN, outcome=Outcome.QUESTIONS)


def same_file(db: Database, package: Package, content: bytes) -> Package | None:
    """Return the package of the same period and content that came as this very file, or None."""
    rows = fetch(
        db,
        "SELECT id FROM package WHERE period = ? AND direction = 'in' AND content_hash = ?",
        str(package.period),
        package.content_hash,
    )
    same = (number for (number,) in rows if content_of(db, number) == content)
    found = next(same, None)
    return load_package(db, found) if found else None


def content_of(db: Database, package: int) -> bytes:
    """Return the file of that package, byte for byte; raise `RecordRefused` where there is none."""
    rows = fetch(db, "SELECT content FROM package WHERE id = ?", str(package))
    if not rows:
        raise _unknown(package)
    return bytes(rows[0][0])


def _unknown(number: int) -> RecordRefused:
    return RecordRefused(
        f"Không có tệp nào mang số {number} trong danh sách đã nhận và đã gửi. Hãy xem lại số của tệp."
    )


def update_package(db: Database, package: Package, origin: Origin) -> frozenset[str]:
    """Keep what a person decided of a stored package: whose it is, when it came, what becomes of it.

    Returns the fields that really changed; the file itself never does.
    """
    old = load_package(db, package.id)
    fields = {
        "office": (old.office, package.office),
        "period": (str(old.period), str(package.period)),
        "came": (in_utc(old.came), in_utc(package.came)),
        "outcome": (old.outcome.value, package.outcome.value),
    }
    changes = {name: pair for name, pair in fields.items() if pair[0] != pair[1]}
    with writing(db):
        for name, (before, after) in changes.items():
            db.table("package").update(package.id, {name: after})
            change = (f"{package.id}.{name}", compact(before), compact(after))
            record(db, package.period, Subject.PACKAGE, [change], origin)
    return frozenset(changes)


def _package(number: int, direction: str, kind: str, office: str, period: str, *rest: Any) -> Package:
    sequence, content_hash, file_name, at, came, claimed, sender, outcome, reason, key = rest
    return Package(
        id=number,
        direction=Direction(direction),
        kind=kind,
        office=office,
        period=Period.read(period),
        sequence=sequence,
        content_hash=content_hash,
        file_name=file_name,
        at=datetime.fromisoformat(at),
        came=datetime.fromisoformat(came),
        claimed=datetime.fromisoformat(claimed) if claimed else None,
        sender=sender,
        outcome=Outcome(outcome),
        reason=reason,
        key=bytes(key),
    )
