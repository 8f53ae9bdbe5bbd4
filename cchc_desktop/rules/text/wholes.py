"""Which two numbers of a text a percentage is told of, where no fraction says it: a part, and its whole."""

import re
from collections.abc import Sequence

from cchc_desktop.rules.text.leading import LONGEST_LEAD, Pair, counts_before, leads_to
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import comparable, same
from cchc_desktop.values.numbers_in_text import Number

_OF_A_TOTAL = re.compile(r"\s*(?:trên|của|so với|trong|/)?\s*tổng(?:\s+số)?\s*(?:là\s*)?$", re.IGNORECASE)
_OF_THE_NUMBER = re.compile(r"\s*(?:trên |của |so với )?(?:tổng )?số\s+[^\W\d_]", re.IGNORECASE)
_LATER_TOTAL = re.compile(r"\btrên tổng(?: số)?\s*(?:là\s*)?$", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:trong|trên)(?: tổng)? số\s*(?:là\s*)?$", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:tổng|kế hoạch|giao|tiếp nhận|nhận|trong số|phải|chỉ tiêu|dự toán|phát|ban hành|có|xong)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:kế hoạch|chỉ tiêu|dự toán|giao)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:trong đó|đã|hoàn thành|thực hiện|giải quyết|giải ngân|đúng hạn|trước hạn|nộp|thu|hài lòng"
    r"|trực tuyến|được|ký số|phát sinh|đạt|tích hợp|tham gia)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\btrên(?: tổng)?\b|\bso với (?:kế hoạch|tổng)", re.IGNORECASE)
_APART = re.compile(
    r";(?!\s*(?:trong đó|kết quả|đến nay|đã|giải ngân|thực hiện|hoàn thành|đến ngày|lũy kế"
    r"|số [^;.\d]{1,30}(?:đã|được|hoàn thành))\b)",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\btrong (?:đó|số)\b", re.IGNORECASE)
_IS_DONE = re.compile(r"[^.,;:()\d]{0,30}\b(?:đã|hoàn thành|đúng hạn|được giải quyết)\b", re.IGNORECASE)
_LOOKED_BACK = 24


def part_and_whole(passage: Passage, share: Number) -> Pair | None:
    """Return part and whole: `kế hoạch 33 nhiệm vụ, đã hoàn thành 14, đạt 42,42%`; None if none is told."""
    read, text = passage.read, passage.text
    start, _ = passage.sentence_at(share.start)
    before = counts_before(read, share)
    if not before or not leads_to(passage, before[-1].end, share):
        return None
    total = next(iter(starting_in(read.counts, share.end, share.end + LONGEST_LEAD)), None)
    if total and _OF_A_TOTAL.match(text, share.end, total.start):
        return before[-1], total
    if later := _later_total(passage, before[-1], share):
        return before[-1], later
    if len(before) < 2:
        return None
    return _whole_of(passage, before, share, start)


def _whole_of(passage: Passage, before: Sequence[Number], share: Number, start: int) -> Pair | None:
    """The last number and the one before it of which it is told as a part."""
    text, part = passage.text, before[-1]
    place = _whole_before(passage, before)
    whole = before[place]
    between = text[whole.end : part.start]
    is_other = not comparable(whole, part) or (whole.start < start and not same(whole, part))
    is_part_itself = starting_in(passage.read.percents, whole.end, part.start) and not _OF_IT.search(between)
    if is_other or is_part_itself or _APART.search(between):
        return None
    lead = text[before[place - 1].end if place else 0 : whole.start]
    if _OUT_OF.search(between):
        return whole, part
    is_named = _AMONG.search(lead) or _OF_THE_NUMBER.match(text, share.end)
    is_done = _PART.search(between) or _IS_DONE.match(text, part.end, share.start)
    is_sure = same(whole, part) and (is_done or is_named)
    is_announced = _WHOLE.search(lead) or _OF_IT.search(between)
    if place < len(before) - 2 and not (is_sure and is_announced):
        return None
    if not is_sure and not (_WHOLE.search(lead) and _PART.search(between)):
        return None
    is_more = part.readings[0] > whole.readings[0]
    return None if is_more and not _PLAN.search(lead) else (part, whole)


def _whole_before(passage: Passage, before: Sequence[Number]) -> int:
    """The place of what the last number may be a part of: the one before it, else the last of its unit.

    Numbers with a share of their own stand beside it: `đúng hạn 80 hồ sơ (80%), quá hạn 20 hồ sơ (20%)`.
    """
    last = len(before) - 2
    while last and starting_in(passage.read.percents, before[last].end, before[last + 1].start):
        last -= 1
    if comparable(before[last], before[-1]):
        return last
    return next((place for place in range(last - 1, -1, -1) if same(before[place], before[-1])), last)


def _later_total(passage: Passage, part: Number, share: Number) -> Number | None:
    """`trước hạn 320 hồ sơ (64%), đúng hạn 180 hồ sơ (36%) trên tổng số 500 hồ sơ`."""
    end = passage.sentence_at(share.start)[1]
    later = [each for each in starting_in(passage.read.counts, share.end, end) if same(each, part)]
    lead = passage.text[: later[-1].start] if later else ""
    is_total = _LATER_TOTAL.search(lead, max(0, len(lead) - _LOOKED_BACK)) is not None
    return later[-1] if is_total and passage.text[share.end : share.end + 1] == ")" else None
