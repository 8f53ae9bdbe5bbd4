"""What is wrong with somebody's Word report: its figures, its prose, and what could not be read in it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.documents.comments import Comment, with_comments
from cchc_desktop.documents.reading.child import Reader, document_in
from cchc_desktop.documents.reading.headings import title_line
from cchc_desktop.documents.reading.lines import Line, notes_of
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.errors import FileRefused
from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.form.form import Form
from cchc_desktop.office.clock import Clock, utc_now
from cchc_desktop.office.word_reports.findings import (
    OPENING,
    AuditFinding,
    about_the_whole,
    told_figure,
    told_row,
    told_text,
)
from cchc_desktop.office.word_reports.reading import ReadReport, entries_of, read_word_report
from cchc_desktop.office.writing import write_whole
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.text.check import check_text
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.section import HEADING, TextSection
from cchc_desktop.template.model import Template
from cchc_desktop.values.period import Period

_AUTHOR = "CCHC Desktop"
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_THIS_YEAR_IF_NONE = "2000"
"""Figures need some period to stand in; where the report names no year at all it tells nobody anything."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A Word report and everything found in it, text first, then figures, then rows that were not read."""

    report: ReadReport
    findings: tuple[AuditFinding, ...]
    source: Path | None = None
    """The file that was read, where it was one."""

    @property
    def needs_a_person(self) -> bool:
        """Whether anything found is more than a remark."""
        return any(finding.severity is not Severity.NOTE for finding in self.findings)


def audit(
    file: Path,
    templates: Sequence[Template],
    still_wanted: Callable[[], object] = always_wanted,
    document_of: Reader = document_in,
) -> Audit:
    """Return what is wrong with a .docx, .doc or .odt; raises `FileRefused`.

    `templates` are the form sets among which its own is found; `still_wanted` may raise to call it off;
    `document_of` is `reading_many`'s where there are several.
    """
    read = read_word_report(file, templates, still_wanted=still_wanted, document_of=document_of)
    return replace(audited(read), source=file)


def audited(report: ReadReport) -> Audit:
    """Return what is wrong with a report that was read."""
    form = _form(report)
    rows = {row.code: row for row in report.reading.rows if row.code and row.is_sure}
    return Audit(
        report,
        (
            *about_the_whole(report),
            *_in_text(report, form),
            *(told_figure(finding, form, rows.get(finding.cell)) for finding in check(form)),
            *(told_row(row) for row in report.reading.unsure),
        ),
    )


def write_commented(found: Audit, out: Path, clock: Clock = utc_now) -> Path:
    """Write a copy of the report with the findings as Word comments beside their passages.

    The file that was read is never written over (`FileRefused`).
    """
    if out.suffix.lower() != ".docx":
        raise FileRefused(f"“{out.name}” không phải tên tệp Word. Hãy đặt tên có đuôi .docx.")
    if out.exists() and found.source is not None and out.samefile(found.source):
        raise FileRefused(f"{out.name} chính là tệp đang kiểm tra. Hãy ghi bản có nhận xét ra tệp khác.")
    comments = tuple(_comment(finding) for finding in found.findings)
    try:
        copy = with_comments(found.report.data, _AUTHOR, clock(), comments)
    except ReportUnread as refusal:
        raise FileRefused(f"{found.report.file}: {refusal.message}") from refusal
    return write_whole(out, copy)


def text_sections(report: ReadReport) -> tuple[tuple[TextSection, tuple[Line, ...]], ...]:
    """Return the report's text as the rules of prose read it, each section with the lines it is made of and
    then with its notes.
    """
    parts = [(OPENING, OPENING, report.parts.opening)]
    parts += [(section.id, section.heading.title, section.lines) for section in report.sections]
    return tuple(_text_section(name, heading, lines) for name, heading, lines in parts)


def _text_section(name: str, heading: str, lines: Sequence[Line]) -> tuple[TextSection, tuple[Line, ...]]:
    notes = tuple(note for line in lines for note in notes_of(line))
    every = (*lines, *notes)
    return TextSection(name, heading, _texts(every), notes=len(notes)), every


def _in_text(report: ReadReport, form: Form) -> Iterator[AuditFinding]:
    sections = text_sections(report)
    lines = {(section.id, number): line for section, found in sections for number, line in enumerate(found)}
    lines |= {(section.id, HEADING): title_line(section.heading) for section in report.sections}
    facts = report.facts
    context = TextContext(
        form.period, facts.window, facts.issued, form if report.reading.rows else None, office=facts.office
    )
    for finding in check_text([section for section, _ in sections], context):
        yield told_text(finding, lines.get((finding.section, finding.paragraph)), form)


def _form(report: ReadReport) -> Form:
    """The figures read, in the period named; else in the year that the text names most."""
    period = report.facts.period
    if period is None:
        years = Counter(
            year for line in report.parts.document.paragraphs() for year in _YEAR.findall(line.text)
        )
        period = Period.read(max(years, key=years.__getitem__, default=_THIS_YEAR_IF_NONE))
    return Form(report.template, period, entries_of(report.reading, report.template))


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


def _comment(finding: AuditFinding) -> Comment:
    words, at = finding.words, finding.stretch
    told = (f"[{finding.severity.label}] {words.title}", words.message, words.remedy)
    if at is None:
        return Comment(0, 0, 0, (*told, finding.place))
    return Comment(at.place, at.start, at.end, told)
