"""The prose of a past report, read from its Word file: words and notes as they were printed."""

from collections.abc import Iterator, Mapping

from cchc_desktop.documents.reading.report import ReadSection
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.beginning import Prepared
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.word_reports.both_texts import Pair, word_blocks
from cchc_desktop.office.word_reports.comparing import SectionChanges, is_closing
from cchc_desktop.office.word_reports.reading import ReadReport
from cchc_desktop.office.word_reports.taking_over import taken_over
from cchc_desktop.values.text import composed, likeness


def prose_in(read: ReadReport, prepared: Prepared, profile: Profile) -> Mapping[str, str]:
    """Return the stored text of each section of the set's outline that the Word report has words for.

    Figures are words here: what was printed then says so whatever becomes of the cells. The sentence that
    the form set ends every report with, and tables that it prints from a register, are not the author's.
    """
    template = prepared.form.template
    closing = [likeness(Phrases(prepared.head, profile, template).fill(template.outline.closing))]
    parts = {part.id: part for part in template.outline.sections if part.has_text}
    texts = {}
    for section in read.sections:
        if part := parts.get(section.id):
            pairs = tuple(_pairs(section, closing, with_tables=not part.table))
            changes = SectionChanges(section.id, part.heading, True, (), (), pairs)
            if text := composed(taken_over("", changes)).strip("\n"):
                texts[section.id] = text
    return texts


def _pairs(section: ReadSection, closing: list[str], *, with_tables: bool) -> Iterator[Pair]:
    lines = [line for line in section.lines if not is_closing(line.text, closing)]
    for block in word_blocks(lines):
        if with_tables or not block.is_table:
            yield None, block
