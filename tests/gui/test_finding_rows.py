"""Ctrl+F, the cell a page opens at, and the keys that go far."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.widgets.entry_table import EntryTable

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def figures(window: MainWindow) -> MainWindow:
    """The window at the page Số liệu."""
    window.show_page(window.page_names.index("Số liệu"))
    return window


def here(window: MainWindow) -> tuple[str, int]:
    table = window.figures.table
    assert table
    assert table.current_code
    return table.current_code, table.currentIndex().column()


def at(window: MainWindow) -> EntryTable:
    assert window.figures.table
    return window.figures.table


def test_the_page_opens_at_the_first_cell_that_waits(figures: MainWindow) -> None:
    assert here(figures) == ("PL2.1", Column.FIGURE)
    assert at(figures).hasFocus()


def test_a_tab_opens_at_its_first_cell_that_waits(figures: MainWindow) -> None:
    bar = figures.figures.tabs.tabBar()
    for place in range(bar.count()):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
        table = at(figures)
        assert table.currentIndex().column() == Column.FIGURE
        assert table.form.is_waiting(table.currentIndex().row()) or not table.form.waits


def test_another_report_opens_at_its_first_cell_that_waits(figures: MainWindow, desk: Desk) -> None:
    desk.start(Period.read("2026-Q4"))
    first = desk.report.template.appendices[0] if desk.report else None
    assert first
    for row in first.indicators:
        if row.is_asked:
            desk.figures.enter(row.code, "kps")
    desk.turn_to(Period.read("2026-Q3"))
    desk.turn_to(Period.read("2026-Q4"))
    assert figures.figures.tabs.currentIndex() == 1
    assert here(figures)[1] == Column.FIGURE
    assert at(figures).hasFocus()


def test_where_nothing_waits_the_first_cell_to_type_into_has_the_focus(
    figures: MainWindow, desk: Desk
) -> None:
    report = desk.report
    assert report
    for code, row in report.template.indicators.items():
        if row.is_asked and report.form.answer(code).is_blank:
            desk.figures.enter(code, "0" if row.kind.value == "C" else "kps")
    desk.start(Period.read("2026-Q4"))
    desk.turn_to(Period.read("2026-Q3"))
    assert here(figures) == ("PL2.1", Column.FIGURE)


def test_home_and_end_go_to_the_rows_ends(figures: MainWindow) -> None:
    QTest.keyClick(at(figures), Key.Key_Home)
    assert here(figures) == ("PL2.1", Column.STT)
    QTest.keyClick(at(figures), Key.Key_End)
    assert here(figures) == ("PL2.1", Column.NOTE)
    QTest.keyClick(at(figures), Key.Key_End, CONTROL)
    assert at(figures).currentIndex().row() == at(figures).form.rowCount() - 1
    QTest.keyClick(at(figures), Key.Key_Home, CONTROL)
    assert at(figures).currentIndex().row() == 0


def test_control_and_arrows_pass_over_columns_that_were_put_away(figures: MainWindow) -> None:
    figures.figures.columns.show(Column.NOTE, shown=False)
    QTest.keyClick(at(figures), Key.Key_Right, CONTROL)
    assert not at(figures).isColumnHidden(at(figures).currentIndex().column())


def test_control_shift_and_arrows_choose_up_to_the_edge(figures: MainWindow) -> None:
    table = at(figures)
    table.go_to(3)
    QTest.keyClick(table, Key.Key_Down, CONTROL | SHIFT)
    assert {index.row() for index in table.selectedIndexes()} == set(range(3, table.form.rowCount()))
    QTest.keyClick(table, Key.Key_Up, CONTROL | SHIFT)
    assert {index.row() for index in table.selectedIndexes()} == set(range(4))


def test_control_f_finds_rows_of_every_appendix_without_diacritics(figures: MainWindow) -> None:
    QTest.keyClick(figures, Key.Key_F, CONTROL)
    search = figures.figures.search
    assert search.field.hasFocus()
    QTest.keyClicks(search.field, "ho so")
    found = [here(figures)[0]]
    count = int(search.found.text().split("/")[1])
    assert search.found.text().startswith("1/")
    for _ in range(count):
        QTest.keyClick(search.field, Key.Key_Return)
        found.append(here(figures)[0])
    assert len(set(found)) == count  # each once; the last does not lead back to the first
    assert found[-1] == found[-2]
    QTest.keyClick(search.field, Key.Key_Return, SHIFT)
    assert here(figures)[0] == found[-3]
    labels = [
        at(figures).form.report.template.indicators[IndicatorCode(code)].label.lower() for code in found
    ]
    assert all("hồ sơ" in label for label in labels)
    QTest.keyClick(search.field, Key.Key_Escape)
    assert not search.isVisible()
    assert at(figures).hasFocus()


def test_a_search_that_finds_nothing_goes_back_to_where_it_began(figures: MainWindow) -> None:
    at(figures).go_to(3)
    begun = here(figures)
    QTest.keyClick(figures, Key.Key_F, CONTROL)
    search = figures.figures.search
    QTest.keyClicks(search.field, "ho so")
    assert here(figures) != begun
    QTest.keyClicks(search.field, "zz")
    assert search.found.text() == "Không có dòng nào"
    assert here(figures) == begun
    QTest.keyClick(search.field, Key.Key_Escape)
    assert here(figures) == begun


def test_a_word_still_being_composed_is_searched_for(figures: MainWindow) -> None:
    QTest.keyClick(figures, Key.Key_F, CONTROL)
    search = figures.figures.search
    QApplication.sendEvent(search.field, QInputMethodEvent("nhiệm vụ được giao", []))
    assert here(figures)[0] == "PL2.4.1"
    done = QInputMethodEvent()
    done.setCommitString("nhiệm vụ được giao")
    QApplication.sendEvent(search.field, done)
    assert search.field.text() == "nhiệm vụ được giao"


def test_a_search_without_result_says_so_and_stays(figures: MainWindow) -> None:
    QTest.keyClick(figures, Key.Key_F, CONTROL)
    QTest.keyClicks(figures.figures.search.field, "zz")
    assert figures.figures.search.found.text() == "Không có dòng nào"
    assert here(figures)[0] == "PL2.1"


def test_backspaces_of_a_keyboard_double_no_letter_in_the_search(figures: MainWindow) -> None:
    QTest.keyClick(figures, Key.Key_F, CONTROL)
    field = figures.figures.search.field
    QTest.keyClicks(field, "ho")
    QTest.keyClick(field, Key.Key_Backspace)
    field.insert("ồ")
    assert field.text() == "hồ"
