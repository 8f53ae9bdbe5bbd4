"""Every control of every page is within reach of Tab, and is heard: its name, its value, its state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.stations import STATIONS
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.widgets.cell_table import CellTable

Key = Qt.Key
_MOST_STEPS = 60
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def filled(window: MainWindow, desk: Desk) -> MainWindow:
    """The window on a report with findings, so that their page has a list."""
    desk.figures.override("PL2.2", "100", "")
    desk.figures.override("PL3.1", "7", "")
    return window


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
