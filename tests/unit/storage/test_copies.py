"""Names of copies: of what, when and why."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cchc_desktop.storage.copies import Why, copies_of, folder_of, new_copy

NOW = datetime(2026, 9, 15, 8, 30, 15, 999, tzinfo=UTC)


@pytest.mark.parametrize("name", ["phường Mẫu #1 100%.cchc", "a.b.cchc", "[x]*.cchc", "không đuôi"])
@pytest.mark.parametrize("why", Why)
def test_a_name_tells_what_it_was_made_of(tmp_path: Path, name: str, why: Why) -> None:
    copy = new_copy(tmp_path / name, tmp_path, why, NOW)
    copy.path.touch()
    assert copies_of(tmp_path / name, tmp_path) == (copy,)
    assert copy.moment == NOW.replace(microsecond=0)


def test_copies_of_one_second_have_different_names(tmp_path: Path) -> None:
    office = tmp_path / "phường.cchc"
    for _ in range(3):
        new_copy(office, tmp_path, Why.DAILY, NOW).path.touch()
    assert len(copies_of(office, tmp_path)) == 3


def test_the_newest_stands_first(tmp_path: Path) -> None:
    office = tmp_path / "phường.cchc"
    for days in (3, 1, 2):
        new_copy(office, tmp_path, Why.DAILY, NOW - timedelta(days=days)).path.touch()
    ages = [(NOW - copy.moment).days for copy in copies_of(office, tmp_path)]
    assert ages == [1, 2, 3]


@pytest.mark.parametrize(
    "name",
    [
        "phường khác.20260915-083015.hang-ngay.cchc",
        "phường.20261399-083015.hang-ngay.cchc",
        "phường.20260915-083015.ly-do-la.cchc",
        "phường.20260915-083015.hang-ngay.cchc.dang-chep",
        "phường.truoc-khi-khoi-phuc-20260915-083015.cchc",
        "phường.cchc",
    ],
)
def test_what_is_no_copy_of_this_file_is_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert copies_of(tmp_path / "phường.cchc", tmp_path) == ()


def test_where_no_copy_was_ever_made_there_is_none(tmp_path: Path) -> None:
    assert copies_of(tmp_path / "phường.cchc", folder_of(tmp_path / "phường.cchc")) == ()


def test_every_reason_has_words_and_only_a_persons_own_backup_is_never_thinned() -> None:
    assert all(why.label for why in Why)
    assert [why for why in Why if not why.is_thinned] == [Why.ASKED]
