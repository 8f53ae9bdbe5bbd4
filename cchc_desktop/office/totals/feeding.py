"""Totals into this office's own form: taken over by a person, following corrections until it is locked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.office.totals.own import OwnFigures
from cchc_desktop.rollup.aggregate import ADDED_UP, RowTotal
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.own_figures import save_own_figures
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.model import RollUp, Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of this office's form that says something else than the offices' figures make of it now."""

    code: IndicatorCode
    stands: Answer
    proposed: Answer
    follows: bool
    """Whether the total was taken over there: it changed since. Else a person typed what stands."""


def waiting(office: Office, period: Period) -> tuple[IndicatorCode, ...]:
    """Return the rows whose total waits for this office's own part."""
    totals = office.totals.of(period)
    return tuple(
        code
        for code, row in totals.rows.items()
        if _is_fed(totals.template, code) and row.value.is_blank and not row.children.is_blank
    )


def take(office: Office, period: Period, codes: Iterable[str] = ()) -> Changes:
    """Put the totals into this office's report, all or those of the rows named, as one step.

    Of a row that is its own and its offices' together, what the office had typed is noted as its own part.
    A row whose total is not known yet is left as it is. Raises `ReportLocked` while the figures are locked,
    `ReportRefused` for a row that no total belongs into.
    """
    report = office.report(period)
    rows = office.totals.of(period).rows
    wanted = [report.indicator(code).code for code in codes]
    for code in wanted:
        if not _is_fed(report.template, code):
            raise ReportRefused(
                f"Dòng {code} không cộng từ các đơn vị. Hãy nhập số của cơ quan vào dòng này."
            )
    chosen = [code for code in wanted or rows if _is_fed(report.template, code)]
    known = {code: rows[code] for code in chosen if not rows[code].value.is_blank}
    return _put(office, report, known)


def set_own(office: Office, period: Period, code: str, text: str) -> Changes:
    """Note this office's own part of a total, as typed, and let the cell follow; an empty text blanks it."""
    report = office.report(period)
    row = report.indicator(code)
    if row.rollup is not RollUp.OWN_AND_SUM:
        raise ReportRefused(
            f"Dòng “{row.label}” không có phần riêng của cơ quan ngoài số các đơn vị. Hãy nhập thẳng vào đó."
        )
    own = read_answer(row, text)
    with writing(office.archive.db):
        save_own_figures(office.archive.db, period, {row.code: own}, _origin(office))
        return _put(office, report, {row.code: office.totals.of(period).rows[row.code]})


def follow(office: Office, period: Period) -> Changes:
    """Let the cells that follow totals say what those are now; nothing happens where the report is locked.

    Whoever stores, accepts or returns a report of an office below calls this afterwards.
    """
    head = office.archive.head_of(period)
    if head is None or head.stage.holds_figures:
        return Changes(period)
    following = OwnFigures(office.archive, head).following
    if not following:
        return Changes(period)
    rows = office.totals.of(period).rows
    return _put(office, office.report(period), {code: rows[code] for code in following if code in rows})


def differences(office: Office, period: Period) -> tuple[Difference, ...]:
    """Return, in printed order, the answered cells that differ from their totals: after a lock, what changed
    below since; before it, what somebody typed instead.
    """
    head = office.archive.head_of(period)
    if head is None:
        return ()
    form, own, totals = office.archive.form(head), OwnFigures(office.archive, head), office.totals.of(period)
    return tuple(
        Difference(code, stands, row.value, code in own.following)
        for code, row in totals.rows.items()
        if _is_fed(totals.template, code)
        and not own.is_typed(totals.template.indicators[code])
        and (code in own.following or not row.value.is_blank)
        and not (stands := form.answer(code)).is_blank
        and stands != row.value
    )


def _put(office: Office, report: OpenReport, rows: Mapping[IndicatorCode, RowTotal]) -> Changes:
    """Write the proposals and the own parts in one transaction, which a locked report refuses whole."""
    indicators = report.template.indicators
    own = {code: row.own for code, row in rows.items() if indicators[code].rollup is RollUp.OWN_AND_SUM}
    entries = {
        code: Entry(row.value, note=report.form.entry(code).note)
        for code, row in rows.items()
        if report.form.answer(code) != row.value
    }
    with writing(office.archive.db):
        save_own_figures(office.archive.db, report.head.period, own, _origin(office))
        return report.put(entries, Source.ROLLED_UP)


def _is_fed(template: Template, code: IndicatorCode) -> bool:
    row = template.indicators[code]
    return row.is_asked and row.rollup in ADDED_UP


def _origin(office: Office) -> Origin:
    archive = office.archive
    return Origin(archive.who, archive.clock(), Source.TYPED)
