"""The further appendices of a report, and the photos in them.

An appendix names its photos by their digests and is journalled whole; the bytes of a photo are kept once
and for good, so that an undo finds them again.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cchc_desktop.form.annex import Annex, Photo
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.image import Image

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sqlite_utils import Database

    from cchc_desktop.values.period import Period

_NOTHING = "{}"


def load_annexes(db: Database, period: Period) -> dict[str, Annex]:
    """Return the report's appendices by their keys, in the order they print."""
    rows = fetch(db, "SELECT key, fields FROM annex WHERE period = ?", str(period))
    found = {key: annex_from(fields) for key, fields in rows}
    return dict(sorted(found.items(), key=lambda each: (each[1].place, each[0])))


def last_annex_number(db: Database, period: Period) -> int:
    """Return the highest number a key of the report ever had: the journal remembers what is gone."""
    rows = fetch(
        db,
        "SELECT COALESCE(MAX(CAST(SUBSTR(key, 3) AS INTEGER)), 0) FROM journal"
        " WHERE period = ? AND subject = 'annex'",
        str(period),
    )
    return int(rows[0][0])


def save_annexes(
    db: Database, period: Period, annexes: Mapping[str, Annex | None], origin: Origin
) -> frozenset[str]:
    """Put the appendices in their places by key and return the keys of those that really changed.

    None takes one away.
    """
    with writing(db):
        stored = dict(fetch(db, "SELECT key, fields FROM annex WHERE period = ?", str(period)))
        changes = []
        for key, annex in annexes.items():
            old, new = stored.get(key, _NOTHING), annex_json(annex) if annex else _NOTHING
            if old == new:
                continue
            changes.append((key, old, new))
            if annex:
                db.execute(
                    "INSERT OR REPLACE INTO annex (period, key, fields) VALUES (?, ?, ?)",
                    (str(period), key, new),
                )
            else:
                db.execute("DELETE FROM annex WHERE period = ? AND key = ?", (str(period), key))
        record(db, period, Subject.ANNEX, changes, origin)
    return frozenset(key for key, _, _ in changes)


def load_image(db: Database, digest: str) -> Image | None:
    """Return the photo with that digest, or None where the file has none."""
    rows = fetch(db, "SELECT media, width, height, content FROM image WHERE digest = ?", digest)
    return Image(*rows[0]) if rows else None


def save_image(db: Database, image: Image) -> None:
    """Keep a photo; one that is there stays."""
    with writing(db):
        db.execute(
            "INSERT OR IGNORE INTO image (digest, media, width, height, content) VALUES (?, ?, ?, ?, ?)",
            (image.digest, image.media, image.width, image.height, image.content),
        )


def image_sizes(db: Database) -> dict[str, int]:
    """Return how many bytes each photo has, by its digest."""
    return dict(fetch(db, "SELECT digest, LENGTH(content) FROM image"))


def annex_json(annex: Annex) -> str:
    """Return the appendix as its row and the journal have it."""
    return _written(
        {
            "place": annex.place,
            "title": annex.title,
            "text": annex.text,
            "photos": [[photo.image, photo.caption] for photo in annex.photos],
        }
    )


def annex_from(fields: str) -> Annex:
    """Return the appendix that `annex_json` wrote; anything else raises `ValueError`."""
    read = json.loads(fields)
    try:
        return Annex(
            title=str(read["title"]),
            text=str(read["text"]),
            photos=tuple(Photo(str(image), str(caption)) for image, caption in read["photos"]),
            place=int(read["place"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"no appendix: {fields[:80]}") from error


def _written(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
