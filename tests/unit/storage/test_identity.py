"""The keys by which offices know each other."""

from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.storage.identity import known_keys, load_key, remember_key, save_key
from cchc_desktop.storage.journal import Subject, history
from tests.unit.storage.an_office import NOW


def test_the_private_key_stands_in_one_place(office_file: Path, db: Database) -> None:
    assert load_key(db) is None
    save_key(db, b"first key of the office, 32 byte")
    save_key(db, bytes(range(32)))
    assert load_key(db) == bytes(range(32))
    assert office_file.read_bytes().count(bytes(range(32))) == 1


def test_an_office_is_known_by_its_last_accepted_key(db: Database) -> None:
    assert remember_key(db, "H57.1", b"one", who="Mẫu", now=NOW)
    assert not remember_key(db, "H57.1", b"one", who="Mẫu", now=NOW)
    assert remember_key(db, "H57.1", b"two", who="Mẫu", now=NOW, reason="Đã gọi điện xác nhận")
    assert known_keys(db) == {"H57.1": b"two"}
    assert [change.reason for change in history(db, None, "H57.1", Subject.KNOWN_KEY)] == [
        "",
        "Đã gọi điện xác nhận",
    ]
