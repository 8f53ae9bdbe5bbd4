"""The totals of the offices below, as a person asks for them: by period, by group, received or accepted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.deadline import default_deadline, work_calendar
from cchc_desktop.office.totals.accumulating import Accumulation, SetName
from cchc_desktop.office.totals.asked import Requests
from cchc_desktop.office.totals.own import OwnFigures
from cchc_desktop.rollup.aggregate import RowTotal, rolled_up
from cchc_desktop.rollup.coverage import Coverage, coverage
from cchc_desktop.rollup.matrix import Facts, Matrix, matrix
from cchc_desktop.storage.special_cases import load_special_cases
from cchc_desktop.storage.standings import load_questions, load_standings
from cchc_desktop.template.catalogue import Catalogue
from cchc_desktop.template.mapping import RowMapping
from cchc_desktop.template.model import Template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


@dataclass(frozen=True)
class PeriodTotals:
    """What the offices below make of one period."""

    period: Period
    template: Template
    """This office's own set, in whose rows the totals are."""
    coverage: Coverage
    """Of all offices, or of the group that was asked for."""
    rows: Mapping[IndicatorCode, RowTotal]
    mappings: Mapping[SetName, RowMapping]
    """How each form set among the counted reports reads in this one."""
    unknown_sets: tuple[SetName, ...]
    """Sets among them that this office does not have: their rows were read by key alone."""

    @property
    def unmapped(self) -> Mapping[SetName, tuple[IndicatorCode, ...]]:
        """Rows of other sets whose figures have no place here: those without a word, and those split."""
        found = {name: (*each.unmapped, *each.divided) for name, each in self.mappings.items()}
        return {name: codes for name, codes in found.items() if codes}


class Totals:
    """Every total of one office file. Showing never writes; what feeds this office's form is `feeding`."""

    def __init__(self, archive: Archive, catalogue: Callable[[], Catalogue]) -> None:
        self._archive = archive
        self._catalogue = catalogue
        self._requests = Requests(archive.db)
        self._kept: dict[tuple[Period, bool, str, str], Accumulation] = {}
        self._sets: dict[SetName, Template | None] = {}

    def periods(self) -> tuple[Period, ...]:
        """Return the periods of which this office has a report or received one, the latest first."""
        own = {head.period for head in self._archive.heads()}
        received = {period for _, period in load_standings(self._archive.db)}
        return tuple(sorted(own | received, reverse=True))

    def facts(self, period: Period | None = None) -> Facts:
        """Return what is known of who is to report and who has, for all periods or for one."""
        archive = self._archive
        return Facts(
            offices=archive.offices(),
            received=load_standings(archive.db, archive.settings.late_by, period),
            questions=load_questions(archive.db),
            cases=load_special_cases(archive.db),
            deadline=cache(self.deadline),
            calendar=work_calendar(),
            today=self.today,
        )

    @property
    def today(self) -> date:
        """The day by the office's clock."""
        return self._archive.today

    def deadline(self, period: Period) -> date:
        """Return until when offices are to report: as this office's last request for the period says, else so
        many working days after the cut-off, as is set.
        """
        if asked := self._requests.due(period):
            return asked
        return default_deadline(period, period.window, self._archive.settings.working_days)

    def matrix(self, periods: Iterable[Period] = (), group: str = "") -> Matrix:
        """Return offices × periods, by default all periods there are."""
        return matrix(self.facts(), tuple(periods) or self.periods(), group)

    def coverage(self, period: Period, *, accepted_only: bool = False, group: str = "") -> Coverage:
        """Return who stands behind the period's totals."""
        return coverage(self.facts(period), period, accepted_only=accepted_only, group=group)

    def of(self, period: Period, *, accepted_only: bool = False, group: str = "") -> PeriodTotals:
        """Return the period's totals over what is received and not returned, or only over what is accepted.

        Raises `NoTemplate` where this office has neither a report nor a form set for the period.
        """
        covered = self.coverage(period, accepted_only=accepted_only, group=group)
        head = self._archive.head_of(period)
        template = self._template(head, period)
        kept = (period, accepted_only, group, template.digest)
        if kept not in self._kept:
            self._kept[kept] = Accumulation(self._archive.db, template, self.set_named)
        accumulation = self._kept[kept]
        tallies = accumulation.over(covered.counted)
        names = sorted({report.form_set for report in covered.counted})
        own = OwnFigures(self._archive, head)
        return PeriodTotals(
            period,
            template,
            covered,
            rolled_up(template, tallies, own.answer, len(covered.offices)),
            {name: accumulation.from_set(name).mapping for name in names},
            tuple(name for name in names if self.set_named(name) is None),
        )

    def set_named(self, name: SetName) -> Template | None:
        """Return a form set by id and version, or None where this office does not have it."""
        if name not in self._sets:
            catalogue = self._catalogue()
            self._sets[name] = catalogue.get(*name) if name in catalogue.sets else None
        return self._sets[name]

    def _template(self, head: ReportHead | None, period: Period) -> Template:
        if head:
            return self._archive.template(head)
        return self._catalogue().choose(self._archive.profile.level, period.window)
