"""How far a task has come on a day."""

from datetime import date

import pytest

from cchc_desktop.registers.tasks import TASKS, TaskState, is_in_hand, plan_year, task_state
from cchc_desktop.values.period import Period
from tests.unit.registers.lines import entry

CUT_OFF = date(2026, 9, 14)
WINDOW = Period.read("2026-Q3").window


@pytest.mark.parametrize(
    ("deadline", "done", "state"),
    [
        ("", "", TaskState.OPEN),
        ("14/9/2026", "", TaskState.OPEN),
        ("13/9/2026", "", TaskState.OVERDUE),
        ("14/9/2026", "14/9/2026", TaskState.DONE_IN_TIME),
        ("13/9/2026", "14/9/2026", TaskState.DONE_LATE),
        ("", "14/9/2026", TaskState.DONE_IN_TIME),
        ("13/9/2026", "15/9/2026", TaskState.OVERDUE),
        ("20/9/2026", "15/9/2026", TaskState.OPEN),
    ],
)
def test_a_state_knows_what_had_happened_by_the_cut_off_and_nothing_later(
    deadline: str, done: str, state: TaskState
) -> None:
    task = entry(TASKS, assigned="1/9/2026", deadline=deadline, done=done)
    assert task_state(task, CUT_OFF) is state


def test_a_task_given_after_the_cut_off_is_not_there_yet() -> None:
    task = entry(TASKS, assigned="15/9/2026", done="15/9/2026")
    assert task_state(task, CUT_OFF) is TaskState.NOT_GIVEN
    assert not is_in_hand(task, WINDOW)


@pytest.mark.parametrize(("done", "in_hand"), [("", True), ("15/6/2026", True), ("14/6/2026", False)])
def test_an_earlier_task_stays_in_hand_until_the_window_after_it_was_done(done: str, in_hand: bool) -> None:
    assert is_in_hand(entry(TASKS, assigned="1/3/2026", done=done), WINDOW) is in_hand


def test_a_task_belongs_to_the_plan_of_its_year_or_of_its_deadline_or_of_its_day() -> None:
    assert plan_year(entry(TASKS, year="2026", deadline="5/1/2027", assigned="20/12/2025")) == 2026
    assert plan_year(entry(TASKS, deadline="5/1/2027", assigned="20/12/2025")) == 2027
    assert plan_year(entry(TASKS, assigned="20/12/2025")) == 2025
    assert plan_year(entry(TASKS, task="chưa rõ")) is None


def test_every_state_has_a_name() -> None:
    assert len({state.label for state in TaskState}) == len(TaskState)
