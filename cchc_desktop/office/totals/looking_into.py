"""A total looked into: which office gave what, and who gave only half of a ratio."""

from collections.abc import Iterable

from cchc_desktop.form.computing import added
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import named_row
from cchc_desktop.office.totals.accumulating import FromSet
from cchc_desktop.rollup.aggregate import ADDED_UP, BY_VALUE
from cchc_desktop.rollup.drilldown import Contribution, Given, contributions
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.standing import Received
from cchc_desktop.storage.received_totals import load_received_cells
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

PERIODS_LOOKED_BACK = 8


class Looking:
    """One row of one period, office by office, with the periods before. Raises `ReportRefused` for a row that
    the set does not have.
    """

    def __init__(self, office: Office, period: Period, code: str, group: str = "") -> None:
        self._office = office
        self._totals = office.totals.of(period, group=group)
        self.template = self._totals.template
        self.row = named_row(self.template, code)
        self._periods = [period, *_before(period)]
        self._facts = office.totals.facts()
        self._said = self._read()

    def contributions(self) -> tuple[Contribution, ...]:
        """Return every office of the period, the largest figure first."""
        here, *before = self._periods
        given = [
            Given(
                office,
                self._facts.place(office, here, {office.id}),
                self._said.get((office.id, here)),
                self._earlier(office, before[0]),
                [
                    number
                    for period in before
                    if (answer := self._earlier(office, period)) and (number := answer.number) is not None
                ],
            )
            for office in self._totals.coverage.offices
        ]
        return contributions(given, self.template.changes, is_added=self.row.rollup in ADDED_UP)

    def lopsided(self) -> tuple[OfficeBelow, ...]:
        """Return who gave one operand of this ratio and not the other: the number counts in its sum."""
        numerator, denominator = self.row.numerator, self.row.denominator
        if numerator is None or denominator is None:
            return ()
        return lopsided(self._office, self._totals.coverage.counted, numerator, denominator)

    def _earlier(self, office: OfficeBelow, period: Period) -> Answer | None:
        """What the office said then, or what its predecessors did together, if it was not there yet."""
        if (said := self._said.get((office.id, period))) is not None:
            return said
        before = [self._said.get((old, period)) for old in self._facts.offices.predecessors(office.id)]
        answers = [answer for answer in before if answer is not None]
        if not answers or len(answers) < len(before) or self.row.rollup in BY_VALUE:
            return None
        return added(answers)

    def _read(self) -> dict[tuple[str, Period], Answer]:
        reports = [
            report
            for (_, period), report in self._facts.received.items()
            if period in self._periods and report.counts
        ]
        said = {}
        for name in {report.form_set for report in reports}:
            old = self._office.totals.set_named(name) or self.template
            mapping = FromSet(old, self.template)
            of_set = [report for report in reports if report.form_set == name]
            cells = load_received_cells(
                self._office.archive.db, [each.package for each in of_set], mapping.sources(self.row.code)
            )
            for report in of_set:
                answer = mapping.answers(cells[report.package]).get(self.row.code)
                if answer is not None:
                    said[report.office, report.period] = answer
        return said


def lopsided(
    office: Office, reports: Iterable[Received], numerator: IndicatorCode, denominator: IndicatorCode
) -> tuple[OfficeBelow, ...]:
    """Return, of these reports' offices, those that gave a number for one of the two rows only."""
    offices = office.offices.all()
    by_package = {report.package: report.office for report in reports}
    cells = load_received_cells(office.archive.db, list(by_package), (numerator, denominator))
    return tuple(
        offices.get(by_package[package])
        for package, said in cells.items()
        if len([answer for answer in said.values() if answer.number is not None]) == 1
    )


def _before(period: Period) -> list[Period]:
    periods = []
    for _ in range(PERIODS_LOOKED_BACK):
        period = period.previous
        periods.append(period)
    return periods
