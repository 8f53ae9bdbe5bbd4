"""What the rules of prose find in an open report: told, placed, and mended where one click can do that."""

from cchc_desktop.office.found import Found, Passage
from cchc_desktop.office.outlines import heading_of
from cchc_desktop.office.prose import printed_last_period, writing_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.text.check import check_section
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.spoken import Spoken, text_of
from cchc_desktop.rules.text.wording import text_finding_in_words


def found_in_text(report: OpenReport, only: str = "") -> tuple[Found, ...]:
    """Return what is found in the prose, section by section; only in one section where one is named.

    Of the other sections it is then read what that one has to agree with: documents and decimal signs.
    """
    spoken = spoken_sections(report)
    sections = tuple(each.section for each in spoken.values())
    context = text_context(report)
    wanted = [spoken[only]] if only in spoken else [] if only else list(spoken.values())
    return tuple(
        _told(report, says, finding)
        for says in wanted
        for finding in check_section(says.section, context, sections)
    )


def spoken_sections(report: OpenReport) -> dict[str, Spoken]:
    """Return what every written section says, in the order of the outline."""
    writing = writing_of(report)
    return {
        part.id: text_of(part.id, heading_of(report, part), text, report.form, report.previous, writing)
        for part in report.outline.sections
        if (text := report.prose.get(part.id, ""))
    }


def text_context(report: OpenReport) -> TextContext:
    """Return what the rules of prose know of the report besides its text."""
    head = report.head
    return TextContext(
        head.period,
        head.window,
        head.issued,
        report.form,
        report.previous,
        report.archive.profile.name,
        printed_last_period(report),
        report.documents,
    )


def _told(report: OpenReport, says: Spoken, finding: TextFinding) -> Found:
    form = report.form
    words = text_finding_in_words(finding, form, says.section.heading)
    row = next((code for code in finding.related if code in form.template.indicators), None)
    line, start, end = says.shown(finding.paragraph, finding.start, finding.end)
    passage = Passage(finding.section, line, start, end)
    return Found(finding.code, finding.severity, words, row, passage, says.remedied(finding))
