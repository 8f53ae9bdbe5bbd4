"""What prints in Ghi chú: the row's own note and, where the office chose so, why figures stand."""

from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.codes import IndicatorCode


def printed_note(report: OpenReport, code: IndicatorCode) -> str:
    """Return the cell's Ghi chú: note, reason of an override, justifications of its kept findings."""
    return "; ".join(dict.fromkeys(filter(None, _notes(report, code))))


def _notes(report: OpenReport, code: IndicatorCode) -> list[str]:
    entry, settings = report.form.entry(code), report.archive.settings
    notes = [entry.note]
    if settings.reasons_in_notes and report.form.is_overridden(code):
        notes.append(entry.reason)
    if settings.kept_in_notes:
        own = (finding.code for finding in report.findings if finding.cell == code)
        notes.extend(report.kept.get(finding, "") for finding in own)
    return notes
