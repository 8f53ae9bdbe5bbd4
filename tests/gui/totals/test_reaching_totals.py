"""The tabs of an office with others below it, by keyboard and by ear."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.reaching import nameless, unreached
from ui.mailroom.workplace import Mailroom
from ui.totals.below_tabs import BelowTabs
from ui.worker import Worker


@pytest.mark.parametrize("place", range(3))
def test_all_of_a_tab_is_within_reach_of_tab_and_heard_by_a_name(
    tabs: BelowTabs, mailroom: Mailroom, worker: Worker, qtbot: QtBot, place: int
) -> None:
    tab = tabs.in_order[place]
    mailroom.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: not worker.is_busy)
    tab.begin()
    focused = QApplication.focusWidget()
    assert focused
    assert tab.isAncestorOf(focused)
    assert unreached(tab) == set()
    assert nameless(tab) == []
