"""Reports that come together share a commit; a disk that fails leaves each file whole or not there at all."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office
from cchc_desktop.storage.packages import list_packages
from cchc_desktop.storage.received import load_received
from tests.unit.office.mailroom.a_mailroom import put, received, sample_file, superior

COUNT = 6


class Failing(sqlite3.Connection):
    """A connection that finds no room for certain files."""

    fails: tuple[str, ...] = ()
    """Names of files."""
    times = 0
    """How many more writes fail."""

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        if self.times and "INSERT INTO package" in sql and set(parameters) & set(self.fails):
            self.times -= 1
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            if self.in_transaction:
                super().execute("ROLLBACK")  # as SQLite does by itself where the disk is full
            raise error
        return super().execute(sql, parameters)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a folder in which some files came."""
    for number in range(1, COUNT + 1):
        put(tmp_path / "đến", f"{number}.xlsx", sample_file(number))
    return tmp_path / "đến"


def _opened(path: Path) -> tuple[Office, Failing]:
    """Make the superior's file and return it open, backed up already, by a connection that can fail."""
    superior(path).close()
    office = Office.open(path)
    received(office, put(path.parent, "trước.xlsx", sample_file(20)))
    connection = sqlite3.connect(path, factory=Failing)
    office.archive.db.conn.close()
    office.archive.db.conn = connection
    return office, connection


def _take(office: Office, inbox: Path) -> dict[str, Received]:
    return {line.file: line for line in receive(office, [inbox], may_register=True)}


def test_reports_that_come_together_wait_for_the_disk_once(
    tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc_desktop.office.mailroom.receiving.LONGEST_TOGETHER", 60)
    office, connection = _opened(tmp_path / "a.cchc")
    commits: list[str] = []
    with office:
        connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
        assert {line.verdict for line in _take(office, inbox).values()} == {Verdict.ACCEPTED}
        assert len(commits) == 2  # the first, for which a backup is made, and all others


def test_a_line_is_told_only_once_its_file_is_on_the_disk(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office, Office.look(tmp_path / "a.cchc") as other:
        told = 0
        for line in receive(office, [inbox], may_register=True):
            told += 1
            assert line.package in {each.id for each in list_packages(other.archive.db)}
        assert told == len(list(inbox.iterdir()))


def test_a_disk_that_failed_once_keeps_nothing_out(tmp_path: Path, inbox: Path) -> None:
    office, connection = _opened(tmp_path / "a.cchc")
    with office:
        connection.fails, connection.times = ("4.xlsx",), 1
        lines = _take(office, inbox)
        assert connection.times == 0
        assert {line.verdict for line in lines.values()} == {Verdict.ACCEPTED}
        assert len(office.offices.all()) == len(load_received(office.archive.db)) == COUNT + 1


def test_a_file_for_which_there_is_no_room_is_refused_alone_and_leaves_nothing(
    tmp_path: Path, inbox: Path
) -> None:
    office, connection = _opened(tmp_path / "a.cchc")
    with office:
        connection.fails, connection.times = ("4.xlsx",), 2
        lines = _take(office, inbox)
        refused = [name for name, line in lines.items() if line.verdict is Verdict.REFUSED]
        assert refused == ["4.xlsx"]
        assert "đầy" in lines["4.xlsx"].reason
        assert "4.xlsx" not in {each.file_name for each in list_packages(office.archive.db)}
        assert len(office.offices.all()) == COUNT
        assert _take(office, inbox)["4.xlsx"].verdict is Verdict.ACCEPTED
        assert len(office.offices.all()) == COUNT + 1
