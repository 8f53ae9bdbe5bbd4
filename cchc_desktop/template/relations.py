"""How rows hang together: every row named is there, fits, and no computed row waits for itself."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.codes import IndicatorCode

Fault = tuple[IndicatorCode, str, str]
"""Row, key in it, reason."""

DEEPEST = 20
"""How many computed rows may stand on one another."""


def faults(rows: Collection[Indicator], unread: Collection[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong between the rows of a set.

    `unread` are the keys of rows that are in the files but could not be read: they are not missing.
    """
    known = {row.code: row for row in rows}
    keys = {*known, *unread}
    parents = {key.rpartition(".")[0] for key in keys}
    for row in rows:
        yield from _lost_relatives(row, keys, parents)
        for key, others in _relations(row).items():
            yield from ((row.code, key, reason) for reason in _misfits(row, key, others, known, keys))
    yield from _endless(known)


def repeated(rows: Collection[Indicator]) -> Iterator[Fault]:
    """Yield the rows of one appendix that print the same number and label as another."""
    printed = Counter((row.stt, row.label) for row in rows)
    for row in rows:
        if printed[row.stt, row.label] > 1:
            yield row.code, "label", f"trùng cả số thứ tự “{row.stt}” và nhãn với dòng khác của phụ lục"


def _relations(row: Indicator) -> Mapping[str, tuple[IndicatorCode, ...]]:
    single = {
        "numerator": row.numerator,
        "denominator": row.denominator,
        "part-of": row.part_of,
        "usually-at-most": row.usually_at_most,
        "same-as": row.same_as,
        "only-if": row.only_if.code if row.only_if else None,
    }
    named = {key: (code,) for key, code in single.items() if code is not None}
    return {**named, "total-of": row.total_of, "at-least": row.at_least}


def _lost_relatives(row: Indicator, keys: Collection[str], parents: Collection[str]) -> Iterator[Fault]:
    """Yield a fault where the row above (the key less its last part) or every row below is lost."""
    parent = row.code.rpartition(".")[0]
    if "." in parent and parent not in keys:
        yield row.code, "key", f"thiếu dòng cha {parent}"
    if row.kind is Kind.HEADING and row.code not in parents:
        yield row.code, "key", "tiêu đề không có dòng nào bên dưới"


def _misfits(
    row: Indicator,
    key: str,
    others: tuple[IndicatorCode, ...],
    known: Mapping[IndicatorCode, Indicator],
    keys: Collection[str],
) -> Iterator[str]:
    if len(set(others)) < len(others):
        yield "nêu một dòng hai lần"
    for code in others:
        if code == row.code:
            yield "nêu chính dòng này"
        elif code not in keys:
            yield f"nêu dòng {code} không có trong bộ"
        elif code in known and (reason := _unfit(row, key, known[code])):
            yield reason
    if row.numerator and row.numerator == row.denominator and key == "denominator":
        yield "mẫu số trùng với tử số"


def _unfit(row: Indicator, key: str, other: Indicator) -> str:
    """Say why the other row cannot stand in that relation; percents and counts do not measure one another."""
    if key == "only-if":
        if other.kind is Kind.HEADING or other.kind.is_computed:
            return f"dòng {other.code} không phải là dòng nhập số"
        if row.only_if and other.codes and row.only_if.equals not in other.codes:
            return f"dòng {other.code} không có mã {row.only_if.equals}"
        return ""
    if other.kind in (Kind.HEADING, Kind.CODE):
        return f"dòng {other.code} là tiêu đề hoặc mã, không phải số lượng"
    if other.kind.is_percent and row.kind is not Kind.PERCENT:
        return f"dòng {other.code} là tỷ lệ phần trăm, không phải số lượng"
    if row.kind is Kind.PERCENT and not other.kind.is_percent:
        return f"dòng {other.code} không phải là tỷ lệ phần trăm"
    return ""


def _endless(known: Mapping[IndicatorCode, Indicator]) -> Iterator[Fault]:
    computed = [row for row in known.values() if row.kind.is_computed]
    graph = {row.code: [code for code in row.operands if code in known] for row in computed}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle: list[IndicatorCode] = error.args[1]
        key = "total-of" if known[circle[0]].kind is Kind.TOTAL else "numerator"
        yield circle[0], key, "các dòng tính nối vòng: " + " → ".join(circle)
        return
    depth: dict[IndicatorCode, int] = {}
    for code in order:
        depth[code] = 1 + max((depth[below] for below in graph.get(code, ())), default=0)
        if depth[code] > DEEPEST + 1:
            yield code, "total-of", f"dòng tính chồng lên nhau quá {DEEPEST} bậc"
            return
