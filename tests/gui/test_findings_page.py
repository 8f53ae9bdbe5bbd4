"""Kiểm tra: groups, filters, the way to a cell, what leaves the page, and what an empty page says."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.report import OpenReport
from ui.desk import Desk
from ui.dialogs.locking import LockQuestion
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.models.findings_model import FindingColumn
from ui.pages.findings_page import FindingsPage

Key = Qt.Key


@pytest.fixture
def page(window: MainWindow, desk: Desk) -> FindingsPage:
    """The page with what blocks, what is odd in two appendices, and one finding justified."""
    for code, text in (("PL2.4.1", "61"), ("PL2.4.2", "41"), ("PL2.4.3", "3"), ("PL2.4.4", "0")):
        desk.figures.enter(code, text)
    desk.figures.enter("PL2.3.3.1", "2")
    desk.figures.enter("PL2.3.3.2", "3")
    desk.figures.override("PL3.1", "7", "")
    window.show_page(window.page_names.index("Kiểm tra"))
    return window.findings


def codes(page: FindingsPage) -> list[str]:
    return [row[-1] for row in page.model.table[1:]]


def choose(page: FindingsPage, group: str) -> None:
    page.group.setCurrentIndex(page.group.findText(group))


def row_of(page: FindingsPage, code: str) -> int:
    column = FindingColumn.CODE
    return next(row for row in range(page.model.rowCount()) if page.model.index(row, column).data() == code)


def test_findings_stand_by_weight_and_appendix(page: FindingsPage, desk: Desk) -> None:
    desk.keep("R9-PL2.4.1", "Chưa đến hạn")
    heads = [str(page.model.index(row, 0).data()).rpartition(" (")[0] for row in page.model.headings]
    assert heads[0] == "Phải sửa · Phụ lục 2"
    assert heads[-1] == "Đã giải trình · Phụ lục 2"
    assert any(head.endswith("Phụ lục 3") for head in heads)


@pytest.mark.parametrize("group", ["Phải sửa", "Cần xem", "Đã giải trình"])
def test_a_filter_leaves_its_group(page: FindingsPage, desk: Desk, group: str) -> None:
    desk.keep("R9-PL2.4.1", "Chưa đến hạn")
    everything = set(codes(page))
    choose(page, group)
    assert codes(page)
    assert {row[0] for row in page.model.table[1:]} == {group}
    choose(page, "Tất cả")
    assert set(codes(page)) == everything


def test_a_text_filters_without_diacritics(page: FindingsPage) -> None:
    QTest.keyClicks(page.text, "chua xep vao nhom")
    assert codes(page) == ["R9-PL2.4.1"]
    page.text.clear()
    QTest.keyClicks(page.text, "zz")
    assert page.empty.isVisible()
    assert page.empty.words.text().startswith("Không có phát hiện nào khớp bộ lọc.")


def test_enter_leads_to_the_exact_cell(window: MainWindow, page: FindingsPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row_of(page, "R9-PL2.4.1"), 0))
    QTest.keyClick(page.table, Key.Key_Return)
    table = window.figures.table
    assert table
    assert table.hasFocus()
    assert (table.current_code, table.currentIndex().column()) == ("PL2.4.1", Column.FIGURE)


def test_a_click_on_the_words_chooses_and_a_double_click_leads_there(
    window: MainWindow, page: FindingsPage
) -> None:
    cell = page.model.index(row_of(page, "R9-PL2.4.1"), FindingColumn.MESSAGE)
    where = page.table.visualRect(cell).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.isVisible()
    assert page.keep.isEnabled()
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.figures.isVisible()
    assert window.figures.table
    assert window.figures.table.current_code == "PL2.4.1"


def test_the_list_that_is_shown_is_copied(page: FindingsPage) -> None:
    choose(page, "Phải sửa")
    page.copy.click()
    head, *rows = QGuiApplication.clipboard().text().splitlines()
    assert head == "Mức\tỞ đâu\tPhát hiện\tNên làm\tMã"
    assert [row.split("\t")[0] for row in rows] == ["Phải sửa"] * len(codes(page))
    assert "<table>" in QGuiApplication.clipboard().mimeData().html()


def test_the_list_is_written_as_a_table_that_excel_opens(
    page: FindingsPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.keep("R9-PL2.4.1", "=1+1")
    chosen = tmp_path / "danh sách"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    page.export.click()
    content = (tmp_path / "danh sách.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert [row[-1] for row in rows[1:]] == codes(page)
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_a_report_with_nothing_left_is_noted_as_checked_until_a_figure_changes(
    window: MainWindow, desk: Desk, report: OpenReport
) -> None:
    window.show_page(window.page_names.index("Kiểm tra"))
    assert not window.findings.checked.isEnabled()
    assert "phải trả lời" in window.findings.checked.toolTip()
    waiting = [code for code, row in report.template.indicators.items() if report.form.is_asked(row)]
    desk.figures.paste(dict.fromkeys(waiting, "kps"), {})
    QTest.mouseClick(window.findings.checked, Qt.MouseButton.LeftButton)
    assert report.head.stage is Stage.CHECKED
    assert window.header.stage.text() == "Đã kiểm tra"
    assert not window.findings.checked.isEnabled()
    desk.figures.enter(waiting[0], "1")
    assert window.header.stage.text() == "Đang nhập"


def test_a_page_where_all_is_well_says_so(window: MainWindow, desk: Desk, report: OpenReport) -> None:
    for code, row in report.template.indicators.items():
        if report.form.is_asked(row) and report.form.answer(code).is_blank:
            desk.figures.enter(code, "kps")
    assert report.findings == ()
    window.show_page(window.page_names.index("Kiểm tra"))
    assert window.findings.empty.isVisible()
    assert "Có thể chốt số liệu" in window.findings.empty.words.text()


def test_an_empty_page_offers_the_one_thing_to_do(window: MainWindow, desk: Desk, report: OpenReport) -> None:
    window.show_page(window.page_names.index("Kiểm tra"))
    waiting = [code for code, row in report.template.indicators.items() if report.form.is_asked(row)]
    desk.figures.paste(dict.fromkeys(waiting[:3], "kps"), {})
    QTest.mouseClick(window.findings.empty.button, Qt.MouseButton.LeftButton)
    assert window.figures.table
    assert window.figures.table.current_code == waiting[3]
    desk.figures.paste(dict.fromkeys(waiting, "kps"), {})
    window.show_page(window.page_names.index("Kiểm tra"))
    QTest.mouseClick(window.findings.empty.button, Qt.MouseButton.LeftButton)
    question = window.findChild(LockQuestion)
    assert question
    question.lock_button.click()
    assert not window.findings.empty.button.isVisible()
    assert window.findings.empty.words.text().endswith("Số liệu đã chốt.")
