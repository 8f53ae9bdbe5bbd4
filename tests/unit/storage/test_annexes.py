"""Further appendices and their photos in the office file."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.form.annex import Annex, Photo
from cchc_desktop.storage.annexes import (
    annex_from,
    annex_json,
    image_sizes,
    last_annex_number,
    load_annexes,
    load_image,
    save_annexes,
    save_image,
)
from cchc_desktop.storage.journal import Origin, Subject, history
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.storage.salvage import salvage
from cchc_desktop.values.image import read_image
from tests.unit.storage.an_office import NOW, PERIOD, opened
from tests.unit.values.photos import a_png

ORIGIN = Origin("Mẫu", NOW)
IMAGE = read_image("a.png", a_png())
LIST = Annex("Danh sách", "- một\n| A |\n|---|\n| “hai” |", place=2)
PHOTOS = Annex("Ảnh", photos=(Photo(IMAGE.digest, "Ngày hội"), Photo(IMAGE.digest)), place=1)


def test_appendices_come_back_in_their_order(db: Database) -> None:
    assert save_annexes(db, PERIOD, {"pl1": LIST, "pl2": PHOTOS}, ORIGIN) == {"pl1", "pl2"}
    assert list(load_annexes(db, PERIOD).items()) == [("pl2", PHOTOS), ("pl1", LIST)]
    assert load_annexes(db, PERIOD.following) == {}


def test_what_did_not_change_is_not_journalled(db: Database) -> None:
    save_annexes(db, PERIOD, {"pl1": LIST}, ORIGIN)
    assert save_annexes(db, PERIOD, {"pl1": LIST, "pl2": None}, ORIGIN) == frozenset()
    assert len(history(db, PERIOD, "pl1", Subject.ANNEX)) == 1


def test_one_that_was_taken_away_is_told_of_by_the_journal_and_keeps_its_number(db: Database) -> None:
    save_annexes(db, PERIOD, {"pl7": LIST}, ORIGIN)
    save_annexes(db, PERIOD, {"pl7": None}, ORIGIN)
    assert load_annexes(db, PERIOD) == {}
    assert last_annex_number(db, PERIOD) == 7
    assert annex_from(history(db, PERIOD, "pl7", Subject.ANNEX)[-1].old) == LIST
    assert disagreements(db) == ()


def test_a_photo_is_kept_once_and_comes_back_byte_by_byte(db: Database) -> None:
    for _ in range(2):
        save_image(db, IMAGE)
    assert load_image(db, IMAGE.digest) == IMAGE
    assert image_sizes(db) == {IMAGE.digest: len(IMAGE.content)}
    assert load_image(db, "0" * 64) is None


@pytest.mark.parametrize(
    "spoilt", ["{}", '{"title":"x"}', '{"title":"x","text":"","photos":[1],"place":1}', "x"]
)
def test_a_spoilt_row_is_no_appendix(spoilt: str) -> None:
    assert annex_from(annex_json(PHOTOS)) == PHOTOS
    with pytest.raises(ValueError, match=r"appendix|Expecting"):
        annex_from(spoilt)


def test_a_damaged_file_gives_back_appendices_and_photos(db: Database, office_file: Path) -> None:
    save_annexes(db, PERIOD, {"pl1": LIST, "pl2": PHOTOS}, ORIGIN)
    save_image(db, IMAGE)
    db.execute("UPDATE annex SET fields = 'hỏng' WHERE key = 'pl1'")
    db.close()
    out = office_file.with_name("đọc lại.cchc")
    found = salvage(office_file, out, NOW, {})
    assert any("pl1: đã lấy lại từ nhật ký" in sentence for sentence in found.lost)
    with opened(out) as again:
        assert load_annexes(again, PERIOD) == {"pl2": PHOTOS, "pl1": LIST}
        assert load_image(again, IMAGE.digest) == IMAGE
