"""R12: documents that a report names twice in ways that cannot both be right."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from cchc_desktop.rules.text.citations import TYPE_NAME, Citation, citations_in
from cchc_desktop.rules.text.clauses import telling_words
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.notations import is_one_off
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.papers_in_text import Paper
from cchc_desktop.values.period import short_date

_ENUMERATED = re.compile(
    rf"(?:(?:;|\bvà\b|,)|^\s*[-–+•*])\s*(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$", re.IGNORECASE
)
_ITEM = re.compile(r"\s*[-–+•*]\s")
_SUBJECT = re.compile(
    r"[^;.]{0,60}?\b(?:về(?: việc)?|v/v|ban hành|phê duyệt)\s+(?P<subject>[^;.]{12,200})", re.IGNORECASE
)
_SENT = re.compile(r",?\s+(?:đã\s+|để\s+)?gửi\s", re.IGNORECASE)
"""Behind a subject, before the office that the document went to."""
_ISSUED = re.compile(
    rf"(?:^\s*[-–+•*]\s*|\bban hành\s+(?:(?!thực hiện|theo|căn cứ|để)[^;.\d]|20[0-9]{{2}}){{0,200}}?)"
    rf"\(?(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$",
    re.IGNORECASE,
)
_FARTHEST = 300
"""Letters between the word that a document was issued and its number."""
_LOOKED_BACK = 60
_KEPT = 2048
_USUAL, _FEWEST_LETTERS = 3, 4
"""How often a report writes letters that it knows, and how many letters they are."""
_FEWEST_WORDS = 6
"""Telling syllables of a subject: fewer may be those of another document."""
_MOST_IN_COMMON = 1
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A document as a paragraph names it."""

    citation: Citation
    day: date
    subject: frozenset[str]
    keys: tuple[Key, ...]
    """What another document must not share: the number within a year, or within two years on one day."""
    turned: Key
    """Its day, its notation, and the digits of its number in order: what a number turned round keeps."""
    begins: bool
    """Whether it begins an element of an enumeration."""
    is_item: bool
    """Whether an item of a list is of this very document."""

    @property
    def this(self) -> Key:
        """The document and its day."""
        return (*self.citation.identity, self.day)


@dataclass(frozen=True, slots=True)
class _Before:
    """What the report says before a place, each document as it was first named, with its section."""

    by_key: dict[Key, tuple[_Named, str]] = field(default_factory=dict)
    by_subject: dict[Key, list[tuple[_Named, str]]] = field(default_factory=dict)
    by_turned: dict[Key, tuple[_Named, str]] = field(default_factory=dict)

    def take_in(self, now: _Named, section: str) -> None:
        for key in now.keys:
            self.by_key.setdefault(key, (now, section))
        self.by_subject.setdefault((now.day, now.subject), []).append((now, section))
        self.by_turned.setdefault(now.turned, (now, section))


def repeated_documents(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield what is found in the section `only`, compared with all that the report says before it.

    One number with two days belongs to two documents, one of them named wrongly: found at the later place.
    One document twice in one enumeration is one too many. An empty `only` stands for every section.
    """
    before = _Before()
    items: set[Key] = set()
    for section in sections:
        for place, text in enumerate(section.paragraphs):
            if not _ITEM.match(text):
                items = set()
            listed: list[_Named] = []
            for now in _named_in(text):
                if only in ("", section.id):
                    is_listed = now.begins and any(_are_one(now, each) for each in listed)
                    is_twice = is_listed or (now.is_item and now.this in items)
                    yield from _at(Passage(section, place), now, before, is_twice=is_twice)
                if now.begins or not listed:
                    listed.append(now)
                if now.is_item:
                    items.add(now.this)
                before.take_in(now, section.id)


@lru_cache(_KEPT)
def _named_in(text: str) -> tuple[_Named, ...]:
    """The documents of a paragraph that have a day."""
    return tuple(
        _named(text, citation, citation.day.date)
        for citation in citations_in(text)
        if citation.day and citation.day.date
    )


def _named(text: str, citation: Citation, day: date) -> _Named:
    identity, any_issuer = citation.identity, citation.of_any_issuer
    return _Named(
        citation,
        day,
        _subject(text, citation),
        ((day.year, *identity), (day.day, day.month, *identity), (day.year, *any_issuer)),
        (day, "".join(sorted(citation.paper.number)), any_issuer[1]),
        _begins_an_element(text, citation),
        _is_an_item(text, citation),
    )


def odd_signs(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield notations whose letters are those that the report mostly writes, with one missing or too many."""
    signs = Counter(
        part
        for section in sections
        for text in section.paragraphs
        for _, parts in _signs_in(text)
        for part in parts
    )
    usual = [sign for sign, count in signs.items() if count >= _USUAL]
    for section in sections:
        for place, text in enumerate(section.paragraphs if only in ("", section.id) else ()):
            for paper, parts in _signs_in(text):
                for part in parts:
                    meant = next((sign for sign in usual if signs[part] == 1 and _is_slip(part, sign)), "")
                    if meant:
                        expected = paper.text.replace(part, meant)
                        span = (paper.start, paper.end)
                        yield Passage(section, place).finding(
                            "R12", "text-number-form", span, expected=expected, remedy=expected
                        )


@lru_cache(_KEPT)
def _signs_in(text: str) -> tuple[tuple[Paper, list[str]], ...]:
    """The documents of a paragraph, each with the groups of letters that are long enough to be compared."""
    papers = [citation.paper for citation in citations_in(text)]
    return tuple((paper, _letters(paper)) for paper in papers)


def _letters(paper: Paper) -> list[str]:
    parts = re.split("[-/]", paper.notation)
    return [part for part in parts if len(part) >= _FEWEST_LETTERS and part.isupper()]


def _is_slip(written: str, usual: str) -> bool:
    """Whether one of the two has one letter more, and all others alike."""
    return written[0] == usual[0] and len(written) != len(usual) and is_one_off(written, usual)


def _at(passage: Passage, now: _Named, before: _Before, *, is_twice: bool) -> Iterator[TextFinding]:
    paper = now.citation.paper
    span = (paper.start, paper.end)
    known = [before.by_key[key] for key in now.keys if key in before.by_key]
    alike = [each for each in known if _may_be_one_issuers(now, each[0])]
    other = next((each for each in alike if each[0].day != now.day), None)
    if other:
        given = (short_date(other[0].day), other[1])
        yield passage.finding("R12", "text-number-twice", span, found=short_date(now.day), given=given)
    elif alike and _are_of_different_things(now, alike[0][0]):
        given = (short_date(now.day), alike[0][1])
        yield passage.finding("R12", "text-two-subjects", span, given=given)
    elif is_twice:
        yield passage.finding("R12", "text-document-twice", span, given=(short_date(now.day),))
    elif twin := _twin(now, before):
        given = (twin[0].citation.paper.text, twin[1])
        yield passage.finding("R12", "text-two-numbers", span, given=given)


def _twin(now: _Named, before: _Before) -> tuple[_Named, str] | None:
    """The same document under another number: of one subject, or with its digits turned round."""
    of_the_day = before.by_subject.get((now.day, now.subject), ())
    twin = next((each for each in of_the_day if _is_the_same_but_numbered(now, each[0])), None)
    turned = before.by_turned.get(now.turned)
    if twin is None and turned and _is_turned_round(now, turned[0]):
        return turned
    return twin


def _are_one(now: _Named, earlier: _Named) -> bool:
    """Whether the two are one document, though one of them may be told without its issuer."""
    is_one = now.day == earlier.day and now.citation.of_any_issuer == earlier.citation.of_any_issuer
    return is_one and _may_be_one_issuers(now, earlier)


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
    return telling_words(_SENT.split(found["subject"])[0]) if found else frozenset()


def _is_an_item(text: str, citation: Citation) -> bool:
    """Whether an item of a list is of this very document: it begins with it, or tells that it was issued."""
    lead = text[max(0, citation.paper.start - _FARTHEST) : citation.paper.start]
    return _ITEM.match(text) is not None and _ISSUED.search(lead) is not None


def _begins_an_element(text: str, citation: Citation) -> bool:
    start = citation.paper.start
    return _ENUMERATED.search(text, max(0, start - _LOOKED_BACK), start) is not None
