"""Tidy tables as an SQLite file of their own, which is no office file."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from sqlite_utils import Database

from cchc_desktop.storage.file import APPLICATION_ID
from cchc_desktop.storage.refusals import ALREADY_THERE, refusal, speaking_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from cchc_desktop.storage.dump_rows import Row

_ID_PLACE = slice(68, 72)
"""Where an SQLite file's header keeps whose it is."""


class Column(Protocol):
    """A column of a tidy table."""

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...


class TidyTable(Protocol):
    """A table to write."""

    @property
    def name(self) -> str: ...
    @property
    def fields(self) -> Sequence[Column]: ...
    @property
    def key(self) -> tuple[str, ...]: ...


def fill_database(
    path: Path, tables: Iterable[TidyTable], rows: Mapping[str, Callable[[], Iterable[Row]]]
) -> None:
    """Write the tables into a database at that path; numbers as text, every digit kept."""
    db = Database(path, execute_plugins=False)
    with closing(db.conn), speaking_errors(path):
        db.execute("PRAGMA journal_mode = OFF")  # a file that is not finished is thrown away
        for table in tables:
            columns = {each.name: int if each.type == "integer" else str for each in table.fields}
            names = list(columns)
            written = db.table(table.name).create(
                columns, pk=table.key if len(table.key) > 1 else table.key[0]
            )
            written.insert_all(
                (dict(zip(names, row, strict=True)) for row in rows[table.name]()), batch_size=10_000
            )


def refuse_office_file(path: Path) -> None:
    """Raise `OfficeFileRefused` where an office file stands at that path."""
    try:
        with path.open("rb") as stream:
            header = stream.read(_ID_PLACE.stop)
    except OSError:  # not there: writing will tell the rest
        return
    if header[_ID_PLACE] == APPLICATION_ID.to_bytes(4, "big"):
        raise refusal(ALREADY_THERE, path)
