"""R1: percentages against the numbers they are told with."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, Placed, Read, starting_in
from cchc_desktop.rules.text.sharing import fits, is_close, share_of
from cchc_desktop.rules.text.units import comparable, same
from cchc_desktop.values.numbers_in_text import Fraction, Number

_SHARE = re.compile(
    r"(?:đạt|chiếm|bằng|tương đương|tương ứng|hoàn thành|tỷ lệ|tỉ lệ|[(=])"
    r"(?:\s*(?:với|tỷ lệ|tỉ lệ|là|được|đạt|chiếm|[:(=]))*\s*$",
    re.IGNORECASE,
)
"""What leads from a number to its share of another."""
_NOT_A_SHARE = re.compile(
    r"\b(?:tăng|giảm|vượt|khoảng|gần|hơn|xấp xỉ|ước|trên|thêm|so với)(?:\s+\w+){0,2}\s*$"
    r"|[;.]\s+(?!(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)\b[^;.]{0,12}$)",
    re.IGNORECASE,
)
_LOOKED_BACK = 24
_LONGEST_LEAD = 160
"""Letters between a number and its percentage: beyond that they belong to other things."""
_FARTHEST = 1200
"""Letters around a percentage in which numbers are looked for that may explain it."""
_AFTERWARDS = re.compile(
    r"[\s,]*(?:\((?:tức|là|với)?|(?:tương ứng|tương đương|tức|với|cụ thể)(?:\s*:|\s+(?:với|là))?)\s*$",
    re.IGNORECASE,
)
_OF_ITS_THINGS = re.compile(
    r"\s+(?:so với\s+(?:(?:tổng )?số|kế hoạch|chỉ tiêu|yêu cầu|dự toán)\b|(?!so với|tăng|giảm|cao|thấp|hơn))"
    r"[^.,;:()\d]{1,40}\(\s*$",
    re.IGNORECASE,
)
"""`82% số hồ sơ (410/480 hồ sơ)`, `50% so với kế hoạch năm (10/20 đơn vị)`."""
_BARE = re.compile(r"[^.;:]{0,60},\s*$")
"""`38/41 nội dung, 92,68%`: a fraction needs no word that leads to its percentage."""
_OF_A_TOTAL = re.compile(r"\s*(?:trên|của|so với|trong|/)?\s*tổng(?:\s+số)?\s*(?:là\s*)?$", re.IGNORECASE)
_OF_THE_NUMBER = re.compile(r"\s*(?:trên |của |so với )?(?:tổng )?số\s+[^\W\d_]", re.IGNORECASE)
_LATER_TOTAL = re.compile(r"\btrên tổng(?: số)?\s*(?:là\s*)?$", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:trong|trên)(?: tổng)? số\s*(?:là\s*)?$", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:hạng|thứ|vị trí)(?:\s+(?:nhất|nhì|ba))?\s*$", re.IGNORECASE)
"""Before a place among others, which is no part of a whole."""
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
    r";(?!\s*(?:trong đó|kết quả|đến nay|đã|giải ngân|thực hiện|hoàn thành|đến ngày|lũy kế)\b)", re.IGNORECASE
)
_OF_IT = re.compile(r"\btrong (?:đó|số)\b", re.IGNORECASE)
_IS_DONE = re.compile(r"[^.,;:()\d]{0,30}\b(?:đã|hoàn thành|đúng hạn|được giải quyết)\b", re.IGNORECASE)
_FEWEST_AGREEING = 2
_MOST_NEAR = 10
"""Numbers around a percentage that may explain it: among many some two give any share by chance."""
_MOST_TRIED = 24
"""Numbers before a percentage that are tried as the two that it may come from."""
Pair = tuple[Number, Number]
"""A number and what it is a share of."""


def ratios(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare every percentage with the fraction, the part and whole, or the list that it belongs to."""
    read = passage.read
    if not read.percents:
        return
    listed = dict(_in_a_list(passage))
    for share in read.percents:
        pair = _fraction(passage, share)
        if pair is None and not is_explained(read, share):
            pair = listed.get(share) or _part_and_whole(passage, share) or _far_fraction(passage, share)
        if pair and not fits(share, *pair):
            yield _finding(passage, share, pair)


def _finding(passage: Passage, share: Number, pair: Pair) -> TextFinding:
    over, under = pair
    expected = share_of(share, over, under)
    return passage.finding(
        "R1",
        "text-rounded-wrongly" if is_close(share, over, under) else "text-ratio-differs",
        (share.start, share.end),
        found=share.text,
        expected=expected,
        given=(over.text, under.text),
        remedy=expected,
    )


def _fraction(passage: Passage, share: Number) -> Pair | None:
    """`38/41 nội dung, đạt 92,68%`, or `92,68% (38/41 nội dung)`."""
    read = passage.read
    for fraction in starting_in(
        read.fractions, share.start - 2 * _LONGEST_LEAD, share.start + 2 * _LONGEST_LEAD
    ):
        if _is_rank_or_score(passage, fraction):
            continue
        pair = (fraction.over, fraction.under)
        if leads_to(passage, fraction.end, share) or _is_bare(passage, fraction.end, share):
            return pair
        between = passage.text[share.end : fraction.start] if share.end < fraction.start else "."
        if _AFTERWARDS.match(between) or _OF_ITS_THINGS.match(between):
            return pair
    return None


def _is_rank_or_score(passage: Passage, fraction: Fraction) -> bool:
    """`xếp hạng 5/18`, `4,5/5 điểm`: what is told of it as a share has other numbers."""
    lead = passage.text[max(0, fraction.start - _LOOKED_BACK) : fraction.start]
    return fraction.under.unit.startswith("điểm") or _RANKED.search(lead) is not None


def _far_fraction(passage: Passage, share: Number) -> Pair | None:
    """`38/41 nội dung (3 nội dung chưa đến hạn), đạt 92,68%`: the one fraction of a sentence."""
    start, _ = passage.sentence_at(share.start)
    here = starting_in(passage.read.fractions, start, share.start)
    lead = passage.text[start : share.start]
    if (
        len(here) != 1
        or not _SHARE.search(lead)
        or _NOT_A_SHARE.search(passage.text[here[0].end : share.start])
    ):
        return None
    between = starting_in(passage.read.percents, here[0].end, share.start)
    is_other = bool(between) or _is_rank_or_score(passage, here[0])
    return (
        None if is_other or ";" in passage.text[here[0].end : share.start] else (here[0].over, here[0].under)
    )


def leads_to(passage: Passage, end: int, share: Number) -> bool:
    """Whether the words after a number lead to the percentage as to its share, with no number between."""
    if not 0 < share.start - end <= _LONGEST_LEAD:
        return False
    lead = passage.text[end : share.start]
    if _NOT_A_SHARE.search(lead) or _has_figures(passage.read, end, share.start):
        return False
    return _SHARE.search(lead) is not None


def _is_bare(passage: Passage, end: int, share: Number) -> bool:
    lead = passage.text[end : share.start] if end < share.start else ""
    return _BARE.fullmatch(lead) is not None and not _has_figures(passage.read, end, share.start)


def _has_figures(read: Read, start: int, end: int) -> bool:
    """Whether a number that says how many, a share or a fraction stands between the places."""
    every: tuple[Sequence[Placed], ...] = (read.counts, read.percents, read.fractions)
    return any(starting_in(each, start, end) for each in every)


def _in_a_list(passage: Passage) -> Iterator[tuple[Number, Pair]]:
    """`120 hồ sơ: 60 đúng hạn (50%), 48 trước hạn (40%), 12 quá hạn (10%)`: shares of one number."""
    read = passage.read
    items = [
        (part, share)
        for share in read.percents
        if (part := last_count_before(read, share)) and leads_to(passage, part.end, share)
    ]
    if len(items) < _FEWEST_AGREEING:
        return
    wholes = [*read.counts, *(fraction.under for fraction in read.fractions)][:_MOST_TRIED]
    agreeing = [sum(fits(share, part, whole) for part, share in items) for whole in wholes]
    most = max(agreeing)
    if most >= _FEWEST_AGREEING and 2 * most >= len(items):
        whole = wholes[agreeing.index(most)]
        yield from ((share, (part, whole)) for part, share in items if part.start > whole.start)


def last_count_before(read: Read, share: Number) -> Number | None:
    """Return the nearest number before a percentage; None where there is none near enough."""
    before = _counts_before(read, share)
    return before[-1] if before else None


def _counts_before(read: Read, share: Number) -> Sequence[Number]:
    """The numbers before a percentage that may belong to it, in the order of the text."""
    return starting_in(read.counts, share.start - _FARTHEST, share.start)


def _part_and_whole(passage: Passage, share: Number) -> Pair | None:
    """`kế hoạch 33 nhiệm vụ, đã hoàn thành 14, đạt 42,42%`."""
    read, text = passage.read, passage.text
    start, _ = passage.sentence_at(share.start)
    before = _counts_before(read, share)
    if not before or not leads_to(passage, before[-1].end, share):
        return None
    total = next(iter(starting_in(read.counts, share.end, share.end + _LONGEST_LEAD)), None)
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
    place = _whole_before(before)
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
    if place < len(before) - 2 and not (is_sure and _WHOLE.search(lead)):
        return None
    if not is_sure and not (_WHOLE.search(lead) and _PART.search(between)):
        return None
    is_more = part.readings[0] > whole.readings[0]
    return None if is_more and not _PLAN.search(lead) else (part, whole)


def _whole_before(before: Sequence[Number]) -> int:
    """The place of what the last number may be a part of: the one before it, else the last of its unit."""
    last = len(before) - 2
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


def is_explained(read: Read, share: Number) -> bool:
    """Whether two numbers nearby give the percentage, whatever the words between them say."""
    around = (share.start - _FARTHEST, share.start + _FARTHEST)
    halves = [half for each in starting_in(read.fractions, *around) for half in (each.over, each.under)]
    counts = starting_in(read.counts, *around)
    near = sorted((*counts, *halves), key=lambda each: abs(each.start - share.start))[:_MOST_NEAR]
    return any(fits(share, over, under) for over, under in product(near, near) if over is not under)
