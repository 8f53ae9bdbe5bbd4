"""What leads from numbers to the percentage told beside them."""

import re
from collections.abc import Sequence
from itertools import product

from cchc_desktop.rules.text.reading import Passage, Placed, Read, starting_in
from cchc_desktop.rules.text.sharing import fits
from cchc_desktop.values.numbers_in_text import Number

SHARE = re.compile(
    r"(?:đạt|chiếm|bằng|tương đương|tương ứng|hoàn thành|tỷ lệ|tỉ lệ|[(=])"
    r"(?:\s*(?:với|tỷ lệ|tỉ lệ|là|được|đạt|chiếm|[:(=]))*\s*$",
    re.IGNORECASE,
)
"""What leads from a number to its share of another."""
NOT_A_SHARE = re.compile(
    r"\b(?:tăng|giảm|vượt|khoảng|gần|hơn|xấp xỉ|ước|trên|thêm|so với)(?:\s+\w+){0,2}\s*$"
    r"|[;.]\s+(?!(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)\b"
    r"(?:\s+(?:hoàn thành|thực hiện|giải ngân|đạt|này|là|với))*\s*:?\s*(?:[^;.\s]{1,6}\s*)?$)",
    re.IGNORECASE,
)
"""What stands between a number and a percentage that is not its share."""
LONGEST_LEAD = 160
"""Letters between a number and its percentage: beyond that they belong to other things."""
_FARTHEST = 1200
"""Letters around a percentage in which numbers are looked for that may explain it."""
_MOST_NEAR = 10
"""Numbers around a percentage that may explain it: among many some two give any share by chance."""
Pair = tuple[Number, Number]
"""A number and what it is a share of."""


def leads_to(passage: Passage, end: int, share: Number) -> bool:
    """Whether the words after a number lead to the percentage as to its share, with no number between."""
    if not 0 < share.start - end <= LONGEST_LEAD:
        return False
    lead = passage.text[end : share.start]
    if NOT_A_SHARE.search(lead) or has_figures(passage.read, end, share.start):
        return False
    return SHARE.search(lead) is not None


def has_figures(read: Read, start: int, end: int) -> bool:
    """Whether a number that says how many, a share or a fraction stands between the places."""
    every: tuple[Sequence[Placed], ...] = (read.counts, read.percents, read.fractions)
    return any(starting_in(each, start, end) for each in every)


def last_count_before(read: Read, share: Number) -> Number | None:
    """Return the nearest number before a percentage; None where there is none near enough."""
    before = counts_before(read, share)
    return before[-1] if before else None


def counts_before(read: Read, share: Number) -> Sequence[Number]:
    """Return the numbers before a percentage that may belong to it, in the order of the text."""
    return starting_in(read.counts, share.start - _FARTHEST, share.start)


def is_explained(read: Read, share: Number) -> bool:
    """Whether two numbers nearby give the percentage, whatever the words between them say."""
    around = (share.start - _FARTHEST, share.start + _FARTHEST)
    halves = [half for each in starting_in(read.fractions, *around) for half in (each.over, each.under)]
    counts = starting_in(read.counts, *around)
    near = sorted((*counts, *halves), key=lambda each: abs(each.start - share.start))[:_MOST_NEAR]
    return any(fits(share, over, under) for over, under in product(near, near) if over is not under)
