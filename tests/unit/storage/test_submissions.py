"""What has left as exchange files."""

import sqlite3
from datetime import timedelta

import pytest
from sqlite_utils import Database

from cchc_desktop.storage.reports import load_report
from cchc_desktop.storage.submissions import Submission, last_submission, record_submission
from cchc_desktop.values.period import Period
from tests.unit.storage.an_office import NOW, PERIOD


def test_the_sequence_of_a_report_is_that_of_its_last_submission(db: Database) -> None:
    assert last_submission(db, PERIOD) is None
    for sequence in (1, 2):
        at = NOW + timedelta(days=sequence)
        record_submission(db, PERIOD, sequence, f"hash {sequence}", f"lan0{sequence}.xlsx", now=at)
    assert last_submission(db, PERIOD) == Submission(2, "hash 2", "lan02.xlsx", NOW + timedelta(days=2))
    head = load_report(db, PERIOD)
    assert head is not None
    assert head.sequence == 2
    assert last_submission(db, Period.read("2026-Q2")) is None


def test_a_sequence_is_used_once(db: Database) -> None:
    record_submission(db, PERIOD, 1, "hash", "lan01.xlsx", now=NOW)
    with pytest.raises(sqlite3.IntegrityError):
        record_submission(db, PERIOD, 1, "other hash", "lan01.xlsx", now=NOW)
