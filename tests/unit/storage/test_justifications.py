"""Findings that stand, with their reasons."""

from sqlite_utils import Database

from cchc_desktop.storage.justifications import load_kept, save_kept
from tests.unit.storage.an_office import NOW, PERIOD


def test_a_finding_stays_kept_until_its_reason_is_taken_away(db: Database) -> None:
    save_kept(db, PERIOD, {"R9-PL2.4": "Đang làm", "R15-PL4.1": "Tăng do sáp nhập"}, who="Mẫu", now=NOW)
    changed = save_kept(db, PERIOD, {"R9-PL2.4": "", "R15-PL4.1": "Tăng do sáp nhập"}, who="Mẫu", now=NOW)
    assert changed == {"R9-PL2.4"}
    assert load_kept(db, PERIOD) == {"R15-PL4.1": "Tăng do sáp nhập"}
