"""A report changed in Word against the open one: what differs, text taken over, the way to each cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cchc_desktop.office.report import OpenReport
from ui.desk import Desk
from ui.documents.comparison_lines import Difference
from ui.documents.comparison_window import ComparisonWindow
from ui.main_window import MainWindow

Key = Qt.Key
_ADDED = "Đã xử lý 38/41 nội dung, đạt 82,93%."


@pytest.fixture
def compared(
    window: MainWindow, word: Path, opened: Callable[[MainWindow], ComparisonWindow]
) -> ComparisonWindow:
    window.documents.compare(word)
    return opened(window)


def choose(shown: ComparisonWindow, wanted: Callable[[Difference], bool]) -> None:
    line = next(
        each for each in shown.model.lines if isinstance(each.about, Difference) and wanted(each.about)
    )
    shown.table.go_to(shown.model.row_of(line.about))


def test_what_was_changed_in_word_stands_by_section_with_both_texts(compared: ComparisonWindow) -> None:
    choose(compared, lambda each: each.section == "I.4" and _ADDED in each.theirs)
    assert compared.table.line
    change, ours, theirs = compared.table.line.texts
    assert change == "Đã sửa"
    assert _ADDED not in ours
    assert _ADDED in theirs
    assert "Tệp Word" in compared.told.toPlainText()


def test_the_first_line_is_seen_with_the_heading_it_stands_under(compared: ComparisonWindow) -> None:
    assert compared.table.currentIndex().row() == 1
    assert compared.table.verticalScrollBar().value() == 0


def test_a_section_is_taken_over_and_back_and_the_file_follows(
    compared: ComparisonWindow, report: OpenReport
) -> None:
    before = report.prose["I.4"]
    choose(compared, lambda each: each.section == "I.4")
    compared.take_button.click()
    assert report.prose["I.4"].endswith(_ADDED)
    heads = [str(compared.model.index(row, 0).data()) for row in compared.model.group_rows]
    assert any(head.startswith("Mục I.4") and head.endswith("đã lấy về") for head in heads)
    assert not compared.take_button.isEnabled()
    QTest.keyClick(compared, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert report.prose["I.4"] == before
    assert compared.take_button.isEnabled()


def test_a_section_that_was_written_on_since_is_not_taken_over_blindly(
    compared: ComparisonWindow, desk: Desk, report: OpenReport
) -> None:
    choose(compared, lambda each: each.section == "I.4")
    desk.tell(report.write("I.4", "Viết lại."))
    compared.take_button.click()
    assert report.prose["I.4"] == "Viết lại."
    assert "So lại" in compared.outcome.text()


def test_enter_on_a_figure_that_no_longer_matches_leads_to_its_cell(
    compared: ComparisonWindow, window: MainWindow
) -> None:
    choose(compared, lambda each: bool(each.code) and not each.section and not each.reason)
    current = compared.table.line
    assert current
    assert isinstance(current.about, Difference)
    QTest.keyClick(compared.table, Key.Key_Return)
    assert window.pages.shown is window.figures
    assert window.figures.table
    assert window.figures.table.current_code == current.about.code


def test_the_way_to_a_section_leads_to_its_text(compared: ComparisonWindow, window: MainWindow) -> None:
    choose(compared, lambda each: each.section == "I.4" and not each.code)
    compared.go.click()
    assert window.pages.shown is window.prose


def test_it_closes_with_its_report(compared: ComparisonWindow, window: MainWindow, desk: Desk) -> None:
    assert compared.isVisible()
    desk.leave()
    assert not window.documents.windows
