"""A draft set as a person goes over it: rows beside their keys and relations, changed one by one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

import msgspec

from cchc_desktop.documents.reading.rows import label_words
from cchc_desktop.office.form_sets.drafts import SetDraft, problems_in
from cchc_desktop.template.decoding import decode
from cchc_desktop.template.files import SET_FILE, appendix_file, appendix_numbers, table
from cchc_desktop.template.model import Kind, RollUp, TimeBehaviour
from cchc_desktop.template.records import AppendixRecord, RowRecord, SetRecord
from cchc_desktop.template.toml import appendix_toml, table_toml
from cchc_desktop.values.codes import IndicatorCode

KIND_NAMES = {
    Kind.WHOLE: "Số nguyên",
    Kind.MONEY: "Số tiền",
    Kind.PERCENT: "Tỷ lệ, người nhập",
    Kind.RATIO: "Tỷ lệ, chương trình tính",
    Kind.TOTAL: "Tổng, chương trình tính",
    Kind.CODE: "Mã chọn",
    Kind.HEADING: "Dòng tiêu đề",
}
TIME_NAMES = {
    TimeBehaviour.FLOW: "Phát sinh trong kỳ",
    TimeBehaviour.CUMULATIVE: "Lũy kế",
    TimeBehaviour.STOCK: "Có tại thời điểm",
}
ROLLUP_NAMES = {
    RollUp.SUM: "Cộng các đơn vị",
    RollUp.OWN_AND_SUM: "Cộng, thêm phần riêng",
    RollUp.OWN: "Chỉ số của cơ quan",
    RollUp.LIST: "Liệt kê, không cộng",
    RollUp.CODES: "Đếm từng mã",
}
_ALIKE = 0.8
_BETWEEN = re.compile(r"[\s+,;/:]+")
_SINGLE = ("numerator", "denominator", "part_of", "usually_at_most", "same_as")
_MANY = ("total_of", "at_least")


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row of a draft."""

    appendix: str
    """Title and name of the appendix it stands in."""
    record: RowRecord
    is_known: bool
    """Whether the set it is like has the row."""
    decisions: tuple[str, ...]
    """What a person has to decide of it: Vietnamese sentences."""

    @property
    def operands(self) -> str:
        """What a computed row is worked out from: `PL2.2.2 / PL2.2.1`, `PL2.4.2 + PL2.4.3`."""
        record = self.record
        if record.kind is Kind.RATIO:
            return " / ".join(filter(None, (record.numerator, record.denominator)))
        return " + ".join(record.total_of)


def head_of(draft: SetDraft) -> SetRecord:
    """Return what the set says of itself."""
    return decode(table(draft.files[SET_FILE]), SetRecord)


def rows_of(draft: SetDraft) -> tuple[DraftRow, ...]:
    """Return every row, appendix after appendix, as printed."""
    return tuple(_rows(draft))


def general_decisions(draft: SetDraft, rows: Iterable[DraftRow]) -> tuple[str, ...]:
    """Return what is to be decided of the set as a whole; `rows` are all of its rows."""
    keys = {row.record.key for row in rows}
    return tuple(each.reason for _, each in draft.decisions if each.key not in keys)


def with_head(draft: SetDraft, set_id: str, name: str, valid_from: date) -> SetDraft:
    """Return the draft under another id and name, in force from another day."""
    lines = draft.files[SET_FILE].decode().split("\n")
    for field in (("id", set_id), ("name", name), ("valid-from", valid_from)):
        place = next(at for at, line in enumerate(lines) if line.startswith(f"{field[0]} = "))
        lines[place] = table_toml([field]).rstrip("\n")
    return _with_files(draft, {SET_FILE: "\n".join(lines).encode()})


def with_row(
    draft: SetDraft,
    row: DraftRow,
    *,
    key: str,
    unit: str,
    kind: Kind,
    operands: str,
    label: str | None = None,
    time: TimeBehaviour | None = None,
    rollup: RollUp | None = None,
) -> SetDraft:
    """Return the draft with a row as a person wants it; its decisions are settled.

    None leaves the label as it is, and time and roll-up as the kind has them. `operands` are keys with
    anything but letters, digits and points between them. Other rows follow a new key. Whether the set can be
    used then, `problems` says.
    """
    changed = _changed(row.record, key, unit, kind, tuple(filter(None, _BETWEEN.split(operands))))
    told: dict[str, object] = {"label": label} if label is not None else {}
    if changed.time and changed.rollup:  # the row is asked
        told |= {"time": time or changed.time, "rollup": rollup or changed.rollup}
    changed = msgspec.structs.replace(changed, **told)
    files = {}
    for file in _appendix_files(draft):
        appendix = _appendix(draft, file)
        records = [decode(raw, RowRecord) for raw in appendix.row]
        files[file] = appendix_toml(
            appendix,
            (changed if each == row.record else _following(each, row.record.key, key) for each in records),
        )
    return settled(_with_files(draft, files), row)


def settled(draft: SetDraft, row: DraftRow) -> SetDraft:
    """Return the draft with everything decided of that row."""
    rest = tuple((file, each) for file, each in draft.decisions if each.key != row.record.key)
    return replace(draft, decisions=rest)


def _rows(draft: SetDraft) -> Iterator[DraftRow]:
    reasons: dict[str, list[str]] = {}
    for _, each in draft.decisions:
        reasons.setdefault(each.key, []).append(each.reason)
    for file in _appendix_files(draft):
        appendix = _appendix(draft, file)
        name = ". ".join((appendix.title, " ".join(appendix.name_lines)))
        for raw in appendix.row:
            record = decode(raw, RowRecord)
            told = tuple(reasons.get(record.key, ()))
            yield DraftRow(name, record, _is_known(draft, record), told)


def _is_known(draft: SetDraft, record: RowRecord) -> bool:
    """Whether the set it is like has the row: the same key for about the same words."""
    like = draft.like.indicators.get(IndicatorCode(record.key))
    if like is None:
        return False
    ours, theirs = label_words(like.label), label_words(record.label)
    return ours == theirs or SequenceMatcher(None, ours, theirs).ratio() >= _ALIKE


def _appendix_files(draft: SetDraft) -> list[str]:
    return [appendix_file(number) for number in sorted(appendix_numbers(draft.files))]


def _appendix(draft: SetDraft, file: str) -> AppendixRecord:
    return decode(table(draft.files[file]), AppendixRecord)


def _changed(record: RowRecord, key: str, unit: str, kind: Kind, operands: tuple[str, ...]) -> RowRecord:
    """The record of another kind with what that kind needs; what it keeps of time and roll-up stays."""
    is_asked = kind is not Kind.HEADING and not kind.is_computed
    numerator, denominator = (*operands, None, None)[:2] if kind is Kind.RATIO else (None, None)
    time, rollup = _customs(kind)
    return msgspec.structs.replace(
        record,
        key=key,
        unit="" if kind is Kind.HEADING else unit,
        kind=kind,
        numerator=numerator,
        denominator=denominator,
        total_of=operands if kind is Kind.TOTAL else (),
        codes=record.codes if kind is Kind.CODE else (),
        time=(record.time or time) if is_asked else None,
        rollup=(record.rollup if record.kind is kind and record.rollup else rollup) if is_asked else None,
    )


def _customs(kind: Kind) -> tuple[TimeBehaviour, RollUp]:
    """How a row of that kind is usually joined over time and over offices."""
    if kind is Kind.CODE:
        return TimeBehaviour.STOCK, RollUp.CODES
    return TimeBehaviour.FLOW, RollUp.LIST if kind is Kind.PERCENT else RollUp.SUM


def _following(record: RowRecord, old: str, new: str) -> RowRecord:
    """The record with its relations to a row led to the row's new key."""
    if old == new:
        return record
    changes: dict[str, object] = {name: new for name in _SINGLE if getattr(record, name) == old}
    for name in _MANY:
        changes[name] = tuple(new if each == old else each for each in getattr(record, name))
    needs, sign, number = record.only_if.partition("=")
    changes["only_if"] = f"{new}{sign}{number}" if needs == old else record.only_if
    return msgspec.structs.replace(record, **changes)


def _with_files(draft: SetDraft, files: dict[str, bytes]) -> SetDraft:
    whole = {**draft.files, **files}
    return replace(draft, files=whole, problems=problems_in(whole))
