"""One row of a form: from its record to the indicator, and what a row of each kind must and must not have."""

import re
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from cchc_desktop.template.decoding import Reasons
from cchc_desktop.template.model import Indicator, Kind, OnlyIf, RollUp
from cchc_desktop.template.records import RowRecord
from cchc_desktop.values.codes import IndicatorCode

_KEY = re.compile(r"[A-Z][A-Z0-9]{0,15}(?:\.[A-Z0-9]{1,8}){1,7}")
_ONLY_IF = re.compile(rf"({_KEY.pattern})=([0-9]{{1,9}})")
_LONGEST_LABEL = 1_000
_NOT_COMPETENT = "not-competent"

_COUNTS = frozenset({RollUp.SUM, RollUp.OWN_AND_SUM, RollUp.OWN, RollUp.LIST})
_ROLLUPS: Mapping[Kind, frozenset[RollUp]] = {
    Kind.WHOLE: _COUNTS,
    Kind.MONEY: _COUNTS,
    Kind.PERCENT: frozenset({RollUp.LIST, RollUp.OWN}),
    Kind.CODE: frozenset({RollUp.CODES, RollUp.OWN, RollUp.LIST}),
    Kind.RATIO: frozenset({RollUp.RECOMPUTE}),
    Kind.TOTAL: frozenset({RollUp.RECOMPUTE}),
}
"""Typed percents are never added, ratios and totals always worked out anew."""

_OPERANDS = frozenset({"numerator", "denominator", "total-of"})
_LIMITS = frozenset({"at-least", "part-of", "usually-at-most", "same-as"})
_ANSWERING = frozenset({"time", "rollup", "only-if", "starts-as"})
_MISPLACED: Mapping[Kind, frozenset[str]] = {
    Kind.WHOLE: _OPERANDS | {"codes"},
    Kind.MONEY: _OPERANDS | {"codes"},
    Kind.PERCENT: _OPERANDS | {"codes", "at-least"},
    Kind.CODE: _OPERANDS | _LIMITS,
    Kind.RATIO: _LIMITS | {"total-of", "codes", "time", "only-if", "starts-as"},
    Kind.TOTAL: frozenset({"numerator", "denominator", "codes", "time", "only-if", "starts-as", "at-least"}),
    Kind.HEADING: _OPERANDS | _LIMITS | _ANSWERING | {"codes", "unit"},
}
"""What would say nothing, or something untrue, in a row of that kind."""

_FIELDS = tuple((field.name, field.encode_name, field.default) for field in msgspec.structs.fields(RowRecord))


def indicator(record: RowRecord) -> Indicator:
    """Return the row in memory; the record has no fault (`faults`)."""
    only_if = _ONLY_IF.fullmatch(record.only_if)
    return Indicator(
        code=IndicatorCode(record.key),
        stt=record.stt,
        label=record.label,
        unit=record.unit,
        kind=record.kind,
        time=record.time,
        rollup=RollUp.RECOMPUTE if record.kind.is_computed else record.rollup,
        italic=record.italic,
        numerator=_code(record.numerator),
        denominator=_code(record.denominator),
        total_of=_codes(record.total_of),
        at_least=_codes(record.at_least),
        part_of=_code(record.part_of),
        usually_at_most=_code(record.usually_at_most),
        same_as=_code(record.same_as),
        only_if=OnlyIf(IndicatorCode(only_if[1]), Decimal(only_if[2])) if only_if else None,
        codes=tuple(Decimal(code) for code in record.codes),
        starts_as=record.starts_as,
    )


def faults(record: RowRecord) -> Reasons:
    """Yield what is wrong with the row by itself, whatever the other rows are."""
    if not _KEY.fullmatch(record.key):
        yield "key", "mã dòng không đúng dạng như PL2.1 hoặc PL4.3.H.1"
    if not 0 < len(record.label) <= _LONGEST_LABEL:
        yield "label", f"nhãn phải có chữ, không quá {_LONGEST_LABEL} ký tự"
    given = {key for name, key, default in _FIELDS if getattr(record, name) != default}
    for key in sorted(given & _MISPLACED[record.kind]):
        yield key, f"không dùng cho dòng loại {record.kind.value}"
    if record.kind is not Kind.HEADING:
        yield from _missing(record)
    if record.rollup and record.rollup not in _ROLLUPS.get(record.kind, frozenset()):
        yield "rollup", f"cách tổng hợp “{record.rollup.value}” không hợp với dòng loại {record.kind.value}"
    if record.only_if and not _ONLY_IF.fullmatch(record.only_if):
        yield "only-if", "không đúng dạng MÃ=SỐ, như PL2.5=1"
    if record.starts_as not in ("", _NOT_COMPETENT):
        yield "starts-as", f"chỉ có thể là “{_NOT_COMPETENT}”"
    if any(not 0 <= code <= 9 for code in record.codes) or len(set(record.codes)) < len(record.codes):
        yield "codes", "mỗi mã phải là một chữ số từ 0 đến 9, không lặp"


def _missing(record: RowRecord) -> Reasons:
    wanted: Mapping[Kind, tuple[tuple[str, object], ...]] = {
        Kind.RATIO: (("numerator", record.numerator), ("denominator", record.denominator)),
        Kind.TOTAL: (("total-of", record.total_of),),
        Kind.CODE: (("codes", record.codes),),
    }
    asked = () if record.kind.is_computed else (("time", record.time), ("rollup", record.rollup))
    for key, value in (*wanted.get(record.kind, ()), *asked, ("unit", record.unit)):
        if not value:
            yield key, f"dòng loại {record.kind.value} phải có khóa này"


def _code(key: str | None) -> IndicatorCode | None:
    return None if key is None else IndicatorCode(key)


def _codes(keys: tuple[str, ...]) -> tuple[IndicatorCode, ...]:
    return tuple(IndicatorCode(key) for key in keys)
