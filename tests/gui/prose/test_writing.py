"""Typing prose: what is on the disk, what is on the screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.narrative.markup import parse
from cchc_desktop.office.report import OpenReport
from tests.gui.prose.typing import CONTROL, SHIFT, Key, compose, go_to_end, on_disk, send
from ui.main_window import MainWindow
from ui.prose import texts
from ui.prose.editor import ProseEditor
from ui.prose.keeping_text import LONGEST, PAUSE
from ui.prose.workplace import Workplace


def test_a_line_is_on_the_disk_when_enter_ends_it(editor: ProseEditor, office_file: Path) -> None:
    send(editor, "Đã ban hành kế hoạch.\n")
    assert on_disk(office_file, "I.2") == "Đã ban hành kế hoạch."


def test_a_pause_saves_what_was_typed(
    editor: ProseEditor, office_file: Path, report: OpenReport, qtbot: QtBot
) -> None:
    send(editor, "Đã họp")
    assert on_disk(office_file, "I.2") == ""
    qtbot.waitUntil(lambda: "I.2" in report.prose, timeout=PAUSE + 1_000)
    assert on_disk(office_file, "I.2") == "Đã họp"


def test_typing_without_a_pause_is_saved_within_seconds(workplace: Workplace) -> None:
    longest = workplace.keeping._longest
    send(workplace.editor, "một")
    before = longest.remainingTime()
    assert 0 < before <= LONGEST * 1.05  # Qt's timers are that coarse
    QTest.qWait(20)
    send(workplace.editor, " hai")
    assert longest.remainingTime() < before
    longest.timeout.emit()
    assert workplace.texts.touched == []


def test_another_section_page_or_closing_saves(
    workplace: Workplace, window: MainWindow, office_file: Path
) -> None:
    send(workplace.editor, "một")
    QTest.keyClick(workplace.editor, Key.Key_PageDown, CONTROL)
    assert workplace.section == "I.3"
    assert on_disk(office_file, "I.2") == "một"
    send(workplace.editor, "hai")
    window.show_page(0)
    assert on_disk(office_file, "I.3") == "hai"
    window.show_page(window.page_names.index("Lời văn"))
    send(workplace.editor, " ba")
    window.close()
    assert on_disk(office_file, "I.3") == "hai ba"


def test_what_is_only_looked_at_is_not_written_again(workplace: Workplace, report: OpenReport) -> None:
    report.write("I.3", "| a |\n| --- |\n| b |\n\n\nmột  *hai*")
    workplace.show_section("I.3")
    workplace.show_section("I.2")
    assert report.prose["I.3"] == "| a |\n| --- |\n| b |\n\n\nmột  *hai*"


def test_bold_and_italic_are_stored_for_whole_words(editor: ProseEditor, workplace: Workplace) -> None:
    send(editor, "giao việc")
    for _ in range(3):
        QTest.keyClick(editor, Key.Key_Left, SHIFT)
    QTest.keyClick(editor, Key.Key_B, CONTROL)
    go_to_end(editor)
    QTest.keyClick(editor, Key.Key_B, CONTROL)
    QTest.keyClick(editor, Key.Key_I, CONTROL)
    send(editor, " ngay")
    assert workplace.texts.stored("I.2") == "giao **việc** *ngay*"


def test_a_dash_begins_an_item_and_an_empty_item_ends_the_list(
    editor: ProseEditor, workplace: Workplace
) -> None:
    send(editor, "- một\nhai\n\nhết")
    assert workplace.texts.stored("I.2") == "- một\n- hai\nhết"
    QTest.keyClick(editor, Key.Key_L, CONTROL)
    assert workplace.texts.stored("I.2") == "- một\n- hai\n- hết"
    QTest.keyClick(editor, Key.Key_T, CONTROL)
    assert workplace.texts.stored("I.2") == "- một\n- hai\n### hết"


def test_signs_of_the_stored_form_stay_what_was_typed(
    editor: ProseEditor, workplace: Workplace, office_file: Path
) -> None:
    send(editor, "số (*) 2*3* và [^a] \\ |")
    assert workplace.save()
    again = QTextDocument()
    texts.put(QTextCursor(again), parse(on_disk(office_file, "I.2")))
    assert again.toPlainText() == editor.toPlainText()
    assert editor.toPlainText() == "số (*) 2*3* và [^a] \\ |"


def test_undo_and_redo_belong_to_the_text(editor: ProseEditor, report: OpenReport) -> None:
    send(editor, "một")
    QTest.keyClick(editor, Key.Key_Return)
    send(editor, "hai")
    QTest.keyClick(editor, Key.Key_Z, CONTROL)
    assert editor.toPlainText() == "một\n"
    QTest.keyClick(editor, Key.Key_Y, CONTROL)
    assert editor.toPlainText() == "một\nhai"
    assert report.form.number(report.indicator("PL2.1").code) == 8


def test_each_section_keeps_its_undo(workplace: Workplace, editor: ProseEditor) -> None:
    send(editor, "một")
    workplace.show_section("I.3")
    workplace.show_section("I.2")
    QTest.keyClick(editor, Key.Key_Z, CONTROL)
    assert editor.toPlainText() == ""


def test_tab_goes_through_a_table_and_makes_a_row_at_its_end(
    workplace: Workplace, editor: ProseEditor
) -> None:
    next(action for action in workplace.tools.actions() if action.text() == "Bảng").trigger()
    for cell in ("Tên", "Số", "Ghi chú", "a|b", "{", "c", "d", "e", "g", "h"):
        send(editor, cell)
        if cell == "{":
            QTest.keyClick(editor, Key.Key_Escape)
        QTest.keyClick(editor, Key.Key_Tab)
    table = "| Tên | Số | Ghi chú |\n| --- | --- | --- |\n| a\\|b | {{ | c |\n| d | e | g |\n| h |  |  |"
    assert workplace.texts.stored("I.2") == table


def test_composed_words_are_neither_lost_nor_doubled(editor: ProseEditor, workplace: Workplace) -> None:
    compose(editor, "d")
    compose(editor, "đườ")
    compose(editor, "", "đường ")
    compose(editor, "hồ")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.viewport().rect().center())
    assert editor.toPlainText() == "đường hồ"
    compose(editor, "sơ")
    workplace.outline.setFocus()
    assert workplace.settle()
    assert workplace.texts.stored("I.2") == "đường hồsơ"


@pytest.mark.parametrize(("key", "text"), [(Key.Key_Return, "người dân\nvà"), (Key.Key_Home, "vàngười dân")])
def test_a_word_committed_only_after_the_key_that_ends_it_stays_in_its_place(
    editor: ProseEditor, workplace: Workplace, key: Qt.Key, text: str
) -> None:
    send(editor, "người ")
    compose(editor, "dân")
    QTest.keyClick(editor, key)  # so does fcitx: the key comes first
    compose(editor, "", "dân")
    compose(editor, "và")
    assert workplace.settle()
    assert workplace.texts.stored("I.2") == text


def test_a_tool_works_behind_the_word_that_is_still_being_composed(
    editor: ProseEditor, workplace: Workplace
) -> None:
    tools = {action.text(): action for action in workplace.tools.actions()}
    compose(editor, "đạt")
    tools["Đậm"].trigger()
    send(editor, " cao")
    tools["Đậm"].trigger()
    compose(editor, "", " ")
    compose(editor, "có")
    tools["Chèn số liệu {"].trigger()
    assert editor.toPlainText() == "đạt cao có{"
    assert workplace.texts.stored("I.2") == "đạt **cao** có{{"


def test_a_keyboard_that_sends_backspaces_writes_what_it_means(
    editor: ProseEditor,
) -> None:
    for typed in ("d", "\b", "đ", "u", "\b", "ư", "o", "\b", "ơ"):
        if typed == "\b":
            QTest.keyClick(editor, Key.Key_Backspace)
        else:
            send(editor, typed)
    assert editor.toPlainText() == "đươ"


def test_text_is_kept_composed(editor: ProseEditor, workplace: Workplace) -> None:
    send(editor, "ho\u0302\u0300 so\u031b")
    assert workplace.texts.stored("I.2") == "hồ sơ"


def test_a_killed_program_loses_at_most_the_last_seconds_of_typing(office_file: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.gui.prose.killed_child", str(office_file)],
        cwd=Path(__file__).parents[3],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 9, ended.stderr.decode()
    assert on_disk(office_file, "I.2") == "một\nhai"
