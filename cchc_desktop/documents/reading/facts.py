"""What a report says of itself: its period, the days it counts, number and day, whose it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.text import likeness, normal

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = r"tháng\s+(?P<part>1[0-2]|0?[1-9])\s*(?:năm|/|-)\s*(?P<year>20[0-9]{2})"
_YEAR = r"(?:\s*(?:,|/|-|năm)?\s*(?:năm)?\s*(?P<year>20[0-9]{2}))?"
_PERIODS = (
    (re.compile(rf"quý\s+(?P<part>IV|III|II|I|[1-4])\b{_YEAR}", re.IGNORECASE), "Q"),
    (re.compile(rf"(?:6|sáu)\s+tháng\s+(?P<part>đầu|cuối)\s+năm{_YEAR}", re.IGNORECASE), "H"),
    (re.compile(rf"(?:9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm)?{_YEAR}", re.IGNORECASE), "9M"),
    (re.compile(_MONTH, re.IGNORECASE), "M"),
    (re.compile(r"năm\s+(?P<year>20[0-9]{2})", re.IGNORECASE), "Y"),
)
_SHORT = r"([0-3]?[0-9])\s*[/.-]\s*([01]?[0-9])\s*[/.-]\s*(20[0-9]{2})"
_LONG = r"([0-3]?[0-9])\s+tháng\s+([01]?[0-9])\s+năm\s+(20[0-9]{2})"
_WINDOW = re.compile(
    rf"từ\s+(?:ngày\s+)?(?:{_SHORT}|{_LONG})\s*(?:,\s*)?(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(?:{_SHORT}|{_LONG})",
    re.IGNORECASE,
)
_ISSUED = re.compile(rf"ngày\s+{_LONG}", re.IGNORECASE)
_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>[0-9]*)[\s.…_]*/\s*(?P<symbol>[^\s,;]+)")
_TITLE = "baocao"
_MOST_PARAGRAPHS = 60
_COMMITTEES = frozenset({"uybannhandan", "ubnd"})
"""Names that go on in the next line."""
_OFFICE = re.compile(r"(ỦY BAN NHÂN DÂN|UBND|SỞ|BAN|PHÒNG|CHI CỤC|TRUNG TÂM|BỘ|CỤC)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What stands on the report; None or empty where it does not say."""

    period: Period | None = None
    window: Window | None = None
    issued: date | None = None
    number: str = ""
    symbol: str = ""
    office: str = ""
    subject: str = ""


def facts_of(paragraphs: Sequence[str]) -> ReportFacts:
    """Return what the paragraphs before the first heading say, the cells of the letterhead among them."""
    head = list(paragraphs[:_MOST_PARAGRAPHS])
    at = next((place for place, text in enumerate(head) if likeness(text) == _TITLE), None)
    above = head if at is None else head[:at]
    below = head if at is None else head[at + 1 :]
    number = next((found for line in above if (found := _NUMBER.search(line))), None)
    issued = next((day for line in above for day in _days(_ISSUED, line)), None)
    return ReportFacts(
        period=_period(below, issued),
        window=next((window for line in below for window in _windows(line)), None),
        issued=issued,
        number=number["number"] if number else "",
        symbol=number["symbol"].rstrip(".") if number else "",
        office=_office(above),
        subject=normal(below[0]) if below else "",
    )


def _period(lines: Sequence[str], issued: date | None) -> Period | None:
    """The first period named with its year; one without takes the year of the report's own day."""
    for line in (_ISSUED.sub("", each) for each in lines):  # the month of a day is no period
        for pattern, kind in _PERIODS:
            for found in pattern.finditer(line):
                year = found["year"] or (str(issued.year) if issued else "")
                if year:
                    return Period.read(_written(kind, found, year))
    return None


def _written(kind: str, found: re.Match[str], year: str) -> str:
    match kind:
        case "Q":
            return f"{year}-Q{_QUARTERS[found['part'].upper()]}"
        case "H":
            return f"{year}-H{1 if found['part'].lower() == 'đầu' else 2}"
        case "9M":
            return f"{year}-9M"
        case "M":
            return f"{year}-{int(found['part']):02}"
        case _:
            return year


def _windows(line: str) -> Iterator[Window]:
    for found in _WINDOW.finditer(line):
        groups = [part for part in found.groups() if part is not None]
        first, last = _day(*groups[:3]), _day(*groups[3:])
        if first and last and first <= last:
            yield Window(first, last)


def _days(pattern: re.Pattern[str], line: str) -> Iterator[date]:
    for found in pattern.finditer(line):
        if day := _day(*found.groups()):
            yield day


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # a day that is none: the rules of prose tell of it
        return None


def _office(paragraphs: Sequence[str]) -> str:
    """The reporting office: the last one named above the title, its name put together over its lines."""
    names: list[str] = []
    for paragraph in paragraphs:
        is_first = True
        for line in map(normal, paragraph.split("\n")):
            goes_on = bool(names) and (not is_first or likeness(names[-1]) in _COMMITTEES)
            if _OFFICE.match(line) and not (names and likeness(names[-1]) in _COMMITTEES):
                names.append(line)
                is_first = False
            elif line and goes_on and not _NUMBER.search(line):
                names[-1] = f"{names[-1]} {line}"
    return names[-1] if names else ""
