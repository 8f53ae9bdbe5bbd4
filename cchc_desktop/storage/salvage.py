"""What can be read of a damaged office file, row by row, put into a new one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlite_utils import Database

from cchc_desktop.storage.file import create, journal_of
from cchc_desktop.storage.grafting import graft_description, graft_header
from cchc_desktop.storage.mending import SpareSets, makes_sense, mend
from cchc_desktop.storage.migrations import STEPS, schema_version, upgrade
from cchc_desktop.storage.refusals import CANNOT_OPEN, NEWER, NOTHING_READ, refusal, speaking_errors
from cchc_desktop.storage.transactions import writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

Cells: TypeAlias = tuple[Any, ...]
"""A row as SQLite gives it: of which types is known only then."""
Key: TypeAlias = tuple[Any, ...]

TABLES = {
    "profile": "thông tin cơ quan",
    "setting": "thiết lập",
    "own_key": "khóa ký",
    "known_key": "khóa của cơ quan khác",
    "template_set": "bộ biểu mẫu",
    "template_file": "tệp của bộ biểu mẫu",
    "report": "báo cáo",
    "cover": "phần đầu và ký của báo cáo",
    "answer": "số liệu",
    "prose": "lời văn",
    "prose_mark": "tình trạng lời văn",
    "outline": "đề cương",
    "annex": "phụ lục thêm",
    "image": "ảnh",
    "kept_finding": "giải trình",
    "submission": "lần gửi",
    "signed_paper": "văn bản đã ký",
    "office_below": "đơn vị cấp dưới",
    "package": "tệp đã gửi và đã nhận",
    "received_report": "báo cáo đã nhận",
    "received_cell": "số liệu đã nhận",
    "received_content": "nội dung đã nhận",
    "received_kept": "giải trình đã nhận",
    "decided_cell": "lựa chọn khi nhận",
    "watched_file": "tệp đã lấy từ thư mục theo dõi",
    "ticked_comment": "góp ý đã xử lý",
    "register_entry": "sổ theo dõi",
    "special_case": "ngoại lệ của đơn vị",
    "own_figure": "phần số liệu riêng",
    "journal": "nhật ký",
}
"""Every table, in Vietnamese; those that others refer to stand first."""
_KINDS = {"TEXT": str, "INTEGER": int, "BLOB": bytes}
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
_MOST_LOOKED_FOR = 200_000
"""Row numbers that are asked for one by one where a table has a hole."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came of a damaged file."""

    path: Path
    """The new office file."""
    kept: Mapping[str, int]
    """How many rows of each table it holds now."""
    lost: tuple[str, ...]
    """What could not be read, or only out of the journal, one sentence each."""


def salvage(path: Path, out: Path, now: datetime, spare_sets: SpareSets) -> Salvage:
    """Read the damaged file as far as it goes into a new one at `out`; the damaged one is only read.

    What its tables lost is taken out of its journal where that still tells of it, and form sets out of
    `spare_sets`. Raises `OfficeFileRefused` where nothing at all can be read or `out` is there already; then
    there is no new file.
    """
    working_copy = out.with_name(f".{out.name}.dang-cuu")
    with ExitStack() as leaving:
        leaving.callback(_remove, working_copy)
        _copy_with_journal(path, working_copy)
        with closing(_source(path, working_copy)) as source:
            version = _version(path, source)
            with (
                ExitStack() as undo,
                speaking_errors(out),
                closing(create(out, steps=STEPS[:version])) as db,
            ):
                undo.callback(out.unlink)
                # The steps of an upgrade want every reference whole; else those are mended afterwards.
                db.execute(f"PRAGMA foreign_keys = {int(version < len(STEPS))}")
                lost = _copy_tables(source, db)
                if not any(_counts(db).values()):
                    raise refusal(NOTHING_READ, path)
                if version < len(STEPS):
                    upgrade(db, STEPS)
                lost += mend(db, path.name, now, spare_sets)
                kept = _counts(db)
                undo.pop_all()
    return Salvage(out, kept, tuple(lost))


def _counts(db: Database) -> dict[str, int]:
    return {table: db.table(table).count for table in TABLES if db.table(table).exists()}


def _copy_with_journal(path: Path, working_copy: Path) -> None:
    """Copy the bytes with those of a write that was cut off: SQLite takes it back on the copy."""
    _remove(working_copy)
    try:
        shutil.copyfile(path, working_copy)
        if journal_of(path).exists():
            shutil.copyfile(journal_of(path), journal_of(working_copy))
    except OSError as error:
        raise refusal(CANNOT_OPEN, path) from error


def _remove(working_copy: Path) -> None:
    for file in (working_copy, journal_of(working_copy)):
        file.unlink(missing_ok=True)


def _source(path: Path, working_copy: Path) -> Database:
    """Return a forgiving connection to the copy, its first bytes or its description mended if need be."""
    for mending in (None, graft_header, graft_description):
        if mending:
            mending(working_copy)
        source = sqlite3.connect(working_copy, isolation_level=None)
        source.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            source.execute("PRAGMA writable_schema = ON")  # a garbled definition hides one table, not all
            if source.execute("SELECT * FROM sqlite_master").fetchall():
                return Database(source, execute_plugins=False)
        except UNREADABLE:
            source.close()
    raise refusal(NOTHING_READ, path)


def _version(path: Path, source: Database) -> int:
    version = schema_version(source)
    if version > len(STEPS):
        raise refusal(NEWER, path, version=version, known=len(STEPS))
    return version or len(STEPS)


def _copy_tables(source: Database, db: Database) -> list[str]:
    """Copy what can be read of every table and return what cannot."""
    lost = []
    for table, name in TABLES.items():
        if db.table(table).exists():
            reading = _Reading(source, db, table)
            with writing(db):
                spoilt = sum(not reading.put(row) for row in reading.rows())
            if reading.has_hole:
                lost.append(f"Bảng {name}: có đoạn không đọc được.")
            if spoilt:
                lost.append(f"Bảng {name}: {spoilt} dòng hỏng nên bỏ qua.")
    return lost


class _Reading:
    """One table of the damaged file, read from both ends, then row by row where its rows have numbers."""

    def __init__(self, source: Database, db: Database, table: str) -> None:
        self._source, self._target = source.table(table), db.table(table)
        self._columns = {column.name: column.type for column in self._target.columns}
        self._key = self._target.pks if "WITHOUT ROWID" in self._target.schema else ["rowid"]
        self.has_hole = False

    def rows(self) -> Iterator[Cells]:
        """Return every row that can be read, once."""
        above: Key = ()
        seen: set[Key] = set()
        for above, cells in self._walk(""):
            seen.add(above)
            yield cells
        if not self.has_hole:
            return
        below: Key = ()
        for below, cells in self._walk(" DESC"):
            if below in seen:
                return
            seen.add(below)
            yield cells
        if self._key == ["rowid"] and below:
            start = above[0] if above else 0
            for number in range(start + 1, min(below[0], start + _MOST_LOOKED_FOR)):
                yield from (cells for _, cells in self._walk("", "rowid = ?", number))

    def put(self, cells: Cells) -> bool:
        """Put the row into its table, unless it is garbled or cannot stand there; say which."""
        if len(cells) != len(self._columns) or not all(map(_fits, self._columns.values(), cells)):
            return False
        row = dict(zip(self._columns, cells, strict=True))
        if self._target.name == "journal" and not makes_sense(row):
            return False
        try:
            self._target.insert(row)
        except sqlite3.IntegrityError:
            return False
        return True

    def _walk(self, direction: str, where: str = "", *parameters: int) -> Iterator[tuple[Key, Cells]]:
        """Read until something cannot be read, and remember that."""
        order = ", ".join(f"{column}{direction}" for column in self._key)
        keys = ", ".join(f"{column} AS _key_{column}" for column in self._key)
        try:
            self.has_hole |= not self._source.exists()
            for row in self._source.rows_where(where or None, parameters, order, f"{keys}, *"):
                cells = tuple(row.values())
                yield cells[: len(self._key)], cells[len(self._key) :]
        except UNREADABLE:
            self.has_hole = True


def _fits(kind: str, cell: object) -> bool:
    """Whether the cell is what its column declares, and a text all of letters."""
    return cell is None or (isinstance(cell, _KINDS[kind]) and "\ufffd" not in str(cell))
