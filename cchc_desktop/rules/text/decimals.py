"""R14 in running text: one report writes its decimals with one sign."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, read
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.numbers_in_text import Number

_OTHER = {".": ",", ",": "."}
_VERSIONS = (
    "công nghiệp",
    "công nghệ",
    "cách mạng",
    "phiên bản",
    "bản",
    "web",
    "chính phủ điện tử",
    "kiến trúc",
)
_TOLD = (
    *(
        "đạt",
        "là",
        "chiếm",
        "tỷ lệ",
        "tỉ lệ",
        "được",
        ":",
        "\t",
        "(",
        "từ",
        "lên",
        "còn",
        "xuống",
        "với",
        "tăng",
    ),
    *("giảm", "khoảng", "hơn", "gần", "trên", "dưới", "điểm", "điểm số", "chỉ số", "hệ số", "giá trị"),
    *("bình quân", "trung bình", "bằng", "tỷ trọng"),
)
"""What a number with decimals stands behind."""
_LISTED = re.compile(
    r"\b(?:tiêu chí|tiêu chuẩn|mục|tiểu mục|bảng|biểu|nội dung|nhiệm vụ|phần|phụ lục|hình)"
    r"\s+(?:số\s+)?[0-9., ]*$"
    r"|(?<!\w)[IVX]+\.$",
    re.IGNORECASE,
)
"""Before the number of a part."""
_INDEX = re.compile(r"(?<!\w)(?!ISO|TCVN|QCVN|TLS|SSL|USB)[A-ZĐ]{3,}(?:[\s-][A-Z]{3,})?\s*(?:\(%\))?:?\s*$")
"""Before the value of an index that is called by its letters."""
_FEWEST_OF_AN_INDEX = 2
_HOURS = ("giờ", "phút", "h")
_RANGE = re.compile(
    r"(?<![\w.,/–-])[0-9]{1,3}(?P<mark>[.,])[0-9]{1,2}\s?[–-]\s?[0-9]{1,3}(?P=mark)[0-9]{1,2}(?=\s?%)"
)
"""`85.5-90.2%`, whose halves are read as no numbers."""
_HALF = re.compile(r"[0-9]+[.,][0-9]+")
_USUAL = 2
"""How many decimals tell the report's custom."""
_LOOKED_BACK = 24
_KEPT = 2048


Written: TypeAlias = tuple[int, str, str]
"""Where a number begins, how it is written, and the mark in question."""


def mixed_decimals(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield the decimals whose sign the report uses less; in the section `only`, or in all.

    Where both are as frequent the comma stands: it is what Vietnamese writing asks for. Thousands that
    are grouped by commas beside decimals with commas are found as well.
    """
    marks = Counter(
        mark for section in sections for text in section.paragraphs for _, _, mark in _with_decimals(text)
    )
    if not marks:
        return
    odd = "," if marks["."] > marks[","] else "."
    for section in sections:
        if only in ("", section.id):
            for place, text in enumerate(section.paragraphs):
                passage = Passage(section, place)
                for written in _with_decimals(text):
                    if written[2] == odd:
                        yield _finding(passage, "text-decimals-mixed", written)
                for written in _grouped(text):
                    if written[2] == "," and odd == "." and marks[","] >= _USUAL:
                        yield _finding(passage, "text-grouping-mixed", written)


def _finding(passage: Passage, case: str, written: Written) -> TextFinding:
    start, text, mark = written
    expected = text.replace(mark, _OTHER[mark])
    return passage.finding("R14", case, (start, start + len(text)), expected=expected, remedy=expected)


@lru_cache(_KEPT)
def _with_decimals(text: str) -> tuple[Written, ...]:
    """The numbers that have decimals for certain; numbers of versions and clauses are none."""
    found = read(text)
    halves = (half for fraction in found.fractions for half in (fraction.over, fraction.under))
    told = (number for number in found.numbers if number.is_percent or _is_amount(text, number))
    numbers = [(each.start, each.text, each.decimal_mark) for each in (*told, *halves) if each.decimal_mark]
    known = {start for start, _, _ in numbers}
    ranges = [
        (found_range.start() + half.start(), half[0], found_range["mark"])
        for found_range in _RANGE.finditer(text)
        for half in _HALF.finditer(found_range[0])
    ]
    return (*numbers, *(each for each in ranges if each[0] not in known))


@lru_cache(_KEPT)
def _grouped(text: str) -> tuple[Written, ...]:
    found = read(text)
    halves = (fraction.under for fraction in found.fractions)
    numbers = (each for each in (*found.counts, *halves) if each.grouping_mark)
    return tuple((each.start, each.text, each.grouping_mark) for each in numbers)


def _is_amount(text: str, number: Number) -> bool:
    if number.is_name or not number.decimal_mark:
        return False
    raw = text[max(0, number.start - _LOOKED_BACK) : number.start]
    before = raw.rstrip().lower()
    if before.endswith(_VERSIONS) or _LISTED.search(raw) or number.unit.startswith(_HOURS):
        return False
    is_cell = raw.endswith("\t") and text[number.end : number.end + 1] in ("", "\t")
    decimals = len(number.digits) - number.digits.rfind(number.decimal_mark) - 1
    is_index = decimals >= _FEWEST_OF_AN_INDEX and _INDEX.search(raw) is not None
    return bool(number.unit) or before.endswith(_TOLD) or is_cell or is_index
