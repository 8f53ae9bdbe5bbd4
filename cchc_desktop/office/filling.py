"""Figures from a table file into a report: every row is found and read, or listed for a person to look at."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.form.entry import EMPTY, Entry, read_answer
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.journal import Source
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import likeness, normal

_COLUMNS = ("phu_luc", "stt", "chi_tieu", "so_lieu")
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a table file, as text."""

    line: int
    """Where the row stands in the file, the header being 1."""
    appendix: str
    stt: str
    label: str
    figure: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that a person must look at: which, what it says, why, and what to do."""

    line: int
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


def read_table(path: Path) -> tuple[SourceRow, ...]:
    """Return the rows of a `.tsv` or `.csv` file; see `table_rows`."""
    return table_rows(path.name, _content(path))


def table_rows(name: str, content: bytes) -> tuple[SourceRow, ...]:
    """Return the rows of a table whose first line names the columns; `name` is the file's.

    Needed are `phu_luc`, `stt`, `chi_tieu` and `so_lieu`; `ghi_chu` is read where there is one. A file that
    cannot be read raises `FileRefused`.
    """
    text = _text(name, content)
    lines = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(name, text), restval="")
    missing = [name for name in _COLUMNS if name not in (lines.fieldnames or ())]
    if missing:
        raise FileRefused(
            f"Tệp {name} thiếu cột {', '.join(missing)} ở dòng đầu. Hãy đặt tên các cột như tệp mẫu: "
            "phu_luc, stt, chi_tieu, don_vi_tinh, so_lieu, ghi_chu."
        )
    try:
        return tuple(
            SourceRow(
                lines.line_num,
                normal(row["phu_luc"]),
                normal(row["stt"]),
                normal(row["chi_tieu"]),
                normal(row["so_lieu"]),
                normal(row.get("ghi_chu") or ""),
            )
            for row in lines
        )
    except csv.Error as error:
        raise FileRefused(
            f"Tệp {name} hỏng ở dòng {lines.line_num + 1}. Hãy mở tệp bằng Excel, lưu lại rồi đọc lại."
        ) from error


def plan_filling(report: OpenReport, rows: Sequence[SourceRow], thousands: str = "") -> Filling:
    """Match the rows with the report's and read their figures; unread rows keep their words and no answer.

    A row is the one with the same appendix, STT and label; where official forms repeat an STT the label
    decides. A blank figure changes nothing, except that a total left blank is remembered as such.
    """
    places = _Places(report.template)
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
    return _counted(report, entries, skipped, tuple(unread))


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
    note = row.note or present.note
    if not row.figure:
        left_blank = indicator.kind is Kind.TOTAL and present.said is None
        if left_blank or note != present.note:
            return replace(present, said="" if left_blank else present.said, note=note), []
        return None, []
    try:
        answer = read_answer(indicator, row.figure, thousands)
    except CchcError as question:
        unread = UnreadRow(row.line, indicator.code, row.figure, question.message)
        if indicator.kind is Kind.HEADING:
            return None, [unread]
        return Entry(said=row.figure, note=note), [unread]
    return Entry(answer, said=row.figure, reason=present.reason, note=note), []


def _counted(
    report: OpenReport, entries: dict[IndicatorCode, Entry], skipped: int, unread: tuple[UnreadRow, ...]
) -> Filling:
    present = report.form.entry
    same = [code for code, entry in entries.items() if present(code) == entry]
    new = sum(present(code) == EMPTY for code in entries)
    return Filling(
        entries={code: entry for code, entry in entries.items() if code not in same},
        new=new,
        changed=len(entries) - new - len(same),
        same=len(same),
        skipped=skipped,
        unread=unread,
    )


def _unknown(row: SourceRow) -> UnreadRow:
    return UnreadRow(
        row.line,
        None,
        row.figure,
        f"Dòng {row.line} của tệp (Phụ lục {row.appendix}, STT {row.stt or 'trống'}, “{row.label}”) "
        "không có trong bộ biểu mẫu của báo cáo. Hãy sửa tên chỉ tiêu cho đúng biểu mẫu hoặc nhập tay.",
    )


def _repeated(row: SourceRow, indicator: Indicator) -> UnreadRow:
    return UnreadRow(
        row.line,
        indicator.code,
        row.figure,
        f"Dòng {row.line} của tệp lặp lại “{row.label}”; số liệu ở dòng đầu được giữ. "
        "Hãy xóa một trong hai dòng.",
    )


def _stt(text: str) -> str:
    return text.rstrip(". ")


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise FileRefused(f"Tệp {path.name} lớn hơn 2 MB nên không phải bảng số liệu. Hãy chọn đúng tệp.")
        return path.read_bytes()
    except OSError as error:
        raise FileRefused(
            f"Không đọc được tệp {path.name}. Hãy kiểm tra tệp còn ở đó và không bị khóa."
        ) from error


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(
            f"Tệp {name} không phải chữ Unicode (UTF-8). Trong Excel hãy lưu lại dạng “CSV UTF-8”."
        ) from error


def _dialect(name: str, text: str) -> type[csv.Dialect]:
    header = text.partition("\n")[0]
    mark = "\t" if name.lower().endswith(".tsv") else max("\t;,", key=header.count)

    class Table(csv.excel):
        delimiter = mark
        strict = True

    return Table


def lines_of(filling: Filling) -> Iterator[str]:
    """Return the filling as a person reads it."""
    yield (
        f"Mới {filling.new}, thay đổi {filling.changed}, giữ nguyên {filling.same}, "
        f"bỏ qua {filling.skipped}, cần xem {len(filling.unread)}."
    )
    for row in filling.unread:
        yield f"  dòng {row.line}: {row.reason}"
