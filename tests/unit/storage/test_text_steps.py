"""Prose in the journal: steps of a few letters, from which the whole text comes back, or nothing at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.prose import save_prose
from cchc_desktop.storage.replay import SPOILT, disagreements, played
from cchc_desktop.storage.text_steps import text_after, text_step
from cchc_desktop.values.source import Source
from tests.unit.storage.an_office import NOW, PERIOD

TEXTS = st.text(alphabet="ab \nêđ😀{", max_size=60)
PAGE = "Uỷ ban nhân dân phường đã giải quyết hồ sơ đúng hạn. " * 60


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_the_text_comes_back_from_its_steps(texts: list[str]) -> None:
    said, before = compact(""), ""
    for text in texts:
        old, new = text_step(before, text)
        after = text_after(said, old, new)
        assert after is not None
        assert json.loads(after) == text
        said, before = after, text


def test_a_few_letters_in_a_page_are_a_few_letters_in_the_journal() -> None:
    old, new = text_step(PAGE, f"{PAGE[:500]}chữ mới {PAGE[500:]}")
    assert len(old) + len(new) < 100
    assert text_step("", "ngắn") == ('""', '"ngắn"')


def test_a_step_on_another_text_says_nothing() -> None:
    old, new = text_step(PAGE, PAGE + "thêm")
    assert text_after(compact(PAGE.replace("hồ", "ho")), old, new) is None
    assert text_after(SPOILT, old, new) is None


@pytest.mark.parametrize("new", ["[]", "3", "{}", "null", '{"at":"x","text":"","sign":0}', "{"])
def test_a_spoilt_step_says_nothing(new: str) -> None:
    assert text_after(compact(PAGE), '{"at":0,"text":""}', new) is None


def save(db: Database, text: str) -> None:
    save_prose(db, PERIOD, "I.1", text, who="Mẫu", source=Source.TYPED, now=NOW)


def test_an_afternoon_on_one_page_stays_small_and_is_played_whole(db: Database) -> None:
    text = PAGE
    save(db, text)
    for number in range(300):
        text += f"Câu {number}. "
        save(db, text)
    rows = history(db, PERIOD, "I.1", Subject.PROSE)
    assert sum(len(row.old) + len(row.new) for row in rows) < 30_000
    assert json.loads(played(db)[str(PERIOD), "prose", "I.1"]) == text
    assert disagreements(db) == ()


def test_a_lost_step_is_told_and_a_whole_text_after_it_stands_again(db: Database) -> None:
    save(db, PAGE)
    save(db, PAGE + "một")
    db.execute("DROP TRIGGER journal_is_not_shortened")
    db.execute("DELETE FROM journal WHERE id = (SELECT MAX(id) FROM journal WHERE subject = 'prose')")
    save(db, PAGE + "một hai")
    place = (str(PERIOD), "prose", "I.1")
    assert played(db)[place] == SPOILT
    assert disagreements(db) == (place,)
    save(db, "")
    save(db, "Viết lại")
    assert disagreements(db) == ()
