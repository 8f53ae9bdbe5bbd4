"""R17: the period named otherwise than the report's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.headings import is_heading, is_of_plans, is_under_plans, opens_a_part
from cchc_desktop.rules.text.named_periods import NamedPeriod, ends_in, periods_in
from cchc_desktop.rules.text.periods_done import IN_THE_PAST, OPENS, is_done_in_another, is_still_to_come
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.values.period import Period, Span

_NO_YEAR = re.compile(r"\bnăm\s+(?:20[0-9]|20[0-9]{3,})(?![0-9.,%]|\s*(?:văn|hồ|người|thủ))", re.IGNORECASE)
"""A digit too few or too many."""
_NO_QUARTER = re.compile(r"\bquý\s+(?!(?:[1-4]|i{1,3}|iv)\b)(?:[0-9]+|[ivx]+)\b", re.IGNORECASE)
_DOUBLED = re.compile(
    r"(?<![0-9] )\b(?P<word>năm|quý|tháng)\s+(?P=word)(?=\s+(?:[IVX]+\b|[0-9]+(?!\s?[-–0-9])))", re.IGNORECASE
)
"""`năm năm 2026`; before `2021 - 2025` it is five years."""
_SHORTER = {
    Span.QUARTER: re.compile(
        r"\b(?:trong quý|quý này|quý báo cáo)\b(?!\s+(?:[IVX]+|[1-4])\b)", re.IGNORECASE
    ),
    Span.MONTH: re.compile(r"\b(?:trong tháng|tháng này)\b(?!\s+[0-9])", re.IGNORECASE),
}
"""How a report of that length names its own period."""
_RESULTS = re.compile(
    r"\b(?:kết quả|tình hình)\b.*\b(?:công tác|nhiệm vụ|cải cách hành chính|cchc)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"\bbáo cáo\b[^.;]{0,200}\b(?:như sau|cụ thể)\b|^\s*trên đây là\b[^.;]{0,200}", re.IGNORECASE
)
_AND_WHAT_IS_PLANNED = re.compile(
    r"(?:,|\bvà)\s+(?:phương hướng|nhiệm vụ|kế hoạch|chương trình)\b[^.;:\d]{0,80}$", re.IGNORECASE
)
"""`báo cáo kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm`."""
_OF_ANOTHER = re.compile(
    r"\b(?:kế hoạch|chương trình|quyết định|nghị quyết|chỉ số|so với|cùng kỳ|dự toán|giai đoạn)\b[^.;]*$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:^|[.:]\s+|\b(?:một số|các|những)\s+)(?:phương hướng|nhiệm vụ trọng tâm)\b[^.;:]{0,80}$",
    re.IGNORECASE,
)
"""How a sentence begins that announces plans."""
_OF_RESULTS = re.compile(
    r"\W*(?:phần\s+)?(?:[IVX]+\s*[.)/:])?\s*(?:những |các )?(?:kết quả|đánh giá|tình hình|công tác chỉ đạo"
    r"|tồn tại|ưu điểm|hạn chế|khó khăn|khái quát)\b(?!.*\b(?:xếp loại|chỉ số|xếp hạng)\b)",
    re.IGNORECASE,
)
"""How a report's main headings begin that are of its own period."""
_TO_BE_WRITTEN = re.compile(
    r"\b(?:xây dựng|ban hành|tham mưu)\b(?![^.;]{0,200}\b(?:báo cáo|kết quả|tổng kết|đánh giá|thực hiện)\b)"
    r"[^.;\d]{0,60}\b(?:kế hoạch|chương trình)\b[^.;\d]{0,80}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:[0-9]+[.)]\s*)?(?:tiếp tục|đẩy mạnh|tăng cường|triển khai|tập trung|chủ động|tổ chức|xây dựng)\b",
    re.IGNORECASE,
)
_OF_THE_PAST = re.compile(
    r"\b(?:kết quả|kết luận|tồn tại|hạn chế|chuyển|chỉ số|so với|nghị quyết|nghị định|giai đoạn|đánh giá"
    r"|số|chưa|khắc phục|luật|đã|từ năm|xếp loại|khen thưởng|quyết toán|còn lại|kể từ|sau|quyết định|thông tư"
    r"|thông báo|báo cáo|chỉ thị|quy định|hướng dẫn|tổng kết)\b",
    re.IGNORECASE,
)
"""Words of what lies behind, which may still be worked on."""
_GOAL = re.compile(
    r"\b(?:để (?:hoàn thành|thực hiện)|phấn đấu)\b[^.;\d]{0,60}\b(?:nhiệm vụ|kế hoạch|chỉ tiêu|mục tiêu)\b"
    r"[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_LOOKED_BACK = 300
_KEPT = 256
_opening = lru_cache(_KEPT)(_OPENING.search)


def periods(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Look at the periods that headings, opening and closing name, and at those that cannot be."""
    yield from _miswritten(passage, context)
    for name in periods_in(passage.text, context.period.year):
        here = (name.start, name.end)
        if wanted := _wanted(passage, name, context):
            yield _finding(passage, name, wanted)
        elif is_done_in_another(passage, name, context):
            yield passage.finding("R17", "text-period-other", here, given=(context.period.name,))
        elif is_still_to_come(passage, name, context):
            yield passage.finding("R17", "text-period-to-come", here, given=(context.period.name,))


def _miswritten(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Names that no period has, and those by which only a shorter report calls its own."""
    text = passage.text
    for cut in _NO_YEAR.finditer(text):
        yield passage.finding("R17", "text-no-such-year", cut.span())
    for span, own in _SHORTER.items():
        if span.value < context.period.months:
            for found in own.finditer(text):
                yield passage.finding("R17", "text-period-other", found.span(), given=(context.period.name,))
    for quarter in _NO_QUARTER.finditer(text):
        yield passage.finding("R17", "text-no-such-quarter", quarter.span())
    for doubled in _DOUBLED.finditer(text):
        word = doubled["word"]
        yield passage.finding("R17", "text-period-doubled", doubled.span(), expected=word, remedy=word)


def _wanted(passage: Passage, name: NamedPeriod, context: TextContext) -> Period | None:
    """The period that should be named there; None where the name is right, or may be of something else."""
    this, text = context.period, passage.text
    if _is_planned(passage, name, context):
        return this.following
    opening = _opening(text)
    is_in_opening = opening is not None and opening.start() <= name.start < opening.end()
    begins = max(0, name.start - _LOOKED_BACK)
    if opening and is_in_opening:
        begins = max(begins, opening.start())  # before it is told on whose order
    if is_in_opening and _AND_WHAT_IS_PLANNED.search(text, begins, name.start):
        return this.following if ends_in(name.period) <= ends_in(this) else None
    if _OF_ANOTHER.search(text, begins, name.start):
        return None
    if (is_heading(passage) and is_of_plans(text)) or _ANNOUNCED.search(
        text, max(0, name.start - _LOOKED_BACK), name.start
    ):
        return this.following if ends_in(name.period) <= ends_in(this) else None
    if is_in_opening:
        is_other = name.period.span is not Span.YEAR or this.span is Span.YEAR
        return this if is_other and name.period != this else None
    is_headed = is_heading(passage) or (_OF_RESULTS.match(text) and not text[name.end :].strip(" :"))
    if is_headed and (_RESULTS.search(text) or (opens_a_part(text) and _OF_RESULTS.match(text))):
        is_other = name.period.span is not Span.YEAR and ends_in(name.period) != ends_in(this)
        return this if is_other or (name.period.months == this.months and name.period != this) else None
    return None


def _is_planned(passage: Passage, name: NamedPeriod, context: TextContext) -> bool:
    """Whether something to be done is told of a period that is over, in the part on what is planned."""
    if ends_in(name.period) > ends_in(context.period) or not is_under_plans(passage):
        return False
    start, end = passage.sentence_at(name.start)
    lead = passage.text[max(start, name.start - _LOOKED_BACK) : name.start]
    text = passage.text
    opens = OPENS.fullmatch(text, start, name.start) is not None
    is_opening = opens and not IN_THE_PAST.search(text, start, end)
    is_gone = name.period.span is Span.YEAR and name.period.year < context.period.year
    if is_gone and _GOES_ON.match(text, start) and not _OF_THE_PAST.search(text, start, end):
        return True
    is_goal = is_opening or _TO_BE_WRITTEN.search(lead) or _GOAL.search(lead)
    return bool(is_goal)


def _finding(passage: Passage, name: NamedPeriod, wanted: Period) -> TextFinding:
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
