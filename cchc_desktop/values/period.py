"""Reporting periods and the windows in which their figures are counted."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Self

from cchc_desktop.errors import CchcError

_WRITING = re.compile(r"(?P<year>20[0-9]{2})(?:-(?P<part>Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?")
_CUT_OFF_DAY = 14
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


class PeriodRefused(CchcError):
    """The text names no reporting period."""


class Span(Enum):
    """How long a period is. The value is its length in months."""

    MONTH = 1
    QUARTER = 3
    HALF = 6
    NINE_MONTHS = 9
    YEAR = 12


@dataclass(frozen=True, slots=True)
class Window:
    """The days whose figures a report counts, both ends included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"từ ngày {short_date(self.first)} đến ngày {short_date(self.last)}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reporting period: which year, ending in which month, how many months long.

    Windows follow Decree 09/2019/NĐ-CP, article 12: the figures of a period that ends in month m are counted
    up to the 14th of m, beginning on the 15th of the month before the period. Nine months is a provincial
    custom.
    """

    year: int
    last_month: int
    months: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the period written `2026-Q3`, `2026-H1`, `2026-9M`, `2026` or `2026-03`."""
        found = _WRITING.fullmatch(text.strip().upper())
        if not found:
            raise PeriodRefused(
                f"Kỳ báo cáo “{text}” không đúng dạng. Hãy viết như 2026-Q3 (quý), 2026-H1 (6 tháng), "
                "2026-9M (9 tháng), 2026 (năm) hoặc 2026-03 (tháng)."
            )
        year, part = int(found["year"]), found["part"]
        if part is None:
            return cls(year, 12, Span.YEAR.value)
        if part == "9M":
            return cls(year, 9, Span.NINE_MONTHS.value)
        if part[0] == "Q":
            return cls(year, int(part[1]) * 3, Span.QUARTER.value)
        if part[0] == "H":
            return cls(year, int(part[1]) * 6, Span.HALF.value)
        return cls(year, int(part), Span.MONTH.value)

    @property
    def span(self) -> Span:
        """Month, quarter, half, nine months or year."""
        return Span(self.months)

    def __str__(self) -> str:
        match self.span:
            case Span.MONTH:
                return f"{self.year}-{self.last_month:02}"
            case Span.QUARTER:
                return f"{self.year}-Q{self.last_month // 3}"
            case Span.HALF:
                return f"{self.year}-H{self.last_month // 6}"
            case Span.NINE_MONTHS:
                return f"{self.year}-9M"
            case Span.YEAR:
                return str(self.year)

    @property
    def name(self) -> str:
        """The period in words, as a title prints it: `quý III năm 2026`."""
        match self.span:
            case Span.MONTH:
                return f"tháng {self.last_month} năm {self.year}"
            case Span.QUARTER:
                return f"quý {_ROMAN[self.last_month // 3]} năm {self.year}"
            case Span.HALF:
                return f"6 tháng {'đầu' if self.last_month == 6 else 'cuối'} năm {self.year}"
            case Span.NINE_MONTHS:
                return f"9 tháng năm {self.year}"
            case Span.YEAR:
                return f"năm {self.year}"

    @property
    def title(self) -> str:
        """The name as a heading or a choice begins: `Quý III năm 2026`."""
        return f"{self.name[0].upper()}{self.name[1:]}"

    @property
    def window(self) -> Window:
        """The legal window: 2026-Q1 counts from 15/12/2025 to 14/3/2026."""
        months = self.year * 12 + self.last_month - 1 - self.months
        first = date(months // 12, months % 12 + 1, _CUT_OFF_DAY) + timedelta(days=1)
        return Window(first, date(self.year, self.last_month, _CUT_OFF_DAY))

    @property
    def previous(self) -> "Period":
        """The period of the same length just before; of nine months and years the one a year earlier."""
        if self.months >= Span.NINE_MONTHS.value:
            return self.a_year_earlier
        months = self.year * 12 + self.last_month - 1 - self.months
        return Period(months // 12, months % 12 + 1, self.months)

    @property
    def a_year_earlier(self) -> "Period":
        """The same period of last year."""
        return Period(self.year - 1, self.last_month, self.months)

    @property
    def following(self) -> "Period":
        """The period of the same length that comes next."""
        step = 12 if self.months >= Span.NINE_MONTHS.value else self.months
        months = self.year * 12 + self.last_month - 1 + step
        return Period(months // 12, months % 12 + 1, self.months)


def read_day(text: str) -> date:
    """Return the day written as `2026-09-14`, or raise `PeriodRefused`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PeriodRefused(f"Ngày “{text}” không đúng dạng. Hãy viết như 2026-09-14.") from error


def read_moment(text: str) -> datetime:
    """Return the moment written as `2026-09-15T08:30`, or raise `PeriodRefused`; without a zone as it is."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise PeriodRefused(f"Thời điểm “{text}” không đúng dạng. Hãy viết như 2026-09-15T08:30.") from error


def short_date(day: date) -> str:
    """Return `09/02/2023` or `10/3/2023`: days below 10 and months 1 and 2 take a zero (Decree 30/2020)."""
    return f"{day.day:02}/{_month(day.month)}/{day.year}"


def long_date(day: date) -> str:
    """Return the date as `ngày 05 tháng 01 năm 2020` (Decree 30/2020, Appendix I, II.4)."""
    return f"ngày {day.day:02} tháng {_month(day.month)} năm {day.year}"


def _month(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)
