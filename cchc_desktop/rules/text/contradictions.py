"""R4 in running text: one thing counted twice in a report, in the same words, with two results."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from cchc_desktop.rules.text.clauses import OF_ANOTHER, clause_of, telling_words
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, read
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.rules.text.units import counted

Told: TypeAlias = tuple[tuple[Decimal, ...], str, str]
"""What a number may mean, how it is written, and in which section."""
_FEWEST_WORDS = 7
"""Telling syllables around a number: fewer are met by chance."""
_TOTAL = re.compile(r"\btổng\b", re.IGNORECASE)
"""Parts of different things are told in the same words; a total is told of one."""


def contradictions(sections: Sequence[TextSection], only: str) -> Iterator[TextFinding]:
    """Yield the numbers of the section `only` that an earlier place of the report tells otherwise."""
    first: dict[tuple[str, frozenset[str]], Told] = {}
    for section in sections:
        for place, text in enumerate(section.paragraphs):
            for number in read(text).counts:
                clause = clause_of(text, number)
                words = telling_words(clause)
                if len(words) < _FEWEST_WORDS or OF_ANOTHER.search(clause) or not _TOTAL.search(clause):
                    continue
                key, told = (counted(number.unit), words), (number.readings, number.text, section.id)
                means, *before = first.setdefault(key, told)
                if section.id == only and not set(means) & set(number.readings):
                    yield Passage(section, place).finding(
                        "R4", "text-told-otherwise", (number.start, number.end), given=tuple(before)
                    )
