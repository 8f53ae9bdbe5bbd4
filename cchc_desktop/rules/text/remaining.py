"""R4 where a text tells what is left: all of it is what was done and what remains."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import comparable, same
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Fraction, Number

_LEFT = re.compile(
    r"\b(?:(?:còn|thiếu)(?:\s+(?:lại|thiếu|dư))?(?:\s+là)?"
    r"|(?:đang|chưa) (?:thực hiện|hoàn thành|triển khai|giải quyết|xử lý))\s*:?\s+$",
    re.IGNORECASE,
)
"""What stands before a number of what is left."""
_NOT_DONE = re.compile(
    r"\s+[^\W\d_]+(?:\s[^\W\d_]+){0,3}?\s+(?:chưa (?:hoàn thành|thực hiện|giải quyết|xử lý|đạt"
    r"|đến (?:thời )?hạn|tới hạn|triển khai|bắt đầu|kết thúc)"
    r"|đang (?:thực hiện|triển khai|xử lý|giải quyết|trong))\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:có mặt|hiện có|đã|hoàn thành|thực hiện|sử dụng|bố trí|tuyển dụng|giải quyết|xử lý|số hóa)\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"\b(?:kỳ trước|chuyển (?:sang|qua)|đầu kỳ|tồn)\b", re.IGNORECASE)
"""Words of what is settled beside what was received."""
_LATE = re.compile(r"[^.;,]{0,30}\b(?:quá|trễ|chậm)\b", re.IGNORECASE)
"""After a number that `còn` does not make the rest: those that are still late."""
_ALL = re.compile(
    r"\b(?:giao|tổng số|tổng|kế hoạch|phải|chỉ tiêu|được phân bổ|rà soát)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\btrong đó\b|\bngoài ra\b|[.()]\s|:", re.IGNORECASE)
"""What stands between a number and what is not told beside it."""
_LOOKED_BACK = 60


def remaining(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare what is left with the fraction, or with all and done, told right before it."""
    for fraction in passage.read.fractions:
        parts = (fraction.over, *_left_of(passage, fraction))
        if len(parts) > 1 and _sum(parts) not in fraction.under.readings:
            yield _finding(passage, (fraction.start, fraction.end), fraction.under, parts)
    for whole, done, left in _told_in_turn(passage):
        if _sum((done, left)) not in whole.readings:
            yield _finding(passage, (whole.start, whole.end), whole, (done, left))


def _left_of(passage: Passage, fraction: Fraction) -> tuple[Number, ...]:
    """The numbers right behind a fraction that tell what is not done of it; none where others follow them."""
    left: list[Number] = []
    text, end = passage.text, fraction.end
    stop = passage.sentence_at(fraction.start)[1]
    for number in starting_in(passage.read.counts, fraction.end, stop):
        is_left = _LEFT.search(text, end, number.start) or _NOT_DONE.match(text, number.end)
        if _APART.search(text, end, number.start) or not same(fraction.under, number):
            break
        if not is_left:
            return ()
        left.append(number)
        end = number.end
    return tuple(left)


def _told_in_turn(passage: Passage) -> Iterator[tuple[Number, Number, Number]]:
    """`giao 90 biên chế, hiện có 85 biên chế, còn 5 biên chế`: three numbers of one sentence in turn."""
    text, counts = passage.text, passage.read.counts
    for (whole, done), (_, left) in pairwise(pairwise(counts)):
        start, end = passage.sentence_at(whole.start)
        if left.end > end or not (comparable(whole, done) and comparable(done, left) and same(whole, left)):
            continue
        lead = text[max(start, whole.start - _LOOKED_BACK) : whole.start]
        is_done = _ALL.search(lead) and _DONE.search(text, whole.end, done.start)
        is_other = _LATE.match(text, left.end) or _BROUGHT.search(text, start, end)
        is_apart = _APART.search(text, whole.end, left.start) or _goes_on(passage, left, end)
        if is_done and not is_other and not is_apart and _LEFT.search(text, done.end, left.start):
            yield whole, done, left


def _goes_on(passage: Passage, left: Number, end: int) -> bool:
    """Whether the sentence tells of the same things once more what is not among those."""
    after = next(iter(starting_in(passage.read.counts, left.end, end)), None)
    is_new = after is not None and not _APART.search(passage.text, left.end, after.start)
    return is_new and after is not None and same(left, after)


def _sum(numbers: tuple[Number, ...]) -> Decimal:
    return sum((number.readings[0] for number in numbers), Decimal())


def _finding(
    passage: Passage, span: tuple[int, int], whole: Number, parts: tuple[Number, ...]
) -> TextFinding:
    return passage.finding(
        "R4",
        "text-rest-differs",
        span,
        found=whole.text,
        expected=write_number(_sum(parts)),
        given=tuple(part.text for part in parts),
    )
