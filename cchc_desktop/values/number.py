"""Numbers in Vietnamese writing: a dot groups thousands, a comma opens the decimals.

Real reports mix both customs, so a writing that fits two numbers is asked about and never guessed.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from cchc_desktop.errors import CchcError
from cchc_desktop.values.text import normal

_DIGITS = re.compile(r"[0-9]+")
_DOT_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_COMMA_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_SPACE_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_DECIMALS = re.compile(rf"([0-9]+|{_DOT_GROUPS.pattern}|{_SPACE_GROUPS.pattern}),([0-9]+)")
_FOREIGN_DECIMALS = re.compile(rf"([0-9]+|{_COMMA_GROUPS.pattern})\.([0-9]+)")
_LONGEST = 18
_HUNDREDTH = Decimal("0.01")
_KEPT = 4096
"""How many writings stay read: a text is read again and again while somebody writes it."""


class UnreadableNumber(CchcError):
    """The text is no number in Vietnamese writing."""


class AmbiguousNumber(CchcError):
    """The text is a number in two ways; `readings` holds both, the smaller first."""

    def __init__(self, text: str, readings: tuple[Decimal, ...]) -> None:
        super().__init__(
            f"“{text}” đọc được hai cách. Hãy nhập lại số muốn ghi: {unmistakable_choice(readings)}."
        )
        self.text = text
        self.readings = readings

    def grouped_by(self, thousands: str) -> Decimal:
        """Return the reading of a person who says which mark groups thousands: `.` or `,`."""
        return max(self.readings) if thousands in self.text else min(self.readings)


def read_number(text: str, *, whole: bool, percent_sign: bool = False) -> Decimal:
    """Return the number written in the text.

    `whole` says that the row counts things: there a dot before three digits can only group thousands.
    Elsewhere `1.234` and `30,162` read two ways and raise `AmbiguousNumber`, as `1,234` does in a
    whole-number row. `percent_sign` says that a closing percent sign belongs to the row. Anything else, signs
    and exponents included, raises `UnreadableNumber`.
    """
    written = normal(text)
    if percent_sign:
        written = written.removesuffix("%").rstrip()
    if len(written) > _LONGEST:
        raise _unreadable(text)
    found = readings(written, whole=whole)
    if not found:
        raise _unreadable(text)
    if len(found) > 1:
        raise AmbiguousNumber(text, found)
    (number,) = found
    if whole and number != number.to_integral_value():
        raise UnreadableNumber(
            f"“{text}” có phần thập phân, nhưng dòng này đếm số nguyên. Hãy nhập số nguyên."
        )
    return number


@lru_cache(_KEPT)
def readings(written: str, *, whole: bool) -> tuple[Decimal, ...]:
    """Return every number that the writing can mean, the smaller first; empty where it is none.

    `whole` says that things are counted: there a dot before three digits can only group thousands.
    """
    return tuple(sorted(_readings(written, whole=whole)))


def write_number(number: Decimal, places: int | None = None) -> str:
    """Return the number as Vietnamese writes it: `1.234,5`.

    `places` rounds half up to at most so many decimals; None keeps all there are. Zeros that end the decimals
    are left out.
    """
    shown = number if places is None else round_half_up(number, places)
    sign, digits = ("−", f"{-shown:f}") if shown < 0 else ("", f"{shown:f}")
    whole, _, decimals = digits.partition(".")
    decimals = decimals.rstrip("0")
    return f"{sign}{int(whole):,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def unmistakable(number: Decimal) -> str:
    """Return a writing of the number that reads one way in every row: `30162`, `30,1620`."""
    whole, _, decimals = plain(number).partition(".")
    if len(decimals) == 3:
        decimals += "0"
    return f"{whole},{decimals}" if decimals else whole


def unmistakable_choice(readings: Iterable[Decimal]) -> str:
    """Return what a person may type to settle a writing that read two ways: `30,1620 hoặc 30162`."""
    return " hoặc ".join(unmistakable(reading) for reading in readings)


def plain(number: Decimal) -> str:
    """Return the number for programs: decimal point, no exponent, no grouping, no trailing zeros."""
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def percent(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return the ratio in percent, unrounded; rounding half up happens when it is printed."""
    return numerator * 100 / denominator


def round_half_up(number: Decimal, places: int = 2) -> Decimal:
    """Return the number rounded half up to so many decimals."""
    return number.quantize(_HUNDREDTH if places == 2 else Decimal(1).scaleb(-places), ROUND_HALF_UP)


def decimals_written(text: str) -> int:
    """Return how many decimals stand in a percentage's writing: 1 in `95,9%`, 0 in `26%`."""
    digits = re.search(r"[.,]([0-9]+)\s*%?\s*$", text)
    return len(digits.group(1)) if digits else 0


def _readings(written: str, *, whole: bool) -> set[Decimal]:
    if _DIGITS.fullmatch(written) or _SPACE_GROUPS.fullmatch(written):
        return {_number(written)}
    grouped = _number(written) if _DOT_GROUPS.fullmatch(written) or _COMMA_GROUPS.fullmatch(written) else None
    if grouped is not None and len(re.findall("[.,]", written)) > 1:
        return {grouped}
    if grouped is not None:
        if whole and "." in written:
            return {grouped}
        return {grouped, _number(*re.split("[.,]", written))}
    if decimals := _DECIMALS.fullmatch(written):
        return {_number(decimals[1], decimals[2])}
    if foreign := _FOREIGN_DECIMALS.fullmatch(written):
        return {_number(foreign[1], foreign[2])}
    return set()


def _number(whole: str, decimals: str = "") -> Decimal:
    return Decimal(re.sub("[., ]", "", whole) + (f".{decimals}" if decimals else ""))


def _unreadable(text: str) -> UnreadableNumber:
    return UnreadableNumber(
        f"“{text}” không phải là số. Hãy nhập chữ số, ví dụ 1.234,5; hoặc kps (không phát sinh), "
        "ktq (không thuộc thẩm quyền), bcs (báo cáo sau)."
    )
