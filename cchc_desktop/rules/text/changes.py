"""R1 where a text tells how much something grew or fell: from one number to another, by so many percent."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.sharing import decimals_of
from cchc_desktop.values.number import percent, round_half_up, write_number
from cchc_desktop.values.numbers_in_text import Number

_CHANGED_BY = re.compile(
    r"\b(?:tăng|giảm|cắt giảm|rút ngắn)(?:\s+(?:thêm|được|là|tương ứng|tỷ lệ|đi))*\s+$", re.IGNORECASE
)
"""What stands before a percentage that tells a change."""
_FROM = re.compile(r"\btừ\s+$", re.IGNORECASE)
_TO = re.compile(r"[^.;:()\d]{0,40}\b(?:xuống|lên|còn|thành|đến)(?:\s+(?:còn|thành|là))?\s+$", re.IGNORECASE)
_EACH_ITS_PERIOD = re.compile(r"\b(?:năm|quý|kỳ|cùng kỳ)\b[^.;]*\b(?:năm|quý|kỳ)\b", re.IGNORECASE)
_BEFORE_IT = re.compile(
    r"\s+so với\s+[^.;()%]{0,40}\((?:đạt|là)?\s*$|\s+so với\s+[^.;()%]{0,40},?\s*(?:đạt|là)\s+$",
    re.IGNORECASE,
)
"""`tăng 2% so với năm trước (88%)`."""
_NEITHER = re.compile(r"\b(?:phấn đấu|dự kiến|kế hoạch|chỉ tiêu|giao|trung bình|lần lượt)\b", re.IGNORECASE)
_LOOKED_BACK = 40
_NEAR = 6
"""Numbers on either side of a change that may belong to it."""
Pair = tuple[Number, Number]
"""What something was, and what it became."""


def changes(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare every percentage of growth or fall with the two numbers between which it is told."""
    numbers = [each for each in passage.read.numbers if not each.is_name]
    for place, change in enumerate(numbers):
        before = passage.text[max(0, change.start - _LOOKED_BACK) : change.start]
        if not change.is_percent or not _CHANGED_BY.search(before):
            continue
        near = numbers[max(0, place - _NEAR) : place + _NEAR + 1]
        pair = _from_to(passage, change, near) or _of_two_periods(passage, change, near)
        if pair and not _fits(change, *pair):
            yield _finding(passage, change, pair)


def _from_to(passage: Passage, change: Number, near: Sequence[Number]) -> Pair | None:
    """`từ 40 ngày xuống còn 28 ngày, giảm 30%`."""
    start, _ = passage.sentence_at(change.start)
    text = passage.text
    before = [each for each in near if start <= each.start < change.start]
    if len(before) < 2:
        return None
    was, became = before[-2:]
    is_told = _FROM.search(text, start, was.start) and _TO.fullmatch(text, was.end, became.start)
    counts_the_same = was.is_percent or was.unit.split()[:1] == became.unit.split()[:1]
    is_alike = was.is_percent == became.is_percent and counts_the_same
    return (was, became) if is_told and is_alike else None


def _of_two_periods(passage: Passage, change: Number, near: Sequence[Number]) -> Pair | None:
    """`năm 2025 đạt 85%, năm 2026 đạt 88%, tăng 3%`; `đạt 88%, tăng 3% so với năm 2025 (85%)`."""
    start, end = passage.sentence_at(change.start)
    text = passage.text
    shares = [each for each in near if each.is_percent and start <= each.start < end and each is not change]
    if len(shares) != 2 or _NEITHER.search(text, start, end):
        return None
    first, second = shares
    if second.end <= change.start and _EACH_ITS_PERIOD.search(text, start, second.start):
        return first, second
    if first.end <= change.start < second.start and _BEFORE_IT.fullmatch(text, change.end, second.start):
        return second, first
    return None


def _fits(change: Number, was: Number, became: Number) -> bool:
    """Whether it is the part by which the first grew or fell; of percentages their difference is as good."""
    said = change.readings[0]
    off = Decimal(5).scaleb(-decimals_of(said) - 1)
    for old, new in product(was.readings, became.readings):
        by = abs(new - old)
        if not old or abs(percent(by, old) - said) <= off or (was.is_percent and abs(by - said) <= off):
            return True
    return False


def _finding(passage: Passage, change: Number, pair: Pair) -> TextFinding:
    old, new = (number.readings[0] for number in pair)
    by = abs(new - old) if pair[0].is_percent else round_half_up(percent(abs(new - old), old), 2)
    expected = f"{write_number(by)}%"
    return passage.finding(
        "R1",
        "text-change-differs",
        (change.start, change.end),
        found=change.text,
        expected=expected,
        given=tuple(number.text for number in pair),
    )
