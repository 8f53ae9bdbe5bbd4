"""The window on a small screen or with a large scale: all of it within reach, the work in the middle."""

import gc
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.theme import dress
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow import Flow

_TASK_BAR, _TITLE = 40, 32
_AT_200 = QSize(1366 // 2, 768 // 2 - _TASK_BAR - _TITLE)
"""What a cheap notebook leaves to the window at 200 %, in pixels before scaling."""
_OTHERS = "Gửi – Nhận"
"""The superior's tables are wider than that; they scroll."""


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    window.resize(_AT_200)
    QApplication.processEvents()
    return window


def button_of(window: MainWindow, name: str) -> QPushButton:
    return next(each for each in window.stations.findChildren(QPushButton) if each.accessibleName() == name)


def test_the_window_gets_as_small_as_the_screen(small: MainWindow) -> None:
    for place in range(len(small.page_names)):
        small.show_page(place)
        QApplication.processEvents()
        assert small.size() == _AT_200, place


def test_no_page_of_a_report_is_wider_than_its_room(small: MainWindow) -> None:
    for page in small.pages.in_order:
        small.go_to(page)
        QApplication.processEvents()
        if page.title != _OTHERS:
            assert page.width() + small.stations.width() <= _AT_200.width(), page.title


def test_a_narrow_window_shows_the_stations_as_icons_that_say_what_they_are(
    window: MainWindow, qtbot: QtBot
) -> None:
    wide = window.stations.width()
    window.resize(_AT_200)
    qtbot.waitUntil(lambda: window.stations.width() < wide // 2)
    figures = button_of(window, "Số liệu")
    number = window.figures.number()
    assert number
    assert figures.toolTip() == f"Số liệu: {number.text} (Ctrl+2)"
    QTest.mouseClick(button_of(window, "Kiểm tra"), Qt.MouseButton.LeftButton)
    assert window.findings.isVisible()
    window.resize(1180, 680)
    qtbot.waitUntil(lambda: window.stations.width() == wide)


def test_a_row_keeps_its_name_beside_its_figure(small: MainWindow) -> None:
    small.go_to(small.figures)
    table = small.figures.table
    assert table
    table.go_to(table.currentIndex().row(), Column.FIGURE)
    assert table.columnViewportPosition(Column.LABEL) >= 0
    assert table.horizontalScrollBar().value() == 0


@pytest.mark.parametrize("width", [_AT_200.width(), 1000, 1180])
def test_the_text_is_the_widest_column_of_the_prose(window: MainWindow, width: int) -> None:
    window.resize(width, 600)
    window.go_to(window.prose)
    QApplication.processEvents()
    workplace = window.prose.workplace
    assert workplace
    assert workplace.editor.width() > max(workplace.beside.width(), workplace.outline.width())


def test_larger_letters_get_their_room_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 700)
    window.go_to(window.report)
    names = [each for each in window.stations.findChildren(QLabel) if each.text() in window.page_names]
    sentence = window.overview.sentence
    try:
        dress("light", 150)
        QApplication.processEvents()
        assert all(each.width() >= each.sizeHint().width() for each in names)
        assert sentence.font().pointSizeF() > window.overview.font().pointSizeF()
        assert all(each.height() >= each.sizeHint().height() for each in names)
        qtbot.waitUntil(lambda: window.report.word.width() >= window.report.word.sizeHint().width())
    finally:
        dress("light", 100)
        dress("system", 100)


@pytest.mark.parametrize("asked", ["ask_settings", "ask_details", "ask_new_report", "ask_lock"])
def test_a_question_is_no_larger_than_the_screen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    room = _AT_200
    low = SimpleNamespace(availableSize=lambda: room, availableGeometry=lambda: QRect(QPoint(), room))
    monkeypatch.setattr(Question, "screen", lambda _question: low)
    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: low)
    getattr(window.matters, asked)()
    (question,) = (each for each in window.findChildren(Question) if each.isVisible())
    QApplication.processEvents()
    assert question.size().boundedTo(_AT_200) == question.size()
    buttons = [each for each in question.findChildren(QPushButton) if each.parent() is question]
    assert buttons
    assert all(question.rect().contains(each.geometry()) for each in buttons)
    question.close()


def test_a_row_of_buttons_goes_on_in_the_next_row(qtbot: QtBot) -> None:
    holder, buttons = QWidget(), [QPushButton(f"Nút số {number}") for number in range(4)]
    holder.setLayout(flow := Flow(*buttons))
    qtbot.addWidget(holder)
    buttons[1].hide()
    holder.resize(flow.sizeHint())
    holder.show()
    in_one_row = {each.y() for each in (buttons[0], *buttons[2:])}
    holder.resize(flow.minimumSize().width(), flow.heightForWidth(flow.minimumSize().width()))
    QApplication.processEvents()
    assert len(in_one_row) == 1
    places = [each.geometry() for each in (buttons[0], *buttons[2:])]
    assert len({place.top() for place in places}) == len(places)
    assert all(holder.rect().contains(place) for place in places)


def test_a_row_of_buttons_closes_up_where_one_is_gone_for_good(qtbot: QtBot) -> None:
    holder, buttons = QWidget(), [QPushButton(f"Nút số {number}") for number in range(3)]
    holder.setLayout(flow := Flow(*buttons))
    qtbot.addWidget(holder)
    holder.resize(flow.sizeHint())
    holder.show()
    second, third = buttons[1].geometry(), buttons[2]
    buttons[1].setParent(None)
    gc.collect()
    QApplication.processEvents()
    assert flow.count() == 2
    assert third.geometry().topLeft() == second.topLeft()


def test_controls_of_one_row_stand_on_one_middle_line(qtbot: QtBot) -> None:
    holder, low, high = QWidget(), QPushButton("Thấp"), QPushButton("Cao")
    high.setFixedHeight(3 * low.sizeHint().height())
    holder.setLayout(Flow(low, high))
    qtbot.addWidget(holder)
    holder.resize(holder.sizeHint())
    holder.show()
    assert abs(low.geometry().center().y() - high.geometry().center().y()) <= 1


def test_a_line_too_long_for_its_place_ends_with_a_sign_of_that(qtbot: QtBot) -> None:
    label = ElidedLabel("Báo cáo cải cách hành chính")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    whole = label.grab().toImage()
    assert label.minimumSizeHint().width() < label.sizeHint().width() // 4
    label.resize(label.sizeHint().width() // 2, label.height())
    cut = label.grab().toImage()
    assert cut != whole.copy(cut.rect())
    assert label.text() == "Báo cáo cải cách hành chính"
