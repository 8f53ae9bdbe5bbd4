"""Which lines of a register count in a window."""

from collections.abc import Callable
from typing import TypeAlias

from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.lists import lies_in
from cchc_desktop.registers.tasks import TaskState, is_in_hand, task_state
from cchc_desktop.values.period import Window

Condition: TypeAlias = Callable[[RegisterEntry, Window], bool]


def dated(column: str) -> Condition:
    """Lines whose day in this column is one of the window's."""
    return lambda entry, window: lies_in(entry.day(column), window)


def in_state(*states: TaskState) -> Condition:
    """Tasks in hand within the window that are in one of these states at its end."""
    return lambda entry, window: is_in_hand(entry, window) and task_state(entry, window.last) in states
