"""R4 and R5 in running text: totals against their parts, parts against the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cchc_desktop.rules.text.breakdowns import Breakdown, breakdowns
from cchc_desktop.rules.text.citations import TYPE_NAME
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.partitions import partitions
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.units import counted
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Fraction, Number

_ABOVE_PLAN = re.compile(r"\b(?:vượt|kế hoạch|chỉ tiêu|dự toán|giao|so với)\b", re.IGNORECASE)
_TASK = "nhiệm vụ"
_SET_OUT = re.compile(
    rf"[^.;:()\d]{{0,120}}?\b(?:đề ra|giao|nêu|xác định|phân công) (?:tại|trong) (?:{TYPE_NAME.pattern})",
    re.IGNORECASE,
)
"""Behind tasks that a document sets out one by one: no more than these are done of them."""
_EXCEEDED = re.compile(r"\b(?:vượt|thêm|phát sinh|bổ sung|ngoài)\b", re.IGNORECASE)
_MAY_BE_A_DATE = re.compile(r"\b(?:ngày|từ|đến|trước|sau|hết|kể)\s+$", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"\s+(?:các |số |tổng số )*(?:cơ quan|đơn vị|công chức|viên chức|cán bộ|thủ tục|tthc|hồ sơ|văn bản|phường"
    r"|xã|sở|người dân|hộ|lãnh đạo|trường|phòng)\b",
    re.IGNORECASE,
)
"""Things of which there are no more than all."""
_GROWN = re.compile(r"\b(?:tăng|vượt|thêm|gấp|bằng|đạt|lên|hơn)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LOOKED_BACK = 24
_EVERY = re.compile(r"\b(?:tất cả|toàn bộ|cả)\s+$", re.IGNORECASE)
_FAR_ABOVE = 3
_HUNDRED = Decimal(100)


def sums(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """R4: all parts of a total make it; some of its parts, side by side, do not exceed it."""
    known = tuple(breakdowns(passage))
    totals = {each.total for each in known if each.is_whole}
    for broken_down in (*known, *(each for each in partitions(passage) if each.total not in totals)):
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
        if _may_be_more(passage, fraction):
            continue
        yield passage.finding(
            "R5", "text-more-than-all", (fraction.start, fraction.end), given=(over.text, under.text)
        )


def _may_be_more(passage: Passage, fraction: Fraction) -> bool:
    """Whether the sentence says that a plan was exceeded: not many times over without a percentage."""
    start, end = passage.sentence_at(fraction.start)
    if _says_more_than_all(passage, start, end):
        return True
    if counted(fraction.under.unit) == _TASK and _SET_OUT.match(passage.text, fraction.end, end):
        return _EXCEEDED.search(passage.text, start, end) is not None
    is_far_above = min(fraction.over.readings) >= _FAR_ABOVE * max(fraction.under.readings)
    return not is_far_above and _ABOVE_PLAN.search(passage.text, start, end) is not None


def every_one(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """R4: `tất cả 24/42 thủ tục`: what is said of all is not told of some."""
    for fraction in passage.read.fractions:
        lead = passage.text[max(0, fraction.start - _LOOKED_BACK) : fraction.start]
        if _EVERY.search(lead) and not set(fraction.over.readings) & set(fraction.under.readings):
            given = (fraction.over.text, fraction.under.text)
            yield passage.finding("R4", "text-not-all", (fraction.start, fraction.end), given=given)


def shares_of_all(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """R5: `105% cơ quan`: more than all of what exists cannot have done something."""
    for share in passage.read.percents:
        if min(share.readings) <= _HUNDRED or not _OF_THINGS.match(passage.text, share.end):
            continue
        lead = passage.text[max(0, share.start - _LOOKED_BACK) : share.start]
        if not _GROWN.search(lead):
            given = (share.text, "100%")
            yield passage.finding("R5", "text-part-above-whole", (share.start, share.end), given=given)


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
