"""Trợ giúp: all keys on one page, the guide, what the program says of itself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ui.dialogs.page import PageDialog
from ui.dialogs.question import Question
from ui.keyboard import keyboard_page
from ui.main_window import MainWindow

KEYS = Path(__file__).parents[2] / "docs" / "phim-tat.md"


def test_the_kept_page_of_keys_is_what_the_menus_have(window: MainWindow) -> None:
    """`python -m tests.pictures docs` writes it."""
    assert KEYS.read_text(encoding="utf-8") == keyboard_page(window)


def test_no_key_means_two_things(window: MainWindow) -> None:
    lines = [line for line in keyboard_page(window).splitlines() if line.startswith("| ")]
    keys = [line.split(" | ")[0] for line in lines if not line.startswith("| Phím")]
    assert len(keys) == len(set(keys))


def test_keys_keep_clear_of_those_that_switch_the_vietnamese_keyboard(window: MainWindow) -> None:
    text = keyboard_page(window)
    assert "Alt+Z" not in text
    assert "Ctrl+Shift " not in text


def test_the_guide_opens_by_key_and_says_the_way_of_a_report(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    guide = window.findChild(PageDialog)
    assert guide
    assert "Mỗi kỳ báo cáo" in guide.page.toPlainText()
    guide.close()


def test_the_program_says_that_it_connects_to_nothing(window: MainWindow) -> None:
    window.help.show_about()
    told = window.findChild(Question)
    assert told
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "không kết nối mạng" in words
    assert "Apache 2.0" in words
    told.close()
