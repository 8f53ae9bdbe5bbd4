"""How the office file is read and written: at once and whole."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cchc_desktop.storage.refusals import speaking_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

_TAKE_THE_PEN = "UPDATE profile SET id = id WHERE 0"


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Do everything in the block or nothing; inside another such block, as a part of it.

    `db.atomic()` begins without the right to write: a block that reads first would be refused at once,
    instead of waiting its turn, where another connection writes in between. An update of no row takes that
    right beforehand, and leaves the file alone where the block turns out to have nothing to write.
    """
    with speaking_errors(db), db.atomic():
        db.execute(_TAKE_THE_PEN)
        yield


def fetch(db: Database, sql: str, *parameters: str) -> list[Any]:
    """Return all rows at once: a cursor left open would keep another connection's commit from happening."""
    with speaking_errors(db):
        return db.execute(sql, parameters).fetchall()
