"""What stands beside a figure: the same row in the office's other reports."""

from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Point:
    """What a row said in one period."""

    period: Period
    answer: Answer


@dataclass(frozen=True, slots=True)
class Beside:
    """A row in the reports a figure is compared with; None where there is no such report or no such row."""

    previous: Answer | None
    """The period of the same length just before."""
    a_year_earlier: Answer | None
    """The same period of last year."""
    difference: Decimal | None
    """This figure less the previous one, where both are numbers."""
    is_marked: bool
    """Whether R15 asks about the change."""


class LookingBack:
    """A report's rows beside those of the office's other reports.

    Made anew where another report is opened; the report's own figures are read as they are now.
    """

    def __init__(self, report: OpenReport) -> None:
        self._report = report
        head = report.archive.head_of(report.head.period.a_year_earlier)
        self._a_year_earlier = report.archive.form(head) if head else None

    def beside(self, code: IndicatorCode) -> Beside:
        """Return what stands beside the cell."""
        previous = _answer(self._report.previous, code)
        now = self._report.form.number(code)
        before = previous.number if previous else None
        return Beside(
            previous,
            _answer(self._a_year_earlier, code),
            difference=None if now is None or before is None else now - before,
            is_marked=any(
                finding.rule == "R15" and finding.cell == code for finding in self._report.findings
            ),
        )

    def series(self, code: IndicatorCode) -> tuple[Point, ...]:
        """Return the row through all reports of the same length, the oldest first, this one among them."""
        forms = {**self._report.archive.forms(), self._report.head.period: self._report.form}
        span = self._report.head.period.span
        return tuple(
            Point(period, form.answer(code))
            for period, form in sorted(forms.items())
            if period.span is span and code in form.template.indicators
        )


def _answer(form: Form | None, code: IndicatorCode) -> Answer | None:
    return form.answer(code) if form and code in form.template.indicators else None
