"""What the figures of the prose say now, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import WAITING
from cchc_desktop.narrative.speaking import Silence
from cchc_desktop.office.prose.prose import figure_says
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.references import NotAReference, read_reference
from ui.models.meaning import place_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.references import Reference, Term
    from cchc_desktop.values.codes import IndicatorCode

_WHY_SILENT = {
    Silence.NO_ROW: "bộ biểu mẫu không có dòng này",
    Silence.NO_PERIOD_BEFORE: "tệp cơ quan không có báo cáo kỳ trước",
    Silence.BLANK: "dòng này còn trống",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as the text shows it."""

    text: str
    trouble: str = ""
    """Why it says nothing: Vietnamese, without a full stop."""


class LiveFigures:
    """Works each figure out once until the form changes."""

    def __init__(self, report: OpenReport) -> None:
        self.report = report
        self._shown: dict[str, Shown] = {}

    def forget(self) -> None:
        """The form has changed."""
        self._shown.clear()

    def shown(self, source: str) -> Shown:
        """Return what stands in the text for a figure, given with its braces."""
        if source not in self._shown:
            self._shown[source] = self._work_out(source)
        return self._shown[source]

    def codes(self, source: str) -> tuple[IndicatorCode, ...]:
        """Return the rows that a figure follows and that the form has."""
        reference = _reference(source)
        rows = self.report.template.indicators
        return tuple(code for code in reference.codes if code in rows) if reference else ()

    def followed(self, source: str) -> tuple[IndicatorCode, ...]:
        """Return all that a figure follows: rows, and what registers count."""
        reference = _reference(source)
        return reference.codes if reference else ()

    def told(self, source: str) -> str:
        """Return where a figure comes from, in one sentence."""
        shown, reference = self.shown(source), _reference(source)
        if reference is None:
            return f"{source}: {shown.trouble}."
        origin = " ".join(self._operands(reference))
        value = f"chưa có số để in, vì {shown.trouble}" if shown.trouble else shown.text
        return f"{origin}: {value}."

    def _work_out(self, source: str) -> Shown:
        reference = _reference(source)
        if reference is None:
            return Shown(source, _why_unreadable(source))
        says = figure_says(self.report, reference)
        if says.silence is not None:
            return Shown(WAITING, _WHY_SILENT[says.silence])
        return Shown(says.text)

    def _operands(self, reference: Reference) -> Iterator[str]:
        for place, term in enumerate(reference.terms):
            if place:
                yield ":" if reference.is_ratio else "−" if term.is_subtracted else "+"
            yield self._term(term)

    def _term(self, term: Term) -> str:
        past = ", kỳ trước" if term.of_last_period else ""
        if count := COUNTS.get(term.code):
            return f"Sổ theo dõi, “{count.row.label}”{past}"
        row = self.report.template.indicators.get(term.code)
        if row is None:
            return f"dòng {term.code}"
        return f"Dòng {place_name(self.report, row.code)} “{row.label}”{past}"


def _reference(source: str) -> Reference | None:
    try:
        return read_reference(source[1:-1])
    except NotAReference:
        return None


def _why_unreadable(source: str) -> str:
    figures = (piece for _, piece in parse(source).pieces())
    return next((reason for piece in figures if (reason := getattr(piece, "reason", ""))), "không hiểu")
