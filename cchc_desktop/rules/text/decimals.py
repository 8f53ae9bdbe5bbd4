"""R14 in running text: one report writes its decimals with one sign."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

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
    *("giảm", "khoảng", "hơn", "gần", "trên", "dưới"),
)
"""What a number with decimals stands behind."""
_LOOKED_BACK = 24
_KEPT = 2048


def mixed_decimals(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield the decimals whose sign the report uses less; in the section `only`, or in all.

    Where both are as frequent the comma stands: it is what Vietnamese writing asks for.
    """
    marks = Counter(
        number.decimal_mark
        for section in sections
        for text in section.paragraphs
        for number in _with_decimals(text)
    )
    odd = "," if marks["."] > marks[","] else "."
    if not marks[odd] or not marks[_OTHER[odd]]:
        return
    for section in sections:
        if only in ("", section.id):
            for place, text in enumerate(section.paragraphs):
                for number in _with_decimals(text):
                    if number.decimal_mark == odd:
                        yield _finding(Passage(section, place), number)


def _finding(passage: Passage, number: Number) -> TextFinding:
    mark = number.decimal_mark
    written = number.text.replace(mark, _OTHER[mark])
    return passage.finding(
        "R14", "text-decimals-mixed", (number.start, number.end), expected=written, remedy=written
    )


@lru_cache(_KEPT)
def _with_decimals(text: str) -> tuple[Number, ...]:
    """The numbers that have decimals for certain; numbers of versions and clauses are none."""
    found = read(text)
    halves = (half for fraction in found.fractions for half in (fraction.over, fraction.under))
    told = (number for number in found.numbers if number.is_percent or _is_amount(text, number))
    return tuple(number for number in (*told, *halves) if number.decimal_mark)


def _is_amount(text: str, number: Number) -> bool:
    before = text[max(0, number.start - _LOOKED_BACK) : number.start].rstrip().lower()
    is_told = bool(number.unit) or before.endswith(_TOLD)
    return is_told and not number.is_name and not before.endswith(_VERSIONS)
