"""Totals in form layout: who stands behind them, office by office, and the way into the own report."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.values.codes import IndicatorCode
from tests.gui.totals.conftest import CheckModel
from tests.unit.office.totals.below import Q3, locked, receive
from ui.desk import Desk
from ui.dialogs.page import PageDialog
from ui.mailroom.workplace import Mailroom
from ui.main_window import MainWindow
from ui.totals.below_tabs import BelowTabs
from ui.totals.giving_way import left_out
from ui.totals.looking_model import LookColumn
from ui.totals.totals_model import TotalColumn
from ui.totals.totals_tab import TotalsTab
from ui.widgets.entry_editor import EntryEditor
from ui.worker import Worker

GIVEN, DOCUMENTS = IndicatorCode("PL2.4.1"), IndicatorCode("PL2.1")


@pytest.fixture
def settle(worker: Worker, qtbot: QtBot) -> Callable[[], None]:
    """Wait until what was asked for is there."""

    def wait() -> None:
        qtbot.wait(200)
        qtbot.waitUntil(lambda: not worker.is_busy)
        QApplication.processEvents()

    return wait


@pytest.fixture
def totals(tabs: BelowTabs, mailroom: Mailroom, settle: Callable[[], None]) -> TotalsTab:
    """The tab of totals with what was added up."""
    mailroom.setCurrentWidget(tabs.totals)
    settle()
    return tabs.totals


def cell(totals: TotalsTab, code: str, column: TotalColumn) -> QModelIndex:
    place = totals.sheet.model.place_of(IndicatorCode(code))
    assert place is not None
    return totals.sheet.model.index(place, column)


def said(totals: TotalsTab, code: str, column: TotalColumn) -> str:
    return str(cell(totals, code, column).data())


def test_a_total_stands_beside_how_many_gave_and_owe_it(totals: TotalsTab) -> None:
    assert said(totals, GIVEN, TotalColumn.CHILDREN) == "30"
    assert said(totals, GIVEN, TotalColumn.ANSWERED) == "3/5"
    assert said(totals, GIVEN, TotalColumn.MISSING) == "2"


def test_who_is_missing_late_or_keeps_a_warning_is_named(totals: TotalsTab) -> None:
    words = {name: button.text() for name, button in totals.coverage.buttons.items()}
    assert words["Được cộng"].endswith(": 3")
    assert words["Chưa có số liệu"].endswith(": 2")
    assert words["Gửi muộn"].endswith(": 1")
    assert words["Giữ cảnh báo, có giải trình"].endswith(": 1")
    totals.coverage.buttons["Chưa có số liệu"].click()
    page = totals.coverage.findChild(PageDialog)
    assert page
    assert "UBND xã Mẫu 5" in page.page.toPlainText()
    page.close()


def test_the_models_keep_qts_rules(totals: TotalsTab, check_model: CheckModel) -> None:
    check_model(totals.sheet.model)
    check_model(totals.looking.model)


def test_the_current_total_is_looked_into_office_by_office(
    totals: TotalsTab, settle: Callable[[], None]
) -> None:
    totals.sheet.table.setCurrentIndex(cell(totals, DOCUMENTS, TotalColumn.CHILDREN))
    settle()
    model = totals.looking.model
    rows = [[str(model.index(row, column).data()) for column in LookColumn] for row in range(3)]
    assert [row[LookColumn.FIGURE] for row in rows] == ["30", "7", "3"]
    assert rows[0][LookColumn.SHARE] == "75 %"
    assert rows[1][LookColumn.PREVIOUS] == "5"
    assert "ít nhất" in totals.looking.rule.text()


def test_totals_go_into_the_own_report_as_one_step_and_back(
    totals: TotalsTab, desk: Desk, settle: Callable[[], None]
) -> None:
    before = desk.the_report.form
    totals.take_button.click()
    settle()
    taken = {code for code, entry in desk.the_report.form.entries.items() if not entry.answer.is_blank}
    assert taken
    assert any(said(totals, code, TotalColumn.STANDS) for code in taken if totals.sheet.model.place_of(code))
    desk.undo.undo()
    settle()
    assert desk.the_report.form.answers == before.answers
    desk.undo.redo()
    settle()
    assert {c for c, e in desk.the_report.form.entries.items() if not e.answer.is_blank} == taken


def test_the_own_part_is_typed_beside_the_total_and_undone(
    totals: TotalsTab, desk: Desk, settle: Callable[[], None]
) -> None:
    index = cell(totals, DOCUMENTS, TotalColumn.OWN)
    totals.sheet.table.setCurrentIndex(index)
    QTest.keyClick(totals.sheet.table, Qt.Key.Key_F2)
    editor = totals.sheet.table.findChild(EntryEditor)
    assert editor
    QTest.keyClicks(editor, "4")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert said(totals, DOCUMENTS, TotalColumn.VALUE) == "44"
    assert desk.the_report.form.number(DOCUMENTS) == 44
    desk.undo.undo()
    settle()
    assert desk.the_report.form.answer(DOCUMENTS).is_blank
    assert said(totals, DOCUMENTS, TotalColumn.OWN) == ""


def test_after_the_lock_what_changed_below_is_listed_and_nothing_is_taken(
    totals: TotalsTab, desk: Desk, settle: Callable[[], None]
) -> None:
    totals.take_button.click()
    settle()
    locked(desk.the_report)
    receive(desk.the_office, "dv4", {GIVEN: "100"})
    totals.refresh()
    settle()
    assert desk.the_report.head.stage is Stage.LOCKED
    assert not totals.take_button.isEnabled()
    assert "đã chốt" in totals.told.text()
    totals.sheet.only_other.click()
    assert totals.sheet.model.rowCount() == 1
    assert said(totals, GIVEN, TotalColumn.STANDS) == "30"
    assert said(totals, GIVEN, TotalColumn.VALUE) == "130"


def test_a_part_of_the_offices_is_shown_but_not_taken(totals: TotalsTab, settle: Callable[[], None]) -> None:
    totals.bar.group.setCurrentText("Phường")
    settle()
    assert said(totals, GIVEN, TotalColumn.CHILDREN) == "10"
    assert not totals.take_button.isEnabled()
    assert "một phần" in totals.told.text()


def test_who_sent_when_becomes_an_appendix_of_the_report(
    totals: TotalsTab, desk: Desk, settle: Callable[[], None]
) -> None:
    totals.annex_button.menu().actions()[0].trigger()
    settle()
    titles = [annex.title for annex in annexes_of(desk.the_report).values()]
    assert titles == ["Tình hình gửi báo cáo của các đơn vị"]


def test_totals_of_a_period_without_a_report_begin_one(
    totals: TotalsTab, desk: Desk, settle: Callable[[], None]
) -> None:
    totals.bar.period.setCurrentIndex(1)
    settle()
    assert "chưa lập" in totals.told.text()
    totals.take_button.click()
    settle()
    assert desk.the_report.head.period == Q3.previous


def test_a_superiors_tabs_fit_a_cheap_notebook_at_150_percent(window: MainWindow, mailroom: Mailroom) -> None:
    room = 1366 * 100 // 150 - window.stations.width()
    for place in range(mailroom.count()):
        mailroom.setCurrentIndex(place)
        shown = mailroom.currentWidget()
        assert shown is not None
        assert shown.minimumSizeHint().width() <= room, mailroom.tabText(place)


@pytest.mark.parametrize(
    ("room", "hidden"), [(100, set()), (79, {3}), (50, {3, 2}), (20, {3, 2, 1}), (0, {3, 2, 1})]
)
def test_columns_give_way_in_their_order_until_names_have_room(room: int, hidden: set[int]) -> None:
    assert left_out(room, {1: 20, 2: 20, 3: 20}, least=20, order=(3, 2, 1)) == hidden


def test_in_a_narrow_window_names_and_figures_stay_and_what_the_tips_tell_too_gives_way(
    totals: TotalsTab, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1500, 700)
    qtbot.waitUntil(lambda: not totals.sheet.table.isColumnHidden(TotalColumn.MISSING))
    window.resize(window.minimumSizeHint().width(), 500)
    qtbot.waitUntil(lambda: totals.sheet.table.isColumnHidden(TotalColumn.MISSING))
    figures = (TotalColumn.STT, TotalColumn.LABEL, TotalColumn.CHILDREN, TotalColumn.OWN, TotalColumn.VALUE)
    assert not any(totals.sheet.table.isColumnHidden(column) for column in figures)
    tip = str(totals.sheet.model.index(0, TotalColumn.LABEL).data(Qt.ItemDataRole.ToolTipRole))
    assert "còn thiếu" in tip
