"""R12: documents that a report names twice in ways that cannot both be right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.rules.text.citations import TYPE_NAME, Citation, citations_in
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.period import short_date

_ENUMERATED = re.compile(rf"(?:;|\bvà\b|,)\s*(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$", re.IGNORECASE)

_LOOKED_BACK = 60


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where a document was first named, and with which day."""

    citation: Citation
    section: str


def repeated_documents(sections: Sequence[TextSection], only: str) -> Iterator[TextFinding]:
    """Yield what is found in the section `only`, compared with all that the report says before it.

    One number with two days of a year belongs to two documents, of which one is named wrongly: found at the
    later place. One document twice in one enumeration is one too many.
    """
    first: dict[tuple[object, ...], _Seen] = {}
    for section in sections:
        for number, text in enumerate(section.paragraphs):
            listed: set[tuple[object, ...]] = set()
            for citation in citations_in(text):
                if citation.day is None or citation.day.date is None:
                    continue
                key = (citation.day.date.year, *citation.identity)
                seen = first.setdefault(key, _Seen(citation, section.id))
                if section.id == only:
                    passage = Passage(section, number)
                    yield from _at(passage, citation, seen, is_listed=(key, citation.day.date) in listed)
                if _begins_an_element(text, citation) or not listed:
                    listed.add((key, citation.day.date))


def _begins_an_element(text: str, citation: Citation) -> bool:
    start = citation.paper.start
    return _ENUMERATED.search(text, max(0, start - _LOOKED_BACK), start) is not None


def _at(passage: Passage, citation: Citation, seen: _Seen, *, is_listed: bool) -> Iterator[TextFinding]:
    day, before = citation.day, seen.citation.day
    if day is None or before is None or day.date is None or before.date is None:
        return
    if day.date != before.date:
        yield passage.finding(
            "R12",
            "text-number-twice",
            (citation.paper.start, citation.paper.end),
            found=short_date(day.date),
            given=(short_date(before.date), seen.section),
        )
    elif is_listed and _begins_an_element(passage.text, citation):
        yield passage.finding(
            "R12",
            "text-document-twice",
            (citation.paper.start, citation.paper.end),
            given=(short_date(day.date),),
        )
