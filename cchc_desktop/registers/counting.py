"""What the prose counts in the registers, and the lines that are counted.

Figures of the forms come from `registers.feeding`; these are the others that a report's sentences name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.registers.conditions import Condition, dated, in_state
from cchc_desktop.registers.documents import ISSUED, RECEIVED
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.feeding import Registers
from cchc_desktop.registers.lists import lies_in
from cchc_desktop.registers.tasks import TaskState
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Window

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many there are, and the lines that say so, in the order of their making."""

    value: Decimal
    entries: tuple[RegisterEntry, ...]


def counted(registers: Registers, window: Window) -> dict[IndicatorCode, Counted]:
    """Return what every count comes to in the window; a register without lines counts nothing: zero."""
    found = {}
    for code, count in COUNTS.items():
        how, figure = _HOW[code]
        entries = [entry for entry in registers.get(count.register, ()) if how(entry, window)]
        entries.sort(key=lambda entry: entry.number_in_id)
        found[code] = Counted(sum(map(figure, entries), Decimal()), tuple(entries))
    return found


def _each(_entry: RegisterEntry) -> Decimal:
    return _ONE


def _times(entry: RegisterEntry) -> Decimal:
    """How often; a line that does not say so is one."""
    return entry.number("times") if "times" in entry.values else _ONE


def _people(entry: RegisterEntry) -> Decimal:
    return entry.number("people")


def _document(direction: str, *, guides: bool = False) -> Condition:
    return lambda entry, window: (
        entry.text("direction") == direction
        and lies_in(entry.day("issued"), window)
        and (entry.is_yes("guides") or not guides)
    )


def _outreach(kind: str) -> Condition:
    return lambda entry, window: entry.text("kind") == kind and lies_in(entry.day("held"), window)


_HOW: Mapping[IndicatorCode, tuple[Condition, Callable[[RegisterEntry], Decimal]]] = {
    IndicatorCode(key): how
    for key, how in {
        "SO.VB.CD": (_document(ISSUED, guides=True), _each),
        "SO.VB.DI": (_document(ISSUED), _each),
        "SO.VB.DEN": (_document(RECEIVED), _each),
        "SO.NV.XONG": (in_state(TaskState.DONE_IN_TIME, TaskState.DONE_LATE), _each),
        "SO.NV.DANG": (in_state(TaskState.OPEN), _each),
        "SO.NV.QUA": (in_state(TaskState.OVERDUE), _each),
        "SO.KT": (dated("inspected"), _each),
        "SO.TH.LOP": (_outreach("training"), _times),
        "SO.TH.NGUOI": (_outreach("training"), _people),
        "SO.TT.HN": (_outreach("meeting"), _times),
        "SO.TT.BAI": (_outreach("article"), _times),
        "SO.TT.PT": (_outreach("broadcast"), _times),
        "SO.SK": (dated("proposed"), _each),
    }.items()
}
