"""From the clipboard into cells: refused texts are kept, named rows shown first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from ui.dialogs.paste_labels import PasteByLabels
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.widgets.entry_table import EntryTable

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, DONE, TASKS = (IndicatorCode(code) for code in ("PL2.1", "PL2.2.2", "PL2.4.1"))


@pytest.fixture
def table(window: MainWindow) -> EntryTable:
    window.show_page(window.page_names.index("Số liệu"))
    assert window.figures.table
    window.figures.table.setFocus()
    return window.figures.table


def paste(table: EntryTable, text: str, code: IndicatorCode = FIRST, column: Column = Column.FIGURE) -> None:
    place = table.form.place_of(code)
    assert place is not None
    table.go_to(place, column)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(table, Key.Key_V, CONTROL)


def press(window: MainWindow, kind: type[Question], words: str) -> None:
    """Press the button of the one question of that kind."""
    question = window.findChild(kind)
    assert question
    found = [each for each in question.findChildren(QPushButton) if each.text() == words]
    assert found, [each.text() for each in question.findChildren(QPushButton)]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_refused_texts_are_kept_in_a_list_that_leads_to_their_cells(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    paste(table, "8\n\nhai mươi tám\nhai mươi", FIRST)
    kept = window.figures.refused
    assert "2 ô nhận, 2 ô từ chối." in window.figures.strip.toPlainText()
    assert kept.isVisible()
    assert kept.list.count() == 2
    kept.list.setFocus()
    kept.list.setCurrentRow(1)
    QTest.keyClick(kept.list, Key.Key_Return)
    assert table.current_code == DONE
    assert table.entry.editor
    assert table.entry.editor.text() == "hai mươi"
    QTest.keyClicks(table.entry.editor, "20")
    QTest.keyClick(table.entry.editor, Key.Key_Return)
    assert report.form.number(DONE) == 20
    assert kept.list.count() == 1
    kept.list.setCurrentRow(0)
    QTest.keyClick(kept.list, Key.Key_Delete)
    assert not kept.isVisible()


def test_what_fell_beside_the_table_is_kept_too(window: MainWindow, table: EntryTable) -> None:
    paste(table, "8\tghi chú\tthừa")
    assert "2 ô nhận, 1 ô từ chối." in window.figures.strip.toPlainText()
    assert "ngoài bảng Phụ lục 2" in window.figures.refused.list.item(0).text()


def test_quoted_cells_of_excel_come_whole(table: EntryTable, report: OpenReport) -> None:
    paste(table, '8\t"Hai dòng\nmột ô, có ""nháy"""\r\n')
    assert report.form.number(FIRST) == 8
    assert report.form.entry(FIRST).note == 'Hai dòng một ô, có "nháy"'


def test_a_copied_range_is_text_for_excel_and_a_table_for_word(table: EntryTable) -> None:
    paste(table, "8\tA & B")
    place = table.form.place_of(FIRST) or 0
    table.go_to(place)
    QTest.keyClick(table, Key.Key_Right, SHIFT)
    for _ in range(8):
        if table.selectionModel().isSelected(table.form.index(place, Column.NOTE)):
            break
        QTest.keyClick(table, Key.Key_Right, SHIFT)
    QTest.keyClick(table, Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "8\tA & B"
    assert copied.html() == "<table><tr><td>8</td><td>A &amp; B</td></tr></table>"


NAMED = (
    "STT\tChỉ tiêu\tĐVT\tSố liệu\n"
    "4.1\tTổng số nhiệm vụ được giao\tNhiệm vụ\t61\n"
    "\tsố nhiệm vụ đã hoàn thành\t\t20"
)


def test_rows_that_bring_their_names_are_shown_before_they_are_written(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    paste(table, NAMED)
    assert report.form.number(TASKS) is None
    question = window.findChild(PasteByLabels)
    assert question
    rows = [
        [question.model.item(row, column).text() for column in (0, 3)]
        for row in range(question.model.rowCount())
    ]
    assert rows == [["4.1, Phụ lục 2", "61"], ["2.2, Phụ lục 2", "20"]]
    press(window, PasteByLabels, "Ghi 2 ô")
    assert [report.form.number(code) for code in (TASKS, DONE)] == [61, 20]
    assert report.form.number(FIRST) is None
    assert "2 ô nhận, 0 ô từ chối." in window.figures.strip.toPlainText()
    QTest.keyClick(table, Key.Key_Z, CONTROL)
    assert [report.form.number(code) for code in (TASKS, DONE)] == [None, None]


def test_a_named_row_that_cannot_be_read_is_kept_for_a_person(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    paste(table, "Tổng số nhiệm vụ được giao\t61\nSố nhiệm vụ đã hoàn thành\t7\nSố dòng không ai biết\t5")
    press(window, PasteByLabels, "Ghi 2 ô")
    assert report.form.number(TASKS) == 61
    assert "“Số dòng không ai biết” không khớp chỉ tiêu nào" in window.figures.refused.list.item(0).text()


def test_rows_are_known_by_their_names_even_if_half_of_their_figures_cannot_be_read(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    paste(table, "4.1\tTổng số nhiệm vụ được giao\tNhiệm vụ\t61\n2.2\tSố nhiệm vụ đã hoàn thành\t\tabc")
    press(window, PasteByLabels, "Ghi 1 ô")
    assert report.form.number(TASKS) == 61
    assert "“abc” không phải là số" in window.figures.refused.list.item(0).text()


def test_named_rows_can_still_be_pasted_cell_by_cell(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    paste(table, "Tổng số nhiệm vụ được giao\t61")
    press(window, PasteByLabels, "Dán theo vị trí ô")
    assert report.form.number(TASKS) is None
    assert report.form.entry(FIRST).note == "61"


def test_an_old_fonts_text_is_offered_for_conversion(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    paste(table, "§· hoµn thµnh b¸o c¸o", FIRST, Column.NOTE)
    press(window, Question, "Chuyển sang Unicode")
    assert report.form.entry(FIRST).note == "Đã hoàn thành báo cáo"


def test_an_old_fonts_text_that_was_typed_is_kept_and_offered(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    table.go_to(table.form.place_of(FIRST) or 0, Column.NOTE)
    QGuiApplication.clipboard().setText("Baùo caùo ñaõ göûi")
    QTest.keyClick(table, Key.Key_F2)
    assert table.entry.editor
    table.entry.editor.paste()
    QTest.keyClick(table.entry.editor, Key.Key_Return)
    assert report.form.entry(FIRST).note == "Baùo caùo ñaõ göûi"
    press(window, Question, "Chuyển sang Unicode")
    assert report.form.entry(FIRST).note == "Báo cáo đã gửi"


def test_decomposed_letters_are_kept_composed(table: EntryTable, report: OpenReport) -> None:
    paste(table, "đa\u0303 gư\u0309i", FIRST, Column.NOTE)
    assert report.form.entry(FIRST).note == "đã gửi"


def test_the_journal_knows_that_cells_were_pasted(table: EntryTable, report: OpenReport) -> None:
    from cchc_desktop.office.figures.history import history
    from cchc_desktop.office.journal.words import SOURCE_WORDS

    paste(table, "8")
    QApplication.processEvents()
    assert [step.source for step in history(report, FIRST)] == [SOURCE_WORDS[Source.PASTED]]
