"""Backups made by themselves, listed, restored; one writer and many who look."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from cchc_desktop.errors import CchcError
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.clock import Clock
from cchc_desktop.office.exported.exports import ExchangeDraft
from cchc_desktop.office.keeping.backups import Why, backups
from cchc_desktop.office.keeping.restoring import restore
from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.office import Office
from cchc_desktop.office.refusals import OfficeFileInUse
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import Settings
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import NOW, Q3, WARD, clock, reopened, says

ROOT = Path(__file__).parents[4]


@pytest.fixture
def used(office_file: Path) -> Path:
    """Return an office file, closed, with a report in which PL2.1 is 6."""
    with Office.create(office_file, WARD, clock=clock) as office:
        office.start(Q3).enter("PL2.1", "6")
    return office_file


def figure(path: Path) -> str:
    with Office.look(path, clock=clock) as office:
        return says(office.report(Q3), "PL2.1")


def type_in(path: Path, text: str) -> None:
    with reopened(path) as office:
        office.report(Q3).enter("PL2.1", text)


def days_later(days: int) -> Clock:
    return lambda: NOW + timedelta(days=days)


def test_the_first_writer_of_a_day_makes_a_backup_of_what_was_before(used: Path) -> None:
    type_in(used, "7")
    type_in(used, "8")
    (made,) = backups(used)
    assert (made.why, made.moment, made.is_sound) == (Why.DAILY, NOW, True)
    assert figure(made.path) == "6"
    with Office.open(used, clock=days_later(1)):
        assert len(backups(used)) == 2


def test_who_only_looks_and_who_has_nothing_to_lose_makes_none(used: Path, tmp_path: Path) -> None:
    with Office.look(used, clock=clock):
        assert backups(used) == ()
    with Office.create(tmp_path / "mới.cchc", WARD, clock=clock), reopened(tmp_path / "mới.cchc"):
        assert backups(tmp_path / "mới.cchc") == ()


def test_a_sample_is_not_backed_up_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.cchc"
    sample = Profile("UBND phường Mẫu", Level.COMMUNE, is_sample=True)
    with Office.create(path, sample, clock=clock) as office:
        office.start(Q3)
    with reopened(path) as office:
        assert backups(path) == ()
        assert office.back_up().is_sound


def test_backups_go_where_the_office_wants_them(used: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ổ khác"
    with Office.open(used, copies=folder, clock=clock) as office:
        made = office.back_up(Why.LOCK)
    assert {backup.why for backup in backups(used, folder)} == {Why.LOCK, Why.DAILY}
    assert made.path.parent == folder
    assert backups(used) == ()


def test_a_backup_that_cannot_be_made_does_not_keep_the_office_from_its_file(used: Path) -> None:
    used.with_name("sao-luu").write_text("đây là một tệp", "utf-8")
    with reopened(used) as office:
        assert office.backup_trouble is not None
        assert "sao-luu" in office.backup_trouble.message
        office.report(Q3).enter("PL2.1", "7")
    assert figure(used) == "7"


def test_a_list_says_what_each_backup_holds_and_which_are_spoilt(used: Path) -> None:
    with reopened(used) as office:
        spoilt = office.back_up()
    spoilt.path.write_bytes(spoilt.path.read_bytes()[:9000])
    first, second = sorted(backups(used), key=lambda backup: backup.is_sound)
    assert (first.path, first.contents, first.size) == (spoilt.path, None, 9000)
    assert second.contents is not None
    assert (second.contents.office, second.contents.reports, second.contents.latest) == (WARD.name, 1, Q3)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place] ^= 0xFF
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def replace_by_words(path: Path) -> None:
    path.write_text("không phải tệp cơ quan " * 999, "utf-8")


def damage_with_a_journal(path: Path) -> None:
    """Leave a damaged file beside the journal of a write that was cut off."""
    flip(path)
    path.with_name(f"{path.name}-journal").write_bytes(bytes(600))


@pytest.mark.parametrize("damage", [flip, cut, empty, replace_by_words, damage_with_a_journal, Path.unlink])
def test_a_damaged_file_is_restored_and_kept_as_it_is(used: Path, damage: Callable[[Path], None]) -> None:
    type_in(used, "7")
    with reopened(used) as office:
        backup = office.back_up()
    damage(used)
    left = used.read_bytes() if used.exists() else None
    with pytest.raises(OfficeFileRefused):
        reopened(used)
    aside = restore(used, backup.path, clock=clock)
    assert figure(used) == "7"
    assert verify(used).problems == ()
    assert (aside.read_bytes() if aside else None) == left
    assert not used.with_name(f"{used.name}-journal").exists()
    assert backup.path.exists()


def test_restoring_is_written_into_the_journal(used: Path) -> None:
    with reopened(used) as office:
        backup = office.back_up()
    restore(used, backup.path, clock=clock)
    with reopened(used) as office:
        (row,) = history(office.archive.db, None, "restored", Subject.FILE)
    assert (row.at, row.who, row.source) == (NOW, WARD.prepared_by, Source.RESTORED)
    assert backup.path.name in row.new


def test_what_was_restored_over_can_be_restored_itself(used: Path) -> None:
    with reopened(used) as office:
        backup = office.back_up()
    type_in(used, "7")
    aside = restore(used, backup.path, clock=clock)
    assert figure(used) == "6"
    assert aside is not None
    restore(used, aside, clock=clock)
    assert figure(used) == "7"


def test_an_unsound_backup_changes_nothing(used: Path) -> None:
    with reopened(used) as office:
        backup = office.back_up()
    cut(backup.path)
    before = used.read_bytes(), set(used.parent.rglob("*"))
    with pytest.raises(OfficeFileRefused, match="bị hỏng"):
        restore(used, backup.path, clock=clock)
    assert (used.read_bytes(), set(used.parent.rglob("*"))) == before


def test_automatic_backups_after_a_restore_leave_the_good_ones(used: Path) -> None:
    for day in range(1, 6):
        with Office.open(used, clock=days_later(day)) as office:
            office.report(Q3).enter("PL2.1", str(day))
    good = backups(used)
    flip(used)
    with suppress(OfficeFileRefused):
        Office.open(used, clock=days_later(6))
    restore(used, good[0].path, clock=days_later(6))
    with Office.open(used, clock=days_later(7)):
        assert set(good) < set(backups(used))
        assert all(backup.is_sound for backup in backups(used))


def test_a_file_that_is_open_here_cannot_be_replaced(used: Path) -> None:
    with reopened(used) as office:
        backup = office.back_up()
        with pytest.raises(OfficeFileInUse, match="trong chính chương trình này"):
            restore(used, backup.path, clock=clock)
    restore(used, backup.path, clock=clock)


HOLDER = """
import sys
from pathlib import Path
from cchc_desktop.office.office import Office
from tests.unit.office.an_office import Q3, reopened

with reopened(Path(sys.argv[1])) as office:
    office.report(Q3).enter("PL2.1", "41")
    print("open", flush=True)
    sys.stdin.readline()
    office.report(Q3).enter("PL2.1", "42")
"""


def test_while_another_writes_one_may_look_and_nothing_else(used: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(used)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    with holder.stdin, holder.stdout:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(OfficeFileInUse, match="đang mở để sửa ở máy"):
            reopened(used)
        with Office.look(used, clock=clock) as office:
            assert says(office.report(Q3), "PL2.1") == "41"
            assert office.back_up().is_sound
            with pytest.raises(CchcError, match="chỉ để xem"):
                office.report(Q3).enter("PL2.1", "43")
            holder.stdin.write(b"\n")
            holder.stdin.flush()
            assert holder.wait(20) == 0
    assert figure(used) == "42"
    reopened(used).close()
    assert {file.name for file in used.parent.iterdir()} == {used.name, "sao-luu"}


DRAFT = ExchangeDraft(b"content", "tệp.xlsx", 1, "hash", is_new=True)
CHANGES: tuple[Callable[[Office, OpenReport], object], ...] = (
    lambda office, _report: office.set_profile(Profile("Tên khác", Level.COMMUNE)),
    lambda office, _report: office.set_settings(Settings(decimals=1)),
    lambda office, _report: office.private_key(),
    lambda office, _report: office.start(Period.read("2026-12")),
    lambda office, _report: office.record_export(Q3, DRAFT, "tệp.xlsx"),
    lambda _office, report: report.enter("PL2.1", "7"),
    lambda _office, report: report.annotate("PL2.1", "ghi chú"),
    lambda _office, report: report.clear((IndicatorCode("PL2.1"),)),
    lambda _office, report: report.write("I.1", "lời văn"),
)


@pytest.mark.parametrize("change", CHANGES, ids=map(str, range(len(CHANGES))))
def test_whoever_looks_changes_nothing(used: Path, change: Callable[[Office, OpenReport], object]) -> None:
    before = used.read_bytes()
    with Office.look(used, clock=clock) as office:
        report = office.report(Q3)
        with pytest.raises(CchcError, match="chỉ để xem"):
            change(office, report)
        assert says(report, "PL2.1") == "6"
    assert used.read_bytes() == before


def test_a_window_and_its_worker_write_the_same_file(used: Path) -> None:
    with reopened(used) as window:
        with reopened(used) as worker:
            worker.record_export(Q3, DRAFT, "tệp.xlsx")
        window.report(Q3).enter("PL2.1", "7")
    assert {file.name for file in used.parent.iterdir()} == {used.name, "sao-luu"}
