"""R11: dates that cannot be, that lie after the report, or whose year is last year's."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from cchc_desktop.rules.text.citations import citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.values.papers_in_text import Day
from cchc_desktop.values.period import short_date

_EARLIEST_YEAR = 1945
_CUT = re.compile(
    r"\bngày\s+(?P<day>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]|[0-9]{3}|[0-9]{5,}))(?![0-9/])", re.IGNORECASE
)
"""A year of a digit too few or too many."""
_COUNTED_UNTIL = re.compile(
    r"\b(?:tính (?:đến|tới)|đến (?:hết|thời điểm)|chốt (?:số liệu|đến))\s*(?:hết\s*)?(?:ngày\s*)?$",
    re.IGNORECASE,
)
_HAPPENED_ON = re.compile(r"(?:^|[.;,]\s*|\bvào\s+)ngày\s*$", re.IGNORECASE)
_HAPPENED = re.compile(r"\bđã\b|\btrong (?:quý|kỳ|năm|tháng)\b", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r"\b(?:năm trước|năm ngoái|cùng kỳ|so với|kỳ trước|giai đoạn|nhiệm kỳ)\b", re.IGNORECASE
)
_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_PLAN_OF_A_YEAR = re.compile(
    r"[^;.\d]{0,80}\b(?:về|ban hành|thực hiện)\b[^;.\d]{0,100}\bnăm\s+(?P<year>20[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_LAST_EARLY_MONTH = 8
_LOOKED_BACK = 40
_LATE_ENTRY = timedelta(days=31)
"""How long after the last counted day a report without a date of its own may still speak of."""


def dates(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Look at every date of the paragraph; laws and documents may be of any day before the report."""
    for cut in _CUT.finditer(passage.text):
        yield passage.finding("R11", "text-no-such-day", cut.span("day"))
    read = passage.read
    if not read.days:
        return
    cited = {citation.day for citation in citations_in(passage.text)}
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
            yield passage.finding("R11", "text-ends-before", span, found=short_date(real))
        elif meant := _meant(passage, day, real, context, is_cited=day in cited):
            remedy = f"{day.text[:-4]}{meant.year}"
            yield passage.finding(
                "R11",
                "text-last-year",
                span,
                found=short_date(real),
                expected=short_date(meant),
                remedy=remedy,
            )


def _is_too_late(passage: Passage, day: Day, real: date, context: TextContext, *, is_cited: bool) -> bool:
    """Whether something that has happened is dated after the report."""
    if real <= (context.issued or context.counted.last + _LATE_ENTRY):
        return False
    return is_cited or _COUNTED_UNTIL.search(_lead(passage, day)) is not None


def _ends_before_it_begins(passage: Passage, day: Day, real: date) -> bool:
    """`từ ngày 15/12/2026 đến ngày 14/3/2026`."""
    after = next((each for each in passage.read.days if each.start >= day.end), None)
    if after is None or after.date is None or after.date >= real:
        return False
    from_to = _FROM.search(passage.text, 0, day.start) and _TO.fullmatch(passage.text, day.end, after.start)
    return from_to is not None


def _meant(passage: Passage, day: Day, real: date, context: TextContext, *, is_cited: bool) -> date | None:
    """The same day of the year that was meant; None where the year may be right."""
    if is_cited:
        return _meant_in_the_plans_year(passage, day, real, context)
    return _meant_this_year(passage, day, real, context)


def _meant_in_the_plans_year(passage: Passage, day: Day, real: date, context: TextContext) -> date | None:
    """A year's plan is issued within it, or late in the year before."""
    about = _PLAN_OF_A_YEAR.match(passage.text, day.end)
    if about is None or int(about["year"]) != context.period.year or real.year != context.period.year - 1:
        return None
    return real.replace(year=real.year + 1) if real.month <= _LAST_EARLY_MONTH and real.day <= 28 else None


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
    if _OTHER_YEAR.search(sentence):
        return None
    happened = _HAPPENED_ON.search(lead) and _HAPPENED.search(sentence)
    is_border = meant in (window.first, window.last)
    return meant if is_border or _COUNTED_UNTIL.search(lead) or happened else None


def _lead(passage: Passage, day: Day) -> str:
    return passage.text[max(0, day.start - _LOOKED_BACK) : day.start]
