"""Documents and dates named in running text, with the places where they stand.

`496/BC-UBND`, `61/2018/NĐ-CP`, `10-NQ/TU`; `26/12/2022`, `ngày 13 tháng 12 năm 2022`, `ngày 14/3`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_ORGAN_APART = r"(?:\s?[-–]\s?(?:UBND|HĐND|TTg|CP|TW|TU|BCĐ)|(?:\s-|-\s)[A-ZĐ]{2,10})(?!\w)"
_JOINT = r"(?:[-–/.&]|--|__?)"
"""What stands between two parts of a notation, slips included."""
_TYPE_APART = r"(?:QĐ|KH|BC|TB|CT|NQ|NĐ|TT|TTr|CTr|ĐA|HD|UBND|VP|S[A-ZĐ]{2,5})\s[-–]\s[A-ZĐ]{2,10}(?!\w)"
"""`KH - SNV`: behind a type or a department, so that a dash between other words is none of it."""
_NOTATION = (
    rf"(?:{_TYPE_APART}|[A-ZĐ][A-ZĐa-zđ]{{0,11}}(?:{_ORGAN_APART}|{_JOINT}[A-ZĐa-zđ0-9]{{1,15}}){{0,4}})"
)
"""KH-UBND, NQ/TU, CTr/TU, QĐ-TTg, KHHĐTĐKT."""
_PAPER = re.compile(
    r"(?<![\w./-])(?P<number>[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,6}[a-z]?)"
    r"(?:(?P<stroke>\s?/\s?|(?<![0-9]{4})[\s-])(?P<year>(?:19|20)[0-9]{2})(?P<joint>\s?[/-]\s?|\s)"
    r"|(?P<link>\s?(?:/{1,2}|-)\s?|\s?(?=(?:QĐ|KH|BC|TB|CT|NQ|TTr|CTr|ĐA|S[A-ZĐ]{2,5}|UBND|HĐND|VP)-[A-ZĐ]{2})))"
    rf"(?P<notation>{_NOTATION})(?![\w/])"
)
_LEAST_NOTATION = 2
_DAY = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-9]{1,2})\s?(?P<mark>[/.-])\s?(?P<month>[0-9]{1,2})\s?(?P=mark)\s?"
    r"(?P<year>[0-9]{4})(?![\w/-])"
    r"|(?<![\w.,/-])(?P<long_day>[0-9]{1,2})\s+tháng\s+(?P<long_month>[0-9]{1,2})\s+năm\s+"
    r"(?P<long_year>[0-9]{4})(?!\w)"
    r"|(?<=ngày )(?P<short_day>[0-9]{1,2})(?:/|-|\s+tháng\s+)(?P<short_month>[0-9]{1,2})(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document's number and notation."""

    start: int
    end: int
    text: str
    number: str
    """As written, grouping included: `1.138`."""
    year: int | None
    """Of legal texts, whose number has one: 2018 in `61/2018/NĐ-CP`."""
    notation: str
    link: str
    """What stands between number and notation: `/`, `-`, ` -`."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written; `parts` need not be a date of the calendar."""

    start: int
    end: int
    text: str
    parts: tuple[int, int, int | None]
    """Day, month and, where it is written, the year."""
    is_short: bool
    """Written in numbers: `09/02/2023`."""
    written: tuple[str, str]
    """Day and month as they are written: `9`, `02`."""

    @property
    def date(self) -> date | None:
        """The day of the calendar, or None where there is none or the year is not written."""
        day, month, year = self.parts
        if year is None:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar of some year has it."""
        day, month, year = self.parts
        try:
            date(2000 if year is None else year, month, day)
        except ValueError:
            return False
        return True


def papers_in(text: str) -> Iterator[Paper]:
    """Yield the documents named by their numbers, in the order of the text."""
    for found in _PAPER.finditer(text):
        notation = found["notation"]
        capitals = sum(letter.isupper() for letter in notation)
        if capitals < _LEAST_NOTATION:
            continue
        year = found["year"]
        link = found["joint"] if year else found["link"]
        yield Paper(
            found.start(),
            found.end(),
            found[0],
            found["number"],
            int(year) if year else None,
            notation,
            link,
        )


def days_in(text: str) -> Iterator[Day]:
    """Yield the dates, in the order of the text."""
    for found in _DAY.finditer(text):
        group = next(kind for kind in ("", "long_", "short_") if found[f"{kind}day"])
        day, month = found[f"{group}day"], found[f"{group}month"]
        year = None if group == "short_" else int(found[f"{group}year"])
        is_short = group != "long_"
        parts = (int(day), int(month), year)
        yield Day(found.start(), found.end(), found[0], parts, is_short, (day, month))
