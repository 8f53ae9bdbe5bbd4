"""What stands beside and behind a figure: other periods, origin, history, findings, the lock."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.figures.locking import unlock
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.finding import Severity
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs.reason import ReasonQuestion
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.models.form_model import TREND_ROLE
from ui.remembered import Remembered
from ui.widgets.entry_table import EntryTable
from ui.worker import Worker

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST = IndicatorCode("PL2.1")
PAST = (("2025-Q3", "6"), ("2026-Q1", "2"), ("2026-Q2", "4"))


@pytest.fixture
def office_file(tmp_path: Path, period: Period) -> Path:
    """An office with three past reports besides the one that is open."""
    path = tmp_path / "phuong.cchc"
    with Office.create(path, Profile("UBND phường Thử", Level.COMMUNE, prepared_by="Lan")) as office:
        for name, text in PAST:
            office.start(Period.read(name), templates="X25").enter("PL2.1", text)
        office.start(period)
    return path


@pytest.fixture
def table(window: MainWindow) -> EntryTable:
    window.show_page(window.page_names.index("Số liệu"))
    assert window.figures.table
    return window.figures.table


def shown(table: EntryTable, code: str, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    place = table.form.place_of(IndicatorCode(code))
    assert place is not None
    return table.form.index(place, column).data(role)


def panel_text(window: MainWindow) -> str:
    return window.figures.panel.text.toPlainText()


def test_beside_a_figure_stand_last_period_last_year_and_the_difference(
    table: EntryTable, desk: Desk
) -> None:
    desk.figures.enter("PL2.1", "5")
    columns = (Column.PREVIOUS, Column.YEAR_EARLIER, Column.DIFFERENCE)
    assert [shown(table, "PL2.1", column) for column in columns] == ["4", "6", "+1"]
    desk.figures.enter("PL2.1", "3")
    assert shown(table, "PL2.1", Column.DIFFERENCE) == "−1"


def test_a_large_change_has_a_sign_besides_its_number(
    table: EntryTable, desk: Desk, report: OpenReport
) -> None:
    desk.figures.enter("PL2.1", "400")
    assert shown(table, "PL2.1", Column.DIFFERENCE) == "▲ +396"
    assert [finding.code for finding in report.findings_at(FIRST)] == ["R15-PL2.1"]


def test_a_row_is_drawn_through_its_periods_and_told_in_words(
    window: MainWindow, table: EntryTable, desk: Desk, qtbot: QtBot
) -> None:
    window.resize(1366, 700)  # a narrow one leaves its numbers the room
    desk.figures.enter("PL2.1", "5")
    qtbot.waitUntil(lambda: table.form.has_trends)
    assert shown(table, "PL2.1", Column.TREND, TREND_ROLE) == (6.0, 2.0, 4.0, 5.0)
    told = shown(table, "PL2.1", Column.TREND, Qt.ItemDataRole.AccessibleTextRole)
    assert str(told).endswith("quý II năm 2026: 4; quý III năm 2026: 5")
    place = table.form.index(table.form.place_of(FIRST) or 0, Column.TREND)
    picture = table.viewport().grab(table.visualRect(place)).toImage()
    inks = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(inks) > 4  # a line with soft edges, not an empty cell


def test_a_year_without_its_last_quarter_says_so_at_the_row_that_waits(
    window: MainWindow, desk: Desk
) -> None:
    desk.start(Period.read("2026"))
    window.figures.jump(FIRST)
    assert "chưa có báo cáo quý IV năm 2026" in window.figures.strip.toPlainText()
    desk.figures.enter(FIRST, "20")
    assert "quý IV" not in window.figures.strip.toPlainText()


def test_columns_are_put_away_and_widths_kept_for_the_next_time(
    window: MainWindow, table: EntryTable, tmp_path: Path, worker: Worker, qtbot: QtBot, qapp: QApplication
) -> None:
    window.figures.columns.show(Column.UNIT, shown=False)
    table.horizontalHeader().resizeSection(Column.NOTE, 222)
    other = window.figures.tabs.tables[1]
    window.figures.tabs.setCurrentWidget(other)
    assert (other.isColumnHidden(Column.UNIT), other.columnWidth(Column.NOTE)) == (True, 222)
    window.close()
    again = MainWindow(Desk(qapp), worker, Remembered(tmp_path / "config"), tmp_path)
    qtbot.addWidget(again)
    assert not again.figures.columns.is_shown(Column.UNIT)
    assert again.figures.columns.width_of(Column.NOTE) == 222
    again.close()


def test_the_current_cell_stays_in_sight_when_the_panel_makes_rows_higher(
    window: MainWindow, table: EntryTable
) -> None:
    window.resize(1366, 500)
    QApplication.processEvents()
    table.go_to(table.rowAt(table.viewport().height() - 2))
    before = table.verticalHeader().length()
    QTest.keyClick(window, Key.Key_F9)
    QApplication.processEvents()
    assert table.verticalHeader().length() > before
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_f9_beside_the_figures_says_where_it_works_and_leads_nowhere(window: MainWindow) -> None:
    page = window.pages.in_order[window.page_names.index("Sổ theo dõi")]
    window.go_to(page)
    QTest.keyClick(window, Key.Key_F9)
    assert window.pages.shown is page
    assert "F9 dùng ở trang Số liệu" in window.statusBar().currentMessage()


def test_a_window_too_narrow_for_all_leaves_the_drawing_out_not_the_rows_name(
    window: MainWindow, table: EntryTable
) -> None:
    window.resize(683, 312)
    QApplication.processEvents()
    assert table.isColumnHidden(Column.TREND)
    assert not table.isColumnHidden(Column.PREVIOUS)
    assert table.columnViewportPosition(Column.LABEL) >= 0
    window.resize(1366, 700)
    QApplication.processEvents()
    assert not table.isColumnHidden(Column.TREND)


def test_at_the_cheap_notebooks_size_no_column_is_cut(window: MainWindow, table: EntryTable) -> None:
    window.resize(1366, 700)
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() == 0
    QTest.keyClick(window, Key.Key_F9)
    QApplication.processEvents()
    assert window.figures.panel.isVisible()
    assert table.horizontalScrollBar().maximum() == 0


def test_f9_tells_origin_history_and_findings_of_the_cell(
    window: MainWindow, table: EntryTable, desk: Desk
) -> None:
    for code, text in (("PL2.2.1", "28"), ("PL2.2.2", "20"), ("PL2.2.2", "14")):
        desk.figures.enter(code, text)
    QTest.keyClick(window, Key.Key_F9)
    window.figures.jump("PL2.2")
    assert "= 2.2 ÷ 2.1 × 100 → 50%" in panel_text(window)
    assert "2.2 Số nhiệm vụ đã hoàn thành: 14" in panel_text(window)
    window.figures.panel.text.anchorClicked.emit(QUrl("row:PL2.2.2"))
    assert table.current_code == "PL2.2.2"
    assert "Lan (nhập): 20 → 14" in panel_text(window)
    assert "Lan (nhập): trống → 20" in panel_text(window)
    QTest.keyClick(window, Key.Key_F9)
    assert not window.figures.panel.isVisible()


def test_the_chart_shows_a_row_with_two_figures_and_more(window: MainWindow, desk: Desk) -> None:
    window.show_page(window.page_names.index("Số liệu"))
    window.going.toggle_panel()
    desk.figures.enter("PL2.1", "5")
    window.figures.jump("PL2.1")
    assert window.figures.panel.chart.isVisible()
    assert "quý III năm 2026: 5" in window.figures.panel.chart.accessibleDescription()
    window.figures.panel.grab()  # paints
    window.figures.jump("PL2.2.1")
    assert not window.figures.panel.chart.isVisible()


def test_an_override_is_seen_told_and_taken_back(
    window: MainWindow, table: EntryTable, desk: Desk, report: OpenReport
) -> None:
    for code, text in (("PL2.2.1", "28"), ("PL2.2.2", "14")):
        desk.figures.enter(code, text)
    assert shown(table, "PL2.2", Column.FIGURE, Qt.ItemDataRole.DecorationRole) is None
    desk.figures.override("PL2.2", "100", "Theo kết luận của tỉnh")
    window.figures.jump("PL2.2")
    assert shown(table, "PL2.2", Column.FIGURE, Qt.ItemDataRole.DecorationRole) is not None
    assert "lý do: Theo kết luận của tỉnh" in window.figures.strip.toPlainText()
    window.figures.strip.anchorClicked.emit(QUrl("restore:PL2.2"))
    assert report.form.number(IndicatorCode("PL2.2")) == 50
    QTest.keyClick(table, Key.Key_Z, CONTROL)
    assert report.form.number(IndicatorCode("PL2.2")) == 100


def test_the_panel_says_what_prints_in_the_notes_column(
    window: MainWindow, table: EntryTable, desk: Desk, report: OpenReport
) -> None:
    for code, text in (("PL2.2.1", "28"), ("PL2.2.2", "14")):
        desk.figures.enter(code, text)
    desk.set_settings(replace(report.archive.settings, reasons_in_notes=True))
    desk.figures.override("PL2.2", "100", "Theo kết luận của tỉnh")
    window.going.toggle_panel()
    window.figures.jump("PL2.2")
    assert table.current_code == "PL2.2"
    assert "In trong Ghi chú\nTheo kết luận của tỉnh" in panel_text(window)


def test_a_finding_is_justified_at_its_cell_and_the_justification_taken_back(
    window: MainWindow, desk: Desk, report: OpenReport
) -> None:
    desk.figures.enter("PL2.1", "400")
    window.show_page(window.page_names.index("Số liệu"))
    window.figures.jump("PL2.1")
    QTest.keyClick(window, Key.Key_G, CONTROL)
    answer(window, "Thêm văn bản về chính quyền hai cấp", "Giữ nguyên số liệu")
    assert report.kept == {"R15-PL2.1": "Thêm văn bản về chính quyền hai cấp"}
    assert "Giải trình: Thêm văn bản" in window.figures.strip.toPlainText()
    window.figures.strip.anchorClicked.emit(QUrl("keep:R15-PL2.1"))
    answer(window, "", "Bỏ giải trình")
    assert report.kept == {}


def answer(window: MainWindow, reason: str, words: str) -> None:
    question = window.findChild(ReasonQuestion)
    assert question
    if reason:
        question.field.setText(reason)
    QTest.mouseClick(
        next(each for each in question.findChildren(QPushButton) if each.text() == words),
        Qt.MouseButton.LeftButton,
    )
    question.deleteLater()
    QApplication.sendPostedEvents(question, 52)


@pytest.fixture
def locked(table: EntryTable, desk: Desk, report: OpenReport) -> EntryTable:
    """The table of a report whose figures are final."""
    for code, row in report.template.indicators.items():
        if report.form.is_asked(row) and report.form.answer(code).is_blank:
            desk.figures.enter(code, "kps")
    desk.lock()
    assert report.head.stage.holds_figures
    table.setFocus()
    table.go_to(table.form.place_of(FIRST) or 0)
    return table


def test_locked_figures_say_why_when_somebody_types(
    window: MainWindow, locked: EntryTable, report: OpenReport
) -> None:
    before = dict(report.form.entries)
    for key in (Key.Key_5, Key.Key_F2, Key.Key_Delete):
        window.figures.strip.clear()
        QTest.keyClick(locked, key)
        assert locked.entry.editor is None
        assert "đã chốt lúc" in window.figures.strip.toPlainText()
        assert "người chốt: Lan" in window.figures.strip.toPlainText()
    assert dict(report.form.entries) == before
    window.figures.strip.clear()
    for key in (Key.Key_Escape, Key.Key_Down):
        QTest.keyClick(locked, key)
    assert "đã chốt lúc" in window.figures.strip.toPlainText()  # the row below tells it too, without a wish
    assert locked.currentIndex().row() == (locked.form.place_of(FIRST) or 0) + 1
    tip = str(shown(locked, "PL2.1", Column.FIGURE, Qt.ItemDataRole.ToolTipRole))
    assert "Muốn sửa thì mở chốt số liệu" in tip


def test_unlocked_figures_take_text_again(locked: EntryTable, report: OpenReport, desk: Desk) -> None:
    desk.changed.emit(unlock(report, "Sửa theo ý kiến lãnh đạo"))
    QTest.keyClicks(locked, "7")
    assert locked.entry.editor
    QTest.keyClick(locked.entry.editor, Key.Key_Return)
    assert report.form.number(FIRST) == Decimal(7)


def test_a_longer_period_shows_what_its_reports_make_of_it(window: MainWindow, desk: Desk) -> None:
    desk.figures.enter("PL2.1", "5")
    desk.start(Period.read("2026-Q4"))
    desk.figures.enter("PL2.1", "1")
    desk.start(Period.read("2026"))
    window.show_page(window.page_names.index("Số liệu"))
    window.going.toggle_panel()
    window.figures.jump("PL2.1")
    assert "Cộng từ các kỳ ngắn hơn: 12" in panel_text(window)
    assert "quý II năm 2026: 4" in panel_text(window)
    desk.figures.enter("PL2.1", "13")
    assert desk.report
    assert [each.severity for each in desk.report.findings_at(FIRST)] == [Severity.WARN]
    assert "R1-PL2.1" in window.figures.strip.toPlainText()
