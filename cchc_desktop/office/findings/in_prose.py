"""What is found in the prose of an open report and in its further appendices, told and placed."""

from collections.abc import Iterator, Mapping

from cchc_desktop.office.findings.found import Found, Passage
from cchc_desktop.office.findings.in_text import found_in_section, found_in_text
from cchc_desktop.office.findings.places import is_annex, told_at, with_names, written_parts
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.prose import ProseFinding, prose_finding_in_words, prose_findings


def found_in_prose(report: OpenReport, only: str = "") -> tuple[Found, ...]:
    """Return what is found in the prose in the order of the outline and then of the further appendices; in
    one section, or the appendix of that key, where one is named.

    One section is looked at quickly enough to follow somebody who writes in it.
    """
    written = written_parts(report)
    if only:
        silent = _silent(report, {only: written.get(only, "")})
        return (*silent, *found_in_section(report, only))
    order = {part: place for place, part in enumerate(written)}
    every = (*_silent(report, written), *found_in_text(report))
    return tuple(sorted(every, key=lambda found: order[found.section]))


def silent_in_annexes(report: OpenReport) -> tuple[Found, ...]:
    """Return the places in further appendices that cannot say what they are meant to."""
    return tuple(_silent(report, {key: annex.text for key, annex in annexes_of(report).items()}))


def _silent(report: OpenReport, texts: Mapping[str, str]) -> Iterator[Found]:
    """What cannot say what it is meant to."""
    for finding in prose_findings(texts, report.form, report.previous, report.documents):
        yield _told(report, finding)


def _told(report: OpenReport, finding: ProseFinding) -> Found:
    row = finding.row if finding.row in report.template.indicators else None
    name = told_at(report, finding.section)
    words = with_names(report, prose_finding_in_words(finding, report.form, name))
    passage = Passage(finding.section, finding.line, finding.column, finding.column + 1)
    if is_annex(report, finding.section):
        stored = annexes_of(report)[finding.section].text.split("\n")[max(finding.line - 1, 0)]
        start = max(stored.find(finding.source), 0)
        passage = Passage(finding.section, finding.line, start, start + len(finding.source))
    return Found(finding.code, finding.severity, words, row, passage)
