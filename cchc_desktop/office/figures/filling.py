"""Figures from a table file into a report: every row is found and read, or listed for a person to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import EMPTY, Entry, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.figures.tables import SourceRow
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import likeness


class Fillable(Protocol):
    """What is filled: an open report, or one that is still to be begun."""

    @property
    def form(self) -> Form: ...


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that a person must look at: which, what it says, why, and what to do."""

    place: str
    """Where it stands in the file: `dòng 86`."""
    code: IndicatorCode | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Filling:
    """What a file would change in a report; nothing is written until `apply`."""

    entries: dict[IndicatorCode, Entry]
    new: int
    changed: int
    same: int
    skipped: int
    """Rows that ask for nothing: headings and blank figures."""
    unread: tuple[UnreadRow, ...]

    def apply(self, report: OpenReport) -> Changes:
        """Write the read rows as one step."""
        return report.put(self.entries, Source.IMPORTED)


def plan_filling(report: Fillable, rows: Sequence[SourceRow], thousands: str = "") -> Filling:
    """Match the rows with the report's and read their figures; unread rows keep their words and no answer.

    A row is the one with the same appendix, STT and label; where official forms repeat an STT the label
    decides. A blank figure changes nothing, except that a total left blank is remembered as such.
    """
    places = _Places(report.form.template)
    entries: dict[IndicatorCode, Entry] = {}
    unread: list[UnreadRow] = []
    skipped = 0
    for row in rows:
        indicator = places.find(row)
        if indicator is None:
            unread.append(_unknown(row))
        elif indicator.code in entries:
            unread.append(_repeated(row, indicator))
        else:
            entry, question = _read(indicator, row, report.form.entry(indicator.code), thousands)
            unread.extend(question)
            if entry is None:
                skipped += 1
            else:
                entries[indicator.code] = entry
    return counted(report, entries, skipped, tuple(unread))


class _Places:
    """Where a source row belongs in a set."""

    def __init__(self, template: Template) -> None:
        self._exact: dict[tuple[str, str, str], Indicator] = {}
        self._labels: dict[tuple[str, str], list[Indicator]] = {}
        for appendix in template.appendices:
            for row in appendix.indicators:
                number, label = str(appendix.number), likeness(row.label)
                self._exact[number, _stt(row.stt), label] = row
                self._labels.setdefault((number, label), []).append(row)

    def find(self, row: SourceRow) -> Indicator | None:
        label = likeness(row.label)
        number = row.appendix.rpartition(" ")[2]
        if exact := self._exact.get((number, _stt(row.stt), label)):
            return exact
        alike = self._labels.get((number, label), [])
        return alike[0] if len(alike) == 1 else None


def _read(
    indicator: Indicator, row: SourceRow, present: Entry, thousands: str
) -> tuple[Entry | None, list[UnreadRow]]:
    """Return what the cell becomes, None where it stays, and what a person must look at."""
    note = row.note or present.note
    if not row.figure or present.reason:  # a person's override outlasts an import
        left_blank = indicator.kind is Kind.TOTAL and present.said is None
        if left_blank or note != present.note:
            return replace(present, said="" if left_blank else present.said, note=note), []
        return None, []
    try:
        answer = read_answer(indicator, row.figure, thousands)
    except CchcError as question:
        unread = UnreadRow(f"dòng {row.line}", indicator.code, row.figure, question.message)
        if indicator.kind is Kind.HEADING or not present.answer.is_blank:
            return None, [unread]
        return Entry(said=row.figure, note=note), [unread]
    return Entry(answer, said=row.figure, note=note), []


def counted(
    report: Fillable, entries: dict[IndicatorCode, Entry], skipped: int, unread: tuple[UnreadRow, ...]
) -> Filling:
    """Return the filling of these entries, told apart by what stands in the report now."""
    present = report.form.entry
    rows = report.form.template.indicators
    same = [code for code, entry in entries.items() if _is_same(rows[code], present(code), entry)]
    new = sum(present(code) == EMPTY for code in entries)
    return Filling(
        entries={code: entry for code, entry in entries.items() if code not in same},
        new=new,
        changed=len(entries) - new - len(same),
        same=len(same),
        skipped=skipped,
        unread=unread,
    )


def _is_same(indicator: Indicator, present: Entry, entry: Entry) -> bool:
    """Whether nothing would change: an answer to an asked row is the same in any writing, `6` or `06`."""
    if indicator.is_asked and not entry.answer.is_blank:
        return replace(entry, said=present.said) == present
    return entry == present


def _unknown(row: SourceRow) -> UnreadRow:
    return UnreadRow(
        f"dòng {row.line}",
        None,
        row.figure,
        f"Dòng {row.line} của tệp (Phụ lục {row.appendix}, STT {row.stt or 'trống'}, “{row.label}”) "
        "không có trong bộ biểu mẫu của báo cáo. Hãy sửa tên chỉ tiêu cho đúng biểu mẫu hoặc nhập tay.",
    )


def _repeated(row: SourceRow, indicator: Indicator) -> UnreadRow:
    return UnreadRow(
        f"dòng {row.line}",
        indicator.code,
        row.figure,
        f"Dòng {row.line} của tệp lặp lại “{row.label}”; số liệu ở dòng đầu được giữ. "
        "Hãy xóa một trong hai dòng.",
    )


def _stt(text: str) -> str:
    return text.rstrip(". ")


def lines_of(filling: Filling) -> Iterator[str]:
    """Return the filling as a person reads it."""
    yield (
        f"Mới {filling.new}, thay đổi {filling.changed}, giữ nguyên {filling.same}, "
        f"bỏ qua {filling.skipped}, cần xem {len(filling.unread)}."
    )
    for row in filling.unread:
        yield f"  {row.place}: {row.reason}"
