"""Sending killed at each of its writes: the report is as before, or it is sent and every file lies whole."""

import json
import subprocess
import sys
from pathlib import Path

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.figures.locking import lock
from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.mailroom.steps import present, sign
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from cchc_desktop.storage.packages import Direction, content_of, list_packages
from tests.unit.office.an_office import NOW, Q3, WARD, clock

ROOT = Path(__file__).parents[4]
SENDER = """
import json, os, shutil, sqlite3, sys
from pathlib import Path
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from tests.unit.office.an_office import Q3, clock

WRITES = ("BEGIN", "INSERT", "UPDATE", "DELETE", "COMMIT", "RELEASE")
left = 0

def one_write():
    global left
    left -= 1
    if left == 0:
        os._exit(9)

class Killing(sqlite3.Connection):
    def execute(self, sql, *parameters):
        if sql.lstrip().upper().startswith(WRITES):
            one_write()
        return super().execute(sql, *parameters)

def noticed(event, arguments):
    if left > 0 and (event == "os.rename" or event == "open" and "w" in str(arguments[1])):
        one_write()

def send(path, folder, n):
    global left
    with Office.open(path, take_over=True, clock=clock) as office:
        office.archive.db.conn.close()
        office.archive.db.conn = sqlite3.connect(path, factory=Killing)
        left = n
        submit(office, Q3, folder, with_draft=True)
        os._exit(0)

from cchc_desktop.office.exported import drafting  # what takes long to load is loaded once
sys.addaudithook(noticed)
for n in range(1, 1000):
    room = Path(sys.argv[2], str(n))
    room.mkdir(parents=True)
    shutil.copy(sys.argv[1], room / "a.cchc")
    if not (child := os.fork()):
        send(room / "a.cchc", room / "đi", n)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) == 0:
        print(json.dumps(n))
        break
"""


def _signed(path: Path, paper: Path) -> Path:
    """Make an office file with a report that is signed and ready to leave."""
    paper.write_bytes(b"%PDF-1.7")
    with Office.create(path, WARD, key=bytes(32), clock=clock) as office:
        report = office.start(Q3)
        for code, row in report.template.indicators.items():
            if report.form.is_asked(row):
                report.enter(code, "kps")
        lock(office, Q3)
        present(report)
        sign(report, "12", NOW.date(), signer="Nguyễn Văn Mẫu", paper=paper)
    return path


def _whole(folder: Path) -> dict[str, bytes]:
    """Return what lies in the folder under names that people see."""
    return {file.name: file.read_bytes() for file in folder.glob("[!.]*")}


def test_whenever_sending_is_killed_the_report_is_unsent_or_every_file_lies_whole(tmp_path: Path) -> None:
    path = _signed(tmp_path / "a.cchc", tmp_path / "ký.pdf")
    words = [sys.executable, "-c", SENDER, str(path), str(tmp_path / "n")]
    told = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    last = json.loads(told)
    assert last > 10
    whole = _whole(tmp_path / "n" / str(last) / "đi")
    assert {Path(name).suffix for name in whole} == {".xlsx", ".pdf", ".eml"}
    for n in range(1, last + 1):
        room = tmp_path / "n" / str(n)
        assert verify(room / "a.cchc").is_sound
        with Office.open(room / "a.cchc", take_over=True, clock=clock) as office:
            there = _whole(room / "đi")
            assert there.items() <= whole.items()
            sent = list_packages(office.archive.db, Direction.OUT)
            is_sent = office.head(Q3).stage is Stage.SUBMITTED
            assert is_sent == bool(sent) == bool(office.last_export(Q3))
            assert n < last or is_sent
            if is_sent:
                assert there == whole
                assert content_of(office.archive.db, sent[0].id) == whole[sent[0].file_name]
            again = submit(office, Q3, room / "đi", with_draft=True)
            assert (_whole(room / "đi"), again.exported.sequence) == (whole, 1)
