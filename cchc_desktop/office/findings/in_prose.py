"""What is found in the prose of an open report, told and placed."""

from cchc_desktop.office.findings.found import Found, Passage
from cchc_desktop.office.findings.in_text import found_in_section, found_in_text
from cchc_desktop.office.prose.outlines import section_name
from cchc_desktop.office.prose.prose import findings_in_prose
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.prose import ProseFinding, prose_finding_in_words, prose_findings


def found_in_prose(report: OpenReport, only: str = "") -> tuple[Found, ...]:
    """Return what is found in the prose in the order of the outline; in one section where one is named.

    One section is looked at quickly enough to follow somebody who writes in it.
    """
    if only:
        text = report.prose.get(only, "") if only in {part.id for part in report.outline.sections} else ""
        silent = prose_findings({only: text}, report.form, report.previous, report.documents)
        return (*(_told(report, finding) for finding in silent), *found_in_section(report, only))
    every = (*(_told(report, finding) for finding in findings_in_prose(report)), *found_in_text(report))
    order = {part.id: place for place, part in enumerate(report.outline.sections)}
    return tuple(sorted(every, key=lambda found: order[found.section]))


def _told(report: OpenReport, finding: ProseFinding) -> Found:
    row = finding.row if finding.row in report.template.indicators else None
    words = prose_finding_in_words(finding, report.form, section_name(report, finding.section))
    passage = Passage(finding.section, finding.line, finding.column, finding.column + 1)
    return Found(finding.code, finding.severity, words, row, passage)
