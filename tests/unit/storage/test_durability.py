"""What is acknowledged is on the disk; what fails leaves the state of before."""

import itertools
import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.file import open_file
from cchc_desktop.storage.journal import history
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.storage.an_office import PERIOD, A, B, C, number, opened, put

ROOT = Path(__file__).parents[3]

CLERK = """
import itertools, os, sys
from pathlib import Path
from tests.unit.storage.an_office import number, opened, put

path, start = Path(sys.argv[1]), int(sys.argv[2])
with opened(path) as db:
    for count in itertools.count(start):
        put(db, {f"PL2.{count % 7}": number(str(count))})
        os.write(1, f"{count}\\n".encode())
"""


def typed_until_killed(path: Path, start: int, rows: int, pause: float) -> int:
    """Let a clerk type numbers from start, kill the program, and return the last acknowledged number."""
    clerk = subprocess.Popen(
        [sys.executable, "-c", CLERK, str(path), str(start)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert clerk.stdout is not None
    with clerk.stdout as acknowledged:
        lines = [acknowledged.readline() for _ in range(rows)]
        time.sleep(pause)
        clerk.kill()
        lines += acknowledged.readlines()
    clerk.wait()
    return int([line for line in lines if line.endswith(b"\n")][-1])


def test_killing_the_program_at_any_moment_loses_nothing_acknowledged(office_file: Path) -> None:
    chance, start = random.Random(20261121), 0
    for _ in range(10):
        last = typed_until_killed(office_file, start, chance.randint(1, 30), chance.random() / 200)
        with opened(office_file) as db:
            entries = load_entries(db, PERIOD)
            for code, entry in entries.items():
                assert history(db, PERIOD, code)[-1].new_entry == entry
        stored = {int(entry.answer.number) for entry in entries.values() if entry.answer.number is not None}
        newest = max(stored)
        assert newest in (last, last + 1)  # the one more was written, and the kill came before it was said
        assert stored == set(range(max(0, newest - 6), newest + 1))
        start = newest + 1


class Failing(sqlite3.Connection):
    """A connection whose n-th statement from now on finds a failing disk; it counts down, below zero too."""

    n = 0

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        self.n -= 1
        if self.n == 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
            raise error
        return super().execute(*statement)


def test_whichever_statement_fails_the_state_is_the_old_one_and_work_goes_on(office_file: Path) -> None:
    old = {A: number("6"), C: number("7")}
    new = {A: number("60"), B: Entry(note="mới"), C: EMPTY}
    with opened(office_file) as db:
        put(db, old)
    with closing(sqlite3.connect(office_file, factory=Failing)) as connection:
        db = Database(connection, execute_plugins=False)
        for n in itertools.count(1):
            connection.n = n
            with suppress(OfficeFileRefused):
                put(db, new)
            if connection.n > 0:
                break  # all statements are through
            with opened(office_file) as seen:
                assert load_entries(seen, PERIOD) == old
                assert [len(history(seen, PERIOD, code)) for code in new] == [1, 0, 1]
    assert n > 12  # begin, take the pen, three times look, write and record, commit
    with opened(office_file) as db:
        assert load_entries(db, PERIOD) == {A: number("60"), B: Entry(note="mới")}


FULL_DISK = """
import resource, sys
from pathlib import Path
from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry
from tests.unit.storage.an_office import A, number, opened, put

path = Path(sys.argv[1])
with opened(path) as db:
    put(db, {A: number("6")})
    room = path.stat().st_size + int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        put(db, {A: Entry(note="x" * 300_000), "PL2.9": number("1")})
    except CchcError as refused:
        print(refused.message)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    put(db, {"PL2.8": number("8")})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("room", [0, 4096, 50_000])
def test_a_full_disk_is_said_and_the_old_state_stands(office_file: Path, room: int) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", FULL_DISK, str(office_file), str(room)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert office_file.name in told
    assert "chưa được lưu" in told
    with opened(office_file) as db:
        assert load_entries(db, PERIOD) == {A: number("6"), IndicatorCode("PL2.8"): number("8")}
        assert len(history(db, PERIOD, A)) == 1


def test_two_writers_wait_for_each_other(office_file: Path) -> None:
    started, first = threading.Event(), IndicatorCode("PL2.7")

    def write_slowly() -> None:
        with opened(office_file) as db, writing(db):
            put(db, {first: number("7")})
            started.set()
            time.sleep(0.1)

    slow = threading.Thread(target=write_slowly)
    with opened(office_file) as db:
        slow.start()
        started.wait()
        assert put(db, {A: number("6")}) == {A}
        slow.join()
        assert load_entries(db, PERIOD) == {A: number("6"), first: number("7")}


def test_what_is_joined_into_one_step_happens_whole_or_not_at_all(db: Database) -> None:
    def both_and_then_fail() -> None:
        with writing(db):
            put(db, {A: number("6")})
            put(db, {B: number("7")})
            raise KeyError

    with pytest.raises(KeyError):
        both_and_then_fail()
    assert load_entries(db, PERIOD) == {}
    assert history(db, PERIOD, A) == ()


def test_a_reader_leaves_no_cursor_in_the_way_of_a_writer(office_file: Path) -> None:
    with opened(office_file) as writer:
        reader = open_file(office_file, read_only=True)
        with closing(reader.conn):
            put(writer, {A: number("6")})
            assert load_entries(reader, PERIOD) == {A: number("6")}
            put(writer, {A: number("7")})
            assert load_entries(reader, PERIOD) == {A: number("7")}
