"""What the rules of prose find in an open report, its further appendices too: told, placed, and mended
where one click can do that.
"""

from cchc_desktop.office.findings.found import Found, Passage
from cchc_desktop.office.findings.places import heading_of_part, is_annex, told_at, with_names, written_parts
from cchc_desktop.office.prose.prose import printed_last_period, writing_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.text.check import check_section, check_text
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.rules.text.spoken import Spoken, text_of
from cchc_desktop.rules.text.wording import text_finding_in_words

_read: dict[str, tuple[str, TextSection]] = {}
"""Each section as it was read last to compare others with it, beside its text then."""


def found_in_text(report: OpenReport) -> tuple[Found, ...]:
    """Return what is found in the whole prose, in the order of the outline and then of the appendices."""
    spoken = {part: _spoken(report, part, text) for part, text in written_parts(report).items()}
    found = check_text([says.section for says in spoken.values()], text_context(report))
    return tuple(_told(report, spoken[finding.section], finding) for finding in found)


def found_in_section(report: OpenReport, section: str) -> tuple[Found, ...]:
    """Return what is found in one section, or in the appendix of that key, while somebody writes it.

    Of the others only that is read which this one has to agree with, and their figures stay unspoken: a
    change of one section lets none of the others be read again.
    """
    written = written_parts(report)
    if section not in written:
        return ()
    says = _spoken(report, section, written[section])
    every = [says.section if part == section else _unspoken(part, text) for part, text in written.items()]
    return tuple(
        _told(report, says, finding) for finding in check_section(says.section, text_context(report), every)
    )


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


def _spoken(report: OpenReport, part: str, text: str) -> Spoken:
    heading = heading_of_part(report, part)
    return text_of(part, heading, text, report.form, report.previous, writing_of(report))


def _unspoken(section: str, text: str) -> TextSection:
    kept = _read.get(section)
    if kept is None or kept[0] != text:
        kept = _read[section] = text, text_of(section, "", text).section
    return kept[1]


def _told(report: OpenReport, says: Spoken, finding: TextFinding) -> Found:
    form = report.form
    words = with_names(report, text_finding_in_words(finding, form, told_at(report, finding.section)))
    row = next((code for code in finding.related if code in form.template.indicators), None)
    passage = _passage(report, says, finding)
    return Found(finding.code, finding.severity, words, row, passage, says.remedied(finding))


def _passage(report: OpenReport, says: Spoken, finding: TextFinding) -> Passage:
    if not is_annex(report, finding.section):
        return Passage(finding.section, *says.shown(finding.paragraph, finding.start, finding.end))
    place = says.place(finding.paragraph, finding.start, finding.end)
    if place:
        return Passage(finding.section, place.line, place.start, place.end)
    line, _, _ = says.shown(finding.paragraph, finding.start, finding.end)
    return Passage(finding.section, line, 0, 0)
