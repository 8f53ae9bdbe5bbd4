"""Figures of somebody's file beside what was read in them, for a person to choose and correct."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.form.entry import Entry, read_answer, write_answer
from cchc_desktop.office.figures.files import plan_from_file
from cchc_desktop.office.figures.filling import Fillable, Filling
from cchc_desktop.office.word_reports.reading import (
    ReadReport,
    is_word_file,
    read_word_report,
    refuse_other_period,
)
from cchc_desktop.template.model import Kind
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import normal


@dataclass(frozen=True, slots=True)
class RowToReview:
    """A row as the file has it, and what it is taken for."""

    place: str
    """Where it stands in the file: `Phụ lục 2, dòng 7`."""
    told: str
    """STT and label as the file has them; empty where nobody knows the row."""
    raw: str
    """What stands in its figure."""
    code: IndicatorCode | None
    """The row of the form it is taken for."""
    reading: str
    """The figure as it would be typed; empty where it could not be read."""
    answer: Answer | None
    """What the reading says; None where there is none."""
    reason: str
    """Why a person has to look; empty for a row read surely."""
    note: str = ""
    """Ghi chú beside it."""

    @property
    def is_sure(self) -> bool:
        """Whether it can be taken over without a person."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row that a person wants: in which row of the form, and with which figure."""

    row: RowToReview
    code: IndicatorCode
    text: str


def rows_to_review(
    report: Fillable, file: Path, still_wanted: Callable[[], object] = always_wanted
) -> tuple[RowToReview, ...]:
    """Return the figures of a Word report, a workbook or a table, those first that are not sure.

    Rows without a figure are left out. `still_wanted` may raise to call it off. Raises `FileRefused` for a
    file that cannot be read, is no report, or is one of another period.
    """
    if is_word_file(file):
        read = read_word_report(file, [report.form.template], still_wanted=still_wanted)
        refuse_other_period(read, report.form.period)
        rows = tuple(_of_word(read))
    else:
        rows = tuple(_of_plan(report, plan_from_file(report, file)))
    return tuple(sorted(rows, key=lambda row: row.is_sure))


def entries_of(report: Fillable, taken: Iterable[TakenRow]) -> dict[IndicatorCode, Entry]:
    """Return what the rows that were chosen put into the form; raises what `read_answer` raises.

    A figure taken as it was read keeps the words of the file; a note of the file stands for an empty one.
    """
    entries = {}
    for each in taken:
        indicator, row = report.form.template.indicators[each.code], each.row
        note = row.note or report.form.entry(each.code).note
        if row.answer and (each.code, each.text) == (row.code, row.reading):
            entries[each.code] = Entry(row.answer, said=normal(row.raw), note=note)
        else:
            entries[each.code] = Entry(read_answer(indicator, each.text), said=normal(each.text), note=note)
    return entries


def _of_word(read: ReadReport) -> Iterator[RowToReview]:
    rows = read.template.indicators
    for row in read.reading.rows:
        if row.is_sure and (row.answer is None or row.answer.is_blank):
            continue
        known = row.code is not None and rows[row.code].kind is not Kind.HEADING
        answer, code = (row.answer, row.code) if known else (None, None)
        reading = write_answer(rows[code], answer) if code and answer else ""
        told = " ".join(filter(None, (row.stt, row.label_found)))
        reason = "" if row.is_sure else row.reason or "Chưa chắc đây là dòng nào của biểu mẫu."
        yield RowToReview(row.place, told, row.raw, code, reading, answer, reason, row.note)


def _of_plan(report: Fillable, plan: Filling) -> Iterator[RowToReview]:
    rows = report.form.template.indicators
    for unread in plan.unread:
        told = _label(report, unread.code)
        yield RowToReview(unread.place, told, unread.text, unread.code, "", None, unread.reason)
    asked = {unread.code for unread in plan.unread}
    for code, entry in plan.entries.items():
        if code not in asked and not entry.answer.is_blank:
            place, told = report.form.template.appendix_of(code).title, _label(report, code)
            reading = write_answer(rows[code], entry.answer)
            yield RowToReview(place, told, entry.said or reading, code, reading, entry.answer, "", entry.note)


def _label(report: Fillable, code: IndicatorCode | None) -> str:
    if code is None:
        return ""
    row = report.form.template.indicators[code]
    return f"{row.stt} {row.label}".strip()
