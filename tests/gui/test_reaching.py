"""Every control of every page is within reach of Tab, and is heard: its name, its value, its state."""

from operator import attrgetter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.reaching import Role, heard, nameless, unreached, visited
from tests.gui.stations import STATIONS
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.main_window import MainWindow


@pytest.fixture
def filled(window: MainWindow, desk: Desk) -> MainWindow:
    """The window on a report with findings, so that their page has a list."""
    desk.figures.override("PL2.2", "100", "")
    desk.figures.override("PL3.1", "7", "")
    return window


@pytest.mark.parametrize("station", STATIONS)
def test_tab_reaches_all_that_can_be_worked_with(filled: MainWindow, station: str, qtbot: QtBot) -> None:
    page = filled.pages.in_order[STATIONS.index(station)]
    filled.go_to(page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not filled.exchange)  # whose tabs come later
    assert unreached(page) == set()


@pytest.mark.parametrize("station", STATIONS)
def test_tab_leads_out_of_a_page_to_its_own_station(filled: MainWindow, station: str, qtbot: QtBot) -> None:
    filled.go_to(filled.pages.in_order[STATIONS.index(station)])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not filled.exchange)
    (way_out,) = (each for each in visited(forward=True) if filled.stations.isAncestorOf(each))
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
