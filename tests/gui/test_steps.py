"""What can be undone: the order, the names in the menu, steps that are refused on their way."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from cchc_desktop.office.report import OpenReport
from ui.desk import Desk
from ui.figure_desk import _CellsPut
from ui.step import Step
from ui.steps import StepAction, Steps


class Page:
    """A text that steps change; `is_full` refuses every way."""

    def __init__(self) -> None:
        self.text = ""
        self.is_full = False

    def typed(self, letter: str) -> Step:
        before, self.text = self.text, self.text + letter
        after = self.text
        return Step(lambda: self._put(before), lambda: self._put(after), letter)

    def _put(self, text: str) -> bool:
        if not self.is_full:
            self.text = text
        return not self.is_full


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def steps(page: Page) -> Steps:
    """Three steps: the page says abc."""
    steps = Steps()
    for letter in "abc":
        steps.push(page.typed(letter))
    return steps


def test_steps_are_undone_from_the_last_and_done_again_in_their_order(steps: Steps, page: Page) -> None:
    seen = []
    for way in (steps.undo, steps.undo, steps.redo, steps.undo, steps.undo, steps.redo):
        way()
        seen.append(page.text)
    assert seen == ["ab", "a", "ab", "a", "", "a"]


def test_where_there_is_no_step_nothing_happens(steps: Steps, page: Page) -> None:
    steps.redo()
    assert page.text == "abc"
    for _ in range(5):
        steps.undo()
    assert (page.text, steps.last, steps.next, steps.count()) == ("", "", "a", 3)


def test_a_new_step_forgets_those_that_were_taken_back(steps: Steps, page: Page) -> None:
    steps.undo()
    steps.undo()
    steps.push(page.typed("x"))
    steps.redo()
    assert (page.text, steps.count(), steps.last, steps.next) == ("ax", 2, "x", "")


def test_a_step_whose_way_back_is_refused_is_not_offered_again(steps: Steps, page: Page) -> None:
    page.is_full = True
    steps.undo()
    assert (page.text, steps.last, steps.next) == ("abc", "b", "")


def test_a_step_whose_way_forth_is_refused_is_not_offered_again(steps: Steps, page: Page) -> None:
    steps.undo()
    steps.undo()
    page.is_full = True
    steps.redo()
    assert (page.text, steps.last, steps.next) == ("a", "a", "c")


def test_a_bug_on_the_way_leaves_the_step_where_it_is() -> None:
    steps = Steps()
    steps.push(Step(lambda: bool(1 / 0), lambda: True, "a"))
    with pytest.raises(ZeroDivisionError):
        steps.undo()
    assert (steps.last, steps.next) == ("a", "")


def test_forgotten_steps_are_gone(steps: Steps, page: Page) -> None:
    steps.clear()
    steps.undo()
    assert (page.text, steps.count()) == ("abc", 0)


@given(st.lists(st.sampled_from(["type", "undo", "redo"]), max_size=40))
def test_any_walk_through_the_steps_ends_where_a_list_of_texts_does(walk: list[str]) -> None:
    page, steps = Page(), Steps()
    texts, at = [""], 0
    for number, way in enumerate(walk):
        if way == "type":
            steps.push(page.typed(chr(97 + number % 26)))
            texts[at + 1 :] = [page.text]
            at += 1
        elif way == "undo":
            steps.undo()
            at = max(at - 1, 0)
        else:
            steps.redo()
            at = min(at + 1, len(texts) - 1)
        assert page.text == texts[at]


def test_the_menu_names_the_step_and_is_grey_without_one(qapp: QApplication, page: Page) -> None:
    holder = QObject(qapp)
    steps = Steps(holder)
    undo = StepAction("&Hoàn tác", steps, is_back=True, parent=holder)
    redo = StepAction("&Làm lại", steps, is_back=False, parent=holder)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    steps.push(page.typed("a"))
    assert (undo.text(), undo.isEnabled(), redo.text(), redo.isEnabled()) == (
        "&Hoàn tác a",
        True,
        "&Làm lại",
        False,
    )
    undo.trigger()
    assert (undo.text(), undo.isEnabled(), redo.text(), redo.isEnabled()) == (
        "&Hoàn tác",
        False,
        "&Làm lại a",
        True,
    )
    redo.trigger()
    assert page.text == "a"
    holder.deleteLater()


def test_a_figure_typed_is_a_small_step(report: OpenReport, qapp: QApplication) -> None:
    desk = Desk(qapp)
    desk.report = report
    desk.figures.enter("PL2.1", "8")
    (step,) = desk.undo._steps
    assert isinstance(step, _CellsPut)
    assert not hasattr(step, "__dict__")
    assert sys.getsizeof(step) + sys.getsizeof(step.cells) + sys.getsizeof(step.cells[0]) < 250
    desk.close()
    desk.deleteLater()
