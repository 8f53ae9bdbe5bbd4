"""R17: what is told as done in a period that is not the report's own."""

import re
from datetime import timedelta
from functools import lru_cache

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.named_periods import NamedPeriod, ends_in, periods_in
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.values.period import Period, Span, Window

OPENS = re.compile(r"\s*(?:[-+•*]\s*)?(?:kết quả:?\s+)?(?:trong\s+)?", re.IGNORECASE)
"""What stands before a period that a sentence opens with."""
_COMPARED = re.compile(
    r"\b(?:so với(?! (?:kế hoạch|chỉ tiêu|tổng))|cùng kỳ|chỉ số|xếp hạng|xếp thứ|công bố|năm trước"
    r"|giai đoạn|chuyển sang|tiếp tục)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r",?\s+(?:đã|sở|ubnd|[uỷủ]y ban|phòng|phường|xã|huyện|thị xã|thành phố|tỉnh|trung tâm|đơn vị|cơ quan"
    r"|chi cục|bộ phận|ứng dụng|hệ thống|cổng)\b",
    re.IGNORECASE,
)
"""Who has done something, right behind a year."""
_OF_RANKS = re.compile(
    r"\b(?:chỉ số|xếp hạng|xếp thứ|đánh giá|xếp loại|kết luận|chưa|không còn)\b", re.IGNORECASE
)
"""What is told in a year of the year before."""
_DONE_IN = re.compile(r",\s+[^.;\d]{0,60}\bđã\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:cuối năm|cả năm|quý|so với|cùng kỳ|đến nay)\b", re.IGNORECASE)
IN_THE_PAST = re.compile(r"\bđã\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:sẽ|dự kiến|kế hoạch|phương hướng|thời gian tới|nhiệm vụ|tiếp tục|phấn đấu|trước|chậm nhất)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:^\s*|[.:,;]\s+|[-+•*]\s*)trong\s+$", re.IGNORECASE)
"""What begins a clause that a period opens."""
_HAS_DONE = re.compile(
    r",?\s+(?:(?!sẽ\b|dự kiến\b|kế hoạch\b|phấn đấu\b|phải\b|cần\b)[^\W\d]+\s+){0,8}?đã\b", re.IGNORECASE
)
_AND_SINCE = re.compile(
    r"\b(?:quý này|kỳ này|trong kỳ|đến nay|hiện|khắc phục|tồn tại|còn lại|tồn đọng)\b", re.IGNORECASE
)
"""Words of the report's own period beside those of an earlier one."""
_SUPERIOR = re.compile(
    r",?\s+(?:(?:UBND|HĐND|[uỷủ]y ban nhân dân|hội đồng nhân dân)\s+)?(?:tỉnh|chính phủ|thủ tướng|bộ|quốc hội"
    r"|trung ương|đoàn)\b",
    re.IGNORECASE,
)
"""Others whose earlier doings a report tells of: who is over most offices, who came to inspect."""
_FROM_DAYS = re.compile(
    r"\s*[,(]?\s*(?:(?:số liệu\s+)?(?:được\s+)?tính\s+|số liệu\s+)?từ\s+(?:ngày\s+)?$", re.IGNORECASE
)
_TO_DAY = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_LONGEST_LEAD = 40
"""Letters before a day that lead to it from another day or from a period."""
_NEAR = timedelta(days=47)
"""How far days may be from a period's: counted from the first of its month, or up to when it is handed in."""
_SUMS_UP = re.compile(
    r"\W*(?:nhìn chung|đánh giá chung|tóm lại|có thể nói)\b[^.;\d]{0,60}"
    r"\b(?:công tác|cải cách hành chính|cchc)\b[^.;\d]{0,60}",
    re.IGNORECASE,
)
"""How a sentence begins that sums up the report's own period."""
_COUNTS = re.compile(
    r"\bhồ sơ[^.;,\d]{0,40}\b(?:tiếp nhận|giải quyết|phát sinh)(?:\s+trong)?\s+$", re.IGNORECASE
)
_A_NUMBER = re.compile(r"\s*(?:là|:|có)?\s*[0-9]")
_KEPT = 256
_compared = lru_cache(_KEPT)(_COMPARED.search)
_told_since = lru_cache(_KEPT)(_AND_SINCE.search)


def is_done_in_another(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """Whether the report's own doings are told of a period that is not its own."""
    return any(
        rule(passage, name, context)
        for rule in (
            _is_a_shorter_reports,
            _is_last_years,
            _is_an_earlier_reports,
            _is_not_over,
            _is_summed_up,
            _has_the_reports_days,
        )
    )


def _is_last_years(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """`Trong năm 2025, Sở đã …` in the report of 2026, where the paragraph does not compare the years."""
    this, text = context.period, passage.text
    is_last = name.period.span is Span.YEAR and name.period.year == this.year - 1
    if not is_last or _compared(text):
        return False
    start, end = passage.sentence_at(name.start)
    if f"{this.year}" in text[start:end] or _OF_RANKS.search(text, start, end):
        return False
    if not OPENS.fullmatch(text, start, name.start):
        return False
    is_within = text[start : name.start].lower().rstrip().endswith("trong")
    if is_within:
        return bool(_DONE_IN.match(text, name.end, end) or _WHO.match(text, name.end, end))
    return _DONE_IN.match(text, name.end, end) is not None and f"{this.year}" not in text


def _is_a_shorter_reports(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """`Trong 6 tháng đầu năm, Sở đã …` in a year's report, with no word of the rest of the year."""
    if context.period.span is not Span.YEAR or name.period.span not in (Span.HALF, Span.NINE_MONTHS):
        return False
    start, end = passage.sentence_at(name.start)
    sentence = passage.text[start:end]
    opens = OPENS.fullmatch(passage.text, start, name.start) is not None
    of_this_year = name.period.year == context.period.year and ends_in(name.period) < ends_in(context.period)
    return opens and of_this_year and bool(IN_THE_PAST.search(sentence)) and not _REST.search(sentence)


def is_still_to_come(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """Whether something is told as done in a period that begins after the report."""
    if name.period.span is Span.YEAR or name.period.window.first <= context.counted.last:
        return False
    start, end = passage.sentence_at(name.start)
    sentence = passage.text[start:end]
    return IN_THE_PAST.search(sentence) is not None and not _TO_COME.search(sentence)


def _is_an_earlier_reports(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """`Trong quý II, Sở đã …` in the report of quarter III, with no word of any other period."""
    this, text = context.period, passage.text
    is_before = name.period.months == this.months and ends_in(name.period) < ends_in(this)
    if this.span is Span.YEAR or not is_before or _compared(text) or _told_since(text):
        return False
    start, end = passage.sentence_at(name.start)
    lead = text[start : name.start]
    if _OF_RANKS.search(text, start, end) or not (OPENS.fullmatch(lead) and _WITHIN.search(lead)):
        return False
    is_told = _HAS_DONE.match(text, name.end, end) or _WHO.match(text, name.end, end)
    is_own = is_told is not None and _SUPERIOR.match(text, name.end, end) is None
    return is_own and _named(text, this.year) == {name.period}


@lru_cache(_KEPT)
def _named(text: str, this_year: int) -> frozenset[Period]:
    return frozenset(each.period for each in periods_in(text, this_year))


def _is_not_over(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """`Trong 6 tháng đầu năm, Sở đã …` in the report of quarter I; a year may be told of as far as it is."""
    this, text = context.period, passage.text
    if name.period.span is Span.YEAR or this.span is Span.MONTH or ends_in(name.period) <= ends_in(this):
        return False
    start, end = passage.sentence_at(name.start)
    is_told = _WITHIN.search(text[start : name.start]) and _HAS_DONE.match(text, name.end, end)
    return is_told is not None


def _is_summed_up(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """`Nhìn chung, công tác năm 2025 …`, or cases counted that came in a period that is still to come."""
    text, named = passage.text, name.period.window
    start, end = passage.sentence_at(name.start)
    lead = text[start : name.start]
    is_after = named.first > context.counted.last
    if is_after and _COUNTS.search(lead) and _A_NUMBER.match(text, name.end):
        return _TO_COME.search(text, start, end) is None
    is_other = is_after or named.last < context.counted.first
    is_alone = not _compared(text) and not _OF_RANKS.search(text, name.end, end)
    return is_other and is_alone and _SUMS_UP.fullmatch(lead) is not None


def _has_the_reports_days(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """`quý IV năm 2026 (từ ngày 15/12/2025 đến ngày 14/12/2026)`: the days are the report's, and not its."""
    days = starting_in(passage.read.days, name.end, name.end + 2 * _LONGEST_LEAD)[:2]
    if name.period == context.period or len(days) < len(("first", "last")):
        return False
    first, last = days
    from_to = _FROM_DAYS.fullmatch(passage.text, name.end, first.start) and _TO_DAY.fullmatch(
        passage.text, first.end, last.start
    )
    if not from_to or first.date is None or last.date is None:
        return False
    told, named = Window(first.date, last.date), name.period.window
    is_as_far = abs(told.first - named.first) <= _NEAR and told.last <= named.last + _NEAR
    return not is_as_far and _are_about(told, context.counted)


def _are_about(told: Window, counted: Window) -> bool:
    return abs(told.first - counted.first) <= _NEAR and abs(told.last - counted.last) <= _NEAR
