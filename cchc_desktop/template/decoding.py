"""From a TOML table to a record, and, where that fails, from the failure to reasons in Vietnamese."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar, get_args, get_origin

import msgspec

from cchc_desktop.template.records import Record
from cchc_desktop.values.text import normal

R = TypeVar("R", bound=Record)

Reasons = Iterator[tuple[str, str]]
"""Pairs of a key and what is wrong with it."""

_EXPECTED = {
    str: "chữ trong dấu nháy",
    int: "số nguyên",
    bool: "true hoặc false",
    date: "ngày như 2021-01-01",
    Decimal: "số",
}


class Undecodable(Exception):
    """A table does not have the shape of its record."""

    def __init__(self, reasons: tuple[tuple[str, str], ...]) -> None:
        super().__init__(reasons)
        self.reasons = reasons


def decode(table: Mapping[str, object], record: type[R]) -> R:
    """Return the record in the table, its texts in normal form, or raise `Undecodable` with every reason."""
    clean = {key: _in_normal_form(value) for key, value in table.items()}
    try:
        decoded = msgspec.convert(clean, record)
    except msgspec.ValidationError:
        raise Undecodable(tuple(_misfits(clean, record))) from None
    if unprintable := tuple(_unprintable(clean)):
        raise Undecodable(unprintable)
    return decoded


def _in_normal_form(value: object) -> object:
    if isinstance(value, str):
        return normal(value)
    if isinstance(value, list):
        return [normal(item) if isinstance(item, str) else item for item in value]
    return value


def _misfits(table: Mapping[str, object], record: type[Record]) -> Reasons:
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    for key in table:
        if key not in fields:
            yield key, "khóa này không có trong mẫu; hãy bỏ đi hoặc sửa lại tên khóa"
    for key, field in fields.items():
        if key not in table:
            if field.required:
                yield key, "thiếu khóa này"
            continue
        try:
            msgspec.convert(table[key], field.type)
        except msgspec.ValidationError:
            yield key, f"giá trị không hợp lệ; phải là {_expectation(field.type)}"


def _expectation(kind: object) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "một trong: " + ", ".join(str(member.value) for member in kind)
    if get_origin(kind) is list:
        return "các bảng viết bằng hai dấu ngoặc vuông, như [[row]]"
    if get_origin(kind) is dict:
        return "một bảng"
    if get_origin(kind) is tuple:
        return f"danh sách trong dấu ngoặc vuông, mỗi phần tử là {_expectation(get_args(kind)[0])}"
    if options := get_args(kind):
        return _expectation(options[0])
    return next((words for known, words in _EXPECTED.items() if kind is known), "giá trị đúng loại")


def _unprintable(table: Mapping[str, object]) -> Reasons:
    for key, value in table.items():
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and not text.isprintable():
                found = next(character for character in text if not character.isprintable())
                yield key, f"có ký tự không in được (U+{ord(found):04X})"
