"""How an entry is written in the office file: as the columns of its row, and in the journal as JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.number import plain

Scalar: TypeAlias = str | int | None
"""What a column holds besides keys and files."""
EntryColumns: TypeAlias = tuple[str, str | None, str | None, str, str]

ENTRY_COLUMNS = ("state", "value", "said", "reason", "note")


def columns_of(entry: Entry) -> EntryColumns:
    """Return the entry as its columns; the number in plain writing, every digit kept."""
    number = entry.answer.number
    value = None if number is None else plain(number)
    return entry.answer.state, value, entry.said, entry.reason, entry.note


def entry_from(state: str, value: str | None, said: str | None, reason: str, note: str) -> Entry:
    """Return the entry that stands in the columns."""
    return Entry(Answer.of(state, value), said, reason, note)


def entry_json(entry: Entry) -> str:
    """Return the entry as JSON; what is as in an empty entry is left out, so that one is `{}`."""
    written = zip(ENTRY_COLUMNS, columns_of(entry), columns_of(EMPTY), strict=True)
    return compact({name: value for name, value, default in written if value != default})


def entry_from_json(text: str) -> Entry:
    """Return the entry that `entry_json` wrote."""
    empty = dict(zip(ENTRY_COLUMNS, columns_of(EMPTY), strict=True))
    return entry_from(**{**empty, **json.loads(text)})


def compact(value: Scalar | Sequence[str] | Mapping[str, Scalar]) -> str:
    """Return the value as JSON without spaces, in its own letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
