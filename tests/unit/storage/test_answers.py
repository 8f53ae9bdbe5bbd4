"""What stands in the cells of a report."""

import sqlite3
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.journal import history
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.storage.an_office import PERIOD, A, B, C, make_office, number, opened, put
from tests.unit.storage.entries import ENTRIES


@pytest.mark.parametrize(
    "answer", [BLANK, NOT_ARISEN, NOT_COMPETENT, LATER, Answer(Decimal(0)), Answer(Decimal(7))]
)
def test_each_of_the_six_states_comes_back_as_itself(office_file: Path, answer: Answer) -> None:
    with opened(office_file) as db:
        put(db, {A: Entry(answer, note="ghi chú")})
    with opened(office_file) as db:
        assert load_entries(db, PERIOD) == {A: Entry(answer, note="ghi chú")}


@pytest.mark.parametrize(
    "text",
    ["0.1", "30.162", "100000000000000000.000000000000000001", "33.33333333333333333333333333333333", "1E+3"],
)
def test_a_number_keeps_every_digit(db: Database, text: str) -> None:
    put(db, {A: number(text)})
    assert load_entries(db, PERIOD)[A].answer.number == Decimal(text)


def test_a_number_stands_in_the_file_in_plain_writing(db: Database) -> None:
    put(db, {A: number("1E+3"), B: number("12.50")})
    assert db.execute("SELECT value FROM answer ORDER BY code").fetchall() == [("1000",), ("12.5",)]


@pytest.mark.parametrize("said", [None, "", " 1.234 ", "a\x00b\r\n\t", "Ộ ộ O\u0323\u0302 𝟙 🇻🇳 \ufeff"])
def test_words_come_back_letter_for_letter_and_none_said_is_not_nothing_said(
    db: Database, said: str | None
) -> None:
    put(db, {A: Entry(said=said, note="x")})
    assert load_entries(db, PERIOD)[A].said == said


def test_only_cells_that_really_changed_are_named(db: Database) -> None:
    put(db, {A: number("6"), B: Entry(LATER)})
    assert put(db, {A: number("6.0"), B: number("7"), C: EMPTY}) == {B}


def test_the_same_again_does_not_touch_the_file(office_file: Path) -> None:
    with opened(office_file) as db:
        put(db, {A: number("6")})
        before = office_file.read_bytes(), office_file.stat().st_mtime_ns
        assert put(db, {A: number("6")}) == frozenset()
        assert (office_file.read_bytes(), office_file.stat().st_mtime_ns) == before


def test_an_empty_entry_takes_the_cells_entry_away(db: Database) -> None:
    put(db, {A: number("6"), B: number("7")})
    assert put(db, {A: EMPTY}) == {A}
    assert load_entries(db, PERIOD) == {B: number("7")}


def test_a_report_knows_only_its_own_answers(db: Database) -> None:
    put(db, {A: number("6")})
    assert load_entries(db, Period.read("2026-Q2")) == {}


def test_an_answer_to_no_report_is_a_bug_and_leaves_nothing(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.unit.storage.an_office.PERIOD", Period.read("2020-Q1"))
    with pytest.raises(sqlite3.IntegrityError):
        put(db, {A: number("6")})
    assert history(db, Period.read("2020-Q1"), A) == ()


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from([A, B, C, IndicatorCode("PL8.6.3")]), ENTRIES))
def test_whatever_was_saved_is_there_after_opening_again(entries: dict[IndicatorCode, Entry]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "phường.cchc"
        make_office(path)
        with opened(path) as db:
            put(db, entries)
        with opened(path) as db:
            assert load_entries(db, PERIOD) == {
                code: entry for code, entry in entries.items() if entry != EMPTY
            }
