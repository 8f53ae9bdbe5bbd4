"""Packages that came and left, and which of them counts."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlite_utils import Database

from cchc_desktop.form.review import Review
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.journal import Origin, Subject, history
from cchc_desktop.storage.offices_below import save_offices
from cchc_desktop.storage.packages import (
    Direction,
    Outcome,
    Package,
    add_package,
    content_of,
    list_packages,
    load_package,
    update_package,
)
from cchc_desktop.storage.received import (
    DecidedCell,
    ReceivedContent,
    let_count,
    load_answers,
    load_decisions,
    load_received,
    save_decisions,
    save_review,
)
from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.signed_papers import load_papers, remove_papers, save_paper
from cchc_desktop.template.model import Level
from cchc_desktop.values.answer import NOT_ARISEN, Answer
from tests.unit.storage.an_office import NOW, PERIOD

ORIGIN = Origin("Người nhận mẫu", NOW)
PACKAGE = Package(
    Direction.IN,
    "report",
    "dv1",
    PERIOD,
    1,
    "0" * 64,
    "BC-CCHC_x_2026-Q3_lan01.xlsx",
    at=NOW,
    came=NOW - timedelta(days=1),
    sender="mau@mau.example",
    key=b"k" * 32,
)
SAID = ReceivedContent(
    ("X25", "2025.1"),
    2,
    3,
    (("PL2.1", "number", "6.5"), ("PL2.2", "not-arisen", None)),
    {"R9-PL2.1": "Đúng."},
)


@pytest.fixture(autouse=True)
def ward(db: Database) -> None:
    """Put the office that reports on the list."""
    save_offices(db, {"dv1": OfficeBelow("dv1", "", "UBND phường Mẫu", Level.COMMUNE)}, ORIGIN)


def _counting(
    db: Database, package: Package, content: bytes, said: ReceivedContent, origin: Origin
) -> Package:
    """Store a report so that it counts."""
    stored = add_package(db, package, content)
    let_count(db, stored, said, origin)
    return stored


def test_a_stored_report_counts_with_its_bytes_and_its_answers(db: Database) -> None:
    stored = _counting(db, PACKAGE, b"file", SAID, ORIGIN)
    assert load_package(db, stored.id) == stored == replace(PACKAGE, id=stored.id)
    assert content_of(db, stored.id) == b"file"
    (received,) = load_received(db, PERIOD)
    assert (received.office, received.package, received.stage) == ("dv1", stored.id, Review.RECEIVED)
    assert load_answers(db, stored.id) == {"PL2.1": Answer(Decimal("6.5")), "PL2.2": NOT_ARISEN}


def test_a_newer_package_counts_and_the_older_stays_readable(db: Database) -> None:
    older = _counting(db, PACKAGE, b"1", SAID, ORIGIN)
    newer = _counting(db, replace(PACKAGE, sequence=2), b"2", replace(SAID, cells=()), ORIGIN)
    assert [each.package for each in load_received(db, office="dv1")] == [newer.id]
    assert content_of(db, older.id) == b"1"
    assert len(load_answers(db, older.id)) == 2
    assert len(history(db, PERIOD, "dv1", Subject.RECEIVED)) == 2


def test_packages_are_listed_by_what_is_asked(db: Database) -> None:
    waiting = replace(PACKAGE, outcome=Outcome.QUESTIONS, office="", reason="Chưa rõ đơn vị.")
    add_package(db, waiting, b"?")
    add_package(db, replace(PACKAGE, direction=Direction.OUT, kind="receipt"), b"out")
    assert [each.reason for each in list_packages(db, outcome=Outcome.QUESTIONS)] == ["Chưa rõ đơn vị."]
    assert [each.kind for each in list_packages(db, Direction.OUT)] == ["receipt"]
    assert len(list_packages(db)) == 2
    assert list_packages(db, office="dv2") == ()


def test_what_is_decided_of_a_package_is_in_the_journal(db: Database) -> None:
    stored = add_package(db, replace(PACKAGE, outcome=Outcome.QUESTIONS), b"?")
    decided = replace(stored, outcome=Outcome.SET_ASIDE, came=NOW)
    assert update_package(db, decided, replace(ORIGIN, reason="Tệp giả.")) == {"outcome", "came"}
    assert load_package(db, stored.id) == decided
    (change,) = history(db, PERIOD, f"{stored.id}.outcome", Subject.PACKAGE)
    assert (change.new, change.reason) == ('"set aside"', "Tệp giả.")


def test_decisions_replace_earlier_ones_cell_by_cell(db: Database) -> None:
    stored = add_package(db, PACKAGE, b"?")
    first = DecidedCell("PL2.1", "payload", "A", NOW, "Gọi điện")
    save_decisions(db, stored.id, [first, replace(first, code="PL2.2")])
    save_decisions(db, stored.id, [replace(first, choice="7")])
    assert [(each.code, each.choice) for each in load_decisions(db, stored.id)] == [
        ("PL2.1", "7"),
        ("PL2.2", "payload"),
    ]


def test_a_review_moves_a_report_on(db: Database) -> None:
    _counting(db, PACKAGE, b"1", SAID, ORIGIN)
    (received,) = load_received(db)
    save_review(db, replace(received, stage=Review.ACCEPTED, who="B"), replace(ORIGIN, who="B"))
    assert [(each.stage, each.who) for each in load_received(db)] == [(Review.ACCEPTED, "B")]


def test_what_is_not_there_is_refused_in_a_sentence(db: Database) -> None:
    for ask in (load_package, content_of):
        with pytest.raises(RecordRefused, match="số 7"):
            ask(db, 7)


def test_signed_papers_stay_with_their_report(db: Database) -> None:
    save_paper(db, PERIOD, "ban-ky.pdf", b"%PDF-1", now=NOW)
    save_paper(db, PERIOD, "ban-ky.pdf", b"%PDF-2", now=NOW)
    assert load_papers(db, PERIOD) == {"ban-ky.pdf": b"%PDF-2"}
    remove_papers(db, PERIOD)
    assert load_papers(db, PERIOD) == {}
