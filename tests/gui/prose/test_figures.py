"""Figures in the text: chosen from the list or typed, following their cells, leading to them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cchc_desktop.office.settings import PercentStyle
from tests.gui.prose.typing import CONTROL, SHIFT, Key, compose, go_to_end, send
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.prose import inline
from ui.prose.editor import ProseEditor
from ui.prose.text_menu import text_menu
from ui.prose.workplace import Workplace


def offered(editor: ProseEditor) -> list[str]:
    model = editor.brace.choice.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def shown(editor: ProseEditor) -> list[str]:
    objects = editor.document().toRawText()
    places = [at for at, letter in enumerate(objects) if letter == inline.OBJECT]
    return [editor.figures.shown(editor.objects.source(place)).text for place in places]


def test_a_brace_opens_the_list_and_words_without_marks_narrow_it(editor: ProseEditor) -> None:
    send(editor, "Đã giao {")
    assert editor.brace.choice.isVisible()
    everything = len(offered(editor))
    send(editor, "nhiem vu dung han")
    assert 0 < len(offered(editor)) < everything
    assert all("nhiệm vụ" in line and "đúng hạn" in line for line in offered(editor))
    assert editor.hasFocus()
    assert editor.toPlainText() == "Đã giao {nhiem vu dung han"  # nothing is completed by itself


@pytest.mark.parametrize(
    ("modifier", "stored", "words"),
    [
        (Qt.KeyboardModifier.NoModifier, "{PL2.1}", "8"),
        (SHIFT, "{PL2.1 dv}", "8 văn bản"),
        (CONTROL, "{PL2.1 sosanh}", "tăng 2 văn bản so với quý trước"),
    ],
)
def test_enter_takes_the_row_in_one_of_three_ways(
    editor: ProseEditor, workplace: Workplace, modifier: Qt.KeyboardModifier, stored: str, words: str
) -> None:
    send(editor, "có {pl2.1")
    QTest.keyClick(editor, Key.Key_Return, modifier)
    send(editor, ".")
    assert workplace.texts.stored("I.2") == f"có {stored}."
    assert shown(editor) == [words]
    assert not editor.brace.choice.isVisible()


def test_the_list_is_walked_by_keys_and_by_mouse(editor: ProseEditor) -> None:
    send(editor, "{4.")
    first, second = offered(editor)[:2]
    QTest.keyClick(editor, Key.Key_Down)
    assert editor.brace.choice.list.currentIndex().data() == second != first
    where = editor.brace.choice.list.visualRect(editor.brace.choice.model.index(0, 0)).center()
    QTest.mouseClick(editor.brace.choice.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert len(shown(editor)) == 1
    assert editor.hasFocus()


def test_esc_leaves_the_brace_as_typed(editor: ProseEditor, workplace: Workplace) -> None:
    send(editor, "tập {")
    QTest.keyClick(editor, Key.Key_Escape)
    send(editor, "a")
    assert not editor.brace.choice.isVisible()
    assert workplace.texts.stored("I.2") == "tập {{a"


def test_composed_letters_narrow_the_list_before_they_are_committed(editor: ProseEditor) -> None:
    send(editor, "{")
    compose(editor, "nhiệm")
    assert offered(editor)
    assert all("nhiệm" in line.lower() for line in offered(editor))
    compose(editor, "", "nhiệm vụ")
    assert editor.toPlainText() == "{nhiệm vụ"


def test_a_row_that_is_clicked_takes_the_word_being_composed_with_it(
    editor: ProseEditor, workplace: Workplace
) -> None:
    send(editor, "có {")
    compose(editor, "nhiệm")
    where = editor.brace.choice.list.visualRect(editor.brace.choice.model.index(0, 0)).center()
    QTest.mouseClick(editor.brace.choice.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    compose(editor, "")
    assert len(shown(editor)) == 1
    assert "nhiệm" not in workplace.texts.stored("I.2")


def test_ctrl_k_opens_the_list_where_the_keyboard_has_another_letter_for_the_brace(
    editor: ProseEditor, workplace: Workplace
) -> None:
    compose(editor, "có")
    QTest.keyClick(editor, Key.Key_K, CONTROL)
    assert editor.brace.choice.isVisible()
    send(editor, "pl2.1")
    QTest.keyClick(editor, Key.Key_Return)
    assert workplace.texts.stored("I.2") == "có{PL2.1}"


def test_a_figure_can_be_typed_out(editor: ProseEditor, workplace: Workplace) -> None:
    send(editor, "đạt {PL2.4.2 / PL2.4.1 %} và {lạ}")
    assert shown(editor) == ["67,21%", "{lạ}"]
    assert workplace.texts.stored("I.2") == "đạt {PL2.4.2 / PL2.4.1 %} và {lạ}"


def test_a_figure_follows_its_cell_at_once(editor: ProseEditor, desk: Desk) -> None:
    send(editor, "có {PL2.1} văn bản")
    before = editor.document().documentLayout().documentSize()
    desk.figures.enter("PL2.1", "123456")
    assert shown(editor) == ["123.456"]
    assert editor.document().documentLayout().documentSize() == before
    wide = editor.cursorRect().left()
    desk.figures.enter("PL2.1", "7")
    assert editor.cursorRect().left() < wide  # laid out anew
    assert editor.toPlainText().count(inline.OBJECT) == 1
    QTest.keyClick(editor, Key.Key_Z, CONTROL)  # undo takes back what was typed, not what a cell says
    assert desk.report
    assert desk.report.form.number(desk.report.indicator("PL2.1").code) == 7


def test_a_blank_or_missing_row_is_marked_and_is_a_finding(workplace: Workplace, desk: Desk) -> None:
    send(workplace.editor, "có {PL2.4.3}, {PL9.9}")
    assert not workplace.findings.isVisible()
    assert workplace.save()
    assert "Lời văn nêu dòng còn trống" in workplace.findings.text()
    assert "Lời văn nêu dòng không có" in workplace.findings.text()
    assert "⚠" in str(workplace.model.index(workplace.model.place_of("I.2"), 0).data())
    assert workplace.figures.shown("{PL2.4.3}").trouble
    desk.figures.enter("PL2.4.3", "0")
    desk.found.finish()
    assert "còn trống" not in workplace.findings.text()


def test_ctrl_click_leads_to_the_cell(editor: ProseEditor, window: MainWindow) -> None:
    send(editor, "{PL2.4.1} nhiệm vụ")
    middle = QPoint(editor.objects.box(0).center())
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CONTROL, middle)
    assert window.figures.isVisible()
    assert window.figures.table
    assert window.figures.table.current_code == "PL2.4.1"


def test_the_line_below_says_where_the_figure_at_the_caret_comes_from(workplace: Workplace) -> None:
    send(workplace.editor, "{PL2.1}")
    assert "Phụ lục 2" in workplace.about.text()
    assert workplace.about.text().endswith(": 8.")
    assert workplace.editor.accessibleDescription() == workplace.about.text()
    assert "Ctrl+bấm" in workplace.editor.objects.told(0)


def test_a_figure_can_be_written_another_way_from_its_menu(editor: ProseEditor, workplace: Workplace) -> None:
    send(editor, "{PL2.1}")
    menu = text_menu(editor, 0, lambda _place: None)
    words = {action.text(): action for action in menu.actions()}
    words["So với kỳ trước"].trigger()
    menu.deleteLater()
    assert workplace.texts.stored("I.2") == "{PL2.1 sosanh}"
    menu = text_menu(editor, 0, lambda _place: None)
    {action.text(): action for action in menu.actions()}["Số kỳ trước"].trigger()
    menu.deleteLater()
    assert shown(editor) == ["6"]


def test_copied_figures_stay_live_here_and_are_words_elsewhere(
    editor: ProseEditor, workplace: Workplace
) -> None:
    send(editor, "có {PL2.1} văn bản")
    QTest.keyClick(editor, Key.Key_A, CONTROL)
    QTest.keyClick(editor, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "có 8 văn bản"
    go_to_end(editor)
    send(editor, "\n")
    QTest.keyClick(editor, Key.Key_V, CONTROL)
    assert workplace.texts.stored("I.2") == "có {PL2.1} văn bản\ncó {PL2.1} văn bản"


def test_a_figure_is_written_with_the_decimals_that_are_set_at_once(
    editor: ProseEditor, workplace: Workplace, desk: Desk
) -> None:
    send(editor, "đạt {pl2.2")
    QTest.keyClick(editor, Key.Key_Return)
    assert shown(editor) == ["71,43%"]
    settings = desk.the_office.settings
    desk.set_settings(replace(settings, decimals=0, percent=PercentStyle.APART))
    assert shown(editor) == ["71\N{NO-BREAK SPACE}%"]
    assert workplace.texts.stored(workplace.section).endswith("{PL2.2}")
