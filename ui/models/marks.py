"""Which cells the findings mark, and how strongly."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.values.codes import IndicatorCode

_WEIGHT = {Severity.NOTE: 0, Severity.WARN: 1, Severity.BLOCK: 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """The heaviest finding at a cell."""

    severity: Severity
    own: bool
    """Whether the finding is the cell's own, or another row's that rests on it."""


def weight_of(finding: Finding, kept: Collection[str]) -> Severity:
    """Return how a finding weighs on the screen: one that was justified is a note."""
    return Severity.NOTE if finding.code in kept else finding.severity


def marks_of(findings: Iterable[Finding], kept: Collection[str]) -> Mapping[IndicatorCode, Mark]:
    """Return the mark of every cell that a finding concerns."""
    marks: dict[IndicatorCode, Mark] = {}
    for finding in findings:
        severity = weight_of(finding, kept)
        for code in finding.cells:
            mark = Mark(severity, own=code == finding.cell)
            if code not in marks or _rank(mark) > _rank(marks[code]):
                marks[code] = mark
    return marks


def _rank(mark: Mark) -> tuple[int, bool]:
    return _WEIGHT[mark.severity], mark.own
