"""Who changed what, when, from where."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.form.stage import Stage
from cchc_desktop.storage.answers import load_entries, save_entries
from cchc_desktop.storage.identity import remember_key
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.justifications import save_kept
from cchc_desktop.storage.profile import save_profile
from cchc_desktop.storage.prose import save_prose
from cchc_desktop.storage.reports import update_head
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from tests.unit.storage.an_office import HEAD, NOW, PERIOD, PROFILE, A, B, C, make_office, number, opened, put
from tests.unit.storage.entries import ENTRIES

CELLS = (A, B, C)


def test_a_change_says_who_when_from_where_and_why(db: Database) -> None:
    in_hanoi = datetime(2026, 9, 15, 6, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=7)))
    put(db, {A: number("6")})
    save_entries(
        db,
        PERIOD,
        {A: number("7")},
        who="Lê Thị B",
        source=Source.IMPORTED,
        now=in_hanoi,
        reason="Theo bảng mới",
    )
    _, change = history(db, PERIOD, A)
    assert (change.who, change.source, change.reason) == ("Lê Thị B", Source.IMPORTED, "Theo bảng mới")
    assert change.at == datetime(2026, 9, 14, 23, 59, 59, tzinfo=UTC)
    assert (change.old_entry, change.new_entry) == (number("6"), number("7"))
    assert (change.period, change.subject, change.key) == (PERIOD, Subject.ANSWER, A)


@settings(max_examples=25)
@given(st.lists(st.dictionaries(st.sampled_from(CELLS), ENTRIES | st.just(EMPTY)), max_size=6))
def test_the_journal_replayed_is_the_state(steps: list[dict[IndicatorCode, Entry]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "phường.cchc"
        make_office(path)
        with opened(path) as db:
            for step in steps:
                put(db, step)
            changes = {code: history(db, PERIOD, code) for code in CELLS}
            state = load_entries(db, PERIOD)
    for code, own in changes.items():
        assert (own[-1].new_entry if own else EMPTY) == state.get(code, EMPTY)
        assert not own or own[0].old_entry == EMPTY
        assert all(earlier.new == later.old for earlier, later in pairwise(own))
        assert all(change.old_entry != change.new_entry for change in own)


@pytest.mark.parametrize("rewriting", ["UPDATE journal SET who = 'ai đó'", "DELETE FROM journal"])
def test_the_journal_is_neither_rewritten_nor_shortened(db: Database, rewriting: str) -> None:
    put(db, {A: number("6")})
    with pytest.raises(sqlite3.IntegrityError, match="the journal only grows"):
        db.execute(rewriting)
    assert len(history(db, PERIOD, A)) == 1


def test_changes_of_profile_stage_prose_reasons_and_keys_are_in_the_journal(db: Database) -> None:
    save_profile(db, replace(PROFILE, signer="Người Ký Mới"), who="Mẫu", now=NOW)
    update_head(db, replace(HEAD, stage=Stage.LOCKED), who="Mẫu", now=NOW, reason="Đã duyệt")
    save_prose(db, PERIOD, "II.2.a", "Lời văn", who="Mẫu", source=Source.IMPORTED, now=NOW)
    save_kept(db, PERIOD, {"R9-PL2.4": "Đang thực hiện"}, who="Mẫu", now=NOW)
    remember_key(db, "H57.1", b"\x0a\xff", who="Mẫu", now=NOW)
    told = {
        subject: [(change.old, change.new) for change in history(db, period, key, subject)][-1]
        for period, key, subject in (
            (None, "signer", Subject.PROFILE),
            (PERIOD, "stage", Subject.REPORT),
            (PERIOD, "II.2.a", Subject.PROSE),
            (PERIOD, "R9-PL2.4", Subject.KEPT_FINDING),
            (None, "H57.1", Subject.KNOWN_KEY),
        )
    }
    assert told == {
        Subject.PROFILE: ('"Nguyễn Văn Mẫu"', '"Người Ký Mới"'),
        Subject.REPORT: ('"draft"', '"locked"'),
        Subject.PROSE: ('""', '"Lời văn"'),
        Subject.KEPT_FINDING: ('""', '"Đang thực hiện"'),
        Subject.KNOWN_KEY: ("null", '"0aff"'),
    }
    assert history(db, PERIOD, "stage", Subject.REPORT)[-1].reason == "Đã duyệt"
