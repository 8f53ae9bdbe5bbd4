"""All rules of prose over a report's text, or over the one section that somebody is writing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from cchc_desktop.rules.text.capitals import capitals
from cchc_desktop.rules.text.carried import carried_over
from cchc_desktop.rules.text.cells import cells
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.contradictions import contradictions
from cchc_desktop.rules.text.dates import dates
from cchc_desktop.rules.text.decimals import mixed_decimals
from cchc_desktop.rules.text.documents import documents
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.leftovers import leftovers
from cchc_desktop.rules.text.periods import periods
from cchc_desktop.rules.text.ratios import ratios
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.repeated import repeated_documents
from cchc_desktop.rules.text.section import HEADING, TextSection
from cchc_desktop.rules.text.small_tables import small_tables
from cchc_desktop.rules.text.states import case_states
from cchc_desktop.rules.text.sums import fractions, sums
from cchc_desktop.rules.text.zeros import zeros

ParagraphRule: TypeAlias = Callable[[Passage, TextContext], Iterator[TextFinding]]

_IN_A_PARAGRAPH: tuple[ParagraphRule, ...] = (
    ratios,
    sums,
    fractions,
    case_states,
    documents,
    dates,
    periods,
    capitals,
    zeros,
    cells,
    carried_over,
    leftovers,
)


def check_text(sections: Sequence[TextSection], context: TextContext) -> tuple[TextFinding, ...]:
    """Return every finding of a whole report, in the order of the text."""
    return tuple(
        finding for section in sections for finding in check_section(section, context, others=sections)
    )


def check_section(
    section: TextSection, context: TextContext, others: Sequence[TextSection] = ()
) -> tuple[TextFinding, ...]:
    """Return what is found in one section, in the order of its text.

    `others` are the report's sections, this one among them or not: what a report says twice stands in two.
    """
    found = [
        finding
        for number in range(len(section.paragraphs))
        for rule in _IN_A_PARAGRAPH
        for finding in rule(Passage(section, number), context)
    ]
    report = others if any(each.id == section.id for each in others) else (*others, section)
    found += [*repeated_documents(report, section.id), *mixed_decimals(report, section.id)]
    found += small_tables(section)
    found += contradictions(report, section.id)
    found += periods(Passage(section, HEADING), context)
    return tuple(_told_apart(sorted(found, key=lambda each: (each.paragraph, each.start, each.end))))


def _told_apart(findings: Iterable[TextFinding]) -> Iterator[TextFinding]:
    """The same words with the same fault twice in a section: the second says so in its code."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        yield replace(finding, turn=seen[finding.code]) if seen[finding.code] > 1 else finding
