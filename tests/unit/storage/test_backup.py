"""Backups of the office file: whole, looked at, and never at the cost of an earlier good one."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.backup import Contents, back_up, contents_of
from cchc_desktop.storage.copies import UNFINISHED, Why, copies_of
from cchc_desktop.storage.refusals import OfficeFileRefused
from tests.unit.storage.an_office import NOW, PERIOD, A, number, opened, put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ổ khác" / "sao lưu"


def test_a_backup_holds_everything_and_says_what(db: Database, office_file: Path, folder: Path) -> None:
    put(db, {A: number("6")})
    copy = back_up(db, office_file, folder, Why.LOCK, NOW)
    assert copies_of(office_file, folder) == (copy,)
    assert contents_of(copy.path) == Contents("UBND phường Mẫu", 1, PERIOD, "2026-09-15T08:30:15+00:00")
    with opened(copy.path) as kept:
        assert load_entries(kept, PERIOD) == {A: number("6")}


@pytest.mark.parametrize("spoilt", [b"", b"SQLite format 3\0" + bytes(4080), b"khong phai tep co quan" * 99])
def test_a_copy_that_is_not_sound_says_so(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "bản sao.cchc").write_bytes(spoilt)
    assert contents_of(tmp_path / "bản sao.cchc") is None
    assert (tmp_path / "bản sao.cchc").read_bytes() == spoilt


def daily(db: Database, office_file: Path, folder: Path, days: int) -> None:
    for day in range(days):
        back_up(db, office_file, folder, Why.DAILY, NOW + timedelta(days=day))


def test_backups_are_thinned_as_new_ones_come(db: Database, office_file: Path, folder: Path) -> None:
    daily(db, office_file, folder, 40)
    ages = [(NOW - copy.moment).days + 39 for copy in copies_of(office_file, folder)]
    assert ages[:12] == list(range(12))
    assert 12 < len(ages) < 20


def test_what_a_person_asked_for_is_never_thinned(db: Database, office_file: Path, folder: Path) -> None:
    asked = back_up(db, office_file, folder, Why.ASKED, NOW)
    daily(db, office_file, folder, 40)
    assert asked in copies_of(office_file, folder)


@pytest.mark.parametrize("rotten", [False, True])
def test_a_rotten_backup_takes_no_good_ones_place(
    db: Database, office_file: Path, folder: Path, rotten: bool
) -> None:
    morning = back_up(db, office_file, folder, Why.DAILY, NOW)
    evening = back_up(db, office_file, folder, Why.LOCK, NOW + timedelta(hours=5))
    if rotten:
        evening.path.write_bytes(evening.path.read_bytes()[:5000])
    back_up(db, office_file, folder, Why.DAILY, NOW + timedelta(days=9))
    assert (morning in copies_of(office_file, folder)) == rotten
    assert evening in copies_of(office_file, folder)


def test_a_damaged_file_makes_no_backup_and_takes_none_away(office_file: Path, folder: Path) -> None:
    with opened(office_file) as db:
        put(db, {A: number("6")})
        daily(db, office_file, folder, 20)
        before = copies_of(office_file, folder)
        whole = bytearray(office_file.read_bytes())
        whole[24:28] = b"\xff\xff\xff\x00"  # the change counter: what is in memory no longer counts
        whole[8192:] = bytes(len(whole) - 8192)
        office_file.write_bytes(whole)
        with pytest.raises(OfficeFileRefused):
            back_up(db, office_file, folder, Why.DAILY, NOW + timedelta(days=999))
    assert copies_of(office_file, folder) == before
    assert not list(folder.glob(f"*{UNFINISHED}"))


def test_a_folder_that_cannot_be_made_is_said(db: Database, office_file: Path, tmp_path: Path) -> None:
    (tmp_path / "tệp").touch()
    with pytest.raises(OfficeFileRefused, match="Hãy"):
        back_up(db, office_file, tmp_path / "tệp" / "sao-luu", Why.DAILY, NOW)


def test_what_a_kill_left_half_made_is_cleared_away_later(
    db: Database, office_file: Path, folder: Path
) -> None:
    folder.mkdir(parents=True)
    half = folder / f"{office_file.stem}.20260915-083000.hang-ngay.cchc{UNFINISHED}"
    foreign = folder / f"tệp của tôi{UNFINISHED}"
    half.touch()
    foreign.touch()
    back_up(db, office_file, folder, Why.DAILY, NOW - timedelta(days=999))
    assert half.exists()  # it may still be in the making
    back_up(db, office_file, folder, Why.DAILY, NOW + timedelta(days=999))
    assert not half.exists()
    assert foreign.exists()
