"""A thorough look says everything that is wrong with an office file, and changes nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.office import Office
from cchc_desktop.storage.refusals import OfficeFileRefused
from tests.unit.office.an_office import Q3, WARD, clock


@pytest.fixture
def used(office_file: Path) -> Path:
    with Office.create(office_file, WARD, clock=clock) as office:
        report = office.start(Q3)
        report.enter("PL2.1", "6")
        report.write("I.1", "lời văn")
    return office_file


def test_a_sound_file_is_called_sound_and_not_touched(used: Path) -> None:
    before = used.read_bytes(), used.stat().st_mtime_ns
    found = verify(used)
    assert (found.problems, found.reports, found.is_sound) == ((), 1, True)
    assert (used.read_bytes(), used.stat().st_mtime_ns) == before
    assert list(used.parent.iterdir()) == [used]


def test_a_file_that_is_open_is_verified_all_the_same(used: Path) -> None:
    with Office.open(used, clock=clock) as office:
        office.report(Q3).enter("PL2.1", "7")
        assert verify(used).is_sound


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE answer SET value = '9' WHERE code = 'PL2.1'", "số liệu PL2.1 khác với nhật ký"),
        ("UPDATE prose SET text = 'khác'", "lời văn mục I.1 khác với nhật ký"),
        ("UPDATE profile SET signer = 'ai đó'", "thông tin cơ quan signer khác với nhật ký"),
        ("UPDATE template_file SET content = x'00' WHERE name = 'set.toml'", "không mở được"),
        ("UPDATE template_set SET digest = '00'", "khác với khi được đưa vào tệp"),
        ("DELETE FROM template_file", "không mở được"),
        ("DELETE FROM profile", "không mở được"),
        ("DELETE FROM report", "không còn trong tệp"),
        ("UPDATE answer SET value = '1x' WHERE code = 'PL2.1'", "dữ liệu bị hỏng"),
        ("UPDATE report SET deadline = 'mai'", "dữ liệu bị hỏng"),
    ],
)
def test_every_fault_is_said(used: Path, change: str, sentence: str) -> None:
    with closing(sqlite3.connect(used)) as plain, plain:
        plain.execute(change)
    found = verify(used)
    assert not found.is_sound
    assert any(sentence in problem for problem in found.problems), found.problems


def zero_a_page(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192:12288] = bytes(4096)
    file.write_bytes(content)


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [zero_a_page, empty])
def test_a_damaged_file_is_an_answer(used: Path, damage: Callable[[Path], None]) -> None:
    damage(used)
    before = used.read_bytes()
    found = verify(used)
    assert len(found.problems) == 1
    assert used.read_bytes() == before


@pytest.mark.parametrize("make", [Path.unlink, lambda file: file.write_text("chữ " * 999, "utf-8")])
def test_what_is_no_office_file_is_refused(used: Path, make: Callable[[Path], None]) -> None:
    make(used)
    with pytest.raises(OfficeFileRefused, match="Hãy"):
        verify(used)
