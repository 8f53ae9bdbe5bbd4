"""Files that figures are read from: tables somebody typed, workbooks exported or filled by hand, reports."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Doubt, Inspection, Question, SheetCell
from cchc_desktop.exchange.messages import cells_of
from cchc_desktop.exchange.payload import Cell
from cchc_desktop.form.entry import Entry, read_answer, write_answer
from cchc_desktop.office.figures.filling import Fillable, Filling, UnreadRow, counted, plan_filling
from cchc_desktop.office.figures.tables import read_table
from cchc_desktop.office.figures.word_figures import plan_from_word
from cchc_desktop.office.received import inspect_file
from cchc_desktop.office.word_reports.reading import is_word_file, read_word_report
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import unmistakable_choice

_TABLES = (".tsv", ".csv", ".txt")
_DOUBTS = {
    Doubt.UNREADABLE: "không đọc được “{text}”. Hãy nhập lại số liệu của dòng này.",
    Doubt.FORMULA: "ô này là công thức, không phải số liệu. Hãy nhập con số thay cho công thức.",
    Doubt.TWICE: "dòng này có hai lần trong tệp. Hãy xóa một dòng.",
    Doubt.UNKNOWN_ROW: "dòng có số “{text}” không có trong biểu mẫu. Hãy kiểm tra tên chỉ tiêu.",
}


def plan_from_file(report: Fillable, file: Path, thousands: str = "") -> Filling:
    """Return what the file would change in the report.

    `.tsv` and `.csv` are tables of text, a document is somebody's Word report; anything else goes through the
    gate of exchange files. `thousands` settles ambiguous numbers of tables and documents. Raises
    `FileRefused`.
    """
    if is_word_file(file):
        return plan_from_word(report, read_word_report(file, [report.form.template], thousands))
    if is_table(file):
        return plan_filling(report, read_table(file), thousands)
    return plan_from_workbook(report, inspect_file(file, {}, [report.form.template]))


def is_table(file: Path) -> bool:
    """Whether the file is a table of text, by its name."""
    return file.suffix.lower() in _TABLES


def plan_from_workbook(report: Fillable, found: Inspection) -> Filling:
    """Return what a workbook that was looked into would change in the report."""
    rows = report.form.template.indicators
    sent = cells_of(found.payload) if found.payload else {}
    entries = {
        code: entry
        for code, row in rows.items()
        if row.kind is not Kind.HEADING and (entry := _entry(row, sent.get(code), found))
    }
    present = report.form.entry
    taken = {
        code: replace(entry, note=entry.note or present(code).note)
        for code, entry in entries.items()
        if not present(code).reason  # a person's override outlasts an import
    }
    unread = [_unread(question) for question in found.questions]
    unread += [_still_unread(rows[code], entry) for code, entry in taken.items() if entry.is_unread]
    kept = {c: each for c, each in taken.items() if present(c).answer.is_blank or not each.is_unread}
    return counted(report, kept, len(rows) - len(entries), tuple(unread))


def _entry(row: Indicator, sent: Cell | None, found: Inspection) -> Entry | None:
    """Return what the file says in a row: its sheet where that was read, else what was sent; None for
    nothing.
    """
    note = sent.note if sent else ""
    if found.cells is not None:
        return _from_sheet(row, found.cells, _is_changed(row.code, found), note)
    if sent is None:
        return None
    if sent.overridden or not (row.kind.is_computed or sent.stated):
        entry = Entry(sent.answer, sent.stated, sent.reason, note)
    else:
        entry = Entry(_stated(row, sent.stated), sent.stated, note=note)
    return None if entry == Entry() else entry


def _stated(row: Indicator, words: str | None) -> Answer:
    """What the sender's words say in a row that his program computes or could not read."""
    try:
        return read_answer(row, words or "")
    except CchcError:  # unread there, unread here: the words stay for a person to settle
        return BLANK


def _from_sheet(row: Indicator, cells: Mapping[str, SheetCell], changed: bool, note: str) -> Entry | None:
    cell = cells.get(row.code)
    if cell is None or cell.answer.is_blank or (row.kind.is_computed and not changed):
        return Entry(note=note) if note else None
    return Entry(cell.answer, write_answer(row, cell.answer), note=note)


def _is_changed(code: IndicatorCode, found: Inspection) -> bool:
    """Whether a person changed the cell after the program wrote it; without a machine part nobody can say."""
    return found.payload is None or any(difference.cell == code for difference in found.differences)


def _still_unread(row: Indicator, entry: Entry) -> UnreadRow:
    said = entry.said or ""
    return UnreadRow(f"dòng {row.code}", row.code, said, f"nơi gửi ghi “{said}”. Hãy nhập lại số muốn ghi.")


def _unread(question: Question) -> UnreadRow:
    code = IndicatorCode(question.cell) if question.cell else None
    if question.doubt is Doubt.AMBIGUOUS:
        choice = unmistakable_choice(question.readings)
        reason = f"“{question.text}” đọc được hai cách. Hãy nhập lại số muốn ghi: {choice}."
    else:
        reason = _DOUBTS[question.doubt].format(text=question.text)
    return UnreadRow(question.place, code, question.text, reason)
