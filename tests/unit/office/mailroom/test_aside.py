"""What a window writes to be sent is made in a child process; the window itself loads no library for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.office.mailroom.answering import hand_back, write_receipt, write_receipts
from cchc_desktop.office.mailroom.contributions import ask_colleague
from cchc_desktop.office.mailroom.outgoing import signed_aside
from cchc_desktop.office.mailroom.remarks import on_cells
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.storage.packages import Direction, list_packages
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.office.an_office import Q3
from tests.unit.office.mailroom.a_mailroom import put, received, sample_file, superior

COMMENTS = on_cells({IndicatorCode("PL2.1"): "Xem lại"})
LETTERS = """
import sys
from pathlib import Path
from cchc_desktop.office.mailroom import answering, outgoing, remarks, requests_out
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period

if __name__ == "__main__":
    file, out = Path(sys.argv[1]), Path(sys.argv[2])
    make, period = outgoing.signed_aside(lambda: None), Period.read("2026-Q3")
    with Office.open(file) as office:
        answering.write_receipts(office, ["dv1"], period, out, make=make)
        answering.hand_back(office, "dv1", period, remarks.on_cells({"PL2.1": "?"}), out, make=make)
        requests_out.write_request(office, requests_out.Request(period, Level.COMMUNE), out, make)
    print(sorted(sys.modules.keys() & {"openpyxl", "docx"}), len(list(out.iterdir())))
"""


class CalledOff(Exception):
    """Raised in place of a checkpoint."""


def call_off() -> None:
    raise CalledOff


def test_made_aside_they_are_the_same_files(tmp_path: Path) -> None:
    aside = signed_aside(lambda: None)
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(tmp_path, "a.xlsx", sample_file(1)))
        office.start(Q3)
        here = (
            write_receipt(office, "dv1", Q3, tmp_path / "1"),
            hand_back(office, "dv1", Q3, COMMENTS, tmp_path / "1"),
            write_request(office, Request(Q3, Level.COMMUNE), tmp_path / "1"),
            ask_colleague(office, Q3, ["PL2.1"], "Lan", tmp_path / "1"),
        )
        there = (
            *write_receipts(office, ("dv1",), Q3, tmp_path / "2", make=aside),
            hand_back(office, "dv1", Q3, COMMENTS, tmp_path / "2", make=aside),
            write_request(office, Request(Q3, Level.COMMUNE), tmp_path / "2", aside),
            ask_colleague(office, Q3, ["PL2.1"], "Lan", tmp_path / "2", make=aside),
        )
        assert [each.package.kind for each in there] == [each.package.kind for each in here]
        assert [each.path.read_bytes() for each in there[:2]] == [each.path.read_bytes() for each in here[:2]]
        assert all(payload_in(each.path.read_bytes()) for each in there)
        assert len(list_packages(office.archive.db, Direction.OUT)) == len(here) + len(there)


def test_called_off_while_they_are_made_nothing_is_written_and_the_report_stays(tmp_path: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(tmp_path, "a.xlsx", sample_file(1)))
        with pytest.raises(CalledOff):
            hand_back(office, "dv1", Q3, COMMENTS, tmp_path / "đi", make=signed_aside(call_off))
        assert not list((tmp_path / "đi").iterdir())
        assert not list_packages(office.archive.db, Direction.OUT)


def test_the_process_that_asks_loads_neither_workbook_nor_word_library(tmp_path: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(tmp_path, "a.xlsx", sample_file(1)))
    script = tmp_path / "letters.py"
    script.write_text(LETTERS, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "a.cchc"), str(tmp_path / "đi")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[4],
    )
    assert told.stdout.split() == ["[]", "3"]
