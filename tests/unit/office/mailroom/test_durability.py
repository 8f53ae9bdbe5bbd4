"""Receiving and sending survive kills and failing disks: all of a file is there, or nothing of it."""

import itertools
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.mailroom.line import Verdict
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office
from cchc_desktop.storage.packages import content_of, list_packages
from cchc_desktop.storage.received import load_answers, load_received
from cchc_desktop.storage.refusals import OfficeFileRefused
from tests.unit.office.an_office import Q3
from tests.unit.office.mailroom.a_mailroom import put, received, sample_file, superior

ROOT = Path(__file__).parents[4]
RECEIVER = """
import os, sys
from pathlib import Path
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office

with Office.open(Path(sys.argv[1]), take_over=True) as office:
    for line in receive(office, [Path(sys.argv[2])], may_register=True):
        os.write(1, f"{line.verdict.value} {line.file}\\n".encode())
"""


def test_killing_the_program_while_it_receives_loses_nothing_it_said(tmp_path: Path) -> None:
    count, chance = 24, random.Random(20261121)
    for number in range(1, count + 1):
        put(tmp_path / "đến", f"{number:02}.xlsx", sample_file(number))
    superior(tmp_path / "a.cchc").close()
    for _ in range(6):
        words = [sys.executable, "-c", RECEIVER, str(tmp_path / "a.cchc"), str(tmp_path / "đến")]
        program = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE)
        assert program.stdout is not None
        with program.stdout as said:
            lines = [said.readline() for _ in range(chance.randint(1, count - 4))]
            time.sleep(chance.random() / 200)
            program.kill()
            lines += said.readlines()
        program.wait()
        whole = {line.decode().split(" ")[1].strip() for line in lines if line.endswith(b"\n")}
        assert verify(tmp_path / "a.cchc").is_sound
        with Office.look(tmp_path / "a.cchc") as office:
            stored = {each.file_name: each for each in list_packages(office.archive.db)}
            assert whole <= stored.keys()
            counting = {each.package for each in load_received(office.archive.db, Q3)}
            assert counting == {each.id for each in stored.values()}
            for each in stored.values():
                assert content_of(office.archive.db, each.id) == sample_file(int(each.file_name[:2]))
                assert load_answers(office.archive.db, each.id)
    with Office.open(tmp_path / "a.cchc", take_over=True) as office:
        assert {each.verdict for each in received(office, tmp_path / "đến")} == {Verdict.ACCEPTED}
        assert len(load_received(office.archive.db, Q3)) == count


class Failing(sqlite3.Connection):
    """A connection whose n-th statement finds a failing disk."""

    n = 0

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        self._count()
        return super().execute(*statement)

    def executemany(self, *statement: Any) -> sqlite3.Cursor:
        self._count()
        return super().executemany(*statement)

    def _count(self) -> None:
        self.n -= 1
        if self.n == 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
            raise error


def test_whichever_statement_fails_a_file_is_stored_whole_or_not_at_all(tmp_path: Path) -> None:
    file = put(tmp_path, "1.xlsx", sample_file(1))
    tables = ("package", "received_report", "received_cell", "office_below", "known_key", "journal")
    for n in itertools.count(1):
        path = tmp_path / f"{n}.cchc"
        superior(path).close()
        with Office.open(path) as office:
            connection = sqlite3.connect(path, factory=Failing)
            office.archive.db.conn.close()
            office.archive.db.conn = connection
            before = [office.archive.db.table(table).count for table in tables]
            connection.n = n
            outcomes = []
            with suppress(OfficeFileRefused):
                outcomes += [line.verdict for line in receive(office, [file], may_register=True)]
            is_through, connection.n = connection.n > 0, 0
            after = [office.archive.db.table(table).count for table in tables]
            connection.close()
        if is_through:
            assert outcomes == [Verdict.ACCEPTED]
            break
        stored = [table[0] for table in zip(after, before, strict=True) if table[0] != table[1]]
        assert not stored or len(stored) == len(tables)
        assert bool(stored) >= (outcomes == [Verdict.ACCEPTED])
        assert not stored or outcomes != [Verdict.REFUSED]
        path.unlink()
    assert n > 10
