"""All rules of prose over a report's text, or over the one section that somebody is writing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from cchc_desktop.rules.text.capitals import capitals
from cchc_desktop.rules.text.carried import carried_over
from cchc_desktop.rules.text.cells import cells
from cchc_desktop.rules.text.changes import changes
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.contradictions import contradictions
from cchc_desktop.rules.text.dates import dates
from cchc_desktop.rules.text.decimals import mixed_decimals
from cchc_desktop.rules.text.differences import differences
from cchc_desktop.rules.text.documents import documents
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.laws import turned_laws
from cchc_desktop.rules.text.leftovers import leftovers
from cchc_desktop.rules.text.listed_documents import listed_documents
from cchc_desktop.rules.text.listed_offices import listed_offices
from cchc_desktop.rules.text.periods import periods
from cchc_desktop.rules.text.planned_years import planned_years
from cchc_desktop.rules.text.ratios import ratios
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.remaining import remaining
from cchc_desktop.rules.text.repeated import odd_signs, repeated_documents
from cchc_desktop.rules.text.section import HEADING, TextSection
from cchc_desktop.rules.text.small_tables import small_tables
from cchc_desktop.rules.text.states import case_states, listed_states
from cchc_desktop.rules.text.sums import every_one, fractions, shares_of_all, sums
from cchc_desktop.rules.text.told_again import told_again
from cchc_desktop.rules.text.told_in_two import told_in_two
from cchc_desktop.rules.text.told_shares import told_shares
from cchc_desktop.rules.text.zeros import zeros

_ACROSS = (repeated_documents, odd_signs, turned_laws, mixed_decimals, contradictions)
"""Rules that compare sections; they are told which one to speak of, or an empty name for all."""
ParagraphRule: TypeAlias = Callable[[Passage, TextContext], Iterator[TextFinding]]

_IN_A_PARAGRAPH: tuple[ParagraphRule, ...] = (
    ratios,
    changes,
    differences,
    sums,
    told_in_two,
    told_again,
    listed_documents,
    listed_offices,
    remaining,
    fractions,
    every_one,
    shares_of_all,
    case_states,
    listed_states,
    documents,
    dates,
    planned_years,
    periods,
    capitals,
    zeros,
    cells,
    told_shares,
    carried_over,
    leftovers,
)


def check_text(sections: Sequence[TextSection], context: TextContext) -> tuple[TextFinding, ...]:
    """Return every finding of a whole report, in the order of the text."""
    order = {section.id: place for place, section in enumerate(sections)}
    found = [finding for section in sections for finding in _within(section, context)]
    found += [finding for rule in _ACROSS for finding in rule(sections, "")]
    return tuple(_told_apart(found, order))


def check_section(
    section: TextSection, context: TextContext, others: Sequence[TextSection] = ()
) -> tuple[TextFinding, ...]:
    """Return what is found in one section, in the order of its text.

    `others` are the report's sections, this one among them or not: what a report says twice stands in two.
    """
    report = others if any(each.id == section.id for each in others) else (*others, section)
    found = [*_within(section, context)]
    found += [finding for rule in _ACROSS for finding in rule(report, section.id)]
    return tuple(_told_apart(found, {section.id: 0}))


def _within(section: TextSection, context: TextContext) -> Iterator[TextFinding]:
    """What is found in a section without a look at the others."""
    yield from periods(Passage(section, HEADING), context)
    yield from small_tables(section)
    for number in range(len(section.paragraphs)):
        passage = Passage(section, number)
        for rule in _IN_A_PARAGRAPH:
            yield from rule(passage, context)


def _told_apart(findings: Iterable[TextFinding], order: Mapping[str, int]) -> Iterator[TextFinding]:
    """In the order of the text; the same fault of the same words twice in a section has two codes."""
    seen: Counter[str] = Counter()
    for finding in sorted(
        findings, key=lambda each: (order[each.section], each.paragraph, each.start, each.end, each.case)
    ):
        code = finding.code
        seen[code] += 1
        yield replace(finding, turn=seen[code]) if seen[code] > 1 else finding
