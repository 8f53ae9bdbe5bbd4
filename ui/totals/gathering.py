"""The slow work on the offices below, each piece with the office file opened for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.mailroom.reviewing import UnderReview
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.registers.importing import Importing
    from cchc_desktop.office.totals.feeding import Difference
    from cchc_desktop.office.totals.totals import PeriodTotals
    from cchc_desktop.registers.dates import DayOrder
    from cchc_desktop.registers.entry import RegisterEntry
    from cchc_desktop.rollup.drilldown import Contribution
    from cchc_desktop.rollup.matrix import Matrix
    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.answer import Answer
    from cchc_desktop.values.codes import IndicatorCode
    from cchc_desktop.values.period import Period
    from ui.worker import Ticket

PERIODS_SHOWN = 8
"""The latest so many periods are in the matrix."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Who has sent, in the latest periods."""

    matrix: Matrix
    deadlines: Mapping[Period, date]
    sender: str
    """This office's name, for a reminder."""
    late_by: str
    """Which moment makes a report late, in words."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The totals of one period beside what this office's own report says."""

    totals: PeriodTotals
    stands: Mapping[IndicatorCode, Answer]
    """What this office's own report says; empty where it is not begun."""
    differences: Mapping[IndicatorCode, Difference]
    waiting: frozenset[IndicatorCode]
    """Rows whose total waits for this office's own part."""


@dataclass(frozen=True, slots=True)
class AddedUp:
    """What can be added up, and the totals that were asked for."""

    periods: tuple[Period, ...]
    groups: tuple[str, ...]
    gathered: Gathered | None
    """None where there is no period yet."""


@dataclass(frozen=True, slots=True)
class LookedInto:
    """One total, office by office."""

    row: Indicator
    found: tuple[Contribution, ...]
    lopsided: tuple[OfficeBelow, ...]
    rule: str
    """By which rule figures stand out."""


def sending(path: Path, ticket: Ticket) -> Sending:
    """Find out where every office's report stands in the latest periods."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.settings import SCHEMA

    ticket.checkpoint()
    with Office.look(path) as office:
        totals = office.totals
        (late_by,) = (each for each in SCHEMA if each.name == "late_by")
        matrix = totals.matrix(totals.periods()[:PERIODS_SHOWN])
        deadlines = {period: totals.deadline(period) for period in matrix.periods}
        return Sending(
            matrix, deadlines, office.profile.name, late_by.choices[late_by.value_in(office.settings)]
        )


def add_up(path: Path, wanted: Period | None, group: str, accepted_only: bool, ticket: Ticket) -> AddedUp:
    """Add up the wanted period's received reports, or the latest period's where there are none of that one.

    Raises `NoTemplate` where no form set is for the period.
    """
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.look(path) as office:
        periods, groups = office.totals.periods(), office.offices.all().groups
        ticket.checkpoint()
        if not periods:
            return AddedUp(periods, groups, None)
        period = wanted if wanted in periods else periods[0]
        return AddedUp(periods, groups, _gathered(office, period, group, accepted_only=accepted_only))


def _gathered(office: Office, period: Period, group: str, *, accepted_only: bool) -> Gathered:
    from cchc_desktop.office.totals.feeding import differences, waiting

    totals = office.totals.of(period, accepted_only=accepted_only, group=group)
    head = next((head for head in office.reports() if head.period == period), None)
    return Gathered(
        totals,
        office.report(period).form.answers if head else {},
        {each.code: each for each in differences(office, period)},
        frozenset(waiting(office, period)) if head else frozenset(),
    )


def look_into(path: Path, period: Period, code: str, group: str, ticket: Ticket) -> LookedInto:
    """Find out who gave what to one total."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.totals.looking_into import Looking
    from cchc_desktop.rollup.drilldown import rule

    ticket.checkpoint()
    with Office.look(path) as office:
        looking = Looking(office, period, code, group)
        told = rule(looking.template.changes)
        return LookedInto(looking.row, looking.contributions(), looking.lopsided(), told)


def received(path: Path, below: str, period: Period, ticket: Ticket) -> UnderReview:
    """Open the report that counts of an office below. Raises `ReviewRefused` where nothing was received."""
    from cchc_desktop.office.mailroom.reviewing import under_review
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.look(path) as office:
        found = under_review(office, below, period)
        _ = found.findings  # worked out here, not on the window's thread
        return found


def take(path: Path, period: Period, codes: tuple[str, ...], ticket: Ticket) -> Changes:
    """Put the totals into this office's report, all or those of the rows named."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.totals.feeding import take

    ticket.checkpoint()
    with Office.open(path) as office:
        return take(office, period, codes)


def set_own(path: Path, period: Period, code: str, text: str, ticket: Ticket) -> Changes:
    """Note this office's own part of a total, as typed."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.totals.feeding import set_own

    ticket.checkpoint()
    with Office.open(path) as office:
        return set_own(office, period, code, text)


def keep_status(path: Path, period: Period, ticket: Ticket) -> Changes:
    """Put the appendix on who sent when into this office's report."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.totals.tables import keep_status

    ticket.checkpoint()
    with Office.open(path) as office:
        return keep_status(office, period)


def keep_row(path: Path, period: Period, code: str, in_groups: bool, ticket: Ticket) -> Changes:
    """Put an appendix on one row, office by office, into this office's report."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.totals.tables import keep_row

    ticket.checkpoint()
    with Office.open(path) as office:
        return keep_row(office, period, code, in_groups=in_groups)


def write_matrix(path: Path, matrix: Matrix, file: Path, ticket: Ticket) -> Path:
    """Write who stands where into a workbook."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.totals.matrix_sheet import write_matrix

    ticket.checkpoint()
    with Office.look(path) as office:
        return write_matrix(office, matrix, file)


def plan_list(path: Path, file: Path, order: DayOrder, ticket: Ticket) -> Importing:
    """Read a list of offices and say what it would change; nothing is written."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.registers.importing import plan_list
    from cchc_desktop.rollup.office_columns import OFFICES

    ticket.checkpoint()
    with Office.look(path) as office:
        return plan_list(office.offices, OFFICES, file, order)


def write_list(path: Path, file: Path, lines: tuple[RegisterEntry, ...], ticket: Ticket) -> Path:
    """Write lines of the list of offices into a file."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.registers.exporting import export_list
    from cchc_desktop.rollup.office_columns import OFFICES

    ticket.checkpoint()
    with Office.look(path) as office:
        return export_list(office.offices, OFFICES, file, lines)
