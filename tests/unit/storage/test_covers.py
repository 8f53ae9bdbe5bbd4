"""Covers and settings in the office file."""

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from cchc_desktop.form.cover import Cover
from cchc_desktop.storage.covers import latest_cover, load_cover, save_cover
from cchc_desktop.storage.journal import last_changes
from cchc_desktop.storage.profile import save_profile
from cchc_desktop.storage.reports import create_report
from cchc_desktop.storage.settings import load_settings, save_settings
from cchc_desktop.values.period import Period
from tests.unit.storage.an_office import HEAD, NOW, PERIOD, PROFILE

NEXT = PERIOD.following
COVER = Cover(
    place="Phường Mẫu",
    signing=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Nguyễn Văn Mẫu",
    addressees=("UBND thành phố Mẫu",),
    recipients=("Như trên", "Lưu: VT"),
)


def settle(db: Database, period: Period, cover: Cover) -> frozenset[str]:
    return save_cover(db, period, cover, who="Mẫu", now=NOW)


def begin(db: Database, period: Period) -> None:
    create_report(db, replace(HEAD, period=period), {}, who="Mẫu", now=NOW)


def test_a_cover_comes_back_as_it_was_settled_less_number_and_date(db: Database) -> None:
    assert load_cover(db, PERIOD) is None
    settle(db, PERIOD, replace(COVER, number="12", issued=date(2026, 9, 16)))
    assert load_cover(db, PERIOD) == COVER


def test_only_what_really_changed_is_told(db: Database) -> None:
    settle(db, PERIOD, COVER)
    assert settle(db, PERIOD, replace(COVER, signer="Lê Thị B")) == {"signer"}
    assert settle(db, PERIOD, replace(COVER, signer="Lê Thị B")) == frozenset()


def test_the_latest_cover_is_the_one_settled_last_whatever_its_period(db: Database) -> None:
    begin(db, NEXT)
    settle(db, NEXT, COVER)
    settle(db, PERIOD, replace(COVER, signer="Lê Thị B"))
    assert latest_cover(db) == replace(COVER, signer="Lê Thị B")


def test_there_is_no_latest_cover_once_the_profile_says_otherwise(db: Database) -> None:
    assert latest_cover(db) is None
    settle(db, PERIOD, COVER)
    save_profile(db, replace(PROFILE, prepared_by="Khác"), who="Mẫu", now=NOW)
    assert latest_cover(db) == COVER
    save_profile(db, replace(PROFILE, signer="Khác"), who="Mẫu", now=NOW)
    assert latest_cover(db) is None


def test_settings_come_back_and_those_nobody_touched_are_not_there(db: Database) -> None:
    assert load_settings(db) == {}
    assert save_settings(db, {"decimals": "1", "percent": '"apart"'}, who="Mẫu", now=NOW) == {
        "decimals",
        "percent",
    }
    assert save_settings(db, {"decimals": "1", "percent": '"close"'}, who="Mẫu", now=NOW) == {"percent"}
    assert load_settings(db) == {"decimals": "1", "percent": '"close"'}


def test_the_last_change_of_every_report_is_known(db: Database) -> None:
    begin(db, NEXT)
    assert last_changes(db) == {PERIOD: NOW, NEXT: NOW}
