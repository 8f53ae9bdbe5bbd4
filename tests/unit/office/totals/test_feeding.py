"""Totals in this office's own form: taken over, following corrections, and told of once they are locked."""

from decimal import Decimal

import pytest

from cchc_desktop.form.review import Review
from cchc_desktop.office.figures.history import history
from cchc_desktop.office.figures.locked import ReportLocked
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import ReportRefused
from cchc_desktop.office.totals.feeding import differences, follow, set_own, take, waiting
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.office.an_office import says
from tests.unit.office.totals.below import Q3, locked, receive, review

SUM, PART, OWN = "PL4.3.X.1", "PL2.1", "PL2.2.1"


def test_a_total_taken_over_stands_in_the_form_and_says_where_it_came_from(office: Office) -> None:
    receive(office, "dv1", {SUM: "5"})
    assert SUM in take(office, Q3).cells
    report = office.report(Q3)
    assert says(report, SUM) == "5"
    assert history(report, SUM)[-1].source == "tổng hợp từ các đơn vị"
    assert not take(office, Q3)


def test_the_own_part_that_was_typed_is_kept_apart_and_never_added_twice(office: Office) -> None:
    report = office.report(Q3)
    report.enter(PART, "6")
    receive(office, "dv1", {PART: "4"})
    for _ in range(2):
        take(office, Q3)
        assert says(report, PART) == "10"
    assert office.totals.of(Q3).rows[IndicatorCode(PART)].own.number == Decimal(6)
    assert disagreements(office.archive.db) == ()


def test_what_was_taken_over_follows_corrections_and_returns(office: Office) -> None:
    report = office.report(Q3)
    report.enter(PART, "6")
    receive(office, "dv1", {SUM: "5", PART: "4"})
    take(office, Q3)
    receive(office, "dv1", {SUM: "8", PART: "1"})
    assert follow(office, Q3).cells >= {SUM, PART}
    assert (says(report, SUM), says(report, PART)) == ("8", "7")
    review(office, "dv1", Review.RETURNED)
    follow(office, Q3)
    assert (says(report, SUM), says(report, PART)) == ("blank", "blank")
    receive(office, "dv1", {SUM: "9", PART: "3"})
    follow(office, Q3)
    assert (says(report, SUM), says(report, PART)) == ("9", "9")


def test_what_a_person_typed_over_a_total_stays_and_is_listed(office: Office) -> None:
    receive(office, "dv1", {SUM: "5"})
    take(office, Q3)
    report = office.report(Q3)
    report.enter(SUM, "50")
    receive(office, "dv1", {SUM: "6"})
    assert not follow(office, Q3)
    (difference,) = differences(office, Q3)
    assert (difference.stands.number, difference.proposed.number) == (Decimal(50), Decimal(6))
    assert not difference.follows


def test_locked_figures_stay_and_what_changed_below_is_listed(office: Office) -> None:
    receive(office, "dv1", {SUM: "5"})
    take(office, Q3)
    report = office.report(Q3)
    locked(report)
    receive(office, "dv1", {SUM: "6"})
    assert not follow(office, Q3)
    assert says(report, SUM) == "5"
    (difference,) = differences(office, Q3)
    assert (difference.code, difference.follows) == (SUM, True)
    with pytest.raises(ReportLocked):
        take(office, Q3)
    with pytest.raises(ReportLocked):
        set_own(office, Q3, PART, "3")
    assert office.totals.of(Q3).rows[IndicatorCode(PART)].own.is_blank


def test_an_own_part_can_be_noted_apart_from_the_total(office: Office) -> None:
    receive(office, "dv1", {PART: "4"})
    assert waiting(office, Q3) == (PART,)
    set_own(office, Q3, PART, "2")
    assert says(office.report(Q3), PART) == "6"
    set_own(office, Q3, PART, "3")
    assert says(office.report(Q3), PART) == "7"
    assert (waiting(office, Q3), differences(office, Q3)) == ((), ())


@pytest.mark.parametrize("code", [OWN, "PL2.2"])
def test_no_total_belongs_into_a_row_that_is_the_offices_own(office: Office, code: str) -> None:
    with pytest.raises(ReportRefused, match=code):
        take(office, Q3, [code])
