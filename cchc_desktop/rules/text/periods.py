"""R17: the period named otherwise than the report's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import HEADING
from cchc_desktop.values.period import Period, Span

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NAMED = re.compile(
    r"\b(?:(?P<quarter>quý)\s+(?P<which>[0-9]+|[ivx]+)|(?P<half>(?:6|sáu)\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?)"
    r"|(?P<nine>(?:9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm)?))\b(?:[\s/,]*(?:năm\s+)?(?P<year>20[0-9]{2}))?"
    r"|\bnăm\s+(?P<whole>20[0-9]{2})\b",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(r"\bnăm\s+(?:20[0-9]|20[0-9]{3,})(?![0-9.,%]|\s*(?:văn|hồ|người|thủ))", re.IGNORECASE)
"""A digit too few or too many."""
_SHORTER = {
    Span.QUARTER: re.compile(
        r"\b(?:trong quý|quý này|quý báo cáo)\b(?!\s+(?:[IVX]+|[1-4])\b)", re.IGNORECASE
    ),
    Span.MONTH: re.compile(r"\b(?:trong tháng|tháng này)\b(?!\s+[0-9])", re.IGNORECASE),
}
"""How a report of that length names its own period."""
_PLANS = re.compile(
    r"\b(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ, giải pháp|nhiệm vụ và giải pháp|giải pháp trọng tâm)\b"
    r"|^\W*(?:[IVX]+\.|[0-9]+\.)?\s*(?:nhiệm vụ|kế hoạch)\b",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"\b(?:kết quả|tình hình)\b.*\b(?:công tác|nhiệm vụ|cải cách hành chính|cchc)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"\bbáo cáo\b[^.;]{0,200}\b(?:như sau|cụ thể)\b|^\s*trên đây là\b[^.;]{0,200}", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\b(?:kế hoạch|chương trình|quyết định|nghị quyết|chỉ số|so với|cùng kỳ|dự toán|giai đoạn)\b[^.;]*$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:^|[.:]\s+|\b(?:một số|các|những)\s+)(?:phương hướng|nhiệm vụ trọng tâm)\b[^.;:]{0,80}$",
    re.IGNORECASE,
)
"""How a sentence begins that announces plans."""
_OPENS = re.compile(r"\s*(?:[-+•*]\s*)?trong\s+", re.IGNORECASE)
_REST = re.compile(r"\b(?:cuối năm|cả năm|quý|so với|cùng kỳ|đến nay)\b", re.IGNORECASE)
_IN_THE_PAST = re.compile(r"\bđã\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:sẽ|dự kiến|kế hoạch|phương hướng|thời gian tới|nhiệm vụ|tiếp tục|phấn đấu|trước|chậm nhất)\b",
    re.IGNORECASE,
)
_LOOKED_BACK = 300
_LONGEST_HEADING = 160
_NO_HEADING_ENDS_IN = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class _Name:
    """A period as a text names it."""

    start: int
    end: int
    text: str
    period: Period
    has_year: bool


def periods(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Look at the periods that headings, opening and closing name, and at those that cannot be."""
    text = passage.text
    for cut in _NO_YEAR.finditer(text):
        yield passage.finding("R17", "text-no-such-year", cut.span())
    for span, own in _SHORTER.items():
        if span.value < context.period.months:
            for found in own.finditer(text):
                yield passage.finding("R17", "text-period-other", found.span(), given=(context.period.name,))
    for found in _NAMED.finditer(text):
        if found["quarter"] and found["which"].lower() not in _QUARTERS:
            yield passage.finding("R17", "text-no-such-quarter", (found.start(), found.end("which")))
            continue
        name = _name(found, context.period.year)
        wanted = _wanted(passage, name, context)
        if wanted:
            yield _finding(passage, name, wanted)
        elif _is_a_shorter_reports(passage, name, context):
            here = (name.start, name.end)
            yield passage.finding("R17", "text-period-other", here, given=(context.period.name,))
        elif _is_still_to_come(passage, name, context):
            yield passage.finding(
                "R17", "text-period-to-come", (name.start, name.end), given=(context.period.name,)
            )


def _name(found: re.Match[str], this_year: int) -> _Name:
    has_year = bool(found["year"] or found["whole"])
    year = int(found["year"] or found["whole"] or this_year)
    if found["quarter"]:
        period = Period(year, _QUARTERS[found["which"].lower()] * 3, Span.QUARTER.value)
    elif half := found["half"]:
        period = Period(year, 6 if "đầu" in half.lower() else 12, Span.HALF.value)
    else:
        period = Period(
            year, 9 if found["nine"] else 12, (Span.NINE_MONTHS if found["nine"] else Span.YEAR).value
        )
    return _Name(found.start(), found.end(), found[0], period, has_year)


def _wanted(passage: Passage, name: _Name, context: TextContext) -> Period | None:
    """The period that should be named there; None where the name is right, or may be of something else."""
    this, text = context.period, passage.text
    opening = _OPENING.search(text)
    is_in_opening = opening is not None and opening.start() <= name.start < opening.end()
    begins = max(0, name.start - _LOOKED_BACK)
    if opening and is_in_opening:
        begins = max(begins, opening.start())  # before it is told on whose order
    if _OF_ANOTHER.search(text, begins, name.start):
        return None
    if (_is_heading(passage) and _PLANS.search(text)) or _ANNOUNCED.search(
        text, max(0, name.start - _LOOKED_BACK), name.start
    ):
        return this.following if _end(name.period) <= _end(this) else None
    if is_in_opening:
        is_other = name.period.span is not Span.YEAR or this.span is Span.YEAR
        return this if is_other and name.period != this else None
    if _is_heading(passage) and _RESULTS.search(text):
        is_other = name.period.span is not Span.YEAR and _end(name.period) != _end(this)
        return this if is_other or (name.period.months == this.months and name.period != this) else None
    return None


def _is_heading(passage: Passage) -> bool:
    text = passage.text.strip()
    if passage.number == HEADING or text.isupper():
        return True
    return (
        len(text) <= _LONGEST_HEADING
        and not text.endswith(_NO_HEADING_ENDS_IN)
        and not text.startswith(("-", "+"))
    )


def _is_a_shorter_reports(passage: Passage, name: _Name, context: TextContext) -> bool:
    """`Trong 6 tháng đầu năm, Sở đã …` in a year's report, with no word of the rest of the year."""
    if context.period.span is not Span.YEAR or name.period.span not in (Span.HALF, Span.NINE_MONTHS):
        return False
    start, end = passage.sentence_at(name.start)
    sentence = passage.text[start:end]
    opens = _OPENS.fullmatch(passage.text, start, name.start) is not None
    of_this_year = name.period.year == context.period.year and _end(name.period) < _end(context.period)
    return opens and of_this_year and bool(_IN_THE_PAST.search(sentence)) and not _REST.search(sentence)


def _is_still_to_come(passage: Passage, name: _Name, context: TextContext) -> bool:
    """Whether something is told as done in a period that begins after the report."""
    if name.period.span is Span.YEAR or name.period.window.first <= context.counted.last:
        return False
    start, end = passage.sentence_at(name.start)
    sentence = passage.text[start:end]
    return _IN_THE_PAST.search(sentence) is not None and not _TO_COME.search(sentence)


def _finding(passage: Passage, name: _Name, wanted: Period) -> TextFinding:
    expected = wanted.name
    if not name.has_year:
        expected = expected.rsplit(" năm ", 1)[0]
    if name.text.isupper():
        expected = expected.upper()
    elif name.text[:1].isupper():
        expected = expected[:1].upper() + expected[1:]
    remedy = expected if wanted.months == name.period.months else None
    return passage.finding(
        "R17",
        "text-period-differs",
        (name.start, name.end),
        found=name.text,
        expected=expected,
        remedy=remedy,
    )


def _end(period: Period) -> int:
    return period.year * 12 + period.last_month
