"""Creating, recognising and opening the office file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from cchc_desktop.storage.copies import UNFINISHED, Why, folder_of, new_copy
from cchc_desktop.storage.migrations import STEPS, Step, has_shape_of, upgrade
from cchc_desktop.storage.refusals import (
    ALREADY_THERE,
    CANNOT_OPEN,
    DAMAGED,
    EMPTY_FILE,
    FOREIGN,
    IS_FOLDER,
    NEWER,
    NO_FOLDER,
    NOT_AN_OFFICE_FILE,
    NOT_THERE,
    OLDER_UNREAD,
    path_of,
    refusal,
    speaking_errors,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlite_utils import Database

APPLICATION_ID = int.from_bytes(b"CCHC", "big")
"""Marks the file as ours in its header (`PRAGMA application_id`)."""
_PATIENCE = 2.0
"""Seconds to wait for another connection. Ours hold the file for milliseconds: this is another program."""
_SMALLEST = 512
"""Bytes of the smallest SQLite file that holds anything: one page."""


def create(path: Path, *, steps: Sequence[Step] = STEPS) -> Database:
    """Make a new office file and return its connection; raise `OfficeFileRefused` where a file already is."""
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise refusal(ALREADY_THERE, path) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refusal(NO_FOLDER, path) from error
    except OSError as error:
        raise refusal(CANNOT_OPEN, path) from error
    with ExitStack() as undo:
        undo.callback(path.unlink)
        with speaking_errors(path):
            db = connected(path, read_only=False)
            undo.callback(db.close)
            with db.atomic():
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                upgrade(db, steps)
        undo.pop_all()
    return db


def open_file(
    path: Path, *, read_only: bool = False, copies: Path | None = None, steps: Sequence[Step] = STEPS
) -> Database:
    """Return a connection to the office file, for the thread that opens it.

    A file of an older schema is brought up to today's, after a copy of it was put into the folder `copies`,
    `sao-luu` beside the file if none is named. Raises `OfficeFileRefused`, with not a byte changed, where the
    file is missing, empty, no office file, damaged or newer than the program.
    """
    with ExitStack() as undo, speaking_errors(path):
        version, db = _sound(path, steps, read_only=read_only)
        undo.callback(db.close)
        if version < len(steps):
            if read_only:
                raise refusal(OLDER_UNREAD, path)
            copy_whole(db, new_copy(path, copies or folder_of(path), Why.UPGRADE, datetime.now(UTC)).path)
            upgrade(db, steps)
        undo.pop_all()
    return db


def open_to_look(path: Path, *, steps: Sequence[Step] = STEPS) -> Database:
    """Return a connection that only reads, to a file of today's schema or an older one; raise as above."""
    with speaking_errors(path):
        _, db = _sound(path, steps, read_only=True)
    return db


def copy_whole(db: Database, target: Path) -> None:
    """Write a sound copy of the open office file under that name; on failure there is no such file.

    The folder is made as needed.
    """
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with speaking_errors(target), closing(sqlite3.connect(unfinished)) as copy:
            copy.execute("PRAGMA journal_mode = OFF")  # nothing to go back to
            db.conn.backup(copy)
            if copy.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise refusal(DAMAGED, path_of(db))
        journal_of(target).unlink(missing_ok=True)  # a kill left it: it is not to be played into the copy
        unfinished.replace(target)
    except OSError as error:
        raise refusal(CANNOT_OPEN, target) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def copy_in_memory(db: Database) -> Database:
    """Return the open office file as it is at this moment, held in memory; nobody writes there."""
    from sqlite_utils import Database

    with ExitStack() as undo:
        connection = sqlite3.connect(":memory:")
        undo.callback(connection.close)
        db.conn.backup(connection)
        copy = Database(connection, execute_plugins=False)
        copy.execute("PRAGMA query_only = 1")
        undo.pop_all()
    return copy


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take back a write that was cut off."""
    return path.with_name(f"{path.name}-journal")


def _sound(path: Path, steps: Sequence[Step], *, read_only: bool) -> tuple[int, Database]:
    """Return the schema version and a connection, once the file has proved whole and of that shape."""
    _refuse_what_holds_nothing(path)
    version = _recognised(path, len(steps))
    with ExitStack() as undo:
        db = connected(path, read_only=read_only)
        undo.callback(db.close)
        if db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)] or not has_shape_of(
            db, steps[:version]
        ):
            raise refusal(DAMAGED, path)
        undo.pop_all()
    return version, db


def _refuse_what_holds_nothing(path: Path) -> None:
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refusal(NOT_THERE, path) from error
    except OSError as error:
        raise refusal(CANNOT_OPEN, path) from error
    if path.is_dir():
        raise refusal(IS_FOLDER, path)
    if not size:
        raise refusal(EMPTY_FILE, path)
    if size < _SMALLEST:
        raise refusal(NOT_AN_OFFICE_FILE, path)


def _recognised(path: Path, known: int) -> int:
    """Return the schema version of the file, which is one of ours and not newer than known.

    Asked through SQLite: reading the header ourselves would, on closing the file, drop the locks that another
    connection of this process holds on it (POSIX). And able to write even where a person only looks: a write
    that was cut off is taken back on this occasion; otherwise nothing is written.
    """
    with closing(_connection(path, "rw")) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        _refuse_what_holds_nothing(path)  # a creation that was cut off has just been taken back to nothing
        raise refusal(FOREIGN, path)
    if version > known:
        raise refusal(NEWER, path, version=version, known=known)
    if version < 1:
        raise refusal(DAMAGED, path)
    return int(version)


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    place = path.absolute().as_posix()
    root = "file://" if place.startswith("/") else "file:///"
    return sqlite3.connect(f"{root}{quote(os.fsencode(place))}?mode={mode}", uri=True, timeout=_PATIENCE)


def connected(path: Path, *, read_only: bool) -> Database:
    """Return a connection with the office file's settings.

    A rollback journal, not a write-ahead log: clerks copy the one file to a stick. Whatever is committed is
    on the disk when the call returns.
    """
    from sqlite_utils import Database

    with ExitStack() as undo:
        connection = _connection(path, "ro" if read_only else "rw")
        undo.callback(connection.close)
        db = Database(connection, execute_plugins=False)
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA journal_mode = DELETE").fetchall()
        db.execute(f"PRAGMA query_only = {int(read_only)}")
        undo.pop_all()
    return db
