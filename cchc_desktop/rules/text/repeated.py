"""R12: documents that a report names twice in ways that cannot both be right."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.rules.text.citations import TYPE_NAME, Citation, citations_in
from cchc_desktop.rules.text.clauses import telling_words
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.period import short_date

_ENUMERATED = re.compile(
    rf"(?:(?:;|\bvà\b|,)|^\s*[-–+•*])\s*(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$", re.IGNORECASE
)
_ITEM = re.compile(r"\s*[-–+•*]\s")
_SUBJECT = re.compile(
    r"[^;.]{0,60}?\b(?:về(?: việc)?|v/v|ban hành|phê duyệt)\s+(?P<subject>[^;.]{12,200})", re.IGNORECASE
)
_LOOKED_BACK = 60
_USUAL, _FEWEST_LETTERS = 3, 4
"""How often a report writes letters that it knows, and how many letters they are."""
_FEWEST_WORDS = 6
"""Telling syllables of a subject: fewer may be those of another document."""
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A document as it was named at one place."""

    citation: Citation
    day: date
    section: str
    subject: frozenset[str]


def repeated_documents(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield what is found in the section `only`, compared with all that the report says before it.

    One number with two days belongs to two documents, one of them named wrongly: found at the later place.
    One document twice in one enumeration is one too many. An empty `only` stands for every section.
    """
    before: dict[Key, _Named] = {}
    of_a_day: dict[Key, list[_Named]] = {}
    listed: set[Key] = set()
    for section in sections:
        for place, text in enumerate(section.paragraphs):
            if not _ITEM.match(text):
                listed = set()
            for citation in citations_in(text):
                day = citation.day.date if citation.day else None
                if day is None:
                    continue
                now = _Named(citation, day, section.id, _subject(text, citation))
                number, rest = citation.identity[0], citation.identity[1:]
                if only in ("", section.id):
                    passage = Passage(section, place)
                    is_twice = (number, *rest, day) in listed and _begins_an_element(text, citation)
                    yield from _at(passage, now, before, of_a_day.get((day, *rest), []), is_twice=is_twice)
                if _begins_an_element(text, citation) or not listed:
                    listed.add((number, *rest, day))
                for key in ((day.year, number, *rest), (day.day, day.month, number, *rest)):
                    before.setdefault(key, now)
                of_a_day.setdefault((day, *rest), []).append(now)


def odd_signs(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield notations whose letters are those that the report mostly writes, with one missing or too many."""
    signs = Counter(
        part
        for section in sections
        for text in section.paragraphs
        for citation in citations_in(text)
        for part in _letters(citation)
    )
    usual = [sign for sign, count in signs.items() if count >= _USUAL]
    for section in sections:
        for place, text in enumerate(section.paragraphs if only in ("", section.id) else ()):
            for citation in citations_in(text):
                paper = citation.paper
                for part in _letters(citation):
                    meant = next((sign for sign in usual if signs[part] == 1 and _is_slip(part, sign)), "")
                    if meant:
                        expected = paper.text.replace(part, meant)
                        span = (paper.start, paper.end)
                        yield Passage(section, place).finding(
                            "R12", "text-number-form", span, expected=expected, remedy=expected
                        )


def _letters(citation: Citation) -> list[str]:
    parts = re.split("[-/]", citation.paper.notation)
    return [part for part in parts if len(part) >= _FEWEST_LETTERS and part.isupper()]


def _is_slip(written: str, usual: str) -> bool:
    """Whether one of the two has one letter more, and all others alike."""
    shorter, longer = sorted((written, usual), key=len)
    if len(longer) - len(shorter) != 1 or longer[0] != shorter[0]:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _at(
    passage: Passage, now: _Named, before: dict[Key, _Named], of_the_day: Sequence[_Named], *, is_twice: bool
) -> Iterator[TextFinding]:
    paper, identity = now.citation.paper, now.citation.identity
    span = (paper.start, paper.end)
    same_year = before.get((now.day.year, *identity))
    same_day = before.get((now.day.day, now.day.month, *identity))
    other = next((each for each in (same_year, same_day) if each and each.day != now.day), None)
    if other:
        given = (short_date(other.day), other.section)
        yield passage.finding("R12", "text-number-twice", span, found=short_date(now.day), given=given)
    elif is_twice:
        yield passage.finding("R12", "text-document-twice", span, given=(short_date(now.day),))
    else:
        twin = next((each for each in of_the_day if _is_the_same_but_numbered(now, each)), None)
        if twin:
            yield passage.finding(
                "R12", "text-two-numbers", span, given=(twin.citation.paper.text, twin.section)
            )


def _is_the_same_but_numbered(now: _Named, earlier: _Named) -> bool:
    is_other = now.citation.identity != earlier.citation.identity
    return is_other and len(now.subject) >= _FEWEST_WORDS and now.subject == earlier.subject


def _subject(text: str, citation: Citation) -> frozenset[str]:
    end = citation.day.end if citation.day else citation.paper.end
    found = _SUBJECT.match(text, end)
    return telling_words(found["subject"]) if found else frozenset()


def _begins_an_element(text: str, citation: Citation) -> bool:
    start = citation.paper.start
    return _ENUMERATED.search(text, max(0, start - _LOOKED_BACK), start) is not None
