"""Where the figures of one set stand in another: of the version before, or of the level below.

Rows of one key hold one thing in both sets; what moved, was merged, split or given up is declared by the
newer set, in `chuyen-doi.toml`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cchc_desktop.template.decoding import Reasons
from cchc_desktop.template.model import Indicator, Kind, RowChange, Template
from cchc_desktop.template.records import RowChangeRecord
from cchc_desktop.values.codes import IndicatorCode

_TAKEN_FROM: Mapping[Kind, frozenset[Kind]] = {
    Kind.WHOLE: frozenset({Kind.WHOLE, Kind.TOTAL}),
    Kind.MONEY: frozenset({Kind.MONEY, Kind.TOTAL}),
    Kind.PERCENT: frozenset({Kind.PERCENT, Kind.RATIO}),
    Kind.CODE: frozenset({Kind.CODE}),
}
"""What an asked row can hold of another set's row, by their kinds."""
_ADDED_UP = (Kind.WHOLE, Kind.MONEY)


@dataclass(frozen=True, slots=True)
class RowMapping:
    """Which rows of an older set make which of a newer one; computed rows are worked out anew."""

    sources: Mapping[IndicatorCode, tuple[IndicatorCode, ...]]
    """For each asked row of the new set that has any, the old rows whose figures together are its own."""
    divided: Mapping[IndicatorCode, tuple[IndicatorCode, ...]]
    """Old rows that were split, and the rows among which a person divides their figure."""
    dropped: tuple[IndicatorCode, ...]
    """Old rows that were given up, as the new set declares."""
    unmapped: tuple[IndicatorCode, ...]
    """Asked rows of the old set for which there is no place and no word."""
    unfed: tuple[IndicatorCode, ...]
    """Asked rows of the new set that no old row makes."""


def mapping(old: Template, new: Template) -> RowMapping:
    """Return where the old set's figures stand in the new one.

    What the new set declares goes first; of the rest a row is the one with its key, where it can hold it.
    """
    declared = [change for change in new.row_changes if _speaks_of(change, old)]
    moved = {code for change in declared for code in change.old}
    sources: dict[IndicatorCode, tuple[IndicatorCode, ...]] = {
        code: (code,)
        for code, row in new.indicators.items()
        if row.is_asked and code not in moved and code in old.indicators and _holds(row, old.indicators[code])
    }
    sources.update({change.new[0]: change.old for change in declared if len(change.new) == 1})
    divided = {change.old[0]: change.new for change in declared if len(change.new) > 1}
    dropped = tuple(code for change in declared if not change.new for code in change.old)
    placed = {code for codes in sources.values() for code in codes} | divided.keys() | set(dropped)
    return RowMapping(
        sources,
        divided,
        dropped,
        unmapped=tuple(_lacking(old, placed)),
        unfed=tuple(_lacking(new, sources)),
    )


def row_change(record: RowChangeRecord) -> RowChange:
    """Return the declaration in memory."""
    return RowChange(
        record.source,
        record.version,
        tuple(IndicatorCode(code) for code in record.old),
        tuple(IndicatorCode(code) for code in record.new),
    )


def faults(change: RowChange, known: Mapping[IndicatorCode, Indicator], unread: Iterable[str]) -> Reasons:
    """Yield what is wrong with one declaration; `unread` are rows that could not be read themselves."""
    if not change.source:
        yield "source", "phải nêu mã của bộ cũ"
    if not change.old:
        yield "old", "phải nêu ít nhất một dòng của bộ cũ"
    if len(change.old) > 1 and len(change.new) > 1:
        yield "new", "nhiều dòng cũ chỉ gộp được vào một dòng mới; hãy tách thành nhiều mục"
    for key, codes in (("old", change.old), ("new", change.new)):
        if len(set(codes)) < len(codes):
            yield key, "nêu một dòng hai lần"
    is_merged = len(change.old) > 1
    for code in change.new:
        if code in known and (reason := _unfit(known[code], is_merged=is_merged)):
            yield "new", reason
        elif code not in known and code not in unread:
            yield "new", f"nêu dòng {code} không có trong bộ"


def contradictions(changes: Iterable[RowChange]) -> Iterator[str]:
    """Yield the rows that are declared twice for one set: as old ones, or as receiving ones."""
    for side in ("old", "new"):
        named = Counter((each.source, each.version, code) for each in changes for code in getattr(each, side))
        for (source, _, code), count in named.items():
            if count > 1:
                yield f"dòng {code} được nêu {count} lần ở {side} cho bộ {source}"


def _unfit(row: Indicator, *, is_merged: bool) -> str:
    if not row.is_asked:
        return f"dòng {row.code} là tiêu đề hoặc do chương trình tính, không nhận số liệu"
    if is_merged and row.kind not in _ADDED_UP:
        return f"dòng {row.code} không cộng được nên không nhận nhiều dòng cũ"
    return ""


def _speaks_of(change: RowChange, old: Template) -> bool:
    return change.source == old.id and change.version in ("", old.version)


def _holds(row: Indicator, other: Indicator) -> bool:
    return other.kind in _TAKEN_FROM[row.kind] and (row.kind is not Kind.CODE or row.codes == other.codes)


def _lacking(template: Template, placed: Iterable[IndicatorCode]) -> Iterator[IndicatorCode]:
    found = frozenset(placed)
    return (code for code, row in template.indicators.items() if row.is_asked and code not in found)
