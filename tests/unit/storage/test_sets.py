"""The template sets that travel in the office file."""

import pytest
from sqlite_utils import Database

from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.sets import StoredSet, list_sets, load_set_files, save_set


def test_a_set_travels_in_the_file_byte_for_byte(db: Database) -> None:
    files = {"set.toml": "tên = 'ộ'".encode(), "dấu.toml": bytes(range(256)), "rỗng": b""}
    save_set(db, "X26", "2026.1", "ab" * 32, files)
    assert load_set_files(db, "X26", "2026.1") == files
    assert load_set_files(db, "X26", "2026.2") == {}
    assert list_sets(db) == (StoredSet("X25", "2025.1", "0f" * 32), StoredSet("X26", "2026.1", "ab" * 32))


def test_one_version_of_a_set_never_gets_another_content(db: Database) -> None:
    before = load_set_files(db, "X25", "2025.1")
    save_set(db, "X25", "2025.1", "0f" * 32, {"set.toml": b"read anew"})
    with pytest.raises(RecordRefused, match=r"X25 phiên bản 2025\.1 với nội dung khác"):
        save_set(db, "X25", "2025.1", "1f" * 32, {"set.toml": b"other"})
    assert load_set_files(db, "X25", "2025.1") == before
