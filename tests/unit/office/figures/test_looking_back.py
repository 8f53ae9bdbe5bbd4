"""What stands beside a figure, and where it comes from."""

import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest

from cchc_desktop.office.figures.explaining import derived, explained, why_not_derived
from cchc_desktop.office.figures.history import history
from cchc_desktop.office.figures.looking_back import Beside, LookingBack, Point
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.template.model import Kind
from cchc_desktop.values.answer import BLANK, NOT_ARISEN, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import NOW, Q3

A, B, RATIO = IndicatorCode("PL2.1"), IndicatorCode("PL2.2.1"), IndicatorCode("PL2.2")


def started(office: Office, period: str, **texts: str) -> OpenReport:
    report = office.start(Period.read(period), templates="X25")
    for code, text in texts.items():
        report.enter(code.replace("_", "."), text)
    return report


def answer(number: int) -> Answer:
    return Answer(Decimal(number))


def test_last_period_and_last_year_stand_beside_a_figure(office: Office) -> None:
    started(office, "2025-Q3", PL2_1="10")
    started(office, "2026-Q2", PL2_1="96")
    report = started(office, "2026-Q3", PL2_1="112")
    assert LookingBack(report).beside(A) == Beside(answer(96), answer(10), Decimal(16), is_marked=False)


def test_the_difference_follows_the_figure_and_a_large_one_is_marked(office: Office) -> None:
    started(office, "2026-Q2", PL2_1="20")
    report = started(office, "2026-Q3", PL2_1="21")
    back = LookingBack(report)
    report.enter("PL2.1", "200")
    assert back.beside(A).difference == Decimal(180)
    assert back.beside(A).is_marked
    assert not back.beside(B).is_marked


def test_without_reports_beside_it_nothing_is_said(report: OpenReport) -> None:
    report.enter("PL2.1", "5")
    assert LookingBack(report).beside(A) == Beside(None, None, None, is_marked=False)


def test_a_state_has_no_difference(office: Office) -> None:
    started(office, "2026-Q2", PL2_1="kps")
    report = started(office, "2026-Q3", PL2_1="5")
    beside = LookingBack(report).beside(A)
    assert (beside.previous, beside.difference) == (NOT_ARISEN, None)


def test_the_series_is_of_one_length_and_the_oldest_comes_first(office: Office) -> None:
    report = started(office, "2026-Q3", PL2_1="3")
    started(office, "2026-Q1", PL2_1="1")
    started(office, "2025-Q4", PL2_1="9")
    started(office, "2026", PL2_1="50")
    assert LookingBack(report).series(A) == (
        Point(Period.read("2025-Q4"), answer(9)),
        Point(Period.read("2026-Q1"), answer(1)),
        Point(Q3, answer(3)),
    )


def test_the_series_shows_what_was_just_typed_in_any_report(office: Office) -> None:
    report, earlier = started(office, "2026-Q3", PL2_1="3"), started(office, "2026-Q2", PL2_1="2")
    back = LookingBack(report)
    before = back.series(A)
    earlier.enter("PL2.1", "22")
    report.enter("PL2.1", "33")
    assert [point.answer for point in before] == [answer(2), answer(3)]
    assert [point.answer for point in back.series(A)] == [answer(22), answer(33)]


def test_a_figure_written_through_another_connection_is_seen(office: Office) -> None:
    report = started(office, "2026-Q3", PL2_1="3")
    started(office, "2026-Q2", PL2_1="2")
    back = LookingBack(report)
    assert back.series(A)[0].answer == answer(2)
    with closing(sqlite3.connect(office.path)) as stranger, stranger:
        stranger.execute("UPDATE answer SET value = '4' WHERE period = '2026-Q2' AND code = 'PL2.1'")
    assert back.series(A)[0].answer == answer(4)


def test_a_ratio_says_how_it_is_worked_out(report: OpenReport) -> None:
    report.enter("PL2.2.1", "28")
    report.enter("PL2.2.2", "20")
    told = explained(report, RATIO)
    assert told is not None
    assert (told.formula, told.words) == ("= 2.2 ÷ 2.1 × 100", "71,43%")
    assert [(operand.code, operand.name, operand.words) for operand in told.operands] == [
        ("PL2.2.2", "2.2", "20"),
        ("PL2.2.1", "2.1", "28"),
    ]


def test_an_override_does_not_change_what_is_explained(report: OpenReport) -> None:
    report.enter("PL2.2.1", "28")
    report.enter("PL2.2.2", "20")
    report.enter("PL2.2", "100", "theo biên bản")
    told = explained(report, RATIO)
    assert told is not None
    assert told.words == "71,43%"


def test_a_total_names_its_rows_and_the_appendix_of_those_elsewhere(report: OpenReport) -> None:
    rows = report.template.indicators
    for row in report.template.computing_order:
        told = explained(report, row.code)
        assert told is not None
        assert told.answer == BLANK or told.words
        assert told.formula.startswith("= ")
        assert told.formula.count("+" if row.kind is Kind.TOTAL else "÷") == len(row.operands) - 1
        for operand in told.operands:
            elsewhere = report.template.appendix_of(operand.code) != report.template.appendix_of(row.code)
            assert elsewhere == ("Phụ lục" in operand.name)
            assert operand.label == rows[operand.code].label


def test_rows_a_person_answers_are_not_explained(report: OpenReport) -> None:
    assert explained(report, A) is None


def test_the_history_of_a_cell_tells_who_wrote_what_and_from_where(report: OpenReport) -> None:
    report.enter("PL2.1", "1234")
    report.enter("PL2.1", "kps", source=Source.PASTED)
    report.annotate("PL2.1", "đã rà lại")
    report.clear((A,))
    steps = history(report, "PL2.1")
    assert [(step.before, step.after, step.source) for step in steps] == [
        ("trống", "1.234", "nhập"),
        ("1.234", "Không phát sinh", "dán"),
        ("Không phát sinh", "Không phát sinh, ghi chú “đã rà lại”", "nhập"),
        ("Không phát sinh", "trống", "nhập"),
    ]
    assert {(step.who, step.at) for step in steps} == {("Trần Thị Mẫu", NOW)}


def test_the_history_of_an_override_tells_its_reason_and_the_way_back(report: OpenReport) -> None:
    report.enter("PL2.2.1", "28")
    report.enter("PL2.2.2", "20")
    report.enter("PL2.2", "100", "theo biên bản", note="xem biên bản")
    assert report.form.answer(RATIO) == answer(100)
    report.take_back_override("PL2.2")
    assert report.form.answer(RATIO) == report.form.computed(RATIO)
    assert report.form.entry(RATIO).note == "xem biên bản"
    steps = history(report, "PL2.2")
    assert [(step.after, step.reason) for step in steps] == [
        ("100%, ghi chú “xem biên bản”", "theo biên bản"),
        ("trống", ""),
    ]


def test_there_is_nothing_to_take_back_where_nothing_was_overridden(report: OpenReport) -> None:
    with pytest.raises(ReportRefused, match="đang in đúng số tính được"):
        report.take_back_override("PL2.2")


def quarters(office: Office, *names: str) -> None:
    for number, name in enumerate(names, start=1):
        started(office, name, PL2_1=str(number * 10))


def test_a_longer_report_begins_with_what_the_quarters_make_of_it(office: Office) -> None:
    quarters(office, "2026-Q1", "2026-Q2", "2026-Q3")
    report = office.start(Period.read("2026-9M"), templates="X25")
    assert report.form.answer(A) == answer(60)
    assert [step.source for step in history(report, "PL2.1")] == ["chương trình đề xuất"]
    told = derived(report, A)
    assert told is not None
    assert (told.words, told.adds_up) == ("60", True)
    assert [point.answer for point in told.points] == [answer(10), answer(20), answer(30)]
    assert derived(report, RATIO) is None
    assert why_not_derived(report) == ""


def test_a_longer_figure_that_differs_is_reported_with_both(office: Office) -> None:
    quarters(office, "2026-Q1", "2026-Q2")
    report = office.start(Period.read("2026-H1"), templates="X25")
    report.enter("PL2.1", "31")
    assert [(each.code, each.found, each.expected) for each in report.findings_at(A)] == [
        ("R1-PL2.1", Decimal(31), Decimal(30))
    ]
    report.enter("PL2.1", "30")
    assert not report.findings_at(A)


def test_a_quarter_that_is_corrected_is_seen_when_the_longer_report_is_opened(office: Office) -> None:
    quarters(office, "2026-Q1", "2026-Q2")
    longer = Period.read("2026-H1")
    office.start(longer, templates="X25")
    office.report(Period.read("2026-Q2")).enter("PL2.1", "25")
    assert [each.code for each in office.report(longer).findings_at(A)] == ["R1-PL2.1"]


def test_a_figure_that_was_to_come_later_is_asked_again(office: Office) -> None:
    quarters(office, "2026-Q1", "2026-Q2")
    office.report(Period.read("2026-Q2")).enter("PL2.1", "bcs")
    report = office.start(Period.read("2026-H1"), templates="X25")
    assert report.form.answer(A) == BLANK


def test_the_missing_quarter_is_named(office: Office) -> None:
    quarters(office, "2026-Q1", "2026-Q2", "2026-Q4")
    report = office.start(Period.read("2026"), templates="X25")
    assert report.form.answer(A) == BLANK
    assert derived(report, A) is None
    assert "chưa có báo cáo quý III năm 2026" in why_not_derived(report)


def test_a_quarter_without_monthly_reports_misses_nothing(report: OpenReport) -> None:
    assert why_not_derived(report) == ""
