"""Bringing an older file up to today's schema."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.storage.file import create, open_file
from cchc_desktop.storage.migrations import Step, schema_version
from cchc_desktop.storage.refusals import OfficeFileRefused

ROOT = Path(__file__).parents[3]


def first(db: Database) -> None:
    db.execute("CREATE TABLE office (name TEXT PRIMARY KEY)")
    db.execute("CREATE TABLE note (office TEXT REFERENCES office (name), text TEXT)")


def second(db: Database) -> None:
    db.execute("ALTER TABLE note ADD COLUMN author TEXT")
    db.execute("UPDATE note SET author = 'Mẫu'")


def third(db: Database) -> None:
    """Rebuild a table that another refers to."""
    db.execute("CREATE TABLE new_office (name TEXT PRIMARY KEY, code TEXT)")
    db.execute("INSERT INTO new_office (name) SELECT name FROM office")
    db.execute("DROP TABLE office")
    db.execute("ALTER TABLE new_office RENAME TO office")


def losing_the_office(db: Database) -> None:
    db.execute("DELETE FROM office")


def failing_on_a_full_disk(db: Database) -> None:
    second(db)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise full


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "phường.cchc"
    db = create(path, steps=(first,))
    db.execute("INSERT INTO office VALUES ('UBND phường Mẫu')")
    db.execute("INSERT INTO note VALUES ('UBND phường Mẫu', 'ghi chú')")
    db.close()
    return path


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as plain:
        return plain.execute(f"SELECT * FROM {table}").fetchall()


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as plain:
        (number,) = plain.execute("PRAGMA user_version").fetchone()
        return int(number)


def test_an_older_file_is_copied_first_and_then_taken_through_all_its_steps(old_file: Path) -> None:
    db = open_file(old_file, steps=(first, second, third))
    with closing(db.conn):
        assert schema_version(db) == 3
        assert db.execute("SELECT * FROM note").fetchall() == [("UBND phường Mẫu", "ghi chú", "Mẫu")]
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    (copy,) = old_file.with_name("sao-luu").iterdir()
    assert re.fullmatch(r"phường\.\d{8}-\d{6}\.truoc-nang-cap\.cchc", copy.name)
    assert version(copy) == 1
    assert rows(copy, "note") == [("UBND phường Mẫu", "ghi chú")]
    assert len(list(old_file.parent.iterdir())) == 2


def test_the_copy_goes_into_the_folder_that_was_chosen(old_file: Path, tmp_path: Path) -> None:
    open_file(old_file, copies=tmp_path / "ổ khác", steps=(first, second)).close()
    assert [version(copy) for copy in (tmp_path / "ổ khác").iterdir()] == [1]
    assert not old_file.with_name("sao-luu").exists()


def test_a_file_of_todays_schema_is_not_copied(old_file: Path) -> None:
    open_file(old_file, steps=(first,)).close()
    assert list(old_file.parent.iterdir()) == [old_file]


def test_an_earlier_copy_is_never_replaced(old_file: Path) -> None:
    old = old_file.read_bytes()
    for _ in range(3):  # within one second
        old_file.write_bytes(old)
        open_file(old_file, steps=(first, second)).close()
    assert [version(copy) for copy in old_file.with_name("sao-luu").iterdir()] == [1, 1, 1]


@pytest.mark.parametrize(
    ("bad", "error"), [(losing_the_office, ValueError), (failing_on_a_full_disk, OfficeFileRefused)]
)
def test_an_upgrade_that_fails_in_the_middle_leaves_the_old_file(
    old_file: Path, bad: Step, error: type[Exception]
) -> None:
    before = old_file.read_bytes()
    with pytest.raises(error):
        open_file(old_file, steps=(first, second, bad) if bad is losing_the_office else (first, bad))
    assert old_file.read_bytes() == before
    open_file(old_file, steps=(first, second)).close()
    assert version(old_file) == 2


def test_an_older_file_cannot_just_be_looked_at(old_file: Path) -> None:
    before = old_file.read_bytes()
    with pytest.raises(OfficeFileRefused, match="phải nâng cấp"):
        open_file(old_file, read_only=True, steps=(first, second))
    assert old_file.read_bytes() == before
    assert list(old_file.parent.iterdir()) == [old_file]


CUT_OFF = """
import os, sys
from pathlib import Path
from cchc_desktop.storage.file import open_file

def known(db):
    pass

def cut_off(db):
    db.execute("PRAGMA cache_size = 1")  # pages go to the disk before the commit
    db.execute("CREATE TABLE half (text TEXT)")
    for _ in range(2000):
        db.execute("INSERT INTO half VALUES (?)", ("x" * 500,))
    os._exit(9)

open_file(Path(sys.argv[1]), steps=(known, cut_off))
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_an_upgrade_cut_off_by_a_power_cut_is_taken_back_at_the_next_opening(
    old_file: Path, read_only: bool
) -> None:
    ended = subprocess.run([sys.executable, "-c", CUT_OFF, str(old_file)], cwd=ROOT, check=False)
    assert ended.returncode == 9
    assert old_file.with_name("phường.cchc-journal").exists()
    open_file(old_file, read_only=read_only, steps=(first,)).close()
    assert version(old_file) == 1
    assert rows(old_file, "note") == [("UBND phường Mẫu", "ghi chú")]
    assert "half" not in {name for _, name, *_ in rows(old_file, "sqlite_master")}
