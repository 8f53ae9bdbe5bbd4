"""Crosses, dots and lonely percent signs, where a word or a figure is to stand."""

import re
from collections.abc import Iterator

DOTS = r"(?:(?<![.…])(?:…|\.{3})[.…]*|(?<!\.\s)(?:\.\s){3,200}\.?)"
"""Dots that stand for something: three at least, with blanks between them or without."""
_COUNTED = (
    r"hồ sơ|văn bản|nhiệm vụ|thủ tục|TTHC|người|đơn vị|cơ quan|trường hợp|lượt|cuộc|lớp|phiếu|tin|bài|triệu"
    r"|công chức|viên chức|cán bộ|phòng|kế hoạch|quyết định|công văn|báo cáo|chỉ tiêu|nội dung"
    r"|phản ánh|ý kiến"
)
_MORE_COUNTED = (
    rf"{_COUNTED}|ngày|giờ|sáng kiến|mô hình|lần|phường|xã|thôn|đợt|buổi|giải pháp|dịch vụ|tổ|vụ|đơn"
    r"|lĩnh vực|dự án|thành viên|đại biểu|học viên|điểm|CBCC|CBCCVC|YKCĐ|biên chế|triệu|tỷ|đồng"
)
"""What a lonely cross stands for; dots before some of these are the rest of an enumeration."""
_CROSSES = re.compile(
    r"(?=[xXyYd?_(])(?:(?<![\w.])(?:x{2,}|X{3,}|y{3,}|Y{3,}|\?{2,}|_{3,})(?!\w)"
    r"|(?<!\w)[xXyY]\s?(?=%|/\s?[xXyY](?!\w))|\(\?\)|(?<=\s)\?(?=\s*[\w%])"
    rf"|(?<=\s)[xX](?=\s+(?:{_MORE_COUNTED})\b)"
    rf"|(?<!khóa )(?<!khoá )(?<!thế kỷ )(?<!lần thứ )(?<![\w.])X{{2}}(?=\s+(?:{_COUNTED})\b)"
    r"|(?<!\w)d{2}/m{2}/y{2,4}(?!\w))"
)
_LETTERS = re.compile(rf"(?<!\w)[a-zA-Z]/[a-zA-Z](?=\s+(?:{_COUNTED})\b)")
"""`a/b nhiệm vụ`."""
_DOTTED = re.compile(
    rf"(?=[.…\s])(?:{DOTS}(?=\s*(?:{_COUNTED})\b)|(?:(?<=\s)|(?<=\()){DOTS}(?=\s*(?:%|/|\(|[^\W\d_]))"
    rf"|{DOTS}(?=\s*%)|(?<=:)\s*{DOTS}(?=\s*(?:$|[;)]))"
    rf"|(?:(?<=\bđạt )|(?<=\btỷ lệ )|(?<=\btổng số )|(?<=\blà ))\s*{DOTS})"
)
_IS_COUNTED = re.compile(rf"\s*(?:%|(?:{_COUNTED})\b)", re.IGNORECASE)
_BLANK_OF_A_DOCUMENT = re.compile(r"(?:\b(?:số|ngày|tháng|năm)\s*:?|/)\s*$", re.IGNORECASE)
"""Before dots for a number or a date, which are customary blanks."""
_GOES_ON = re.compile(r"(?:,|;|\bnhư\b)[^.;]{0,60}$", re.IGNORECASE)
"""Before dots that stand for the rest of an enumeration."""
_OF_A_SHARE = re.compile(r"\b(?:đạt|chiếm|tăng|giảm|bằng|đạt tỷ lệ)\s$", re.IGNORECASE)
"""Before a percent sign that waits for its number, whatever follows it."""
_HAS_A_NUMBER = re.compile(
    r"(?:[\d…._?xX%)\]/]\s*|\b(?:lệ|số|theo|tính|trăm|điểm|nhiêu|lượng)\s+|[(“\":,;])$", re.IGNORECASE
)
"""Before a percent sign that waits for none: a number, or words that speak of a percentage."""
_GOES_ON_IN_WORDS = re.compile(r"\s+[^\W\d_]")
_LOOKED_BACK, _SEEN_BEFORE = 80, 14


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Yield where they begin and end; blanks of a document's number and date are none."""
    for pattern in (_CROSSES, _LETTERS):
        yield from (found.span() for found in pattern.finditer(text))
    for dots in _DOTTED.finditer(text):
        before = text[max(0, dots.start() - _LOOKED_BACK) : dots.start()]
        may_be_a_blank = dots[0][0] in ".…" and not _IS_COUNTED.match(text, dots.end())
        if not may_be_a_blank or not (_BLANK_OF_A_DOCUMENT.search(before) or _GOES_ON.search(before)):
            yield dots.span()
    yield from _lonely_percents(text)


def _lonely_percents(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("%")
    while at >= 0:
        before = text[max(0, at - _SEEN_BEFORE) : at]
        is_lonely = not _HAS_A_NUMBER.search(before) and _GOES_ON_IN_WORDS.match(text, at + 1)
        if is_lonely or _OF_A_SHARE.search(before):
            yield at, at + 1
        at = text.find("%", at + 1)
