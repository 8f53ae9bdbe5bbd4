"""Tallies of the counted reports in the rows of this office's own set, corrected report by report."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from sqlite_utils import Database

from cchc_desktop.form.computing import added
from cchc_desktop.rollup.aggregate import BY_VALUE
from cchc_desktop.rollup.standing import Received
from cchc_desktop.rollup.tally import Tally, tally
from cchc_desktop.storage.received import load_answers
from cchc_desktop.storage.received_totals import load_received_cells, load_tallies
from cchc_desktop.template.mapping import RowMapping, mapping
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode

Tallies = Mapping[IndicatorCode, Tally]
Answers = Mapping[IndicatorCode, Answer]
SetName = tuple[str, str]
"""Id and version of a form set."""
_WORTH_CORRECTING = 8
"""A change of less than one report in so many is cheaper made than added up anew."""


class FromSet:
    """How reports on one form set read in the rows of another."""

    def __init__(self, old: Template, new: Template) -> None:
        self.old = old
        self.mapping: RowMapping = mapping(old, new)
        rows = new.indicators
        computed = {row.code: (row.code,) for row in new.computing_order if row.code in old.indicators}
        self._sources = {**self.mapping.sources, **computed}
        self._by_value = frozenset(code for code in self._sources if rows[code].rollup in BY_VALUE)

    def sources(self, code: IndicatorCode) -> tuple[IndicatorCode, ...]:
        """Return the rows of the old set that make the row; none where the old set lacks it."""
        return self._sources.get(code, ())

    def answers(self, said: Answers) -> dict[IndicatorCode, Answer]:
        """Return one report's answers in the rows of the new set; merged rows by the rule of totals."""
        return {code: _together(said, sources) for code, sources in self._sources.items()}

    def tallies(self, db: Database, packages: Collection[int]) -> dict[IndicatorCode, Tally]:
        """Return the tally of every row over these packages."""
        direct = {code: sources[0] for code, sources in self._sources.items() if len(sources) == 1}
        listed = [direct[code] for code in self._by_value if code in direct]
        found = load_tallies(db, packages, listed)
        tallies = {
            code: _with_blanks(found.get(source, Tally()), len(packages)) for code, source in direct.items()
        }
        return {**tallies, **self._merged(db, packages)}

    def corrected(
        self, kept: Tallies, gone: Iterable[Answers], come: Iterable[Answers]
    ) -> dict[IndicatorCode, Tally]:
        """Return the tallies with some reports' answers taken out and others put in."""
        before, after = list(gone), list(come)
        return {
            code: each.changed(
                (said[code] for said in before),
                (said[code] for said in after),
                by_value=code in self._by_value,
            )
            for code, each in kept.items()
        }

    def _merged(self, db: Database, packages: Collection[int]) -> dict[IndicatorCode, Tally]:
        merged = {code: sources for code, sources in self._sources.items() if len(sources) > 1}
        if not merged:
            return {}
        wanted = {source for sources in merged.values() for source in sources}
        reports = load_received_cells(db, packages, wanted).values()
        return {code: tally(_together(said, sources) for said in reports) for code, sources in merged.items()}


class Accumulation:
    """Tallies in the rows of one set over reports on any set, kept from one asking to the next."""

    def __init__(
        self, db: Database, template: Template, set_of: Callable[[SetName], Template | None]
    ) -> None:
        self.template = template
        self._db = db
        self._set_of = set_of
        self._from: dict[SetName, FromSet] = {}
        self._packages: dict[SetName, frozenset[int]] = {}
        self._tallies: dict[SetName, Tallies] = {}

    def over(self, reports: Iterable[Received]) -> dict[IndicatorCode, Tally]:
        """Return the tallies over these reports: a few that changed since the last time are corrected."""
        counted: dict[SetName, set[int]] = defaultdict(set)
        for report in reports:
            counted[report.form_set].add(report.package)
        for name in {*counted, *self._packages}:
            self._bring_up_to_date(name, frozenset(counted.get(name, ())))
        whole: dict[IndicatorCode, Tally] = {}
        for tallies in self._tallies.values():
            for code, each in tallies.items():
                whole[code] = whole[code] + each if code in whole else each
        return whole

    def from_set(self, name: SetName) -> FromSet:
        """Return how reports on that set read here; one that nobody has is read row for row by key."""
        if name not in self._from:
            self._from[name] = FromSet(self._set_of(name) or self.template, self.template)
        return self._from[name]

    def _bring_up_to_date(self, name: SetName, now: frozenset[int]) -> None:
        before, reading = self._packages.get(name, frozenset()), self.from_set(name)
        if before == now:
            return
        if len(before ^ now) * _WORTH_CORRECTING > len(now):
            self._tallies[name] = reading.tallies(self._db, now)
        else:
            gone, come = (
                [reading.answers(load_answers(self._db, package)) for package in changed]
                for changed in (before - now, now - before)
            )
            self._tallies[name] = reading.corrected(self._tallies[name], gone, come)
        self._packages[name] = now


def _together(said: Answers, sources: tuple[IndicatorCode, ...]) -> Answer:
    if len(sources) == 1:
        return said.get(sources[0], BLANK)
    return added([said.get(source, BLANK) for source in sources])


def _with_blanks(found: Tally, reports: int) -> Tally:
    """The tally with the reports counted in which the cell is blank: for such a cell nothing is kept."""
    blank = reports - sum(found.states.values())
    if not blank:
        return found
    return Tally(found.total, {**found.states, BLANK.state: blank}, found.values)
