"""The form that a stored report fills, as it was taken: decided cells included."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.unpack import inspect, payload_in
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.office.mailroom.arrivals import is_word
from cchc_desktop.storage.packages import content_of, load_package
from cchc_desktop.storage.received import form_set_of, load_answers
from cchc_desktop.template.catalogue import NoTemplate
from cchc_desktop.values.text import normal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cchc_desktop.office.office import Office
    from cchc_desktop.storage.packages import Package
    from cchc_desktop.template.model import Template
    from cchc_desktop.values.period import Period


def stored_payload(office: Office, package: int) -> ReportPayload | None:
    """Return what the machine part of a stored report says; None where it came without one."""
    if is_word(load_package(office.archive.db, package).file_name):
        return None
    payload = payload_in(content_of(office.archive.db, package))
    return payload if isinstance(payload, ReportPayload) else None


def stored_form(office: Office, package: int, period: Period) -> Form | None:
    """Return the form of a stored report, without its notes; None where its set is not known here."""
    report = stored_payload(office, package)
    return filled_form(office, package, period, template_of(office, package, report), report)


def template_of(office: Office, package: int, report: ReportPayload | None) -> Template | None:
    """Return the set that a stored report answers, None where it is not known here."""
    edition = (report.template.id, report.template.version) if report else None
    edition = edition or form_set_of(office.archive.db, package)
    try:
        return office.catalogue().get(*edition) if edition else None
    except NoTemplate:
        return None


def notes_of(
    office: Office, package: Package, template: Template | None, report: ReportPayload | None
) -> Mapping[str, str]:
    """Return what stands in Ghi chú, by row: as the payload says, or as a person wrote it on the sheets."""
    if report:
        return {code: cell.note for code, cell in report.cells.items()}
    if template is None or is_word(package.file_name):
        return {}
    cells = inspect(content_of(office.archive.db, package.id), {}, (template,)).cells or {}
    return {code: normal(cell.note) for code, cell in cells.items()}


def filled_form(
    office: Office,
    package: int,
    period: Period,
    template: Template | None,
    report: ReportPayload | None,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> Form | None:
    """Return the form with what was taken of the report; None without a set."""
    if template is None:
        return None
    answers = load_answers(office.archive.db, package)
    sent = report.cells if report else {}
    entries = {}
    for code, row in template.indicators.items():
        cell, answer = sent.get(code), answers.get(code)
        reason = cell.reason if cell and cell.overridden else ""
        if answer and (row.is_asked or reason):
            entries[code] = Entry(answer, cell.stated if cell else None, reason, notes.get(code, ""))
    return Form(template, period, entries)
