"""R1 where a text tells by how many something grew or fell, beside the two numbers between which it did."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import same
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number

_CHANGED_BY = re.compile(
    r"\b(?:tăng|giảm|cắt giảm|rút ngắn)(?:\s+(?:thêm|được|là|tương ứng|đi))*\s+$", re.IGNORECASE
)
_FROM = re.compile(r"\btừ\s+$", re.IGNORECASE)
_TO = re.compile(r"[^.;:()\d]{0,40}\b(?:xuống|lên|còn|thành)(?:\s+(?:còn|thành|là))?\s+$", re.IGNORECASE)
_THEN = re.compile(r"\s+[^.;:()\d]{2,30}?\s*[,(]\s*(?:tức\s+|đã\s+)?", re.IGNORECASE)
"""What stands between the later number and the difference: its unit alone."""
_FROM_WHAT = re.compile(r"\s+[^.;:()\d]{2,30}?[\s,(]+từ\s+", re.IGNORECASE)
_LOOKED_BACK = 40
_NO_UNIT = ("lên", "xuống", "còn", "thành")
"""With what a number goes on whose unit is told with the next."""


_TWO = 2
Pair = tuple[Number, Number]
"""How many there were, and how many there are."""


def differences(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare `giảm 5 đơn vị` with `từ 20 đơn vị xuống còn 15 đơn vị` right before it or right behind."""
    text, counts = passage.text, passage.read.counts
    for place, change in enumerate(counts):
        if not _CHANGED_BY.search(text, max(0, change.start - _LOOKED_BACK), change.start):
            continue
        start, end = passage.sentence_at(change.start)
        before = starting_in(counts[max(0, place - 2) : place], start, end)
        behind = starting_in(counts[place + 1 : place + 3], start, end)
        pair = _before(passage, change, before) or _behind(passage, change, behind)
        if pair and not _fits(change, *pair):
            was, became = pair
            yield passage.finding(
                "R1",
                "text-change-differs",
                (change.start, change.end),
                found=change.text,
                expected=write_number(abs(became.readings[0] - was.readings[0])),
                given=(was.text, became.text),
            )


def _before(passage: Passage, change: Number, numbers: Sequence[Number]) -> Pair | None:
    """`từ 20 đơn vị xuống còn 15 đơn vị, giảm 5 đơn vị`."""
    if len(numbers) != _TWO or not _THEN.fullmatch(passage.text, numbers[1].end, _lead(passage, change)):
        return None
    return _from_to(passage, change, *numbers)


def _behind(passage: Passage, change: Number, numbers: Sequence[Number]) -> Pair | None:
    """`giảm 5 đơn vị (từ 20 đơn vị xuống còn 15 đơn vị)`."""
    if len(numbers) != _TWO or not _FROM_WHAT.fullmatch(passage.text, change.end, numbers[0].start):
        return None
    return _from_to(passage, change, *numbers)


def _from_to(passage: Passage, change: Number, was: Number, became: Number) -> Pair | None:
    text = passage.text
    is_told = _FROM.search(text, max(0, was.start - _LOOKED_BACK), was.start) and _TO.fullmatch(
        text, was.end, became.start
    )
    has_no_unit = was.unit.startswith(_NO_UNIT)
    counts_the_same = _are_alike(change, became) and (has_no_unit or _are_alike(was, became))
    return (was, became) if is_told and counts_the_same else None


def _are_alike(one: Number, other: Number) -> bool:
    """Whether both count the same by the first word, which `10 ngày xuống còn` goes on from."""
    return same(one, other) or (one.unit != "" and one.unit.split()[:1] == other.unit.split()[:1])


def _lead(passage: Passage, change: Number) -> int:
    """Where the word begins that tells a change."""
    found = _CHANGED_BY.search(passage.text, max(0, change.start - _LOOKED_BACK), change.start)
    return found.start() if found else change.start


def _fits(change: Number, was: Number, became: Number) -> bool:
    pairs = product(was.readings, became.readings)
    return any(abs(new - old) in change.readings for old, new in pairs)
