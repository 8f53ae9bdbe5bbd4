"""Entries to test with."""

from datetime import date
from itertools import count

from hypothesis import strategies as st

from cchc_desktop.registers.entry import RegisterEntry, Value
from cchc_desktop.registers.reading import read_value
from cchc_desktop.registers.schema import Column, ColumnType, Register
from cchc_desktop.values.number import plain
from cchc_desktop.values.text import normal, printable

_NUMBERS = count(1)


def entry(register: Register, **texts: str) -> RegisterEntry:
    """Return an entry with what these texts say, under an id of its own."""
    values = {name: read_value(register.by_name[name], text) for name, text in texts.items()}
    return RegisterEntry(
        f"{register.prefix}{next(_NUMBERS)}",
        {name: value for name, value in values.items() if value is not None},
    )


TEXTS = st.text(min_size=1, max_size=30).map(lambda text: normal(printable(text))).filter(bool)
"""Any text as a column keeps it."""
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
COUNTS = st.decimals(0, 10**9, places=0).map(lambda number: number.quantize(1) + 0)


def values_of(column: Column) -> st.SearchStrategy[Value]:
    """Return what can stand in the column."""
    match column.type:
        case ColumnType.TEXT:
            return TEXTS
        case ColumnType.DATE:
            return DAYS
        case ColumnType.NUMBER:
            return COUNTS.filter(lambda number: plain(number) != "-0")
        case ColumnType.CHOICE:
            return st.sampled_from(sorted(column.choices))
        case ColumnType.YES_NO:
            return st.booleans()


def rows_of(register: Register) -> st.SearchStrategy[dict[str, Value]]:
    """Return complete rows of the register: what is required stands, the rest may."""
    required = {each.name: values_of(each) for each in register.columns if each.required}
    others = {each.name: values_of(each) for each in register.columns if not each.required}
    return st.fixed_dictionaries(required, optional=others)
