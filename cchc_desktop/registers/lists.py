"""A register as a list: searched without marks, in Vietnamese order, by period."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from cchc_desktop.registers.entry import RegisterEntry, Value
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import Column, Register
from cchc_desktop.registers.tasks import TASKS, is_in_hand
from cchc_desktop.values.collation import CollationKey, collation_key
from cchc_desktop.values.period import Window
from cchc_desktop.values.text import plain_words

_NO_TEXT = collation_key("")


def found(register: Register, entries: Iterable[RegisterEntry], text: str) -> tuple[RegisterEntry, ...]:
    """Return the entries in which every word of the text stands, marks and case aside."""
    words = plain_words(text).split()
    if not words:
        return tuple(entries)
    told = ((entry, _shown(register, entry)) for entry in entries)
    return tuple(entry for entry, text in told if all(word in text for word in words))


def ordered(
    register: Register, entries: Iterable[RegisterEntry], column: str = "", *, descending: bool = False
) -> tuple[RegisterEntry, ...]:
    """Return the entries in the order of a column, by default the register's own; blank ones come last."""
    by = register.by_name[column or register.sorted_by]
    numbered = sorted(entries, key=lambda entry: entry.number_in_id)
    filled = [entry for entry in numbered if by.name in entry.values]
    blank = [entry for entry in numbered if by.name not in entry.values]
    filled.sort(key=lambda entry: _key(by, entry.values[by.name]), reverse=descending)
    return (*filled, *blank)


def within(register: Register, entries: Sequence[RegisterEntry], window: Window) -> tuple[RegisterEntry, ...]:
    """Return the entries that belong to a report on these days; all of a register that has no days.

    Of tasks those the office had in hand.
    """
    if register is TASKS:
        return tuple(entry for entry in entries if is_in_hand(entry, window))
    if not register.dated_by:
        return tuple(entries)
    return tuple(entry for entry in entries if lies_in(entry.day(register.dated_by), window))


def lies_in(day: date | None, window: Window) -> bool:
    """Whether the day is known and one of the window's."""
    return day is not None and window.first <= day <= window.last


def _shown(register: Register, entry: RegisterEntry) -> str:
    texts = [write_value(column, entry.values.get(column.name)) for column in register.columns]
    return plain_words(" ".join([entry.id, *texts]))


def _key(column: Column, value: Value) -> tuple[int, Decimal, CollationKey]:
    """Compare like with like: days, numbers, and words as they print."""
    match value:
        case Decimal():
            return 0, value, _NO_TEXT
        case bool():
            return 0, Decimal(value), _NO_TEXT
        case date():
            return 0, Decimal(value.toordinal()), _NO_TEXT
        case _:
            return 1, Decimal(), collation_key(write_value(column, value))
