"""A whole report as a .docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.flow import running_text
from cchc_desktop.documents.word.appendix import add_appendix, add_titles
from cchc_desktop.documents.word.body import add_blocks
from cchc_desktop.documents.word.drawings import Drawings
from cchc_desktop.documents.word.foot import add_foot
from cchc_desktop.documents.word.footnotes import Footnotes
from cchc_desktop.documents.word.letterhead import add_head
from cchc_desktop.documents.word.markup import add, add_paragraph, new_root, properties, w
from cchc_desktop.documents.word.numbering import numbering_part
from cchc_desktop.documents.word.package import Parts, Properties, packed
from cchc_desktop.documents.word.page import add_section, end_section
from cchc_desktop.documents.word.shipped import serialised
from cchc_desktop.documents.word.styles import styles_part

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Report


def write_report(report: Report) -> bytes:
    """The report as a .docx; the same report gives the same bytes."""
    document = new_root("document")
    body = add(document, "body")
    notes, drawings = Footnotes(), Drawings()
    add_head(body, report)
    add_blocks(body, running_text(report), report.numbering, notes, drawings)
    _keep_with_next(body[-1])
    add_foot(body, report.signature, report.recipients)
    for appendix in report.appendices:
        end_section(body)
        add_appendix(body, appendix)
    for annex in report.annexes:
        end_section(body)
        add_titles(body, annex)
        add_blocks(body, annex.blocks, report.numbering, notes, drawings)
    add_paragraph(body, "SectionEnd")
    add_section(body)
    parts = Parts(
        document=serialised(document),
        styles=styles_part(report.numbering),
        numbering=serialised(numbering_part(report.numbering)),
        footnotes=serialised(notes.root),
        drawn=tuple(drawings.parts),
    )
    title = f"{report.kind} {report.subject}"
    return packed(parts, Properties(title, report.letterhead.office, report.dated))


def _keep_with_next(block: _Element) -> None:
    """Keep the last lines of the text on the page of the signature, which never stands alone."""
    if block.tag == w("p"):
        keep = add(properties(block), "keepNext")
        properties(block).insert(1, keep)
