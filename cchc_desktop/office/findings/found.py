"""All that is wrong or odd in a report, in figures and in prose: what a list of it says, where it leads."""

from dataclasses import dataclass

from cchc_desktop.office.changes import Changes
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.wording import Words, in_words
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a section's text as its editor shows it: figures and marks are one character each. The
    editor of a further appendix shows the text as it is stored.
    """

    section: str
    """Of the outline, or the key of a further appendix."""
    line: int
    """Of the stored text, from 1; 0: in a note of the author's own."""
    start: int
    """In code points from the line's beginning, the signs of the markup not counted."""
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, told."""

    code: str
    severity: Severity
    words: Words
    cell: IndicatorCode | None
    """The figure it is about; None where the form has none."""
    passage: Passage | None = None
    """Where it stands in the prose; None: it is about figures."""
    remedied: str | None = None
    """The section's stored text with the passage mended, where one click can do that."""

    @property
    def section(self) -> str:
        """The section of the outline, or the key of a further appendix (`pl1`); empty for figures."""
        return self.passage.section if self.passage else ""


def found_in_figures(report: OpenReport) -> tuple[Found, ...]:
    """Return every finding of the figures, told."""
    return tuple(told_of_figures(report, finding) for finding in report.findings)


def told_of_figures(report: OpenReport, finding: Finding) -> Found:
    """Return one finding of the figures, told."""
    return Found(finding.code, finding.severity, in_words(finding, report.form), finding.cell)


def keep_found(report: OpenReport, code: str, reason: str) -> Changes:
    """Keep a finding with a written justification, which an empty one takes back.

    Raises `ReportRefused` where there is no such finding, `ReportLocked` where what it is about is final.
    """
    if any(finding.code == code for finding in report.findings):
        return report.keep(code, reason)
    about = next((found for found in _in_prose(report) if found.code == code), None)
    if about is None:
        raise ReportRefused(f"Báo cáo này không có phát hiện {code}. Hãy kiểm tra lại danh sách.")
    from cchc_desktop.office.findings.places import is_annex

    is_of_an_annex = is_annex(report, about.section)
    return report.keep_in_prose(code, about.section, reason, is_of_an_annex=is_of_an_annex)


def kept_reasons(report: OpenReport) -> dict[str, str]:
    """Return the justifications of what is still found, by code, in the order of the codes.

    One whose finding is gone stays in the office file, where the finding may come back; it goes no further.
    """
    standing = {finding.code for finding in report.findings}
    if not report.kept.keys() <= standing:
        standing |= {found.code for found in _in_prose(report)}
    return {code: reason for code, reason in sorted(report.kept.items()) if code in standing}


def _in_prose(report: OpenReport) -> tuple[Found, ...]:
    """What is found in the prose; without any, the reader of prose need not be loaded."""
    from cchc_desktop.office.findings.places import written_parts

    if not written_parts(report):
        return ()
    from cchc_desktop.office.findings.in_prose import found_in_prose

    return found_in_prose(report)
