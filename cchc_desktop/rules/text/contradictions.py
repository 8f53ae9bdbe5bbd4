"""R4 in running text: one thing counted twice in a report, in the same words, with two results."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from cchc_desktop.rules.text.clauses import OF_ANOTHER, clause_of, telling_words
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, read
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.rules.text.units import counted
from cchc_desktop.values.numbers_in_text import Number

Told: TypeAlias = tuple[tuple[Decimal, ...], str, str]
"""What a number may mean, how it is written, and in which section."""
Key: TypeAlias = tuple[str, frozenset[str]]
_KEPT = 2048
_FEWEST_WORDS = 7
"""Telling syllables around a number: fewer are met by chance."""
_TOTAL = re.compile(r"\btổng\b", re.IGNORECASE)
"""Parts of different things are told in the same words; a total is told of one."""


def contradictions(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield the numbers that an earlier place tells otherwise; in the section `only`, or in all."""
    first: dict[Key, Told] = {}
    for section in sections:
        for place, text in enumerate(section.paragraphs):
            for number, key in _totals(text):
                told = (number.readings, number.text, section.id)
                means, *before = first.setdefault(key, told)
                if only in ("", section.id) and not set(means) & set(number.readings):
                    yield Passage(section, place).finding(
                        "R4", "text-told-otherwise", (number.start, number.end), given=tuple(before)
                    )


@lru_cache(_KEPT)
def _totals(text: str) -> tuple[tuple[Number, Key], ...]:
    """The totals of a paragraph, each with what it counts and the words that tell of what."""
    if not _TOTAL.search(text):
        return ()
    clauses = [(number, clause_of(text, number)) for number in read(text).counts]
    keys = (
        (number, (counted(number.unit), telling_words(clause)))
        for number, clause in clauses
        if _TOTAL.search(clause) and not OF_ANOTHER.search(clause)
    )
    return tuple((number, key) for number, key in keys if len(key[1]) >= _FEWEST_WORDS)
