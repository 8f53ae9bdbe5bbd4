"""A station is one page in the stack: what the window asks of pages reaches it there."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.stations import STATIONS
from ui.main_window import MainWindow
from ui.pages.page import Page
from ui.remembered import Remembered
from ui.widgets.page_stack import PageStack


class _Stubborn(Page):
    """A page that does not let go of what was typed, and remembers that it was asked."""

    def __init__(self, *, lets_go: bool) -> None:
        super().__init__()
        self.lets_go = lets_go
        self.asked: list[str] = []

    def commit(self) -> bool:
        self.asked.append("commit")
        return self.lets_go

    def recall(self, remembered: Remembered) -> None:
        self.asked.append(f"recall {remembered.last_page}")

    def remember(self, remembered: Remembered) -> None:
        self.asked.append(f"remember {remembered.last_page}")


def test_every_page_hands_over_what_it_holds_even_after_one_that_does_not(qtbot: QtBot) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    pages = [stack.add(_Stubborn(lets_go=lets_go)) for lets_go in (True, False, True)]
    assert not stack.commit()
    assert [page.asked for page in pages] == [["commit"]] * 3
    pages[1].lets_go = True
    assert stack.commit()


def test_every_page_is_arranged_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    stack, remembered = PageStack(), Remembered(tmp_path)
    qtbot.addWidget(stack)
    page = stack.add(_Stubborn(lets_go=True))
    remembered.last_page = "Kiểm tra"
    stack.recall(remembered)
    stack.remember(remembered)
    assert page.asked == ["recall Kiểm tra", "remember Kiểm tra"]


def test_a_page_of_no_kind_has_nothing_to_hand_over_to_find_or_to_count(qtbot: QtBot) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    page = stack.add(Page())
    assert stack.shown is page
    assert stack.commit()
    assert page.number() is None
    assert not page.begin_search()
    assert not page.go_to_finding(forward=True)


def test_the_tests_of_every_page_forget_no_station(window: MainWindow) -> None:
    assert window.page_names == STATIONS
