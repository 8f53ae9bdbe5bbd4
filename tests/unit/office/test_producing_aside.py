"""Files made in a child process: the same bytes as in this one, and nothing where they are called off."""

import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.office.exported.producing import (
    write_exchange_file,
    write_exchange_file_aside,
    write_word_report,
    write_word_report_aside,
)
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import make_sample
from cchc_desktop.values.period import Period

Q3 = Period.read("2026-Q3")


class CalledOffError(Exception):
    """Nobody wants the file any more."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make_sample("phuong-mau", tmp_path / "mau.cchc")


def wanted() -> None:
    """Somebody waits for the file."""


def called_off() -> None:
    raise CalledOffError


def test_a_word_report_made_aside_is_the_one_made_here(file: Path, tmp_path: Path) -> None:
    aside = write_word_report_aside(file, Q3, tmp_path / "a.docx", still_wanted=wanted)
    with Office.look(file) as office:
        here = write_word_report(office, Q3, tmp_path / "b.docx")
    assert aside.read_bytes() == here.read_bytes()


def test_an_exchange_file_made_aside_is_kept_as_sent_and_comes_out_the_same_again(
    file: Path, tmp_path: Path
) -> None:
    aside = write_exchange_file_aside(file, Q3, tmp_path / "a", still_wanted=wanted)
    with Office.open(file) as office:
        assert (last := office.last_export(Q3))
        assert (last.sequence, last.file_name) == (aside.sequence, aside.path.name)
        again = write_exchange_file(office, Q3, tmp_path / "b")
    assert aside.is_new
    assert not again.is_new
    assert aside.path.read_bytes() == again.path.read_bytes()


def test_a_file_that_is_called_off_is_not_there_and_was_not_sent(file: Path, tmp_path: Path) -> None:
    with pytest.raises(CalledOffError):
        write_exchange_file_aside(file, Q3, tmp_path / "a", still_wanted=called_off)
    with pytest.raises(CalledOffError):
        write_word_report_aside(file, Q3, tmp_path / "a" / "a.docx", still_wanted=called_off)
    assert list((tmp_path / "a").iterdir()) == []
    with Office.look(file) as office:
        assert office.last_export(Q3) is None


def test_a_snapshot_does_not_follow_what_is_written_after_it(file: Path) -> None:
    with Office.snapshot(file) as taken, Office.open(file) as office:
        before = taken.reports()
        office.start(Period.read("2027-Q1"))
        assert taken.reports() == before
        assert len(office.reports()) == len(before) + 1


def test_the_process_that_has_files_made_loads_nothing_that_makes_them(file: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cchc_desktop.values.period import Period;"
        "from cchc_desktop.office.exported.producing import *;"
        "file, out, period = Path(sys.argv[1]), Path(sys.argv[2]), Period.read('2026-Q3');"
        "write_word_report_aside(file, period, out / 'a.docx', still_wanted=dict);"
        "write_exchange_file_aside(file, period, out, still_wanted=dict);"
        "print(*sorted({'docx', 'lxml', 'openpyxl', 'cryptography'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, file, tmp_path], capture_output=True, text=True, check=True
    )
    assert (tmp_path / "a.docx").exists()
    assert done.stdout.split() == []
