"""The office's profile: one row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, differences, record
from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.template.model import Level

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database


def load_profile(db: Database) -> Profile:
    """Return who the office is; raise `RecordRefused` while nobody has said so."""
    if profile := _stored(db):
        return profile
    raise RecordRefused("Tệp cơ quan này chưa có thông tin cơ quan. Hãy khai tên và cấp của cơ quan trước.")


def save_profile(db: Database, profile: Profile, *, who: str, now: datetime) -> frozenset[str]:
    """Make this the office's profile and return the names of the columns that really changed."""
    columns = _columns(profile)
    with writing(db):
        stored = _stored(db)
        changes = differences(_columns(stored) if stored else {}, columns)
        if changes:
            db.table("profile").upsert({"id": 1, **columns}, pk="id")
            record(db, None, Subject.PROFILE, changes, Origin(who, now))
    return frozenset(field for field, _, _ in changes)


def _stored(db: Database) -> Profile | None:
    rows = fetch(
        db,
        "SELECT name, level, code, superior_name, superior_code, superior_email, on_behalf_of, place, "
        "notation, signing, signer, recipients, prepared_by, is_sample FROM profile",
    )
    if not rows:
        return None
    name, level, code, *rest = rows[0]
    *superior, on_behalf_of, place, notation, signing, signer, recipients, prepared_by, is_sample = rest
    return Profile(
        name=name,
        level=Level(level),
        code=code,
        superior=Superior(*superior),
        on_behalf_of=on_behalf_of,
        place=place,
        notation=notation,
        signing=tuple(json.loads(signing)),
        signer=signer,
        recipients=tuple(json.loads(recipients)),
        prepared_by=prepared_by,
        is_sample=bool(is_sample),
    )


def _columns(profile: Profile) -> dict[str, Scalar]:
    return {
        "name": profile.name,
        "level": profile.level.value,
        "code": profile.code,
        "superior_name": profile.superior.name,
        "superior_code": profile.superior.code,
        "superior_email": profile.superior.email,
        "on_behalf_of": profile.on_behalf_of,
        "place": profile.place,
        "notation": profile.notation,
        "signing": compact(profile.signing),
        "signer": profile.signer,
        "recipients": compact(profile.recipients),
        "prepared_by": profile.prepared_by,
        "is_sample": int(profile.is_sample),
    }
