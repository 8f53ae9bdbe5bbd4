"""The words around a number, as far as they tell what it counts."""

import re
from bisect import bisect_left
from functools import lru_cache

from cchc_desktop.rules.text.reading import read
from cchc_desktop.values.numbers_in_text import Number

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
_WORD = re.compile(r"[^\W\d_]+")
OF_ANOTHER = re.compile(
    r"\b(?:năm trước|quý trước|kỳ trước|tháng trước|cùng kỳ|so với|lũy kế|từ đầu năm|giai đoạn|kế hoạch"
    r"|phấn đấu|chỉ tiêu|mỗi|bình quân|dự kiến|toàn tỉnh|cả nước|toàn quốc|quý|năm|tháng|trong đó)\b",
    re.IGNORECASE,
)
"""Words of another period, another office or a plan; a period that is named may be another."""
_BORDER = re.compile(r"[;.](?=\s|$)|,(?=\s)(?!\s(?:phường|thị trấn|công chức|viên chức|kiến nghị|đơn vị)\b)")
"""A pair that is told as one, `xã, phường`, has no border within."""
_KEPT = 4096
_MOST = 12
"""Numbers on either side among which the next that tells how many is looked for."""


def clause_of(text: str, number: Number) -> str:
    """Return what stands around a number, up to the next comma, full stop or number on either side.

    A number that is a name belongs to what it names: `Tổ dân phố 5`.
    """
    numbers = read(text).numbers
    place = bisect_left(numbers, number.start, key=lambda each: each.start)
    before = (each for each in reversed(numbers[max(0, place - _MOST) : place]) if not each.is_name)
    begin = next((each.end for each in before), 0)
    after = (each for each in numbers[place : place + _MOST] if each.start >= number.end and not each.is_name)
    finish = next((each.start for each in after), len(text))
    lead = _BORDER.split(text[begin : number.start])[-1]
    return f"{lead} {_BORDER.split(text[number.end : finish])[0]}"


@lru_cache(_KEPT)
def telling_words(text: str) -> frozenset[str]:
    """Return the telling syllables, abbreviations written out."""
    words = (_SHORT.get(word, word) for word in _WORD.findall(text.lower()))
    return frozenset(syllable for word in words for syllable in word.split() if not _COMMON.match(syllable))
