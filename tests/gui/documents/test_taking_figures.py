"""Figures of somebody's report beside the reading: chosen and corrected by keys, filled in as one step."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from docx.document import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.codes import IndicatorCode
from tests.journeys.word_files import edited, forms, row_with
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.documents.figure_lines import Choice
from ui.documents.figures_window import FiguresWindow
from ui.documents.row_choice import RowChoice
from ui.main_window import MainWindow

Key = Qt.Key
Opened = Callable[[MainWindow], FiguresWindow]
_UNSURE, _COUNT = IndicatorCode("PL2.4.1"), IndicatorCode("PL2.2.2")


@pytest.fixture
def reviewed(window: MainWindow, word: Path, opened: Opened) -> FiguresWindow:
    window.documents.read_figures(word)
    return opened(window)


def current(shown: FiguresWindow) -> Choice:
    assert shown.table.line
    assert isinstance(shown.table.line.about, Choice)
    return shown.table.line.about


def choose(shown: FiguresWindow, code: IndicatorCode) -> None:
    line = next(
        each for each in shown.model.lines if isinstance(each.about, Choice) and each.about.code == code
    )
    shown.table.go_to(shown.model.row_of(line.about))


def test_the_row_a_person_has_to_look_at_comes_first_with_its_words_and_the_reason(
    reviewed: FiguresWindow,
) -> None:
    assert current(reviewed).code == _UNSURE
    assert not current(reviewed).is_taken
    told = reviewed.told.toPlainText()
    assert "Không đọc được “khoảng 60”" in told
    assert "Trong biểu mẫu: Tổng số nhiệm vụ được giao" in told


def test_figures_are_corrected_by_keys_and_filled_in_as_one_step(
    reviewed: FiguresWindow, report: OpenReport, desk: Desk
) -> None:
    before = report.form.entries
    QTest.keyClick(reviewed.table, Key.Key_Return)
    assert reviewed.field.hasFocus()
    QTest.keyClicks(reviewed.field, "64")
    QTest.keyClick(reviewed.field, Key.Key_Return)
    assert reviewed.table.hasFocus()
    choose(reviewed, _COUNT)
    assert current(reviewed).is_taken
    reviewed.fill_button.click()
    assert report.form.number(_UNSURE) == Decimal(64)
    assert report.form.number(_COUNT) == Decimal(21)
    assert desk.undo.count() == 1
    QTest.keyClick(reviewed.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert report.form.entries == before


def test_a_row_that_is_passed_over_is_not_written(reviewed: FiguresWindow, report: OpenReport) -> None:
    before = report.form.number(_COUNT)
    choose(reviewed, _COUNT)
    QTest.keyClick(reviewed.table, Key.Key_Space)
    assert not current(reviewed).is_taken
    reviewed.fill_button.click()
    assert report.form.number(_COUNT) == before


def test_what_is_no_figure_is_not_taken_and_said_why(reviewed: FiguresWindow) -> None:
    QTest.keyClick(reviewed.table, Key.Key_Return)
    QTest.keyClicks(reviewed.field, "sau muoi")
    QTest.keyClick(reviewed.field, Key.Key_Return)
    assert not current(reviewed).is_taken
    assert "không phải là số" in reviewed.outcome.text()


def test_an_unknown_row_is_given_its_row_of_the_form_by_searching_without_marks(
    window: MainWindow, made: Path, tmp_path: Path, opened: Opened, report: OpenReport
) -> None:
    def rename(document: Document) -> None:
        table = forms(document)[0]
        row = row_with(table, "Số văn bản chỉ đạo")
        for column, text in enumerate(("9", "Số cuộc họp giao ban chuyên đề", "Cuộc", "7")):
            table.cell(row, column).text = text

    window.documents.read_figures(edited(made / "bao-cao.docx", tmp_path / "dòng lạ.docx", rename))
    shown = opened(window)
    assert current(shown).code is None
    QTest.keyClick(shown.table, Key.Key_F4)
    (question,) = shown.findChildren(RowChoice)
    QTest.keyClicks(question.text, "van ban chi dao")
    QTest.keyClick(question.text, Key.Key_Return)
    QTest.keyClick(shown.field, Key.Key_Return)
    shown.fill_button.click()
    assert report.form.number(IndicatorCode("PL2.1")) == Decimal(7)


def test_two_rows_never_fill_one_cell(reviewed: FiguresWindow) -> None:
    QTest.keyClick(reviewed.table, Key.Key_F4)
    (question,) = reviewed.findChildren(RowChoice)
    QTest.keyClicks(question.text, "so nhiem vu da hoan thanh")
    question.take_button.click()
    assert current(reviewed).code == _COUNT
    reviewed.field.setText("5")
    reviewed.use.click()
    assert "Bỏ qua dòng kia" in reviewed.outcome.text()


def test_figures_of_a_table_are_reviewed_the_same_way(
    window: MainWindow, tmp_path: Path, opened: Opened, report: OpenReport
) -> None:
    row = report.template.indicators[_COUNT]
    table = tmp_path / "số liệu.tsv"
    lines = ("phu_luc\tstt\tchi_tieu\tdon_vi\tso_lieu", f"2\t{row.stt}\t{row.label}\t{row.unit}\t23")
    table.write_text("\n".join(lines), encoding="utf-8")
    window.documents.read_figures(table)
    shown = opened(window)
    assert current(shown).code == _COUNT
    shown.fill_button.click()
    assert report.form.number(_COUNT) == Decimal(23)


def test_what_was_chosen_is_not_lost_by_esc_without_a_question(
    reviewed: FiguresWindow, window: MainWindow
) -> None:
    choose(reviewed, _COUNT)
    QTest.keyClick(reviewed.table, Key.Key_Space)
    QTest.keyClick(reviewed.table, Key.Key_Escape)
    (asked,) = reviewed.findChildren(Question)
    assert reviewed.isVisible()
    leave = next(each for each in asked.findChildren(QPushButton) if each.text().startswith("Đóng"))
    leave.click()
    assert not window.documents.windows


def test_nothing_is_asked_once_the_figures_are_in(reviewed: FiguresWindow, window: MainWindow) -> None:
    choose(reviewed, _COUNT)
    QTest.keyClick(reviewed.table, Key.Key_Space)
    QTest.keyClick(reviewed.table, Key.Key_Space)
    reviewed.fill_button.click()
    reviewed.close_button.click()
    assert not window.documents.windows
