"""The reports of the office and their heads."""

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.reports import create_report, list_reports, load_report, update_head
from cchc_desktop.values.answer import NOT_COMPETENT
from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.source import Source
from tests.unit.storage.an_office import HEAD, NOW, PERIOD, A, number


def head_of(period: str) -> ReportHead:
    own = Period.read(period)
    return replace(HEAD, period=own, window=own.window)


def test_a_report_begins_with_what_the_program_proposes(db: Database) -> None:
    head = head_of("2026-Q2")
    create_report(db, head, {A: Entry(NOT_COMPETENT)}, who="Mẫu", now=NOW)
    assert load_report(db, head.period) == head
    assert load_entries(db, head.period) == {A: Entry(NOT_COMPETENT)}
    assert history(db, head.period, A)[0].source is Source.PROPOSED


def test_a_period_has_one_report(db: Database) -> None:
    with pytest.raises(RecordRefused, match=r"quý III năm 2026.*2026-Q3"):
        create_report(db, HEAD, {A: number("6")}, who="Mẫu", now=NOW)
    assert load_entries(db, PERIOD) == {}


def test_a_period_without_report_has_no_head(db: Database) -> None:
    assert load_report(db, Period.read("2026")) is None


def test_reports_are_listed_in_the_order_of_their_periods(db: Database) -> None:
    for period in ("2026", "2025-Q4", "2026-02", "2026-H1", "2026-9M"):
        create_report(db, head_of(period), {}, who="Mẫu", now=NOW)
    listed = [str(head.period) for head in list_reports(db)]
    assert listed == ["2025-Q4", "2026-02", "2026-H1", "2026-Q3", "2026-9M", "2026"]


def test_a_head_comes_back_with_every_field_and_says_which_changed(db: Database) -> None:
    locked = replace(
        HEAD,
        window=Window(date(2026, 6, 15), date(2026, 9, 10)),
        deadline=date(2026, 9, 20),
        stage=Stage.SUBMITTED,
        number="05",
        issued=date(2026, 9, 11),
    )
    changed = {"window_last", "deadline", "stage", "number", "issued"}
    assert update_head(db, locked, who="Mẫu", now=NOW) == changed
    assert load_report(db, PERIOD) == locked
    assert update_head(db, locked, who="Mẫu", now=NOW) == frozenset()
    assert len(history(db, PERIOD, "stage", Subject.REPORT)) == 2


def test_a_head_without_report_cannot_change(db: Database) -> None:
    with pytest.raises(KeyError, match="2026-Q2"):
        update_head(db, head_of("2026-Q2"), who="Mẫu", now=NOW)
