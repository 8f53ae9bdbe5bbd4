"""R8: a number told in the words of an indicator's label against the cell of the same report."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.units import counted
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number

_COMPARED = (Kind.WHOLE, Kind.TOTAL, Kind.MONEY)
_FEWEST_WORDS = 5
"""Syllables that a label must have beside the common ones: fewer are met by chance."""
_COMMON = re.compile(r"(?:số|tổng|đã|được|các|của|và|trong|kỳ|tại|theo|do|thuộc|đến|là|có|lượng|cả)$")
_SHORT = {
    "tthc": "thủ tục hành chính",
    "vbqppl": "văn bản quy phạm pháp luật",
    "qppl": "quy phạm pháp luật",
    "cchc": "cải cách hành chính",
    "pakn": "phản ánh kiến nghị",
    "đvsn": "đơn vị sự nghiệp",
    "đvsncl": "đơn vị sự nghiệp công lập",
    "dvc": "dịch vụ công",
    "ubnd": "ủy ban nhân dân",
    "hẹn": "hạn",
}
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = re.compile(
    r"\b(?:năm trước|quý trước|kỳ trước|tháng trước|cùng kỳ|so với|lũy kế|luỹ kế|từ đầu năm|giai đoạn|kế hoạch"
    r"|phấn đấu|chỉ tiêu|mỗi|bình quân|dự kiến|toàn tỉnh|cả nước|toàn quốc|quý|năm|tháng|trong đó)\b",
    re.IGNORECASE,
)
"""Words of another period, another office or a plan. A period that is named is not looked into: it may differ."""
_LEVELS = re.compile(r"\b(?:tỉnh|huyện|xã|phường|thôn|ấp|khu phố|sở|trường|phòng)\b", re.IGNORECASE)
_BORDER = re.compile(r"[;.](?=\s|$)|,(?=\s)")
_KEPT = 4096


def cells(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Compare the numbers of the paragraph with the cells whose labels are told in the same clause."""
    if context.form is None:
        return
    for number in passage.read.counts:
        if any(True for _ in passage.section.live_in(passage.number, number.start, number.end)):
            continue
        clause = _clause(passage, number)
        row = None if _OTHERS.search(clause) else _told(clause, number, context.form)
        if row is None:
            continue
        stands = context.form.number(row.code)
        if stands is not None and stands not in number.readings:
            yield passage.finding(
                "R8",
                "text-cell-differs",
                (number.start, number.end),
                found=number.text,
                expected=write_number(stands),
                related=(row.code,),
                remedy=write_number(stands),
            )


def _clause(passage: Passage, number: Number) -> str:
    """What stands around a number, up to the next comma, full stop or number on either side."""
    text = passage.text
    others = [each for each in passage.read.numbers if each is not number]
    begin = max((each.end for each in others if each.end <= number.start), default=0)
    finish = min((each.start for each in others if each.start >= number.end), default=len(text))
    before = _BORDER.split(text[begin : number.start])[-1]
    return f"{before} {_BORDER.split(text[number.end : finish])[0]}"


def _told(clause: str, number: Number, form: Form) -> Indicator | None:
    """The one row whose label the clause tells, all words of it; None where it tells none, or several."""
    words, unit = _words(clause), counted(number.unit)
    fitting = [
        (len(label), row)
        for row in form.template.indicators.values()
        if row.kind in _COMPARED
        and counted(row.unit.lower()) == unit
        and len(label := _words(_BRACKETS.sub(" ", row.label))) >= _FEWEST_WORDS
        and label <= words
        and set(_LEVELS.findall(clause.lower())) <= label
    ]
    most = max((length for length, _ in fitting), default=0)
    best = [row for length, row in fitting if length == most]
    is_some_cell = any(form.number(row.code) in number.readings for _, row in fitting)
    return best[0] if len(best) == 1 and not is_some_cell else None


@lru_cache(_KEPT)
def _words(text: str) -> frozenset[str]:
    """The telling words, abbreviations written out."""
    words = (_SHORT.get(word, word) for word in _WORD.findall(text.lower()))
    return frozenset(syllable for word in words for syllable in word.split() if not _COMMON.match(syllable))
