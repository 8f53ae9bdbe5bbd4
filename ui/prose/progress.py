"""How far the prose of a report is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.narrative.state import SectionState

if TYPE_CHECKING:
    from cchc_desktop.office.report import OpenReport


def written_count(report: OpenReport) -> tuple[int, int]:
    """Return how many sections somebody wrote, confirmed or called done, of how many there are."""
    states = [
        report.states.get(each.id, SectionState.EMPTY) for each in report.outline.sections if each.has_text
    ]
    return sum(state in (SectionState.EDITED, SectionState.DONE) for state in states), len(states)
