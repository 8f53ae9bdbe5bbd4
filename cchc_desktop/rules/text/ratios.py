"""R1: percentages against the numbers they are told with."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.leading import (
    LONGEST_LEAD,
    NOT_A_SHARE,
    SHARE,
    Pair,
    has_figures,
    is_explained,
    last_count_before,
    leads_to,
)
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.sharing import fits, is_close, share_of
from cchc_desktop.rules.text.wholes import part_and_whole
from cchc_desktop.values.numbers_in_text import Fraction, Number

_LOOKED_BACK = 24
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
_RANKED = re.compile(r"\b(?:hạng|thứ|vị trí)(?:\s+(?:nhất|nhì|ba))?\s*$", re.IGNORECASE)
"""Before a place among others, which is no part of a whole."""
_FEWEST_AGREEING = 2
_MOST_TRIED = 24
"""Numbers before a percentage that are tried as the two that it may come from."""


def ratios(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare every percentage with the fraction, the part and whole, or the list that it belongs to."""
    read = passage.read
    if not read.percents:
        return
    listed = dict(_in_a_list(passage))
    for share in read.percents:
        pair = _fraction(passage, share)
        if pair is None and not is_explained(read, share):
            pair = listed.get(share) or part_and_whole(passage, share) or _far_fraction(passage, share)
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
        read.fractions, share.start - 2 * LONGEST_LEAD, share.start + 2 * LONGEST_LEAD
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
        or not SHARE.search(lead)
        or NOT_A_SHARE.search(passage.text[here[0].end : share.start])
    ):
        return None
    between = starting_in(passage.read.percents, here[0].end, share.start)
    is_other = bool(between) or _is_rank_or_score(passage, here[0])
    return (
        None if is_other or ";" in passage.text[here[0].end : share.start] else (here[0].over, here[0].under)
    )


def _is_bare(passage: Passage, end: int, share: Number) -> bool:
    lead = passage.text[end : share.start] if end < share.start else ""
    return _BARE.fullmatch(lead) is not None and not has_figures(passage.read, end, share.start)


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
