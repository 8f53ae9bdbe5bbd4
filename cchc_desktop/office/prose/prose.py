"""The prose of an open report: what it prints, what is wrong with it, what the last period gives to it."""

from dataclasses import replace

from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.narrative.carrying import CarriedOver, carried_over
from cchc_desktop.narrative.citing import Document, cited
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import (
    Rendered,
    plain_text,
    rendered,
    rendered_sections,
)
from cchc_desktop.narrative.speaking import Saying, Writing, said
from cchc_desktop.narrative.suggesting import suggestions
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.registers.counting import counts_for
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import PercentStyle
from cchc_desktop.rules.prose import ProseFinding, prose_findings
from cchc_desktop.storage.prose import load_prose
from cchc_desktop.template.references import Reference


def rendered_prose(report: OpenReport) -> dict[str, Rendered]:
    """Return every written section as it prints, in the order of the outline."""
    return rendered_sections(
        _in_order(report), report.form, report.previous, report.documents, writing_of(report)
    )


def figure_says(report: OpenReport, reference: Reference) -> Saying:
    """Return what a figure in the prose says now, written as it prints."""
    return said(reference, report.form, report.previous, writing_of(report))


def text_as_printed(report: OpenReport, text: str) -> str:
    """Return some stored prose as lines of plain text, its figures and notes put in."""
    return plain_text(
        rendered(text, report.form, report.previous, report.documents, writing=writing_of(report))
    )


def findings_in_prose(report: OpenReport) -> tuple[ProseFinding, ...]:
    """Return what is wrong in the prose, section by section."""
    return prose_findings(_in_order(report), report.form, report.previous, report.documents)


def cited_documents(report: OpenReport) -> tuple[Document, ...]:
    """Return the documents that the prose cites, in the order of their first notes."""
    texts = (*_in_order(report).values(), *(annex.text for annex in annexes_of(report).values()))
    keys = (key for text in texts for key in cited(parse(text), report.documents))
    return tuple(report.documents[key] for key in dict.fromkeys(keys))


def suggested_sentences(report: OpenReport, section: str) -> tuple[str, ...]:
    """Return the sentences that the figures suggest for a section, to be inserted and edited."""
    counts = counts_for(report.archive, report.head, with_lines=True)
    return suggestions(section, report.form, report.previous, counts)


def offered_from_last_period(report: OpenReport) -> CarriedOver | None:
    """Return what the last period's prose gives to this report; None where there is no last period."""
    previous = report.previous
    if previous is None:
        return None
    here = {part.id for part in report.outline.sections if part.has_text}
    prose = load_prose(report.archive.db, previous.period)
    return carried_over(prose, previous, report.form, here, _writing_then(report, _head_of(report, previous)))


def last_period_as_printed(report: OpenReport, section: str) -> str:
    """Return what the last period's report said in a section, as plain text; empty where it said nothing."""
    return printed_last_period(report).get(section, "")


def printed_last_period(report: OpenReport) -> dict[str, str]:
    """Return what the last period's report said in every section, as plain text."""
    previous = report.previous
    if previous is None:
        return {}
    head = _head_of(report, previous)
    before, writing = report.archive.past(head).previous, _writing_then(report, head)
    return {
        section: plain_text(rendered(text, previous, before, report.documents, writing=writing))
        for section, text in load_prose(report.archive.db, previous.period).items()
    }


def carry_over(report: OpenReport) -> Changes:
    """Put the last period's prose into the sections that are still empty, marked as carried over."""
    offered = offered_from_last_period(report)
    sections = offered.sections if offered else {}
    empty = [section for section in sections if section not in report.states]
    for section in empty:
        report.write(section, sections[section], is_carried_over=True)
    return Changes(report.head.period, sections=frozenset(empty))


def writing_of(report: OpenReport) -> Writing:
    """Return how the office writes percentages in its prose, and what its registers count."""
    settings = report.archive.settings
    sign = "%" if settings.percent is not PercentStyle.APART else "\N{NO-BREAK SPACE}%"
    return Writing(settings.decimals, sign, report.counts)


def _writing_then(report: OpenReport, head: ReportHead) -> Writing:
    """How another report of the office is written: its registers counted in its own window."""
    return replace(writing_of(report), counts=counts_for(report.archive, head))


def _head_of(report: OpenReport, form: Form) -> ReportHead:
    return next(each for each in report.archive.heads() if each.period == form.period)


def _in_order(report: OpenReport) -> dict[str, str]:
    sections = (part.id for part in report.outline.sections)
    return {section: text for section in sections if (text := report.prose.get(section, ""))}
