"""A form filled from somebody's Word report: what is sure is taken over, the rest is for a person."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.office.figures.filling import Fillable, Filling, UnreadRow, counted
from cchc_desktop.office.word_reports.reading import ReadReport, entries_of, refuse_other_period
from cchc_desktop.values.codes import IndicatorCode

_NOTHING_SETTLED: Mapping[IndicatorCode, str] = {}


def plan_from_word(
    report: Fillable, read: ReadReport, settled: Mapping[IndicatorCode, str] = _NOTHING_SETTLED
) -> Filling:
    """Return what a Word report would change in the form, read by the form's own set.

    Only rows that were recognised surely are taken over, each with its Ghi chú; every other row is listed and
    nothing of it is guessed. `settled` is what a person says stands in such rows: these count as typed and
    raise what `read_answer` raises. A report of another period is refused (`FileRefused`).
    """
    refuse_other_period(read, report.form.period)
    rows, present = report.form.template.indicators, report.form.entry
    notes = {row.code: row.note for row in read.reading.rows if row.code and row.note}
    found = dict(entries_of(read.reading, report.form.template))
    found |= {code: Entry(read_answer(rows[code], text), said=text) for code, text in settled.items()}
    entries = {
        code: replace(entry, note=notes.get(code, "") or present(code).note)
        for code, entry in found.items()
        if not present(code).reason  # a person's override outlasts an import
    }
    unread = tuple(
        UnreadRow(row.place, row.code, row.raw, row.reason)
        for row in read.reading.unsure
        if row.code not in settled
    )
    return counted(report, entries, len(read.reading.rows) - len(entries) - len(unread), unread)
