"""Findings of the prose: on Kiểm tra and under the text, mended, justified, and where they lead."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.findings.found import Passage
from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.report import OpenReport
from tests.gui.prose.typing import Key, on_disk, send
from ui.desk import Desk
from ui.dialogs.reason import ReasonQuestion
from ui.main_window import MainWindow
from ui.models.findings_model import FindingColumn
from ui.pages.findings_page import FindingsPage
from ui.prose import inline, mending
from ui.prose.workplace import Workplace

TEXT = "Đã ban hành {PL2.1} văn bản 😀 và {PL2.7}.\n\n| Tên | Số |\n|---|--:|\n| a | b {PL2.7 dv} |"


@pytest.fixture
def page(window: MainWindow, desk: Desk, report: OpenReport) -> FindingsPage:
    """Kiểm tra with two findings in the prose of one section."""
    desk.tell(report.write("I.2", TEXT))
    window.show_page(window.page_names.index("Kiểm tra"))
    return window.findings


def rows_of_prose(page: FindingsPage) -> list[int]:
    every = range(page.model.rowCount())
    found = [(row, page.model.finding_at(page.model.index(row, 0))) for row in every]
    return [row for row, each in found if each and each.passage]


def choose(page: FindingsPage, row: int) -> None:
    page.table.setCurrentIndex(page.model.index(row, 0))


def test_findings_in_prose_stand_among_the_others_are_filtered_and_leave_with_the_list(
    page: FindingsPage,
) -> None:
    heads = [str(page.model.index(row, 0).data()) for row in page.model.headings]
    assert "Cần xem · Lời văn (2)" in heads
    assert page.model.index(rows_of_prose(page)[0], 0).data() == "Công tác chỉ đạo, điều hành"
    QTest.keyClicks(page.text, "neu dong PL2.7")
    assert len(page.model.table) == 3
    assert page.model.table[1][FindingColumn.CODE + 1].startswith("R8-I.2-")


@pytest.mark.parametrize(("turn", "selected"), [(0, "\ufffc"), (1, "\ufffc")])
def test_enter_leads_to_the_passage_and_selects_it(
    window: MainWindow, page: FindingsPage, turn: int, selected: str
) -> None:
    choose(page, rows_of_prose(page)[turn])
    QTest.keyClick(page.table, Key.Key_Return)
    assert window.prose.isVisible()
    assert window.prose.workplace
    editor = window.prose.workplace.editor
    assert window.prose.workplace.section == "I.2"
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == selected
    assert editor.objects.source(editor.textCursor().selectionStart()) == ("{PL2.7}", "{PL2.7 dv}")[turn]


def test_words_are_selected_by_letters_however_qt_counts_them(workplace: Workplace, desk: Desk) -> None:
    desk.tell(workplace._report.write("I.2", TEXT))
    workplace.show_passage(Passage("I.2", 1, 14, 21))
    assert workplace.editor.textCursor().selectedText() == "văn bản"
    workplace.show_passage(Passage("I.2", 1, 24, 26))
    assert workplace.editor.textCursor().selectedText() == "và"
    workplace.show_passage(Passage("I.2", 5, 1, 2))
    assert workplace.editor.textCursor().selectedText() == "b"
    workplace.show_passage(Passage("I.2", 0, 0, 1))
    assert not workplace.editor.textCursor().hasSelection()


def test_letters_that_qt_counts_twice_disturb_neither_search_nor_figures(
    workplace: Workplace, desk: Desk, report: OpenReport
) -> None:
    desk.tell(report.write("I.2", "😀 Có {PL2.1} việc 😀 tốt"))
    workplace.searching.begin(replacing=True)
    workplace.bar.field.setText("viec 😀")
    workplace.searching.step(True)
    assert workplace.editor.textCursor().selectedText() == "việc 😀"
    workplace.bar.replacement.setText("xong")
    workplace.searching.replace_all()
    assert workplace.texts.stored("I.2") == "😀 Có {PL2.1} xong tốt"
    objects = workplace.texts._objects["I.2"]
    assert list(objects.places(inline.FIGURE)) == [6]


def test_a_finding_in_prose_is_justified_and_that_is_taken_back(
    page: FindingsPage, report: OpenReport
) -> None:
    row = rows_of_prose(page)[0]
    choose(page, row)
    page.keep.click()
    question = page.findChildren(ReasonQuestion)[-1]
    question.field.setText("Chờ cấp trên cho số")
    button = next(b for b in question.findChildren(QPushButton) if b.text() == "Giữ nguyên lời văn")
    button.click()
    assert list(report.kept.values()) == ["Chờ cấp trên cho số"]
    assert page.model.open_count == len(found_in_prose(report)) - 1 + len(report.findings)
    choose(page, rows_of_prose(page)[-1])
    page.keep.click()
    question = page.findChildren(ReasonQuestion)[-1]
    next(b for b in question.findChildren(QPushButton) if b.text() == "Bỏ giải trình").click()
    assert not report.kept


def test_under_the_text_a_finding_leads_to_its_place_and_is_justified(
    workplace: Workplace, report: OpenReport
) -> None:
    send(workplace.editor, "Có {PL2.7} việc. ")
    assert workplace.settle()
    told = workplace.findings.text()
    assert "Tới chỗ đó" in told
    assert "Giải trình…" in told
    assert "Sửa giúp" not in told
    workplace.findings.linkActivated.emit("place:0")
    assert workplace.editor.textCursor().selectionStart() == 3
    workplace.findings.linkActivated.emit("keep:0")
    question = workplace.findChildren(ReasonQuestion)[-1]
    question.field.setText("Đang chờ")
    next(b for b in question.findChildren(QPushButton) if b.text().startswith("Giữ nguyên")).click()
    assert "Giải trình: Đang chờ" in workplace.findings.text()
    model = workplace.model
    assert "⚠" not in str(model.index(model.place_of("I.2"), 0).data())
    assert list(report.kept.values()) == ["Đang chờ"]


def test_a_remedy_is_one_step_that_undo_takes_back_unless_somebody_wrote_on(
    workplace: Workplace, desk: Desk, office_file: Path
) -> None:
    refused: list[str] = []
    desk.refused.connect(lambda refusal: refused.append(refusal.message))
    send(workplace.editor, "Đạt 50%.")
    assert workplace.settle()
    mending.mend(desk, "I.2", "Đạt 60%.", "Sửa giúp")
    assert workplace.editor.toPlainText() == "Đạt 60%."
    desk.undo.undo()
    assert on_disk(office_file, "I.2") == workplace.editor.toPlainText() == "Đạt 50%."
    desk.undo.redo()
    workplace.editor.moveCursor(workplace.editor.textCursor().MoveOperation.End)
    send(workplace.editor, " Tốt.")
    assert workplace.settle()
    desk.undo.undo()
    assert on_disk(office_file, "I.2") == "Đạt 60%. Tốt."
    assert "đã được sửa tiếp" in refused[0]


WRONG, RIGHT = "Đã giải quyết **38/41** hồ sơ, đạt 90%.", "Đã giải quyết **38/41** hồ sơ, đạt 92,68%."


def test_one_click_on_kiem_tra_mends_the_passage_and_undo_takes_that_back(
    window: MainWindow, desk: Desk, report: OpenReport, office_file: Path
) -> None:
    desk.tell(report.write("I.2", WRONG))
    window.show_page(window.page_names.index("Kiểm tra"))
    page = window.findings
    choose(page, rows_of_prose(page)[0])
    QTest.mouseClick(page.mend, Qt.MouseButton.LeftButton)
    assert on_disk(office_file, "I.2") == RIGHT
    assert rows_of_prose(page) == []
    desk.undo.undo()
    assert on_disk(office_file, "I.2") == WRONG
    choose(page, rows_of_prose(page)[0])
    QTest.keyClick(page.table, Key.Key_Return)
    assert window.prose.workplace
    assert window.prose.workplace.editor.textCursor().selectedText() == "90%"


def test_one_click_under_the_text_mends_the_passage(workplace: Workplace, office_file: Path) -> None:
    send(workplace.editor, "Đã giải quyết 38/41 hồ sơ, đạt 90%.")
    assert workplace.settle()
    assert "Sửa giúp" in workplace.findings.text()
    workplace.findings.linkActivated.emit("remedy:0")
    assert workplace.editor.toPlainText() == "Đã giải quyết 38/41 hồ sơ, đạt 92,68%."
    assert on_disk(office_file, "I.2") == "Đã giải quyết 38/41 hồ sơ, đạt 92,68%."
    assert not workplace.findings.isVisible()


def test_a_report_that_was_sent_is_not_mended(
    window: MainWindow, desk: Desk, report: OpenReport, workplace: Workplace
) -> None:
    desk.tell(report.write("I.2", WRONG))
    desk.tell(report.set_head(replace(report.head, stage=Stage.SUBMITTED)))
    assert "Tới chỗ đó" in workplace.findings.text()
    assert "Sửa giúp" not in workplace.findings.text()
    window.show_page(window.page_names.index("Kiểm tra"))
    choose(window.findings, rows_of_prose(window.findings)[0])
    assert not window.findings.mend.isEnabled()


def test_the_outline_shows_a_finding_before_a_heading_that_may_be_cut(
    workplace: Workplace, report: OpenReport, desk: Desk
) -> None:
    desk.tell(report.write("I.2", WRONG))
    row = workplace.model.index(workplace.model.place_of("I.2"), 0)
    assert str(row.data()).strip() == "✎ ⚠ 2. Công tác chỉ đạo, điều hành"


def test_without_a_remedy_the_button_waits(page: FindingsPage) -> None:
    choose(page, rows_of_prose(page)[0])
    assert page.go.isEnabled()
    assert page.keep.isEnabled()
    assert not page.mend.isEnabled()
    QTest.mouseClick(page.mend, Qt.MouseButton.LeftButton)
    assert page.model.rowCount()
