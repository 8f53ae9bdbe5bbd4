"""R11: dates that cannot be, that lie after the report, or whose year is last year's."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from cchc_desktop.rules.text.citations import Citation, citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.issuing import year_of_issue
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.values.papers_in_text import Day
from cchc_desktop.values.period import short_date

_EARLIEST_YEAR = 1945
_CUT = re.compile(
    r"\bngày\s+(?P<day>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]|[0-9]{3}|[0-9]{5,}))(?![0-9/])", re.IGNORECASE
)
"""A year of a digit too few or too many."""
_NO_MONTH = re.compile(r"\btháng\s+(?:1[3-9]|[2-9][0-9])\s*(?:/|năm)\s*20[0-9]{2}(?![0-9])", re.IGNORECASE)
_COUNTED_UNTIL = re.compile(
    r"\b(?:tính (?:đến|tới)|từ đầu năm đến|đến (?:hết|thời điểm)|chốt (?:số liệu|đến))"
    r"\s*(?:hết\s*)?(?:ngày\s*)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:tính (?:đến|tới)|từ đầu năm đến|đến thời điểm|chốt (?:số liệu|đến))\s*(?:hết\s*)?(?:ngày\s*)?$",
    re.IGNORECASE,
)
"""The same without what may be the end of something that is still valid."""
_SPAN_COUNTED = re.compile(
    r"\b(?:số liệu|thống kê|tính|kỳ báo cáo)\s*(?:tính\s*)?:?\s*\(?\s*từ\s+(?:ngày\s+)?[0-9/.-]{6,10}\s+"
    r"(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?$",
    re.IGNORECASE,
)
_HAPPENED_ON = re.compile(r"(?:^|[.;,]\s*|\bvào\s+)ngày\s*$", re.IGNORECASE)
_IN_THE_PAST = re.compile(r"\bđã\b", re.IGNORECASE)
_UNTIL_THEN = re.compile(r"(?:^|[.;]\s*|[-+•*]\s*)đến (?:hết )?ngày\s*$", re.IGNORECASE)
_GOAL = re.compile(r"\b(?:sẽ|phấn đấu|dự kiến|chậm nhất|kế hoạch|yêu cầu)\b", re.IGNORECASE)
_HAPPENED = re.compile(r"\btrong (?:quý|kỳ|năm|tháng)\b", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r"\b(?:năm trước|năm ngoái|cùng kỳ|so với|kỳ trước|giai đoạn|nhiệm kỳ)\b", re.IGNORECASE
)
_YEAR_NAMED = re.compile(r"(?<!\d )\bnăm\s+(20[0-9]{2})(?![0-9])", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:sẽ|dự kiến|trước|chậm nhất|đến|hạn|hoàn thành|hiệu lực|kế hoạch|từ)\b", re.IGNORECASE
)
_LOOKED_BACK = 40
_LATE_ENTRY = timedelta(days=31)
"""How long after the last counted day a report without a date of its own may still speak of."""


def dates(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Look at every date of the paragraph; laws and documents may be of any day before the report."""
    for span in (
        *(cut.span("day") for cut in _CUT.finditer(passage.text)),
        *(month.span() for month in _NO_MONTH.finditer(passage.text)),
    ):
        yield passage.finding("R11", "text-no-such-day", span)
    read = passage.read
    if not read.days:
        return
    cited = {citation.day: citation for citation in citations_in(passage.text) if citation.day}
    ends_too_early = set()
    for day in read.days:
        span = (day.start, day.end)
        if not day.is_possible or (day.parts[2] is not None and day.parts[2] < _EARLIEST_YEAR):
            yield passage.finding("R11", "text-no-such-day", span)
        elif (real := day.date) is None:
            continue
        elif _is_too_late(passage, day, real, context, is_cited=day in cited):
            issued = short_date(context.issued or context.counted.last)
            yield passage.finding(
                "R11", "text-after-report", span, found=short_date(real), expected="", given=(issued,)
            )
        elif _ends_before_it_begins(passage, day, real):
            last = _next(passage, day)
            wrong = last if last and real == context.counted.first else day
            at = (wrong.start, wrong.end)
            yield passage.finding("R11", "text-ends-before", at, found=short_date(real))
            ends_too_early.add(last)
        elif day in ends_too_early:
            continue
        elif meant := _meant(passage, day, real, context, cited.get(day)):
            remedy = f"{day.text[:-4]}{meant.year}"
            expected = short_date(meant)
            yield passage.finding(
                "R11", "text-last-year", span, found=short_date(real), expected=expected, remedy=remedy
            )


def _is_too_late(passage: Passage, day: Day, real: date, context: TextContext, *, is_cited: bool) -> bool:
    """Whether something that has happened is dated after the report."""
    if real <= (context.issued or context.counted.last + _LATE_ENTRY):
        return False
    if is_cited or _COUNTED.search(_lead(passage, day)) or _ends_what_is_counted(passage, day, context):
        return True
    start, end = passage.sentence_at(day.start)
    sentence = passage.text[start:end]
    if _was_reached(passage, day, sentence):
        return True
    is_past = _HAPPENED_ON.search(_lead(passage, day)) and _IN_THE_PAST.search(sentence)
    return bool(is_past) and context.issued is not None and not _TO_COME.search(sentence)


def _ends_what_is_counted(passage: Passage, day: Day, context: TextContext) -> bool:
    """`Số liệu tính từ ngày 15/12/2025 đến ngày 14/12/2026`, or from the first day that the report counts."""
    before = starting_in(passage.read.days, day.start - _LOOKED_BACK, day.start)[-1:]
    for first in before:
        if first.date == context.counted.first and _TO.fullmatch(passage.text, first.end, day.start):
            return True
    return _SPAN_COUNTED.search(passage.text[max(0, day.start - 2 * _LOOKED_BACK) : day.start]) is not None


def _was_reached(passage: Passage, day: Day, sentence: str) -> bool:
    """`Đến ngày 14/12/2026, Sở đã …`."""
    is_past = _IN_THE_PAST.search(sentence) and not _GOAL.search(sentence)
    return bool(is_past) and _UNTIL_THEN.search(_lead(passage, day)) is not None


def _ends_before_it_begins(passage: Passage, day: Day, real: date) -> bool:
    """`từ ngày 15/12/2026 đến ngày 14/3/2026`."""
    after = _next(passage, day)
    if after is None or after.date is None or after.date >= real:
        return False
    from_to = _FROM.search(_lead(passage, day)) and _TO.fullmatch(passage.text, day.end, after.start)
    return from_to is not None


def _next(passage: Passage, day: Day) -> Day | None:
    return next(iter(starting_in(passage.read.days, day.end, day.end + _LOOKED_BACK)), None)


def _meant(
    passage: Passage, day: Day, real: date, context: TextContext, citation: Citation | None
) -> date | None:
    """The same day of the year that was meant; None where the year may be right."""
    if citation:
        return year_of_issue(passage, citation, real, context)
    return _meant_this_year(passage, day, real, context)


def _meant_this_year(passage: Passage, day: Day, real: date, context: TextContext) -> date | None:
    """The same day a year later, where the text speaks of the period and the day is before it."""
    window = context.counted
    if real >= window.first:
        return None
    try:
        meant = real.replace(year=real.year + 1)
    except ValueError:
        return None
    if not window.first <= meant <= (context.issued or window.last + _LATE_ENTRY):
        return None
    start, end = passage.sentence_at(day.start)
    sentence, lead = passage.text[start:end], _lead(passage, day)
    named = {int(found[1]) for found in _YEAR_NAMED.finditer(sentence)}
    if _OTHER_YEAR.search(sentence) or named - {context.period.year}:
        return None
    happened = _HAPPENED_ON.search(lead) and _HAPPENED.search(sentence)
    is_border = meant in (window.first, window.last)
    is_told = _COUNTED_UNTIL.search(lead) or _was_reached(passage, day, sentence)
    return meant if is_border or is_told or happened else None


def _lead(passage: Passage, day: Day) -> str:
    return passage.text[max(0, day.start - _LOOKED_BACK) : day.start]
