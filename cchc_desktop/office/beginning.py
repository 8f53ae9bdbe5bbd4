"""A report that is to be begun: its head, and what is proposed for its rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.longer import Derivation
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.prose.outlines import proposed_arrangement
from cchc_desktop.storage.answers import save_entries
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.outlines import save_arrangement
from cchc_desktop.storage.prose import save_prose
from cchc_desktop.storage.reports import create_report
from cchc_desktop.template.catalogue import Catalogue
from cchc_desktop.template.model import Level, Template
from cchc_desktop.values.answer import LATER, NOT_COMPETENT
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window, short_date
from cchc_desktop.values.source import Source


@dataclass(frozen=True)
class Prepared:
    """A report that nothing is written of yet."""

    head: ReportHead
    form: Form
    """With what is proposed."""


def prepared(archive: Archive, template: Template, period: Period, window: Window) -> Prepared:
    """Return the report that would be begun: proposed are the states the set proposes, and for a longer
    period what the shorter reports make of it.
    """
    due = default_deadline(period, window, archive.settings.working_days)
    head = ReportHead(period, template.id, template.version, window, due)
    proposed = {**_not_competent(template), **_derived(archive.derivation(head, template))}
    return Prepared(head, Form(template, period, proposed))


def write_down(
    archive: Archive,
    new: Prepared,
    imported: Mapping[IndicatorCode, Entry],
    prose: Mapping[str, str],
) -> None:
    """Write the report into the open transaction, with these entries besides what is proposed.

    `prose` is the text of its sections, as it is stored.
    """
    db, who, now, period = archive.db, archive.who, archive.clock(), new.head.period
    arrangement = proposed_arrangement(archive, new.head)
    create_report(db, new.head, new.form.entries, who=who, now=now)
    save_arrangement(db, period, arrangement, Origin(who, now, Source.PROPOSED))
    save_entries(db, period, imported, who=who, source=Source.IMPORTED, now=now)
    for section, text in prose.items():
        save_prose(db, period, section, text, who=who, source=Source.IMPORTED, now=now)


def set_warning(catalogue: Catalogue, template: Template, level: Level, window: Window) -> str:
    """Return what to say of a set that was named and fits not the office or not the time; else nothing."""
    used = (template.id, template.version)
    if any(each.fits(level, window) for each in catalogue.editions if (each.id, each.version) == used):
        return ""
    return (
        f"Bộ {template.id} không phải bộ cấp {level.label} có hiệu lực vào ngày {short_date(window.last)}. "
        "Hãy kiểm tra lại, trừ khi cơ quan cấp trên yêu cầu dùng bộ này."
    )


def as_begun(form: Form) -> frozenset[IndicatorCode]:
    """Return the rows whose state the set proposed and nobody has looked at since."""
    proposed = _not_competent(form.template)
    return frozenset(code for code, entry in proposed.items() if form.entries.get(code) == entry)


def _not_competent(template: Template) -> Mapping[IndicatorCode, Entry]:
    """Rows that are not this office's competence, as the set has it."""
    return {
        code: Entry(NOT_COMPETENT)
        for code, row in template.indicators.items()
        if row.starts_as == NOT_COMPETENT.state
    }


def _derived(derivation: Derivation) -> Mapping[IndicatorCode, Entry]:
    """What the shorter reports propose for a longer one; a figure that was to come later is asked again."""
    return {code: entry for code, entry in derivation.form.entries.items() if entry.answer != LATER}
