"""The journal of the office file, searched through and taken along."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.values.codes import IndicatorCode
from ui.desk import Desk
from ui.dialogs.change_journal import ChangeJournal
from ui.main_window import MainWindow

FIRST = IndicatorCode("PL2.1")


@pytest.fixture
def journal(qtbot: QtBot, window: MainWindow, desk: Desk) -> ChangeJournal:
    """Change a figure twice and open the journal."""
    desk.figures.enter(FIRST, "6")
    desk.figures.enter(FIRST, "8")
    window.matters.ask_journal()
    shown = window.findChild(ChangeJournal)
    assert shown
    qtbot.waitUntil(lambda: bool(shown.table.lines.lines))
    return shown


def cell(journal: ChangeJournal, row: int, column: int) -> str:
    """Return what stands in the list."""
    return str(journal.table.lines.index(row, column).data())


def test_the_latest_change_stands_first_and_is_told_whole(journal: ChangeJournal) -> None:
    assert cell(journal, 0, 3).startswith("Số liệu PL2.1 ")
    assert (cell(journal, 0, 4), cell(journal, 0, 5)) == ("6", "8")
    assert journal.told.text().endswith("6 → 8")


def test_words_without_marks_find_a_change(journal: ChangeJournal) -> None:
    before = journal.table.lines.rowCount()
    QTest.keyClicks(journal.search, "thong tin co quan")
    assert 0 < journal.table.lines.rowCount() < before
    assert all(cell(journal, row, 3).startswith("Thông tin cơ quan") for row in range(2))
    QTest.keyClicks(journal.search, " xyz")
    assert journal.table.lines.rowCount() == 0
    assert journal.told.text() == "Không có thay đổi nào như thế. Hãy tìm bằng từ khác."


def test_enter_in_the_search_goes_into_the_list_and_closes_nothing(journal: ChangeJournal) -> None:
    journal.search.setFocus()
    QTest.keyClick(journal.search, Qt.Key.Key_Return)
    assert journal.isVisible()
    assert journal.table.hasFocus()


def test_the_journal_is_taken_along_as_a_workbook(
    qtbot: QtBot, journal: ChangeJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "nhật ký.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    journal.export.click()
    qtbot.waitUntil(lambda: "Đã ghi nhật ký" in journal.told.text(), timeout=20_000)
    sheet = load_workbook(file).active
    assert sheet is not None
    assert [*sheet.iter_rows(values_only=True)][-1][5:7] == ("6", "8")


def test_the_journal_is_offered_while_an_office_is_open(window: MainWindow, desk: Desk) -> None:
    (action,) = (each for each in window.findChildren(QAction) if each.text() == "Nhật &ký thay đổi…")
    assert action.isEnabled()
    desk.leave()
    assert not action.isEnabled()
