"""Trợ giúp: all keys on one page, the guide, what the program says of itself."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

import ui
from cchc_desktop.office.handbook import TOPICS, page, title
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.handbook import Handbook
from ui.dialogs.page import PageDialog
from ui.dialogs.question import Question
from ui.keyboard import keyboard_page
from ui.main_window import MainWindow

CHECKOUT = Path(__file__).parents[2]
KEYS = CHECKOUT / "docs" / "phim-tat.md"
_A4 = QSizeF(170, 257) * 96 / 25.4
"""What margins of 2 cm leave of it, in pixels of a screen."""


def test_the_kept_page_of_keys_is_what_the_menus_have(window: MainWindow) -> None:
    """`python -m tests.pictures docs` writes it."""
    assert KEYS.read_text(encoding="utf-8") == keyboard_page(window)


def test_all_keys_print_on_one_sheet(window: MainWindow) -> None:
    window.help.show_keys()
    (shown,) = window.findChildren(PageDialog)
    sheet = shown.page.document().clone()
    sheet.setPageSize(_A4)
    told = shown.page.toPlainText()
    shown.close()
    assert sheet.pageCount() == 1
    for line in keyboard_page(window).splitlines():
        if line.startswith("| ") and "Phím" not in line:
            key, words = line.strip("| ").split(" | ")
            assert key in told
            assert words in told


def test_no_key_means_two_things(window: MainWindow) -> None:
    lines = [line for line in keyboard_page(window).splitlines() if line.startswith("| ")]
    keys = [line.split(" | ")[0] for line in lines if not line.startswith("| Phím")]
    assert len(keys) == len(set(keys))


def test_keys_keep_clear_of_those_that_switch_the_vietnamese_keyboard(window: MainWindow) -> None:
    text = keyboard_page(window)
    assert "Alt+Z" not in text
    assert "Ctrl+Shift " not in text


@pytest.fixture
def handbook(window: MainWindow) -> Iterator[Callable[[], Handbook]]:
    """Returns the open help; closes it in the end."""

    def opened() -> Handbook:
        found = window.findChild(Handbook)
        assert found
        return found

    yield opened
    for each in window.findChildren(Handbook):
        each.close()


def test_f1_explains_the_row_where_there_is_one_and_opens_the_page_elsewhere(
    window: MainWindow, handbook: Callable[[], Handbook]
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not window.findChildren(Handbook)
    for place, topic in enumerate(("tong-quan", None, "loi-van", "so-theo-doi", "kiem-tra", "bao-cao")):
        if topic:
            window.show_page(place)
            QTest.keyClick(window, Qt.Key.Key_F1)
            assert handbook().shown_topic == topic
            assert window.page_names[place] in handbook().page.toPlainText()
    assert len(window.findChildren(Handbook)) == 1


def test_the_guide_of_the_page_opens_by_key_and_leaves_the_work_open(
    window: MainWindow, handbook: Callable[[], Handbook]
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert handbook().shown_topic == "so-lieu"
    assert not handbook().isModal()


def test_every_page_of_the_help_is_chosen_from_the_list_and_shows_its_pictures(
    window: MainWindow, handbook: Callable[[], Handbook]
) -> None:
    window.help.show_guide("bat-dau")
    for place, topic in enumerate(TOPICS):
        handbook().topics.setCurrentRow(place)
        assert handbook().shown_topic == topic
        assert handbook().page.toPlainText().startswith(title(topic))
    handbook().show_topic("tong-quan")
    image = handbook().page.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("hinh/tong-quan.png")
    )
    assert isinstance(image, QImage)
    assert 0 < image.width() <= handbook().page.viewport().width()


def test_a_link_leads_to_the_page_and_nowhere_else(
    window: MainWindow, handbook: Callable[[], Handbook]
) -> None:
    window.help.show_guide("bat-dau")
    handbook().page.anchorClicked.emit(QUrl("so-lieu.md"))
    assert handbook().shown_topic == "so-lieu"
    handbook().page.anchorClicked.emit(QUrl("https://example.invalid/"))
    assert handbook().shown_topic == "so-lieu"


def test_f1_in_a_question_opens_the_page_on_what_it_asks(window: MainWindow) -> None:
    window.matters.ask_backups()
    (dialog,) = window.findChildren(BackupsDialog)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (shown,) = dialog.findChildren(Handbook)
    assert shown.shown_topic == "sao-luu"
    shown.close()
    dialog.close()


def test_f1_in_any_other_question_opens_the_page_of_where_it_was_asked(window: MainWindow) -> None:
    window.show_page(window.page_names.index("Lời văn"))
    question = Question("Hỏi", "Có được không?", "", window)
    question.open()
    QTest.keyClick(question, Qt.Key.Key_F1)
    (shown,) = question.findChildren(Handbook)
    assert shown.shown_topic == "loi-van"
    QTest.keyClick(shown, Qt.Key.Key_F1)
    assert not shown.findChildren(Handbook)
    shown.close()
    question.close()


def _kinds(kind: type[Question]) -> Iterator[type[Question]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def test_every_question_is_about_a_page_that_is_there() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    asked = list(_kinds(Question))
    assert len(asked) > 20
    assert {each.topic for each in asked} <= {*TOPICS, ""}


def test_the_program_says_that_it_connects_to_nothing(window: MainWindow) -> None:
    window.help.show_about()
    told = window.findChild(Question)
    assert told
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "không kết nối mạng" in words
    assert "Apache 2.0" in words
    told.close()


def _words_of_sources() -> set[str]:
    """Every string of the product's sources, as a person reads it."""
    files = [file for room in ("ui", "cchc_desktop") for file in (CHECKOUT / room).rglob("*.py")]
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {text.replace("&", "") for text in texts}


def _is_in_menus(window: MainWindow, path: list[str]) -> bool:
    shown = window.menuBar().actions()
    for words in path:
        found = [action for action in shown if action.text().replace("&", "") == words]
        if not found:
            return False
        submenu = found[0].menu()
        shown = submenu.actions() if isinstance(submenu, QMenu) else []
    return True


def test_what_the_help_prints_bold_stands_on_the_screen(window: MainWindow) -> None:
    written = _words_of_sources()
    keys = re.compile(r"(Ctrl\+)?(F[0-9]{1,2}|[A-Z])")
    only_on_a_stick = "Chép ra thẻ nhớ"
    for topic in TOPICS:
        for bold in re.findall(r"\*\*([^*]+)\*\*", page(topic) if topic != "phat-hien" else ""):
            *menus, last = bold.split(" → ")
            if menus and last != only_on_a_stick:
                assert _is_in_menus(window, [*menus, last]), (topic, bold)
            else:
                assert keys.fullmatch(last) or last in written, (topic, bold)
