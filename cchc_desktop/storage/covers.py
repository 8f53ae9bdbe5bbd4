"""What the covers of the reports say, as somebody settled it; number and date stand in the report's head."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cchc_desktop.form.cover import Cover
from cchc_desktop.storage.cells import Scalar, compact
from cchc_desktop.storage.journal import Origin, Subject, differences, record
from cchc_desktop.storage.transactions import fetch, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

    from cchc_desktop.values.period import Period


def load_cover(db: Database, period: Period) -> Cover | None:
    """Return the period's cover, without number and date, or None where nobody has settled it."""
    rows = fetch(
        db,
        "SELECT place, signing, signer, addressees, recipients FROM cover WHERE period = ?",
        str(period),
    )
    return _cover(*rows[0]) if rows else None


def save_cover(db: Database, period: Period, cover: Cover, *, who: str, now: datetime) -> frozenset[str]:
    """Make this the period's cover and return the names of the fields that really changed.

    Number and date are not written.
    """
    columns = _columns(cover)
    with writing(db):
        stored = load_cover(db, period)
        changes = differences(_columns(stored) if stored else {}, columns)
        if changes:
            db.table("cover").upsert({"period": str(period), **columns}, pk="period")
            record(db, period, Subject.COVER, changes, Origin(who, now))
    return frozenset(field for field, _, _ in changes)


def latest_cover(db: Database) -> Cover | None:
    """Return the cover that was settled last, without number and date.

    None where there is none, or where the profile has changed since in what covers take from it: whoever
    corrects the profile means the reports to come.
    """
    rows = fetch(
        db,
        "SELECT place, signing, signer, addressees, recipients FROM cover JOIN ("
        " SELECT period AS settled, MAX(id) AS id FROM journal WHERE subject = 'cover' GROUP BY period"
        ") ON settled = cover.period WHERE id > ("
        " SELECT COALESCE(MAX(id), 0) FROM journal WHERE period = '' AND subject = 'profile'"
        " AND key IN ('place', 'signing', 'signer', 'recipients')"
        ") ORDER BY id DESC LIMIT 1",
    )
    return _cover(*rows[0]) if rows else None


def _columns(cover: Cover) -> dict[str, Scalar]:
    return {
        "place": cover.place,
        "signing": compact(cover.signing),
        "signer": cover.signer,
        "addressees": compact(cover.addressees),
        "recipients": compact(cover.recipients),
    }


def _cover(place: str, signing: str, signer: str, addressees: str, recipients: str) -> Cover:
    return Cover(
        place=place,
        signing=tuple(json.loads(signing)),
        signer=signer,
        addressees=tuple(json.loads(addressees)),
        recipients=tuple(json.loads(recipients)),
    )
