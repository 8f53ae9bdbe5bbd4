"""Whatever step of a restore fails, and whenever the program is killed, a whole file stands there."""

import itertools
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.errors import CchcError
from cchc_desktop.office.keeping.restoring import restore
from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.office import Office
from tests.unit.office.an_office import Q3, WARD, clock, says

ROOT = Path(__file__).parents[4]


@pytest.fixture
def backup(office_file: Path) -> Path:
    """Return a backup in which PL2.1 is 6; in the office file, which is closed, it is 7."""
    with Office.create(office_file, WARD, clock=clock) as office:
        office.start(Q3).enter("PL2.1", "6")
        made = office.back_up().path
        office.report(Q3).enter("PL2.1", "7")
    return made


def figure(path: Path) -> str:
    with Office.look(path, clock=clock) as office:
        return says(office.report(Q3), "PL2.1")


class Fault:
    """Lets the n-th step from now fail, whatever it is: a statement, a file opened, flushed, swapped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.countdown = 0
        fault, connect = self, sqlite3.connect

        class Failing(sqlite3.Connection):
            def execute(self, *statement: Any) -> sqlite3.Cursor:
                if fault.strikes():
                    error = sqlite3.OperationalError("disk I/O error")
                    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
                    raise error
                return super().execute(*statement)

        monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **{**k, "factory": Failing}))
        for owner, name in ((Path, "open"), (Path, "replace"), (Path, "mkdir"), (os, "fsync")):
            monkeypatch.setattr(owner, name, self._failing(getattr(owner, name)))

    def strikes(self) -> bool:
        self.countdown -= 1
        return self.countdown == 0

    def _failing(self, call: Any) -> Any:
        def step(*arguments: Any, **more: Any) -> Any:
            if self.strikes():
                raise OSError(28, "No space left on device")
            return call(*arguments, **more)

        return step


def test_whichever_step_fails_the_file_is_the_old_one_or_the_restored_one(
    office_file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, old = {office_file.name, "sao-luu"}, office_file.read_bytes()
    fault = Fault(monkeypatch)
    for n in itertools.count(1):
        fault.countdown = n
        refused = False
        try:
            restore(office_file, backup, clock=clock)
        except CchcError:
            refused = True
        if fault.countdown > 0:
            break  # all steps are through
        fault.countdown = 0
        assert figure(office_file) == ("7" if refused else "6")
        left = {file.name for file in office_file.parent.iterdir() if "khoi-phuc-" not in file.name}
        assert left == names
        office_file.write_bytes(old)
    fault.countdown = 0
    assert n > 30
    assert figure(office_file) == "6"


CUT_OFF = """
import os, sys
from pathlib import Path
from cchc_desktop.storage.file import open_file

db = open_file(Path(sys.argv[1]))
db.execute("PRAGMA cache_size = 1")  # pages go to the disk before the commit
db.execute("BEGIN")
db.execute("UPDATE template_file SET content = zeroblob(length(content))")
db.execute("UPDATE answer SET value = '99' WHERE state = 'number'")
for _ in range(200):
    db.execute("INSERT INTO prose VALUES ('2026-Q3', hex(randomblob(8)), hex(randomblob(3000)))")
os._exit(9)
"""


def cut_off_while_writing(path: Path) -> None:
    """Leave the journal of a write that a power cut ended."""
    assert subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], cwd=ROOT, check=False).returncode == 9
    assert path.with_name(f"{path.name}-journal").stat().st_size > 512


def test_what_a_cut_off_restore_left_is_not_played_into_the_next_one(office_file: Path, backup: Path) -> None:
    ready = office_file.with_name(f".{office_file.name}.dang-khoi-phuc")
    ready.write_bytes(office_file.read_bytes())
    cut_off_while_writing(ready)
    restore(office_file, backup, clock=clock)
    assert figure(office_file) == "6"
    assert verify(office_file).problems == ()


@pytest.mark.parametrize("gone", [False, True])
def test_a_write_that_was_cut_off_is_not_played_into_the_restored_file(
    office_file: Path, backup: Path, gone: bool
) -> None:
    cut_off_while_writing(office_file)
    if gone:
        office_file.unlink()
    aside = restore(office_file, backup, clock=clock)
    assert figure(office_file) == "6"
    assert verify(office_file).problems == ()
    assert (aside is None) == gone
    assert aside is None or figure(aside) == "7"  # the write was taken back first


KILLED = """
import os, random, signal, sys, time
from pathlib import Path

from cchc_desktop.office.keeping.backups import backups
from cchc_desktop.office.office import Office
from cchc_desktop.office.keeping.restoring import restore
from cchc_desktop.office.keeping.verification import verify
from tests.unit.office.an_office import Q3, reopened, says

path, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(20261121)
WHAT = sys.argv[3]


def type_and_back_up(said, start):
    with reopened(path) as office:
        report = office.report(Q3)
        for count in range(start, start + 100_000):
            report.enter("PL2.1", str(count))
            os.write(said, f"{count}\\n".encode())
            if count % 4 == 0:
                office.back_up()


def restore_again_and_again(said, start):
    known = sorted(backup.path for backup in backups(path))[:2]
    for count in range(100_000):
        restore(path, known[count % 2])
        os.write(said, f"{count % 2}\\n".encode())


def killed(work, start):
    read, write = os.pipe()
    child = os.fork()
    if not child:
        work(write, start)
    os.close(write)
    with os.fdopen(read, "rb") as said:
        first = said.readline()
        time.sleep(chance.random() / 50)
        os.kill(child, signal.SIGKILL)
        lines = [first, *said.readlines()]
    os.waitpid(child, 0)
    return int([line for line in lines if line.endswith(b"\\n")][-1])


def stands():
    with Office.look(path) as office:
        return int(says(office.report(Q3), "PL2.1"))


start = 10
for _ in range(kills):
    if WHAT == "typing":
        last = killed(type_and_back_up, start)
        found = stands()
        assert found in (last, last + 1), (found, last)
        start = found + 1
    else:
        last = killed(restore_again_and_again, 0)
        found = stands()
        assert found in (6, 7), found
    assert verify(path).problems == ()
    assert all(backup.is_sound for backup in backups(path))
reopened(path).close()
print(sorted(file.name for file in path.parent.iterdir() if "khoi-phuc-" not in file.name))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the kills are forks, to be quick")
@pytest.mark.parametrize("what", ["typing", "restoring"])
def test_killed_at_any_moment_the_file_and_every_backup_are_whole(
    office_file: Path, backup: Path, what: str
) -> None:
    with Office.open(office_file, clock=clock) as office:
        office.back_up()
    ended = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", KILLED, str(office_file), "25", what],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ended.stderr.decode() == ""
    assert backup.exists()
    left = ended.stdout.decode()
    assert office_file.name in left
    assert "lock" not in left
