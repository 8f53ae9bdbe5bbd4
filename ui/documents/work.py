"""The slow work on somebody's document, each piece with the office file opened for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.figures.review import RowToReview
    from cchc_desktop.office.form_sets.drafts import SetDraft
    from cchc_desktop.office.word_reports.auditing import Audit
    from cchc_desktop.office.word_reports.comparing import Comparison
    from cchc_desktop.template.catalogue import Catalogue
    from cchc_desktop.values.period import Period
    from ui.worker import Ticket


def audit_of(file: Path, office_file: Path | None, ticket: Ticket) -> Audit:
    """Look for what is wrong with a Word report; the form sets of the office file are known too."""
    from cchc_desktop.office.word_reports.auditing import audit
    from cchc_desktop.office.word_reports.reading import sets_to_read_by

    ticket.checkpoint()
    found = audit(file, sets_to_read_by(_catalogue(office_file)), ticket.checkpoint)
    ticket.checkpoint()
    return found


def commented_copy(found: Audit, out: Path, ticket: Ticket) -> Path:
    """Write a copy of the report with the findings as Word comments."""
    from cchc_desktop.office.word_reports.auditing import write_commented

    ticket.checkpoint()
    return write_commented(found, out)


def comparison_of(file: Path, office_file: Path, period: Period, ticket: Ticket) -> Comparison:
    """Look for what a Word report has otherwise than the office's own."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.word_reports.comparing import compared

    ticket.checkpoint()
    with Office.snapshot(office_file) as office:
        found = compared(office.report(period), file, ticket.checkpoint)
    ticket.checkpoint()
    return found


def figures_of(file: Path, office_file: Path, period: Period, ticket: Ticket) -> tuple[RowToReview, ...]:
    """Read the figures of a report, a workbook or a table by the form set of the office's own report."""
    from cchc_desktop.office.figures.review import rows_to_review
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.snapshot(office_file) as office:
        rows = rows_to_review(office.report(period), file, ticket.checkpoint)
    ticket.checkpoint()
    return rows


def draft_of(file: Path, office_file: Path | None, ticket: Ticket) -> SetDraft:
    """Make a draft set from a superior's form; the form sets of the office file are known too."""
    from cchc_desktop.office.form_sets.drafts import draft_set

    ticket.checkpoint()
    made = draft_set(file, _catalogue(office_file), still_wanted=ticket.checkpoint)
    ticket.checkpoint()
    return made


def _catalogue(office_file: Path | None) -> Catalogue:
    from cchc_desktop.template.catalogue import shipped

    if office_file is None:
        return shipped()
    from cchc_desktop.office.office import Office

    with Office.snapshot(office_file) as office:
        return office.catalogue()
