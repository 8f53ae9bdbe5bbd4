"""R13: what a template, a draft or its author left in the text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.placeholders import DOTS, placeholders
from cchc_desktop.rules.text.reading import Passage

_BRACKETS = re.compile(
    rf"\[(?!\s*[0-9]{{1,3}}\s*\])[^\[\]\n]{{0,120}}\]|\(\s*(?:{DOTS}|_+)?\s*\)"
    r"|<(?!/?(?:i|b|u|em|strong|sup|sub|br)\b)/?[^\W\d][^<>\n]{0,80}>|<<[^<>\n]{0,80}>>|\{[^\W\d][^{}\n]{0,80}\}",
    re.IGNORECASE,
)
_NOTHING_ELSE = re.compile(rf"\s*(?:[-+•*]\s*)?(?P<dots>{DOTS})[.;]?\s*$")
"""An item that nobody wrote."""
_DAY_LEFT_OUT = re.compile(r"[0-9]/[A-ZĐ][A-ZĐa-zđ/-]+,?\s+(?P<left>ngày\s+(?:/|tháng\b))")
"""`12/QĐ-SNV ngày  tháng  năm 2026`: a blank that no dots show."""
_LABEL_WITHOUT_VALUE = re.compile(rf"\(\s*[^():\n]{{1,30}}:\s*{DOTS}\s*\)")
_ASK = r"(?:nêu|ghi|liệt kê|trình bày|thống kê|mô tả|điền|kê khai|báo cáo|đánh giá|phân tích)"
_WHAT = r"(?:rõ|cụ thể|chi tiết|đầy đủ|ngắn gọn|khái quát|tóm tắt|số lượng|tên)\b"
_WORK = r"(?:bổ sung|cung cấp|cập nhật|kiểm tra lại|xem lại|rà soát lại|tham mưu|tổng hợp|điền|viết)"
_INSTRUCTION = re.compile(
    rf"\(\s*(?:đề nghị|cần|lưu ý|yêu cầu|hướng dẫn|phần này|mục này|{_ASK}\s+(?:{_WHAT}|các|những|kết quả))"
    rf"\s[^()]*\)|\([^()]{{0,60}}\b(?:{_ASK}\s+{_WHAT}|{_WORK}\s+(?:số liệu|nội dung|thêm|vào|giúp|mục này))"
    r"[^()]*\)"
    r"|\(\s*(?:đang )?chờ\s[^()]*\b(?:cung cấp|bổ sung|cập nhật|báo cáo|số liệu|gửi)\b[^()]*\)"
    r"|\([^()]{0,80}\btự (?:điền|ghi|bổ sung)\b[^()]*\)|\(\s*kèm(?: theo)?\s[^()]*\bnếu có\s*\)"
    rf"|\(\s*(?:nêu|ghi|liệt kê|trình bày|mô tả)\s(?!trên|tại|nhận|ở)[^()]*\)"
    r"|^\s*(?:[-+•*]\s*)?(?:lưu ý|hướng dẫn|yêu cầu|gợi ý|ví dụ|vd)\s*:[^\n]*"
    r"|^\s*(?:[-+•*]\s*)?ghi chú\s*:[^\n]*\b(?:cần|đề nghị|chưa|kiểm tra lại|bổ sung)\b[^\n]*"
    r"|^\s*(?:[-+•*]\s*)?(?:phần|mục|nội dung) này\s+(?:do|giao|đề nghị|yêu cầu|cần)\s[^\n]*"
    rf"|^\s*(?:[-+•*]\s*)?(?:đề nghị |cần |yêu cầu )?{_ASK}\s+{_WHAT}[^\n]*",
    re.IGNORECASE,
)
"""What an outline asks of its author, or one author of another, in brackets or as a line of its own."""
_IF_ANY = re.compile(
    r"^.{0,120}(?P<ask>\((?:nếu (?:có|cần)|đối với|dành cho|áp dụng (?:đối với|cho)"
    r"|chỉ (?:áp dụng|báo cáo|dành))[^()]{0,100}\))\s*[:.]?\s*$",
    re.IGNORECASE,
)
"""What an outline's heading allows to be left out."""
_ASSIGNED = re.compile(
    r"^\W*(?:liệt kê|nêu)\s+(?:các|những)\s[^\n]{10,}"
    r"|^\W*(?:nêu(?! cao| gương| trên)|mô tả|trình bày(?! tại| trước| ở))\s"
    r"(?!.*(?:\bđã\b|\bđược\b))[^\n]{20,}"
    r"|^\W*đề nghị\s[^.;]{0,60}\b(?:bổ sung|cung cấp|cập nhật)\s+(?:số liệu|nội dung|thông tin)\b[^\n]*"
    r"|^\W*(?:đánh giá|phân tích|thống kê|tổng hợp|báo cáo)\s+(?:những|các|kết quả|tình hình|việc|mức độ)\s"
    r"(?=[^\n]{40})(?!.*(?:[0-9]|\bđã\b|\bđược\b|\bthấy\b|\bcủa\s+UBND\b))[^\n]*[.;]\s*$",
    re.IGNORECASE,
)
"""A whole line that says what is to be written, and nothing of what was done."""
_SOMEBODY = re.compile(
    r"(?<!\w)(?:Nguyễn Văn [A-C]|Trần Thị [A-C]|(?:xã|phường|huyện|tỉnh|đơn vị) (?:[XYZ]|ABC|XYZ))(?!\w)"
)

_KEPT = 2048
"""How many paragraphs stay read: of a long section a keystroke changes one."""


def leftovers(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Yield placeholders, brackets to be filled in and instructions that nobody took out.

    What a live figure says while it waits, or cannot be understood, has findings of its own.
    """
    for case, (start, end) in _left(passage.text):
        if not any(True for _ in passage.section.live_in(passage.number, start, end)):
            yield passage.finding("R13", case, (start, end))


@lru_cache(_KEPT)
def _left(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    return tuple(_look(text))


def _look(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for place in placeholders(text):
        yield "placeholder", place
    if nothing := _NOTHING_ELSE.match(text):
        yield "placeholder", nothing.span("dots")
    for left in _DAY_LEFT_OUT.finditer(text):
        yield "placeholder", left.span("left")
    if assigned := _ASSIGNED.match(text):
        yield "instruction", assigned.span()
    if asked := _IF_ANY.match(text):
        yield "instruction", asked.span("ask")
    for left in _SOMEBODY.finditer(text):
        yield "placeholder", left.span()
    for left in (*_BRACKETS.finditer(text), *_LABEL_WITHOUT_VALUE.finditer(text)):
        yield "brackets", left.span()
    for left in _INSTRUCTION.finditer(text):
        yield "instruction", left.span()
