"""Tổng quan: every report at a glance, one next step, and the ways from there."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.modeltest import ModelTester

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.summaries import Summary
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs.locking import LockQuestion
from ui.dialogs.new_report import NewReport
from ui.dialogs.reason import ReasonQuestion
from ui.main_window import MainWindow
from ui.models.reports_model import ReportColumn, ReportsModel

Key = Qt.Key
CheckModel = Callable[[ReportsModel], None]


def shown(window: MainWindow, row: int, column: ReportColumn) -> str:
    return str(window.overview.model.index(row, column).data())


@pytest.fixture
def overview(window: MainWindow) -> MainWindow:
    QTest.keyClick(window, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    return window


def answer_all(report: OpenReport, desk: Desk) -> None:
    """Answer every row that asks, so that nothing blocks the lock."""
    waiting = [code for code, row in report.template.indicators.items() if report.form.is_asked(row)]
    desk.figures.paste(dict.fromkeys(waiting, "kps"), {})


def test_a_report_tells_its_stage_completeness_deadline_and_last_change(
    overview: MainWindow, desk: Desk, report: OpenReport
) -> None:
    desk.figures.enter("PL2.1", "8")
    done = report.form.completeness
    assert shown(overview, 0, ReportColumn.PERIOD) == "Quý III năm 2026"
    assert shown(overview, 0, ReportColumn.STAGE) == "Đang nhập"
    assert shown(overview, 0, ReportColumn.ANSWERED) == f"{done.answered}/{done.required}"
    assert shown(overview, 0, ReportColumn.DEADLINE).startswith("16/9/2026 (")
    assert "ngày làm việc" in shown(overview, 0, ReportColumn.DEADLINE)
    assert shown(overview, 0, ReportColumn.SAVED) != "–"
    assert shown(overview, 0, ReportColumn.SENT) == "–"


def test_the_next_step_leads_to_the_figures_that_wait(overview: MainWindow) -> None:
    assert "chưa trả lời" in overview.overview.sentence.text()
    assert overview.overview.step_button.hasFocus()
    QTest.keyClick(overview.overview.step_button, Key.Key_Space)
    assert overview.figures.isVisible()


def test_final_figures_lead_to_what_is_left_of_their_way_up(
    overview: MainWindow, desk: Desk, report: OpenReport
) -> None:
    answer_all(report, desk)
    desk.lock()
    overview.exchange.mailroom.setCurrentWidget(overview.exchange.mailroom.ledger)
    QTest.keyClick(overview.overview.step_button, Key.Key_Return)
    assert overview.pages.shown is overview.exchange
    assert overview.exchange.mailroom.road.isVisible()


def test_the_one_next_step_is_marked_and_enter_presses_it(overview: MainWindow) -> None:
    assert overview.overview.step_button.isDefault()
    assert not overview.overview.new_button.isDefault()
    QTest.keyClick(overview.overview.step_button, Key.Key_Return)
    assert overview.pages.shown is overview.figures


def test_enter_presses_any_button_of_a_page_that_has_the_focus(overview: MainWindow) -> None:
    overview.overview.new_button.setFocus()
    QTest.keyClick(overview.overview.new_button, Key.Key_Return)
    assert overview.findChild(NewReport)


def test_enter_presses_a_station(overview: MainWindow) -> None:
    station = next(
        each for each in overview.stations.findChildren(QPushButton) if each.accessibleName() == "Số liệu"
    )
    station.setFocus()
    QTest.keyClick(station, Key.Key_Return)
    assert overview.pages.shown is overview.figures


def test_enter_opens_the_chosen_report(overview: MainWindow, desk: Desk) -> None:
    desk.start(Period.read("2026-Q4"))
    overview.show_page(0)
    table = overview.overview.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_End)
    table.setCurrentIndex(overview.overview.model.index(1, 0))
    QTest.keyClick(table, Key.Key_Return)
    assert desk.report
    assert desk.report.head.period == Period.read("2026-Q3")
    assert overview.figures.isVisible()


def test_a_double_click_opens_a_report(overview: MainWindow, desk: Desk) -> None:
    desk.start(Period.read("2026-Q4"))
    overview.show_page(0)
    table = overview.overview.table
    place = table.visualRect(overview.overview.model.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.report
    assert desk.report.head.period == Period.read("2026-Q3")


def test_a_new_report_is_proposed_with_its_days_in_words(overview: MainWindow, desk: Desk) -> None:
    overview.overview.new_button.click()
    question = overview.findChild(NewReport)
    assert question
    assert "Tính từ ngày" in question.window_words.text()
    assert "hạn gửi" in question.window_words.text()
    proposed = question.period
    question.findChildren(QPushButton)[0].click()
    assert desk.report
    assert desk.report.head.period == proposed


@pytest.mark.parametrize(
    ("kind", "proposed"),
    [("Tháng", "2026-12"), ("6 tháng", "2026-H2"), ("9 tháng", "2026-9M"), ("Năm", "2026")],
)
def test_another_kind_of_period_proposes_the_one_that_ends_with_the_first(
    overview: MainWindow, kind: str, proposed: str
) -> None:
    question = NewReport(Period.read("2026-Q4"), 2026, 2, overview)
    question.kind.setCurrentText(kind)
    assert question.period == Period.read(proposed)
    question.year.setCurrentText("2025")
    assert question.period == Period.read(proposed.replace("2026", "2025"))
    question.kind.setCurrentText("Quý")
    assert question.period.last_month == Period.read(proposed).last_month
    question.close()


def test_an_office_without_reports_is_told_what_belongs_here(
    overview: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    empty = tmp_path / "trống.cchc"
    assert desk.office
    with Office.create(empty, desk.office.profile):
        pass
    overview.opening.open(empty)
    assert overview.overview.empty.isVisible()
    assert overview.overview.step_button.text() == "Lập báo cáo…"


def test_what_blocks_the_lock_is_listed_and_leads_to_its_cell(
    overview: MainWindow, report: OpenReport
) -> None:
    overview.matters.ask_lock()
    question = overview.findChild(LockQuestion)
    assert question
    assert question.places.count() == report.form.completeness.required - report.form.completeness.answered
    question.places.setCurrentRow(3)
    wanted = question.places.currentItem().data(Qt.ItemDataRole.UserRole)
    question.go_button.click()
    assert overview.figures.isVisible()
    assert overview.figures.table
    assert overview.figures.table.current_code == wanted
    assert report.head.stage is Stage.DRAFT


@pytest.mark.parametrize("is_sample", [False, True])
def test_a_copy_at_the_lock_is_promised_only_where_one_is_made(
    overview: MainWindow, desk: Desk, report: OpenReport, is_sample: bool
) -> None:
    desk.describe(replace(desk.the_office.profile, is_sample=is_sample))
    answer_all(report, desk)
    overview.matters.ask_lock()
    question = overview.findChild(LockQuestion)
    assert question
    words = " ".join(label.text() for label in question.findChildren(QLabel))
    assert ("được sao lưu lúc chốt" in words) != is_sample


def test_a_question_is_no_higher_than_its_words(overview: MainWindow, desk: Desk, report: OpenReport) -> None:
    answer_all(report, desk)
    overview.matters.ask_lock()
    question = overview.findChild(LockQuestion)
    assert question
    for label in question.findChildren(QLabel):
        assert label.height() <= label.heightForWidth(label.width()) + label.fontMetrics().lineSpacing()


def test_locked_figures_stay_until_a_reason_opens_them(
    overview: MainWindow, desk: Desk, report: OpenReport, office_file: Path
) -> None:
    answer_all(report, desk)
    overview.matters.ask_lock()
    question = overview.findChild(LockQuestion)
    assert question
    question.lock_button.click()
    assert report.head.stage is Stage.LOCKED
    assert overview.header.stage.text() == "Đã chốt số liệu"
    assert "người chốt: Lan" in overview.header.stage.toolTip()
    assert any((office_file.parent / "sao-luu").glob("*chot-so-lieu*"))
    desk.figures.enter("PL2.1", "8")
    assert report.form.number(next(iter(report.template.indicators))) is None
    overview.matters.ask_lock()
    reason = overview.findChild(ReasonQuestion)
    assert reason
    button = reason.findChildren(QPushButton)[0]
    assert not button.isEnabled()
    QTest.keyClicks(reason.field, "Sua theo y kien")
    button.click()
    assert overview.header.stage.text() == "Đang nhập"


@pytest.fixture
def check_model(qtmodeltester: ModelTester) -> CheckModel:
    """Qt's rules for models, as pytest-qt checks them."""
    return qtmodeltester.check


def test_the_model_of_reports_keeps_qts_rules(window: MainWindow, check_model: CheckModel) -> None:
    window.show_page(0)
    check_model(window.overview.model)


def test_reports_are_checked_only_while_they_are_looked_at(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.office
    asked: list[str] = []

    def summaries() -> tuple[Summary, ...]:
        asked.append("all")
        return ()

    monkeypatch.setattr(desk.office, "report_summaries", summaries)
    desk.figures.enter("PL2.1", "8")
    assert asked == []
    window.show_page(0)
    assert asked == ["all"]
