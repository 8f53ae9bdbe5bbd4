"""A draft of a form's rows: keys, parents, kinds and relations proposed from what its table prints.

A row that a set knows keeps that set's key and relations. Of a new row everything is a proposal,
and each proposal that is not certain is listed for a person to decide.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from cchc_desktop.template.model import Indicator, Kind, RollUp, TimeBehaviour
from cchc_desktop.template.printed_rows import PrintedRow, completed, parents
from cchc_desktop.template.records import RowRecord
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import likeness, without_marks

_CODES = re.compile(r"=\s*([0-9])\b")
_MONEY = ("trieudong", "tydong", "nghindong", "dong")
_DONE = ("dunghan", "dahoanthanh", "daxuly", "dagiaiquyet", "duocgiaiquyet", "tructuyen", "dagiaingan", "dat")
"""Words of a numerator; what is left of two rows is the denominator."""
_NONE: Mapping[IndicatorCode, Indicator] = {}
_NOT_IN_KEYS = re.compile(r"[^A-Z0-9]")
_LONGEST_PART = 8


@dataclass(frozen=True, slots=True)
class Decision:
    """Something only a person can decide."""

    key: str
    reason: str
    """Vietnamese, a sentence."""


@dataclass(slots=True)
class Draft:
    """The rows of one appendix and what is to be decided of them."""

    rows: list[RowRecord] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def drafted(
    number: int, printed: Sequence[PrintedRow], known: Mapping[IndicatorCode, Indicator] = _NONE
) -> Draft:
    """Return the rows of the appendix of that number; rows left out above others are proposed.

    `known` are the rows of every set by key: no new row gets the key of one of them.
    """
    rows = completed(printed, known)
    keys = _keys(number, rows, {*known})
    children: dict[int, list[int]] = {}
    for at, parent in enumerate(parents(rows)):
        if parent is not None:
            children.setdefault(parent, []).append(at)
    draft = Draft()
    for at, row in enumerate(rows):
        below = [(keys[child], rows[child]) for child in children.get(at, ())]
        if row.asked_by:
            _add_left_out(draft, keys[at], row, keys)
        elif row.like is not None:
            draft.rows.append(_known(row, row.like))
            draft.decisions += _other_unit(row, row.like)
        else:
            _add_new(draft, keys[at], row, below)
        if row.unit or row.like or not below:  # else a heading: the rows below it are asked
            draft.rows += _of_columns(draft, keys[at], row)
    return draft


def settled(drafts: Mapping[int, Draft]) -> None:
    """Take out relations to rows that no draft has; a ratio without its rows becomes a typed percentage."""
    there = {row.key for draft in drafts.values() for row in draft.rows}
    for draft in drafts.values():
        draft.rows[:] = [_without_lost(row, there, draft) for row in draft.rows]


def _keys(number: int, rows: Sequence[PrintedRow], taken: set[str]) -> list[str]:
    keys: list[str] = []
    for row, parent in zip(rows, parents(rows), strict=True):
        above = f"PL{number}" if parent is None else keys[parent]
        keys.append(row.like.code if row.like else _new_key(above, row.stt, len(keys) + 1, {*taken, *keys}))
    return keys


def _new_key(above: str, stt: str, place: int, taken: set[str]) -> str:
    part = _NOT_IN_KEYS.sub("", without_marks(stt.strip(" .)(").rpartition(".")[2]).upper())
    wanted = f"{above}.{part[:_LONGEST_PART] or f'R{place}'}"
    key, number = wanted, 2
    while key in taken:
        key = f"{wanted[:40]}N{number}"
        number += 1
    return key


def _known(row: PrintedRow, like: Indicator) -> RowRecord:
    """The nearest set's row with the words that this form prints."""
    condition = like.only_if
    return RowRecord(
        key=like.code,
        stt=row.stt.strip(),
        label=row.label,
        unit="" if like.kind is Kind.HEADING else row.unit or like.unit,
        kind=like.kind,
        time=like.time,
        rollup=None if like.kind.is_computed else like.rollup,
        italic=like.italic,
        numerator=like.numerator,
        denominator=like.denominator,
        total_of=like.total_of,
        at_least=like.at_least,
        part_of=like.part_of,
        usually_at_most=like.usually_at_most,
        same_as=like.same_as,
        only_if=f"{condition.code}={condition.equals}" if condition else "",
        codes=tuple(int(code) for code in like.codes),
        starts_as=like.starts_as,
    )


def _add_left_out(draft: Draft, key: str, row: PrintedRow, keys: Collection[str]) -> None:
    """Add a row that the form has not: the nearest set's where that asks for nothing, else a heading."""
    reason = (
        f"Biểu có dòng {row.asked_by} mà không có dòng {row.stt} ở trên nó; bản nháp thêm dòng "
        f"“{row.label}”. Hãy ghi đúng tên và loại của dòng ấy."
    )
    draft.decisions.append(Decision(key, reason))
    if row.like is not None and not row.like.is_asked and {*row.like.operands} <= {*keys}:
        draft.rows.append(_known(row, row.like))
    else:
        draft.rows.append(RowRecord(key=key, stt=row.stt, label=row.label, unit="", kind=Kind.HEADING))


def _other_unit(row: PrintedRow, like: Indicator) -> Iterator[Decision]:
    if row.unit and like.unit and likeness(row.unit) != likeness(like.unit):
        reason = (
            f"“{row.label}” tính theo {row.unit}, bộ gần nhất tính theo {like.unit}. Hãy xem lại đơn vị tính."
        )
        yield Decision(like.code, reason)


def _add_new(draft: Draft, key: str, row: PrintedRow, below: Sequence[tuple[str, PrintedRow]]) -> None:
    words, unit = likeness(row.label), likeness(row.unit)
    record = RowRecord(key=key, stt=row.stt.strip(), label=row.label, unit=row.unit, kind=Kind.WHOLE)
    counted = [child for child in below if child[1].unit.strip() != "%"]
    if row.columns or (below and not row.unit and not words.startswith(("tyle", "tongso"))):
        draft.rows.append(msgspec.structs.replace(record, kind=Kind.HEADING, unit=""))
        return
    if words.startswith("tyle") or row.unit.strip() == "%":
        draft.rows.append(_ratio(draft, record, counted))
    elif words.startswith("tong") and len(counted) > 1:
        reason = (
            f"“{row.label}” được đề xuất là tổng các dòng bên dưới. Hãy xem có đủ và đúng các dòng không."
        )
        draft.decisions.append(Decision(key, reason))
        total = tuple(child for child, _ in counted)
        draft.rows.append(msgspec.structs.replace(record, kind=Kind.TOTAL, total_of=total))
    elif codes := tuple(map(int, dict.fromkeys(_CODES.findall(row.unit)))):
        fields = {"kind": Kind.CODE, "codes": codes, "time": TimeBehaviour.STOCK, "rollup": RollUp.CODES}
        draft.rows.append(msgspec.structs.replace(record, **fields))
    else:
        kind = Kind.MONEY if unit in _MONEY else Kind.WHOLE
        draft.rows.append(_asked(draft, record, kind, RollUp.SUM))
    if not draft.rows[-1].unit:
        draft.decisions.append(
            Decision(key, f"Chưa rõ đơn vị tính của “{row.label}”. Hãy ghi đơn vị tính (unit).")
        )


def _ratio(draft: Draft, record: RowRecord, below: Sequence[tuple[str, PrintedRow]]) -> RowRecord:
    percent = msgspec.structs.replace(record, unit="%")
    if len(below) != 2:
        draft.decisions.append(
            Decision(
                record.key,
                f"“{record.label}” là tỷ lệ nhưng không rõ tử số, mẫu số, nên để người nhập. Nếu hai số đó "
                "có trong biểu thì đổi loại thành tỷ lệ chương trình tính (kind P), ghi khóa tử số, mẫu số.",
            )
        )
        return _asked(draft, percent, Kind.PERCENT, RollUp.LIST)
    done = [key for key, row in below if any(word in likeness(row.label) for word in _DONE)]
    numerator = done[0] if len(done) == 1 else below[1][0]
    (denominator,) = (key for key, _ in below if key != numerator)
    reason = f"“{record.label}” được đề xuất là {numerator} chia {denominator}. Hãy xem có đúng không."
    draft.decisions.append(Decision(record.key, reason))
    return msgspec.structs.replace(percent, kind=Kind.RATIO, numerator=numerator, denominator=denominator)


def _asked(draft: Draft, record: RowRecord, kind: Kind, rollup: RollUp) -> RowRecord:
    cumulative = "luyke" in likeness(record.label)
    time = TimeBehaviour.CUMULATIVE if cumulative else TimeBehaviour.FLOW
    draft.decisions.append(
        Decision(
            record.key,
            f"“{record.label}” là dòng mới, được đề xuất: {_TIMES[time]}, {_ROLLUPS[rollup]}. "
            "Hãy xem có đúng không; khác thì sửa cách tính theo thời gian (time), cách tổng hợp (rollup).",
        )
    )
    return msgspec.structs.replace(record, kind=kind, time=time, rollup=rollup)


_TIMES = {TimeBehaviour.FLOW: "số phát sinh trong kỳ", TimeBehaviour.CUMULATIVE: "số lũy kế"}
_ROLLUPS = {RollUp.SUM: "cấp trên cộng lại", RollUp.LIST: "cấp trên liệt kê, không cộng"}


def _of_columns(draft: Draft, key: str, row: PrintedRow) -> Iterator[RowRecord]:
    """A row for each figure column: the program's forms have one figure a row."""
    for place, head in enumerate(row.columns, 1):
        record = RowRecord(
            key=f"{key}.C{place}", stt="", label=f"{row.label} – {head}", unit=row.unit, kind=Kind.WHOLE
        )
        kind = Kind.MONEY if likeness(row.unit) in _MONEY else Kind.WHOLE
        if row.unit.strip() == "%":
            yield _asked(draft, record, Kind.PERCENT, RollUp.LIST)
        else:
            yield _asked(draft, record, kind, RollUp.SUM)


def _without_lost(row: RowRecord, there: set[str], draft: Draft) -> RowRecord:
    single = ("numerator", "denominator", "part_of", "usually_at_most", "same_as")
    lost = {name for name in single if getattr(row, name) and getattr(row, name) not in there}
    parts = tuple(key for key in row.total_of if key in there)
    least = tuple(key for key in row.at_least if key in there)
    needs = row.only_if.partition("=")[0]
    if not lost and parts == row.total_of and least == row.at_least and (not needs or needs in there):
        return row
    draft.decisions.append(
        Decision(row.key, f"“{row.label}” liên hệ với dòng mà biểu này không có; liên hệ đó được bỏ đi.")
    )
    changes: dict[str, object] = dict.fromkeys(lost)
    changes |= {"total_of": parts, "at_least": least, "only_if": row.only_if if needs in there else ""}
    if lost & {"numerator", "denominator"}:
        changes |= {"numerator": None, "denominator": None, "kind": Kind.PERCENT}
        changes |= {"time": TimeBehaviour.FLOW, "rollup": RollUp.LIST}
    if row.kind is Kind.TOTAL and not parts:
        changes |= {"kind": Kind.WHOLE, "time": TimeBehaviour.FLOW, "rollup": RollUp.SUM}
    return msgspec.structs.replace(row, **changes)
