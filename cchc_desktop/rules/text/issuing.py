"""The year in which a cited document was issued, where what it is about says that another was meant."""

import re
from datetime import date, timedelta

from cchc_desktop.rules.text.citations import TYPE_NAME, Citation
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.named_periods import periods_in
from cchc_desktop.rules.text.reading import Passage

_PLAN_OF_A_YEAR = re.compile(
    r"[^;.\d]{0,80}\b(?:về|ban hành|thực hiện)\b[^;.\d]{0,100}\bnăm\s+(?P<year>20[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_PLAN_BEFORE_IT = re.compile(
    r"\b(?:kế hoạch|chương trình)\b[^.;]{0,100}\bnăm\s+(?P<year>20[0-9]{2})\s*(?:\(|,)?\s*(?:được\s+)?"
    r"(?:(?:ban hành|phê duyệt)\s+)?(?:kèm\s+)?(?:theo|tại)?\s*"
    r"(?:các\s+)?[^\W\d]+(?:\s[^\W\d]+){0,2}\s+(?:số\s*)?:?\s*$",
    re.IGNORECASE,
)
"""`Kế hoạch … năm 2026 (ban hành kèm theo Quyết định số`."""
_RESULTS_OF = re.compile(
    r"[^;.\d]{0,80}\b(?:kết quả|tình hình|tổng kết|chỉ số|báo cáo)\b[^;.\d]{0,80}$", re.IGNORECASE
)
_RESULTS_BEFORE_IT = re.compile(r"\b(?:kết quả|chỉ số|tổng kết)\b[^;.\d]{0,80}$", re.IGNORECASE)
_LEADS_TO_IT = re.compile(r"[^.;\d]{0,60}\bsố\s*:?\s*", re.IGNORECASE)
_ISSUED_IN_IT = re.compile(
    r"\W*trong (?:năm|quý|kỳ|tháng|6 tháng|9 tháng)\b(?:(?!thực hiện|theo|căn cứ|triển khai)[^.;:]){0,160}"
    rf"\bban hành\s+(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*",
    re.IGNORECASE,
)
_TOLD_EARLY = timedelta(days=75)
"""How long before a period is over nobody can have told its results."""
_LAST_EARLY_MONTH = 8
_NAMED_WITHIN = 200


def year_of_issue(passage: Passage, citation: Citation, real: date, context: TextContext) -> date | None:
    """Return the same day of the year that was meant; None where the written one may be right."""
    return (
        _in_the_plans_year(passage, citation, real, context)
        or _after_its_period(passage, citation, real, context)
        or _within_the_period(passage, citation, real, context)
    )


def _in_the_plans_year(passage: Passage, citation: Citation, real: date, context: TextContext) -> date | None:
    """A year's plan is issued within it, or late in the year before."""
    text, start = passage.text, citation.paper.start
    about = _PLAN_OF_A_YEAR.match(text, _end(citation)) or _PLAN_BEFORE_IT.search(
        text[max(0, start - _NAMED_WITHIN) : start]
    )
    if about is None or int(about["year"]) != context.period.year or real.year != context.period.year - 1:
        return None
    return real.replace(year=real.year + 1) if real.month <= _LAST_EARLY_MONTH and real.day <= 28 else None


def _after_its_period(passage: Passage, citation: Citation, real: date, context: TextContext) -> date | None:
    """What tells the results of a period is issued when the period is nearly over, and not a year before."""
    text, start, end = passage.text, citation.paper.start, _end(citation)
    try:
        meant = real.replace(year=real.year + 1)
    except ValueError:
        return None
    if context.issued and meant > context.issued:
        return None
    for name in periods_in(text[max(0, start - _NAMED_WITHIN) : end + _NAMED_WITHIN], context.period.year):
        at = name.start + max(0, start - _NAMED_WITHIN)
        is_after = at >= end and _RESULTS_OF.match(text[end:at])
        is_before = (
            at < start
            and _RESULTS_BEFORE_IT.search(text, max(0, at - _NAMED_WITHIN), at)
            and _LEADS_TO_IT.fullmatch(text, at + len(name.text), start)
        )
        last = name.period.window.last
        if (is_after or is_before) and real < last - _TOLD_EARLY <= meant:
            return meant
    return None


def _within_the_period(passage: Passage, citation: Citation, real: date, context: TextContext) -> date | None:
    """`Trong quý, phường đã ban hành Kế hoạch số …`: what is issued in the period is dated in it."""
    start, _ = passage.sentence_at(citation.paper.start)
    if not _ISSUED_IN_IT.fullmatch(passage.text, start, citation.paper.start):
        return None
    try:
        meant = real.replace(year=real.year + 1)
    except ValueError:
        return None
    window = context.counted
    return meant if real < window.first <= meant <= (context.issued or window.last) else None


def _end(citation: Citation) -> int:
    return citation.day.end if citation.day else citation.paper.end
