"""R13: what a template, a draft or its author left in the text."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage

_UNITS = (
    "hồ sơ|văn bản|nhiệm vụ|thủ tục|TTHC|người|đơn vị|cơ quan|trường hợp|lượt|cuộc|lớp|phiếu|tin|bài|triệu"
)
_DOTS = r"(?:…+|\.{3,}|(?:\.\s){3,}\.?)"
_PLACEHOLDER = re.compile(
    r"(?<![\w.])(?:x{2,}|X{3,}|y{3,}|Y{3,}|\?{2,}|_{3,})(?![\w.])"
    rf"|{_DOTS}(?=\s*(?:%|/\s*{_DOTS}|(?:{_UNITS})\b))"
    rf"|(?<=\s){_DOTS}(?=\s*/\s*[0-9])"
)
"""Crosses, and dots where a figure is to stand; dots for a document's number or a date are customary blanks."""
_BLANK_OF_A_DOCUMENT = re.compile(r"\b(?:số|ngày|tháng|năm)\s*:?\s*$", re.IGNORECASE)
_BRACKETS = re.compile(
    r"\[[^\W\d][^\[\]\n]{0,120}\]|<(?:tên|số|nhập|điền|ghi|nêu)\b[^<>\n]{0,80}>|\{[^\W\d][^{}\n]{0,80}\}",
    re.IGNORECASE,
)
_ASK = r"(?:nêu|ghi|liệt kê|trình bày|thống kê|mô tả|điền|kê khai)"
_WHAT = r"(?:rõ|cụ thể|chi tiết|đầy đủ|ngắn gọn|khái quát|tóm tắt|số lượng|tên)\b"
_INSTRUCTION = re.compile(
    rf"\(\s*(?:đề nghị|cần|lưu ý|yêu cầu|hướng dẫn|phần này|mục này|{_ASK}\s+(?:{_WHAT}|các|những|kết quả))\s[^()]*\)"
    rf"|^\s*(?:[-+•*]\s*)?(?:(?:lưu ý|hướng dẫn)\s*:|(?:đề nghị |cần |yêu cầu )?{_ASK}\s+{_WHAT})[^\n]*",
    re.IGNORECASE,
)
"""What an outline asks of its author, in brackets or as a line of its own."""
_SOMEBODY = re.compile(
    r"(?<!\w)(?:Nguyễn Văn [A-C]|Trần Thị [A-C]|(?:xã|phường|huyện|tỉnh|đơn vị|cơ quan) (?:X|Y|Z|ABC|XYZ))(?!\w)"
)


def leftovers(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Yield placeholders, brackets to be filled in and instructions that nobody took out."""
    text = passage.text
    for left in _PLACEHOLDER.finditer(text):
        if not _BLANK_OF_A_DOCUMENT.search(text, max(0, left.start() - 12), left.start()):
            yield passage.finding("R13", "placeholder", left.span())
    for left in _SOMEBODY.finditer(text):
        yield passage.finding("R13", "placeholder", left.span())
    for left in _BRACKETS.finditer(text):
        yield passage.finding("R13", "brackets", left.span())
    for left in _INSTRUCTION.finditer(text):
        yield passage.finding("R13", "instruction", left.span())
