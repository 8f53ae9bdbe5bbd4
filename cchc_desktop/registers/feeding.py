"""Which figures the registers give, and out of which entries.

A small table of functions, and not data beside a form set: what counts speaks the registers' own language
(states at a cut-off, distinct units, answers of a survey), for which a file would need a language of its
own. Whether a line applies is the set's say: its keys are stable, so a set without the row is not fed, and a
row that is computed there, or a heading, is not either.

A register gives a figure only where it holds, of any time, an entry of the kind that the row counts: an
office that keeps no such register has nothing to disagree with.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from cchc_desktop.registers.conditions import Condition, dated, in_state
from cchc_desktop.registers.documents import DOCUMENTS, ISSUED
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.inspections import AGENCY, COMMUNE, INSPECTIONS
from cchc_desktop.registers.lists import lies_in
from cchc_desktop.registers.schema import Register
from cchc_desktop.registers.surveys import BOTH, ONLINE, PAPER, SURVEYS
from cchc_desktop.registers.tasks import (
    ASSIGNED,
    PLAN,
    TASKS,
    TaskState,
    plan_year,
    task_state,
)
from cchc_desktop.template.model import Template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Window
from cchc_desktop.values.text import likeness

Entries: TypeAlias = Sequence[RegisterEntry]
Registers: TypeAlias = Mapping[str, Entries]
"""The entries of each register, by its name."""
_Kind: TypeAlias = Callable[[RegisterEntry], bool]
_Figure: TypeAlias = Callable[[Entries], Decimal | None]


@dataclass(frozen=True, slots=True)
class Fed:
    """A figure that a register gives, and the entries it is made of, to be shown."""

    value: Decimal
    register: str
    entries: tuple[RegisterEntry, ...]


@dataclass(frozen=True, slots=True)
class _Feed:
    register: Register
    kind: _Kind
    """Which entries the row is about, of whatever time."""
    counted: Condition
    """Which of them count in a window."""
    figure: _Figure
    """What they make; None where they answer nothing."""


def fed(template: Template, registers: Registers, window: Window) -> dict[IndicatorCode, Fed]:
    """Return what the registers give for the rows of the set, counted in the window."""
    given = {}
    for code, feed in _FEEDS.items():
        row = template.indicators.get(code)
        if row is not None and row.is_asked and (found := _fed(feed, registers, window)):
            given[code] = found
    return given


def _fed(feed: _Feed, registers: Registers, window: Window) -> Fed | None:
    about = [entry for entry in registers.get(feed.register.name, ()) if feed.kind(entry)]
    if not about:
        return None
    counted = tuple(entry for entry in about if feed.counted(entry, window))
    value = feed.figure(counted)
    return None if value is None else Fed(value, feed.register.name, counted)


def _says(column: str, word: str) -> _Kind:
    return lambda entry: entry.text(column) == word


def _in_plan(*states: TaskState) -> Condition:
    """Tasks of the plan of the year that the window reports on, by their state at its end."""

    def counted(entry: RegisterEntry, window: Window) -> bool:
        return plan_year(entry) == window.last.year and task_state(entry, window.last) in states

    return counted


def _resolved(entry: RegisterEntry, window: Window) -> bool:
    day = entry.day("resolved_on")
    return lies_in(entry.day("inspected"), window) and not (day and day > window.last)


def _sum(column: str) -> _Figure:
    return lambda entries: sum((entry.number(column) for entry in entries), Decimal())


def _how_many(entries: Entries) -> Decimal:
    return Decimal(len(entries))


def _units(entries: Entries) -> Decimal:
    return Decimal(len({likeness(entry.text("unit")) for entry in entries}))


def _was_held(entries: Entries) -> Decimal:
    return Decimal(bool(entries))


def _forms(entries: Entries) -> Decimal | None:
    return _sum("forms")(entries) if entries else None


def _method(entries: Entries) -> Decimal | None:
    """The form's codes: 0 online, 1 on paper, 2 both."""
    methods = {word for entry in entries if (word := entry.text("method"))}
    if len(methods) > 1:
        return Decimal(2)
    return _METHODS[methods.pop()] if methods else None


def _every(_entry: RegisterEntry) -> bool:
    return True


def _guiding(entry: RegisterEntry) -> bool:
    return entry.text("direction") == ISSUED and entry.is_yes("guides")


_METHODS = {ONLINE: Decimal(0), PAPER: Decimal(1), BOTH: Decimal(2)}
_GIVEN = tuple(state for state in TaskState if state is not TaskState.NOT_GIVEN)
_DONE = (TaskState.DONE_IN_TIME, TaskState.DONE_LATE)
_OF_PLAN, _OF_SUPERIOR = _says("source", PLAN), _says("source", ASSIGNED)
_OF_AGENCY, _OF_COMMUNE = _says("unit_kind", AGENCY), _says("unit_kind", COMMUNE)

_FEEDS: Mapping[IndicatorCode, _Feed] = {
    IndicatorCode(code): feed
    for code, feed in {
        "PL2.1": _Feed(DOCUMENTS, _guiding, dated("issued"), _how_many),
        "PL2.2.1": _Feed(TASKS, _OF_PLAN, _in_plan(*_GIVEN), _how_many),
        "PL2.2.2": _Feed(TASKS, _OF_PLAN, _in_plan(*_DONE), _how_many),
        "PL2.3.1": _Feed(INSPECTIONS, _OF_AGENCY, dated("inspected"), _units),
        "PL2.3.2": _Feed(INSPECTIONS, _OF_COMMUNE, dated("inspected"), _units),
        "PL2.3.3.1": _Feed(INSPECTIONS, _every, dated("inspected"), _sum("problems")),
        "PL2.3.3.2": _Feed(INSPECTIONS, _every, _resolved, _sum("resolved")),
        "PL2.4.1": _Feed(TASKS, _OF_SUPERIOR, in_state(*_GIVEN), _how_many),
        "PL2.4.2": _Feed(TASKS, _OF_SUPERIOR, in_state(TaskState.DONE_IN_TIME), _how_many),
        "PL2.4.3": _Feed(TASKS, _OF_SUPERIOR, in_state(TaskState.DONE_LATE), _how_many),
        "PL2.4.4": _Feed(TASKS, _OF_SUPERIOR, in_state(TaskState.OVERDUE), _how_many),
        "PL2.5": _Feed(SURVEYS, _every, dated("held"), _was_held),
        "PL2.5.1": _Feed(SURVEYS, _every, dated("held"), _forms),
        "PL2.5.2": _Feed(SURVEYS, _every, dated("held"), _method),
    }.items()
}


def feeding_registers(template: Template) -> dict[IndicatorCode, Register]:
    """Return, for each row of the set that a register can feed, that register."""
    rows = template.indicators
    return {code: feed.register for code, feed in _FEEDS.items() if code in rows and rows[code].is_asked}
