"""What an operation changed, so that every screen redraws just that."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.form.form import Form
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation changed in a report."""

    period: Period | None = None
    """None: something of the office itself."""
    cells: frozenset[IndicatorCode] = frozenset()
    """Cells that show something else now: entered ones and the computed ones that follow them."""
    marked: frozenset[IndicatorCode] = frozenset()
    """Cells whose findings are others now."""
    sections: frozenset[str] = frozenset()
    """Sections of the outline whose text is another."""
    outline: bool = False
    """Whether sections of the outline are new, gone, hidden, renamed or in another order."""
    head: bool = False
    """Whether stage, deadline, number, date or sequence changed."""
    entries: frozenset[str] = frozenset()
    """Ids of register entries that are new, changed or gone. The cells they feed may be marked otherwise, and
    what the prose cites may read otherwise."""
    annexes: frozenset[str] = frozenset()
    """Keys of further appendices that are new, changed or gone."""
    offices: frozenset[str] = frozenset()
    """Ids of offices below of which something is other than before: their line, an exception, what came."""

    def __bool__(self) -> bool:
        report = (self.cells, self.marked, self.sections, self.outline, self.head)
        return any((*report, self.annexes, self.entries, self.offices))


def cells_that_differ(before: Form, after: Form) -> frozenset[IndicatorCode]:
    """Return the cells whose entry or printed answer differs between two states of a form."""
    return _differing(before.entries, after.entries) | _differing(before.answers, after.answers)


def _differing(
    before: Mapping[IndicatorCode, object], after: Mapping[IndicatorCode, object]
) -> frozenset[IndicatorCode]:
    return frozenset(code for code in before.keys() | after.keys() if before.get(code) != after.get(code))
