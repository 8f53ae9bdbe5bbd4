"""Numbers, percentages and fractions in running text, with the places where they stand.

Vietnamese reports mix both customs of writing. A number that reads two ways has both readings here: a rule
that compares it is content when one of them fits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.values.number import readings

_WRITING = r"[0-9]+(?:[.,][0-9]+)*"
_FRACTION = re.compile(
    rf"(?<![\w.,/:-])(?P<over>{_WRITING})\s?/\s?(?P<under>{_WRITING})(?!\w|[/%:-]|[.,][0-9]|\s?%)"
)
_WORDY = re.compile(
    rf"(?<![\w.,/:-])(?P<over>{_WRITING})\s(?P<of>[^\W\d_]+(?:\s[^\W\d_]+)?)(?:\s[^\W\d_]+){{0,3}}\s?/\s?"
    rf"(?P<under>{_WRITING})(?=\s(?P=of)(?!\w))"
)
"""`19 nhiệm vụ/22 nhiệm vụ`: both halves tell what they count, and it is the same."""
_NUMBER = re.compile(
    rf"(?<![\w/])(?<![0-9][.,:–-])(?P<number>{_WRITING})(?P<percent>\s?%)?(?!\w|\s?[/–-]\s?[0-9]|[.,:][0-9])"
)
_NUMBERED = r"(?<!tổng )(?<!trong )(?<!điểm )(?<!chỉ )(?<!hệ )(?<!ký )số"
_NAMERS = (
    r"năm|tháng|ngày|quý|điều|khoản|(?<!danh )mục|phụ lục|bảng|biểu|mức(?: độ)?|nhóm"
    r"|giai đoạn|đợt|lần|thứ|khóa|khoá|phường|quận|tổ|dân phố|khu phố|ấp|thôn|nhiệm kỳ|kỳ|chương|iso|tcvn"
    r"|phiên bản"
)
_NAMED = re.compile(rf"\b(?:{_NUMBERED}\s*:?|{_NAMERS})\s*(?:[0-9]+(?:,\s*|\s+và\s+))*$", re.IGNORECASE)
"""What stands before a number that is a name: `Phường 1, 3 và 4`, `khoản 5`, `năm 2026`."""
_LOOKED_BACK = 60
_YEARS = range(1945, 2100)
_OPENS_A_LINE = re.compile(r"\s*[0-9]+(?:\.[0-9]+)*\s?[.)](?=\s|$)")
_UNIT = re.compile(r"\s*([^\W\d_]+(?:\s[^\W\d_]+){0,3})")
_THREE_DIGITS, _YEAR_DIGITS = 3, 4
_TENS = 2
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_COUNTED_WHOLE = (
    *("hồ sơ", "văn bản", "thủ tục", "tthc", "người", "lượt", "phiếu", "nhiệm vụ", "đơn vị", "trường hợp"),
    *("công chức", "viên chức", "cán bộ", "tin", "bài", "cuộc", "công dân", "tổ chức", "doanh nghiệp"),
)
"""What is counted in whole numbers only."""
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Number:
    """A number, a percentage, or one half of a fraction."""

    start: int
    end: int
    """Its percent sign included."""
    text: str
    readings: tuple[Decimal, ...]
    """What it may mean, the smaller first; at least one."""
    is_percent: bool
    is_name: bool
    """It tells which one and not how many: a year, a ward's number, a clause."""
    unit: str
    """Up to four words that follow, in small letters: `hồ sơ nộp trực tuyến`."""

    @property
    def digits(self) -> str:
        """The writing without a percent sign."""
        return self.text.rstrip("%").rstrip()

    @property
    def decimal_mark(self) -> str:
        """The mark that opens its decimals; empty where it has none, or none for certain."""
        at = max(self.digits.rfind("."), self.digits.rfind(","))
        is_sure = len(self.digits) - at - 1 != _THREE_DIGITS
        is_below_hundred = self.is_percent and at == _TENS  # grouped it would be tens of thousands percent
        return self.digits[at] if at >= 0 and (is_sure or is_below_hundred) else ""

    @property
    def grouping_mark(self) -> str:
        """The mark between its thousands; empty where it has none, or where that mark may open decimals."""
        found = _GROUPED.fullmatch(self.digits)
        return found["mark"] if found and self.unit.startswith(_COUNTED_WHOLE) else ""


@dataclass(frozen=True, slots=True)
class Fraction:
    """Two numbers with a stroke: `38/41 nội dung`."""

    over: Number
    under: Number

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.over.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.under.end


def fractions_in(text: str) -> Iterator[Fraction]:
    """Yield the fractions, in the order of the text; a date without its year is one too."""
    written = [*_FRACTION.finditer(text), *_WORDY.finditer(text)]
    for found in sorted(written, key=lambda each: each.start()):
        over = _number(text, *found.span("over"), is_percent=False, is_name=False)
        under = _number(text, *found.span("under"), is_percent=False, is_name=False)
        if over and under:
            yield Fraction(over, under)


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers, in the order of the text; those of a fraction are not among them."""
    opening = _OPENS_A_LINE.match(text)
    after_opening = opening.end() if opening else 0
    for found in _NUMBER.finditer(text, after_opening):
        is_percent = found["percent"] is not None
        is_name = not is_percent and _is_name(text, found.start(), found["number"])
        number = _number(text, found.start(), found.end(), is_percent=is_percent, is_name=is_name)
        if number:
            yield number


def _number(text: str, start: int, end: int, *, is_percent: bool, is_name: bool) -> Number | None:
    written = text[start:end]
    digits = written.rstrip("%").rstrip()
    means = readings(digits, whole=not is_percent) if len(digits) <= _LONGEST else ()
    if not means:
        return None
    unit = _UNIT.match(text, end)
    return Number(start, end, written, means, is_percent, is_name, unit[1].lower() if unit else "")


def _is_name(text: str, start: int, digits: str) -> bool:
    if _NAMED.search(text, max(0, start - _LOOKED_BACK), start):
        return True
    return digits.isdecimal() and len(digits) == _YEAR_DIGITS and int(digits) in _YEARS
