"""A section on its way through the rules: each paragraph with what was read in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.numbers_in_text import Fraction, Number, fractions_in, numbers_in
from cchc_desktop.values.papers_in_text import Day, Paper, days_in, papers_in

_KEPT = 2048
"""How many paragraphs stay read: of a long section a keystroke changes one."""
_LONGEST_SENTENCE = 4000
"""Letters; what goes on longer without a full stop is read in pieces, so that time grows with length."""
_HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
CAPITALS = "".join(filter(str.isupper, map(chr, range(ord("A"), ord("ỹ")))))
"""Every capital letter of Vietnamese: a range from `à` to `ỹ` has capitals among its letters, Đ and Ủ too."""
_SENTENCE_END = re.compile(rf"(?<!\bTP)(?<!\bTX)[.?!…](?=\s+[{CAPITALS}]|\s*$)")


class Placed(Protocol):
    """What stands somewhere in a paragraph."""

    @property
    def start(self) -> int:
        """Where it begins."""


_Placed = TypeVar("_Placed", bound=Placed)


def starting_in(found: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
    """Return those that begin between two places; `found` is in the order of the text."""
    first = bisect_left(found, start, key=_start)
    return found[first : bisect_left(found, end, first, key=_start)]


def _start(each: Placed) -> int:
    return each.start


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in a paragraph, each in the order of the text; nothing is read twice."""

    papers: tuple[Paper, ...]
    days: tuple[Day, ...]
    fractions: tuple[Fraction, ...]
    numbers: tuple[Number, ...]
    """Percentages among them; the halves of fractions not."""
    sentences: tuple[tuple[int, int], ...]
    counts: tuple[Number, ...]
    """The numbers that say how many."""
    percents: tuple[Number, ...]


@lru_cache(_KEPT)
def read(text: str) -> Read:
    """Return what stands in a paragraph."""
    papers, days = tuple(papers_in(text)), tuple(days_in(text))
    rest = _without(text, (*papers, *days))
    fractions = tuple(fractions_in(rest))
    rest = _without(rest, fractions)
    numbers = tuple(numbers_in(rest))
    return Read(
        papers,
        days,
        fractions,
        numbers,
        tuple(_sentences(text)),
        tuple(each for each in numbers if not each.is_percent and not each.is_name),
        tuple(each for each in numbers if each.is_percent),
    )


def _without(text: str, read_already: Iterable[Paper | Day | Fraction]) -> str:
    """The text with these stretches hidden and every offset as it was."""
    parts, at = [], 0
    for each in sorted(read_already, key=_start):
        parts += [text[at : each.start], _HIDDEN * (each.end - max(at, each.start))]
        at = max(at, each.end)
    return "".join((*parts, text[at:]))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)):
        while start < end:
            stop = min(end, start + _LONGEST_SENTENCE)
            yield start, stop
            start = stop


def _sentence_end(sentence: tuple[int, int]) -> int:
    return sentence[1]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph and where it stands. A rule asks it for findings, so that offsets are right."""

    section: TextSection
    number: int
    """Of the section, from 0; `HEADING` for its heading."""

    @property
    def text(self) -> str:
        """The paragraph as it stands."""
        return self.section.text(self.number)

    @property
    def read(self) -> Read:
        """What stands in it."""
        return read(self.text)

    def sentence_at(self, at: int) -> tuple[int, int]:
        """Return where the sentence begins and ends that a place stands in."""
        sentences = self.read.sentences
        place = bisect_right(sentences, at, key=_sentence_end)
        return sentences[place] if place < len(sentences) else (0, len(self.text))

    def finding(
        self,
        rule: str,
        case: str,
        span: tuple[int, int],
        *,
        severity: Severity = Severity.WARN,
        found: str = "",
        expected: str = "",
        given: tuple[str, ...] = (),
        related: tuple[IndicatorCode, ...] = (),
        remedy: str | None = None,
    ) -> TextFinding:
        """Return a finding at this stretch; within a live figure it has no remedy and names the rows."""
        start, end = span
        live = tuple(row for each in self.section.live_in(self.number, start, end) for row in each.rows)
        return TextFinding(
            rule,
            case,
            self.section.id,
            self.number,
            start,
            end,
            self.text[start:end],
            severity,
            found,
            expected,
            given,
            tuple(dict.fromkeys((*live, *related))),
            None if live else remedy,
            self.section.note(self.number),
        )
