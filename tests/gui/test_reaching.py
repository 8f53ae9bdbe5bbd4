"""Every control of every page is within reach of Tab, and is heard: its name, its value, its state."""

from collections.abc import Iterator
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.stations import STATIONS
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.widgets.cell_table import CellTable

Key = Qt.Key
Role = QAccessible.Role
_MOST_STEPS = 60
_NAMED = {
    Role.Button,
    Role.ButtonMenu,
    Role.Cell,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.ListItem,
    Role.MenuItem,
    Role.PageTab,
    Role.RadioButton,
    Role.Table,
    Role.Tree,
    Role.TreeItem,
}
"""What has to have a name: all that is worked with or read one by one."""
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def filled(window: MainWindow, desk: Desk) -> MainWindow:
    """The window on a report with findings, so that their page has a list."""
    desk.figures.override("PL2.2", "100", "")
    desk.figures.override("PL3.1", "7", "")
    return window


def name_of(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name).strip()


def heard(control: QWidget) -> tuple[QAccessible.Role, str]:
    """Return what a screen reader is told of a control."""
    part = QAccessible.queryAccessibleInterface(control)
    return part.role(), name_of(part)


def parts(root: QWidget) -> Iterator[tuple[QAccessibleInterface, str]]:
    """Walk through all that a screen reader finds in a window, each with the names of what it stands in."""
    waiting = [(QAccessible.queryAccessibleInterface(root), "")]
    while waiting:
        part, path = waiting.pop()
        if not part.isValid() or part.state().invisible:
            continue
        yield part, path
        within = f"{path}/{name_of(part) or part.role().name}"
        children = (part.child(place) for place in range(part.childCount()))
        waiting.extend((child, within) for child in children)


def nameless(root: QWidget) -> list[str]:
    """Return all that has to have a name and has none."""
    named = ((part, path) for part, path in parts(root) if part.role() in _NAMED)
    return [f"{part.role().name} in {path}" for part, path in named if not name_of(part)]


def visited(*, forward: bool) -> list[QWidget]:
    """Walk from control to control with Tab, or with Shift+Tab, once around the window."""
    seen: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        control = QApplication.focusWidget()
        assert control
        if control in seen[:-1]:
            break
        if control not in seen:
            seen.append(control)
            if isinstance(control, CellTable):  # Tab goes through its cells first
                control.go_to(control.model().rowCount() - 1 if forward else 0, Column.FIGURE)
        QTest.keyClick(control, Key.Key_Tab, _NONE if forward else _SHIFT)
    return seen


@pytest.mark.parametrize("station", STATIONS)
def test_tab_reaches_all_that_can_be_worked_with(filled: MainWindow, station: str, qtbot: QtBot) -> None:
    page = filled.pages.in_order[STATIONS.index(station)]
    filled.go_to(page)
    assert heard(filled.stations.findChildren(QPushButton)[STATIONS.index(station)]) == (
        Role.RadioButton,
        station,
    )
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not filled.exchange)  # whose tabs come later
    forward, back = (visited(forward=forward) for forward in (True, False))
    usable = {
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        if each.focusProxy() is None
    }
    assert {str(each) for each in usable - {*forward}} == set()
    assert {str(each) for each in usable - {*back}} == set()
    (way_out,) = (each for each in forward if filled.stations.isAncestorOf(each))
    assert heard(way_out) == (Role.RadioButton, station)


@pytest.mark.parametrize("station", STATIONS)
def test_everything_that_is_seen_is_heard_by_a_name(filled: MainWindow, station: str, qtbot: QtBot) -> None:
    filled.go_to(filled.pages.in_order[STATIONS.index(station)])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not filled.exchange)
    assert nameless(filled) == []


@pytest.mark.parametrize(
    "ask",
    [
        "opening.ask_create",
        "matters.ask_backups",
        "matters.ask_details",
        "matters.ask_journal",
        "matters.ask_lock",
        "matters.ask_new_report",
        "matters.ask_settings",
        "mailroom_matters.ask_colleague",
        "mailroom_matters.ask_request",
        "help.show_about",
        "help.show_guide",
        "help.show_keys",
    ],
)
def test_everything_in_a_question_is_heard_by_a_name(window: MainWindow, ask: str) -> None:
    attrgetter(ask)(window)()
    (question,) = (each for each in window.findChildren(Question) if each.isVisible())
    assert nameless(question) == []
    question.close()
