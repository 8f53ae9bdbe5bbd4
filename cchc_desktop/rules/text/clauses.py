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
_BORDER = re.compile(r"[;.](?=\s|$)|,(?=\s)")
_KEPT = 4096


def clause_of(text: str, number: Number) -> str:
    """Return what stands around a number, up to the next comma, full stop or number on either side."""
    numbers = read(text).numbers
    place = bisect_left(numbers, number.start, key=lambda each: each.start)
    begin = numbers[place - 1].end if place else 0
    after = next((each for each in numbers[place : place + 2] if each.start >= number.end), None)
    finish = after.start if after else len(text)
    before = _BORDER.split(text[begin : number.start])[-1]
    return f"{before} {_BORDER.split(text[number.end : finish])[0]}"


@lru_cache(_KEPT)
def telling_words(text: str) -> frozenset[str]:
    """Return the telling syllables, abbreviations written out."""
    words = (_SHORT.get(word, word) for word in _WORD.findall(text.lower()))
    return frozenset(syllable for word in words for syllable in word.split() if not _COMMON.match(syllable))
