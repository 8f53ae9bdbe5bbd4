"""Dates as people and programs write them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from cchc_desktop.registers.schema import RegisterRefused
from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import normal

_NUMBERS = re.compile(r"([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?([0-9]{4})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
"""As a quick typist leaves the strokes out; no year, month and day in this order reads so too."""
_WORDS = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00)?)?")
_SERIAL_ORIGIN = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 73_050
"""From 1954 to 2099: no other number of a register is written in five digits in a column of dates."""


class DayOrder(Enum):
    """Which number of `03/04/2026` is the day. The value is the word on the command line."""

    UNSETTLED = ""
    """The day comes first, as in Vietnam, unless the same file has dates that only read the other way."""
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class AmbiguousDate(RegisterRefused):
    """The text is two dates in a file that writes some dates month first; `readings` holds both."""

    def __init__(self, text: str, readings: tuple[date, date]) -> None:
        first, second = map(short_date, readings)
        super().__init__(
            f"“{text}” đọc được hai cách: ngày {first} hoặc ngày {second}. Hãy cho biết tệp ghi ngày trước "
            "hay tháng trước, hoặc viết lại như 2026-04-03 (năm-tháng-ngày)."
        )
        self.readings = readings


def read_date(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> date:
    """Return the date written `9/2/2026`, `09022026`, `ngày 09 tháng 02 năm 2026` or `2026-02-09`.

    In `UNSETTLED` order a date that reads both ways raises `AmbiguousDate`; anything that is no date of the
    calendar, a year of two digits included, raises `RegisterRefused`.
    """
    written = normal(text)
    days: tuple[date | None, ...]
    if found := _ISO.fullmatch(written):
        days = (_day(*found.groups()),)
    elif found := _WORDS.fullmatch(written):
        day, month, year = found.groups()
        days = (_day(year, month, day),)
    else:
        days = _of_numbers(written, order)
    real = [day for day in days if day]
    if len(set(real)) > 1:
        raise AmbiguousDate(written, (real[0], real[1]))
    if not real:
        raise RegisterRefused(f"“{text}” không phải là ngày. Hãy viết như 09/02/2026 hoặc 2026-02-09.")
    return real[0]


def has_month_first(texts: Iterable[str]) -> bool:
    """Whether one of the texts is a date only where the month comes first: `2/28/2026`."""
    for text in texts:
        if found := _NUMBERS.fullmatch(normal(text)):
            first, second, year = found.groups()
            if _day(year, second, first) is None and _day(year, first, second):
                return True
    return False


def from_serial(number: Decimal) -> date | None:
    """Return the date that Excel keeps as this number of days, or None where it is none of our time."""
    if number.is_finite() and _FIRST_SERIAL <= number <= _LAST_SERIAL and number == int(number):
        return _SERIAL_ORIGIN + timedelta(days=int(number))
    return None


def _of_numbers(written: str, order: DayOrder) -> tuple[date | None, ...]:
    found = _NUMBERS.fullmatch(written) or _RUN.fullmatch(written)
    if not found:
        return ()
    first, second, year = found.groups()
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if order is DayOrder.DAY_FIRST:
        return (day_first,)
    return (month_first,) if order is DayOrder.MONTH_FIRST else (day_first, month_first)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
