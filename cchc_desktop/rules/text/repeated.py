"""R12: documents that a report names twice in ways that cannot both be right."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.rules.text.citations import TYPE_NAME, Citation, citations_in
from cchc_desktop.rules.text.clauses import telling_words
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.notations import is_one_off
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
_ISSUED = re.compile(
    rf"(?:^\s*[-–+•*]\s*|\bban hành\s+(?:(?!thực hiện|theo|căn cứ|để)[^;.\d]|20[0-9]{{2}}){{0,200}}?)"
    rf"\(?(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$",
    re.IGNORECASE,
)
_FARTHEST = 300
"""Letters between the word that a document was issued and its number."""
_LOOKED_BACK = 60
_USUAL, _FEWEST_LETTERS = 3, 4
"""How often a report writes letters that it knows, and how many letters they are."""
_FEWEST_WORDS = 6
"""Telling syllables of a subject: fewer may be those of another document."""
_MOST_IN_COMMON = 1
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A document as it was named at one place."""

    citation: Citation
    day: date
    section: str
    subject: frozenset[str]

    @property
    def digits(self) -> tuple[str, str]:
        """The digits of its number in their order, and its notation: what a number turned round keeps."""
        return "".join(sorted(self.citation.paper.number)), self.citation.of_any_issuer[1]


def repeated_documents(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield what is found in the section `only`, compared with all that the report says before it.

    One number with two days belongs to two documents, one of them named wrongly: found at the later place.
    One document twice in one enumeration is one too many. An empty `only` stands for every section.
    """
    before: dict[Key, _Named] = {}
    alike: dict[Key, list[_Named]] = {}
    turned: dict[Key, _Named] = {}
    items: set[Key] = set()
    for section in sections:
        for place, text in enumerate(section.paragraphs):
            if not _ITEM.match(text):
                items = set()
            listed: set[Key] = set()
            for citation in citations_in(text):
                day = citation.day.date if citation.day else None
                if day is None:
                    continue
                now = _Named(citation, day, section.id, _subject(text, citation))
                this = (*citation.identity, day)
                begins, is_item = _begins_an_element(text, citation), _is_an_item(text, citation)
                if only in ("", section.id):
                    passage = Passage(section, place)
                    is_twice = (begins and this in listed) or (is_item and this in items)
                    same_subject = alike.get((day, now.subject), [])
                    twin = turned.get((day, *now.digits))
                    yield from _at(passage, now, before, same_subject, twin, is_twice=is_twice)
                if begins or not listed:
                    listed.add(this)
                if is_item:
                    items.add(this)
                for key in _keys(now):
                    before.setdefault(key, now)
                alike.setdefault((day, now.subject), []).append(now)
                turned.setdefault((day, *now.digits), now)


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
    return written[0] == usual[0] and len(written) != len(usual) and is_one_off(written, usual)


def _at(
    passage: Passage,
    now: _Named,
    before: dict[Key, _Named],
    of_the_day: Sequence[_Named],
    turned: _Named | None,
    *,
    is_twice: bool,
) -> Iterator[TextFinding]:
    paper = now.citation.paper
    span = (paper.start, paper.end)
    alike = [each for key in _keys(now) if (each := before.get(key)) and _may_be_one_issuers(now, each)]
    other = next((each for each in alike if each.day != now.day), None)
    if other:
        given = (short_date(other.day), other.section)
        yield passage.finding("R12", "text-number-twice", span, found=short_date(now.day), given=given)
    elif alike and _are_of_different_things(now, alike[0]):
        given = (short_date(now.day), alike[0].section)
        yield passage.finding("R12", "text-two-subjects", span, given=given)
    elif is_twice:
        yield passage.finding("R12", "text-document-twice", span, given=(short_date(now.day),))
    else:
        twin = next((each for each in of_the_day if _is_the_same_but_numbered(now, each)), None)
        if twin is None and turned and _is_turned_round(now, turned):
            twin = turned
        if twin:
            yield passage.finding(
                "R12", "text-two-numbers", span, given=(twin.citation.paper.text, twin.section)
            )


def _keys(named: _Named) -> tuple[Key, ...]:
    """What another document must not share: the number within a year, or within two years on one day."""
    day, citation = named.day, named.citation
    return (
        (day.year, *citation.identity),
        (day.day, day.month, *citation.identity),
        (day.year, *citation.of_any_issuer),
    )


def _may_be_one_issuers(one: _Named, other: _Named) -> bool:
    """Whether the same office is named for both, or at one of the two places none is."""
    first, second = one.citation, other.citation
    one_name, other_name = first.identity[2], second.identity[2]
    is_told_in_part = one_name.startswith(other_name) or other_name.startswith(one_name)
    return is_told_in_part or not (first.organ and second.organ)


def _is_the_same_but_numbered(now: _Named, earlier: _Named) -> bool:
    first, second = now.citation.of_any_issuer, earlier.citation.of_any_issuer
    is_alike = now.citation.sign == earlier.citation.sign and (first[0] == second[0] or first[1] == second[1])
    is_other = first != second and _may_be_one_issuers(now, earlier)
    return is_other and is_alike and len(now.subject) >= _FEWEST_WORDS and now.subject == earlier.subject


def _is_turned_round(now: _Named, earlier: _Named) -> bool:
    """Whether the two differ in the order of their digits only: of one day and one office that is a slip."""
    first, second = now.citation, earlier.citation
    return first.of_any_issuer != second.of_any_issuer and _may_be_one_issuers(now, earlier)


def _are_of_different_things(one: _Named, other: _Named) -> bool:
    """Whether the two are about things that have hardly a word in common."""
    fewest = min(len(one.subject), len(other.subject))
    return fewest >= _FEWEST_WORDS and len(one.subject & other.subject) <= _MOST_IN_COMMON


def _subject(text: str, citation: Citation) -> frozenset[str]:
    end = citation.day.end if citation.day else citation.paper.end
    found = _SUBJECT.match(text, end)
    return telling_words(found["subject"]) if found else frozenset()


def _is_an_item(text: str, citation: Citation) -> bool:
    """Whether an item of a list is of this very document: it begins with it, or tells that it was issued."""
    lead = text[max(0, citation.paper.start - _FARTHEST) : citation.paper.start]
    return _ITEM.match(text) is not None and _ISSUED.search(lead) is not None


def _begins_an_element(text: str, citation: Citation) -> bool:
    start = citation.paper.start
    return _ENUMERATED.search(text, max(0, start - _LOOKED_BACK), start) is not None
