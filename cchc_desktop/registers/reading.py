"""Values of a column and their writing: what people type, what files hold, what screens show."""

from datetime import date
from decimal import Decimal

from cchc_desktop.registers.dates import DayOrder, from_serial, read_date
from cchc_desktop.registers.entry import Value
from cchc_desktop.registers.schema import Column, ColumnType, RegisterRefused
from cchc_desktop.values.number import plain, read_number, write_number
from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import likeness, normal, printable

_YES = frozenset({"co", "yes", "true", "1", "x", "dung", "roi"})
_NO = frozenset({"khong", "no", "false", "0", "chua", "sai"})
_YES_NO_WORDS = {True: "Có", False: "Không"}
_LONGEST = 2_000


def read_value(column: Column, raw: Value, order: DayOrder = DayOrder.DAY_FIRST) -> Value | None:
    """Return what the column makes of a text, or of a value as a spreadsheet keeps it; None for a blank.

    Raises `RegisterRefused` (its kind `AmbiguousDate` too), `AmbiguousNumber` or `UnreadableNumber`.
    """
    if isinstance(raw, str):
        text = normal(printable(raw))
        return _from_text(column, text, order) if text else None
    match column.type:
        case ColumnType.DATE if isinstance(raw, date):
            return raw
        case ColumnType.DATE if isinstance(raw, Decimal) and (day := from_serial(raw)):
            return day
        case ColumnType.NUMBER if isinstance(raw, Decimal):
            return _fitting(column, raw)
        case ColumnType.YES_NO if isinstance(raw, bool):
            return raw
    return _from_text(column, _as_text(raw), order)


def write_value(column: Column, value: Value | None) -> str:
    """Return the value as a person reads it: `09/02/2026`, `1.234`, `Có`; empty for a blank."""
    match value:
        case None:
            return ""
        case bool():
            return _YES_NO_WORDS[value]
        case Decimal():
            return plain(value) if column.is_year else write_number(value)
        case date():
            return short_date(value)
        case _:
            return column.choices.get(value, value)


def machine_value(value: Value | None) -> str | bool | None:
    """Return the value as JSON for programs has it: ISO dates, numbers as plain text, words of choices."""
    match value:
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _from_text(column: Column, text: str, order: DayOrder) -> Value:
    match column.type:
        case ColumnType.DATE:
            return read_date(text, order)
        case ColumnType.NUMBER:
            return _fitting(column, read_number(text, whole=True))
        case ColumnType.CHOICE:
            return _choice(column, text)
        case ColumnType.YES_NO:
            return _yes_or_no(column, text)
        case ColumnType.TEXT:
            if len(text) > _LONGEST:
                raise RegisterRefused(
                    f"Cột “{column.label}” nhận nhiều nhất {_LONGEST} ký tự. Hãy viết ngắn lại."
                )
            return text


def _choice(column: Column, text: str) -> str:
    alike = likeness(text)
    for word, label in column.choices.items():
        if alike in (likeness(word), likeness(label)):
            return word
    named = [word for word, label in column.choices.items() if alike in map(likeness, label.split(", "))]
    if len(named) == 1:  # “xã” where the choice is “xã, phường”
        return named[0]
    offered = "; ".join(f"{label} ({word})" for word, label in column.choices.items())
    raise RegisterRefused(f"Cột “{column.label}” không nhận “{text}”. Hãy chọn: {offered}.")


def _yes_or_no(column: Column, text: str) -> bool:
    alike = likeness(text)
    if alike not in _YES | _NO:
        raise RegisterRefused(f"Cột “{column.label}” không nhận “{text}”. Hãy ghi Có hoặc Không.")
    return alike in _YES


def _fitting(column: Column, number: Decimal) -> Decimal:
    if not number.is_finite() or number < 0:
        raise RegisterRefused(f"Cột “{column.label}” không nhận {number}. Hãy nhập số từ 0 trở lên.")
    if number != number.to_integral_value():
        raise RegisterRefused(
            f"Cột “{column.label}” đếm số nguyên, không nhận {write_number(number)}. Hãy nhập số nguyên."
        )
    return number


def _as_text(value: Value) -> str:
    match value:
        case bool():
            return _YES_NO_WORDS[value]
        case Decimal():
            return plain(value)
        case date():
            return short_date(value)
        case _:
            return value
