"""The offices that report to this one, every change of them in the journal."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.refusals import speaking_errors
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.template.model import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

_COLUMNS = (
    "SELECT id, code, name, level, grouping, parent, contact, phone, email, address, first, last, replaces "
    "FROM office_below"
)
_EVERY = f"{_COLUMNS} ORDER BY id"
_ONE = f"{_COLUMNS} WHERE id = ?"
_NOTHING = "{}"


def load_offices(db: Database) -> tuple[OfficeBelow, ...]:
    """Return every office on the list, those that are gone included."""
    with speaking_errors(db):
        return tuple(_office(row["id"], row) for row in db.query(_EVERY))


def _load(db: Database, office_id: str) -> OfficeBelow | None:
    row = next(iter(db.query(_ONE, (office_id,))), None)
    return _office(office_id, row) if row else None


def has_reported(db: Database, office: str) -> bool:
    """Whether anything hangs on the office that must not lose it: packages, or an exception."""
    (found,) = fetch(
        db,
        "SELECT EXISTS (SELECT 1 FROM package WHERE office = ?) OR EXISTS "
        "(SELECT 1 FROM special_case WHERE office = ?)",
        office,
        office,
    )[0]
    return bool(found)


def save_offices(db: Database, offices: Mapping[str, OfficeBelow | None], origin: Origin) -> frozenset[str]:
    """Put the offices in their places by id, None taking one away; return the ids that really changed.

    All are on the disk, with their rows in the journal, when this returns; or, where it raises, none.
    """
    with writing(db):
        changes = []
        for office_id, new in offices.items():
            if new == (old := _load(db, office_id)):
                continue
            changes.append((office_id, _said(old), _said(new)))
            if new is None:
                db.execute("DELETE FROM office_below WHERE id = ?", (office_id,))
            else:
                db.table("office_below").upsert({"id": office_id, **_columns(new)}, pk="id")
        record(db, None, Subject.OFFICE_BELOW, changes, origin)
    return frozenset(office_id for office_id, _, _ in changes)


def add_office(db: Database, office: OfficeBelow, origin: Origin) -> None:
    """Put an office on the list under an id that was never given, without looking at the others."""
    with writing(db):
        db.table("office_below").insert({"id": office.id, **_columns(office)})
        record(db, None, Subject.OFFICE_BELOW, [(office.id, _NOTHING, _said(office))], origin)


def office_json(row: Mapping[str, Any]) -> str:
    """Return a row of the table as the journal has it; one that tells of no office raises `ValueError`."""
    return _said(_office("", row))


def office_columns(said: str) -> dict[str, Scalar]:
    """Return the row's columns of which the journal tells."""
    told = json.loads(said)
    if not isinstance(told, dict) or not told:
        raise ValueError(f"no office: {said}")
    return _columns(_office("", told))


def _office(office_id: str, row: Mapping[str, Any]) -> OfficeBelow:
    first, last = (date.fromisoformat(row[day]) if row.get(day) else None for day in ("first", "last"))
    return OfficeBelow(
        id=office_id,
        code=row.get("code", ""),
        name=row.get("name", ""),
        level=Level(row["level"]),
        group=row.get("grouping", ""),
        parent=row.get("parent", ""),
        contact=row.get("contact", ""),
        phone=row.get("phone", ""),
        email=row.get("email", ""),
        address=row.get("address", ""),
        first=first,
        last=last,
        replaces=tuple(json.loads(row.get("replaces", "[]"))),
    )


def _columns(office: OfficeBelow) -> dict[str, Scalar]:
    return {
        "code": office.code,
        "name": office.name,
        "level": office.level.value,
        "grouping": office.group,
        "parent": office.parent,
        "contact": office.contact,
        "phone": office.phone,
        "email": office.email,
        "address": office.address,
        "first": office.first.isoformat() if office.first else None,
        "last": office.last.isoformat() if office.last else None,
        "replaces": compact(office.replaces),
    }


def _said(office: OfficeBelow | None) -> str:
    """The office as JSON; what is empty is left out, and no office is `{}`."""
    if office is None:
        return _NOTHING
    return compact({name: value for name, value in _columns(office).items() if value not in ("", None, "[]")})
