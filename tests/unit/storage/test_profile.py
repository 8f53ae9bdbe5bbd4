"""Who the office is."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.form.profile import Profile
from cchc_desktop.storage.file import create
from cchc_desktop.storage.profile import load_profile, save_profile
from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.template.model import Level
from tests.unit.storage.an_office import NOW, PROFILE


def test_a_new_file_asks_for_the_offices_profile(tmp_path: Path) -> None:
    db = create(tmp_path / "phường.cchc")
    with pytest.raises(RecordRefused, match="chưa có thông tin cơ quan"):
        load_profile(db)
    db.close()


@pytest.mark.parametrize(
    "profile",
    [PROFILE, Profile("Sở Mẫu", Level.DEPARTMENT), replace(PROFILE, signing=("a\nb", ""), recipients=())],
)
def test_a_profile_comes_back_with_every_field(db: Database, profile: Profile) -> None:
    save_profile(db, profile, who="Mẫu", now=NOW)
    assert load_profile(db) == profile
    assert save_profile(db, profile, who="Mẫu", now=NOW) == frozenset()


def test_only_the_fields_that_changed_are_named(db: Database) -> None:
    moved = replace(PROFILE, place="Nơi Mới", is_sample=False)
    assert save_profile(db, moved, who="Mẫu", now=NOW) == {"place", "is_sample"}
