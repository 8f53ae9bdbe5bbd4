"""Reporting periods as a text names them: `quý II năm 2026`, `6 tháng đầu năm`, `năm 2026`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.values.period import Period, Span

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NAMED = re.compile(
    r"\b(?:(?P<quarter>quý)\s+(?P<which>[0-9]+|[ivx]+)|(?P<half>(?:6|sáu)\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?)"
    r"|(?P<nine>(?:9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm)?))\b(?:[\s/,]*(?:năm\s+)?(?P<year>20[0-9]{2}))?"
    r"|\bnăm\s+(?P<whole>20[0-9]{2})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period as a text names it."""

    start: int
    end: int
    text: str
    period: Period
    has_year: bool


def periods_in(text: str, this_year: int) -> Iterator[NamedPeriod]:
    """Yield the periods of a text in its order; one without a year is of this year, `quý V` of none."""
    for found in _NAMED.finditer(text):
        if not found["quarter"] or found["which"].lower() in _QUARTERS:
            has_year = bool(found["year"] or found["whole"])
            yield NamedPeriod(found.start(), found.end(), found[0], _period(found, this_year), has_year)


def ends_in(period: Period) -> int:
    """Return the month in which a period ends, counted so that those of all years can be compared."""
    return period.year * 12 + period.last_month


def _period(found: re.Match[str], this_year: int) -> Period:
    year = int(found["year"] or found["whole"] or this_year)
    if found["quarter"]:
        return Period(year, _QUARTERS[found["which"].lower()] * 3, Span.QUARTER.value)
    if half := found["half"]:
        return Period(year, 6 if "đầu" in half.lower() else 12, Span.HALF.value)
    if found["nine"]:
        return Period(year, 9, Span.NINE_MONTHS.value)
    return Period(year, 12, Span.YEAR.value)
