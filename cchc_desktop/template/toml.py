"""Records of a form set as the text of its files, in the order in which the shipped sets write them."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

import msgspec

from cchc_desktop.template.records import AppendixRecord, Record, RowRecord

_FIRST = ("key", "stt", "label", "unit", "kind")


def appendix_toml(record: AppendixRecord, rows: Iterable[RowRecord]) -> bytes:
    """Return the whole of `phu-luc-N.toml`; the rows are those given."""
    tables = ("\n".join(("[[row]]", *_lines(row))) for row in rows)
    return "\n\n".join(("\n".join(_lines(record, without="row")), *tables, "")).encode()


def table_toml(fields: Iterable[tuple[str, object]]) -> str:
    """Return keys and values as lines of TOML."""
    return "".join(f"{key} = {_written(value)}\n" for key, value in fields)


def _lines(record: Record, without: str = "") -> Iterator[str]:
    fields = msgspec.structs.fields(record)
    places = {name: place for place, name in enumerate(_FIRST)}
    for field in sorted(fields, key=lambda each: places.get(each.name, len(places))):
        value = getattr(record, field.name)
        if field.name != without and (field.required or value != field.default):
            yield f"{field.encode_name} = {_written(value)}"


def _written(value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")  # the one JSON lets stand
