"""What is found in the prose of an open report, told and placed."""

from cchc_desktop.office.found import Found, Passage
from cchc_desktop.office.found_in_text import found_in_text
from cchc_desktop.office.outlines import every_section, heading_of
from cchc_desktop.office.prose import findings_in_prose
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.prose import ProseFinding, prose_finding_in_words


def found_in_prose(report: OpenReport, only: str = "") -> tuple[Found, ...]:
    """Return what is found in the prose in the order of the outline; in one section where one is named."""
    silent = [
        _told(report, finding) for finding in findings_in_prose(report) if only in ("", finding.section)
    ]
    order = {part.id: place for place, part in enumerate(report.outline.sections)}
    return tuple(sorted((*silent, *found_in_text(report, only)), key=lambda found: order[found.section]))


def section_name(report: OpenReport, section: str) -> str:
    """Return what a person calls a section: its number in the set; its heading where numbers are others."""
    there = next((each for each in every_section(report) if each.section.id == section), None)
    return f"“{heading_of(report, there.section)}”" if there and report.arrangement else section


def _told(report: OpenReport, finding: ProseFinding) -> Found:
    row = finding.row if finding.row in report.template.indicators else None
    words = prose_finding_in_words(finding, report.form, section_name(report, finding.section))
    passage = Passage(finding.section, finding.line, finding.column, finding.column + 1)
    return Found(finding.code, finding.severity, words, row, passage)
