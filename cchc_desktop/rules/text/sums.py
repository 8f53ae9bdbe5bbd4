"""R4 and R5 in running text: totals against their parts, parts against the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cchc_desktop.rules.text.breakdowns import Breakdown, breakdowns
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number

_ABOVE_PLAN = re.compile(r"\b(?:vượt|kế hoạch|chỉ tiêu|dự toán|giao|so với)\b", re.IGNORECASE)
_MAY_BE_A_DATE = re.compile(r"\b(?:ngày|từ|đến|trước|sau|hết|kể)\s+$", re.IGNORECASE)
_HUNDRED = Decimal(100)


def sums(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """R4: all parts of a total make it; some of its parts, side by side, do not exceed it."""
    for broken_down in breakdowns(passage):
        total, parts = broken_down.total, broken_down.parts
        made = sum((part.readings[0] for part in parts), Decimal())
        largest = max(parts, key=lambda part: part.readings[0])
        if largest.readings[0] > max(total.readings):
            yield _above(passage, largest, total)
        elif made > max(total.readings) or (broken_down.is_whole and made not in total.readings):
            yield _differs(passage, broken_down, made)


def fractions(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """R5: more than all, where nothing says that a plan was exceeded."""
    for fraction in passage.read.fractions:
        over, under = fraction.over, fraction.under
        lead = passage.text[: fraction.start]
        if min(over.readings) <= max(under.readings) or not under.unit or _MAY_BE_A_DATE.search(lead):
            continue
        start, end = passage.sentence_at(fraction.start)
        if _ABOVE_PLAN.search(passage.text, start, end) or _says_more_than_all(passage, start, end):
            continue
        yield passage.finding(
            "R5", "text-more-than-all", (fraction.start, fraction.end), given=(over.text, under.text)
        )


def _says_more_than_all(passage: Passage, start: int, end: int) -> bool:
    return any(start <= each.start < end and each.readings[0] > _HUNDRED for each in passage.read.percents)


def _above(passage: Passage, part: Number, total: Number) -> TextFinding:
    at = (part.start, part.end) if part in passage.read.counts else (total.start, total.end)
    return passage.finding("R5", "text-part-above-whole", at, given=(part.text, total.text))


def _differs(passage: Passage, broken_down: Breakdown, made: Decimal) -> TextFinding:
    total = broken_down.total
    return passage.finding(
        "R4",
        "text-parts-differ" if broken_down.is_whole else "text-parts-exceed",
        (total.start, total.end),
        found=total.text,
        expected=write_number(made),
        given=tuple(part.text for part in broken_down.parts),
    )
