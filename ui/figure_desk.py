"""Wishes of the figures' tables: each is read as it was typed, and is one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import AmbiguousNumber
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import normal
from ui.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator
    from ui.desk import Desk


class FigureDesk(QObject):
    """What the pages wish of the figures of the open report.

    A wish that cannot be met is a refusal of the desk, or a question: `asked` where a number reads two ways,
    `overriding` where a computed cell was typed into.
    """

    asked = Signal(str, object)
    """Code of the cell, `AmbiguousNumber`."""
    unread = Signal(object)
    """`Refused`: what was typed, and why its cell did not take it."""
    overriding = Signal(str, str)
    """Code of the computed cell, the text typed into it."""

    put_back = Signal(str)
    """Code of the first cell that an undone or redone step changed: whoever undoes wants to see it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    @Slot(str, str)
    def enter(self, code: str, text: str) -> None:
        """Put what was typed into a cell, or ask."""
        report = self._desk.the_report
        row = report.template.indicators[IndicatorCode(code)]
        try:
            answer = read_answer(row, text)
        except AmbiguousNumber as question:
            self.asked.emit(code, question)
        except CchcError as refusal:
            told = _at(report, row, refusal)
            self._desk.refused.emit(told)
            self.unread.emit(Refused(text, row.code, told.message))
        else:
            if row.kind.is_computed and not answer.is_blank:
                self.overriding.emit(code, text)
            else:
                self._put_one(row.code, answer, normal(text), "")

    def enter_number(self, code: str, number: Decimal, text: str) -> None:
        """Put a number into a cell whose text was read two ways, as the person chose."""
        self._put_one(IndicatorCode(code), Answer(number), normal(text), "")

    def override(self, code: str, text: str, reason: str) -> None:
        """State a computed cell's value; with a reason it prints instead of the computed one."""
        row = self._desk.the_report.template.indicators[IndicatorCode(code)]
        self._put_one(row.code, read_answer(row, text), normal(text), normal(reason))

    @Slot(str, str)
    def annotate(self, code: str, note: str) -> None:
        """Write a cell's Ghi chú."""
        entry = self._desk.the_report.form.entry(IndicatorCode(code))
        self.put({IndicatorCode(code): replace(entry, note=normal(note))}, "Ghi chú")

    @Slot(str)
    def take_back_override(self, code: str) -> None:
        """Let a computed cell print what was computed again; its note stays."""
        self.clear((IndicatorCode(code),), ())

    def clear(self, figures: tuple[IndicatorCode, ...], notes: tuple[IndicatorCode, ...]) -> None:
        """Empty cells, as one step."""
        form = self._desk.the_report.form
        entries = {code: Entry(note=form.entry(code).note) for code in figures}
        for code in notes:
            entries[code] = replace(entries.get(code, form.entry(code)), note="")
        self.put(entries, "Xóa")

    def paste(
        self, figures: Mapping[IndicatorCode, str], notes: Mapping[IndicatorCode, str]
    ) -> tuple[int, tuple[Refused, ...]]:
        """Put pasted texts into their cells as one step.

        Return how many cells took their text, and the texts of those that did not.
        """
        report = self._desk.the_report
        entries: dict[IndicatorCode, Entry] = {}
        refused: list[Refused] = []
        for code, text in figures.items():
            row = report.template.indicators[code]
            try:
                answer = read_answer(row, text)
            except CchcError as refusal:
                refused.append(Refused(text, code, _at(report, row, refusal).message))
            else:
                entries[code] = Entry(answer, said=normal(text) or None, note=report.form.entry(code).note)
        for code, text in notes.items():
            entries[code] = replace(entries.get(code, report.form.entry(code)), note=normal(text))
        taken = self.put(entries, "Dán", Source.PASTED)
        return len(figures) - len(refused) + len(notes) if taken else 0, tuple(refused)

    def put(self, entries: Mapping[IndicatorCode, Entry], name: str, source: Source | None = None) -> bool:
        """Put entries into their cells as one step that can be undone; typed if not said otherwise.

        Say whether they stand there now.
        """
        report = self._desk.the_report
        before = report.entries_of(tuple(entries))
        if before == dict(entries):
            return True
        taken = self._write(entries, source or Source.TYPED)
        if taken:
            self._push(before, dict(entries), name)
        return taken

    def take_back(self, entries: Mapping[IndicatorCode, Entry]) -> bool:
        """Put back what stood in cells before a step, or after it; say whether the office file took it."""
        taken = self._write(entries, Source.UNDONE)
        if taken:
            self.put_back.emit(next(iter(entries)))
        return taken

    def take_fed(self, codes: Iterable[IndicatorCode]) -> bool:
        """Answer cells with what the registers give, as one step; say whether they stand there now."""
        report, cells = self._desk.the_report, tuple(codes)
        before = report.entries_of(cells)
        taken = self._desk.wish(lambda: report.take_fed(cells))
        if taken:
            self._push(before, report.entries_of(cells), "Lấy số từ sổ")
        return taken

    def _write(self, entries: Mapping[IndicatorCode, Entry], source: Source) -> bool:
        return self._desk.wish(lambda: self._desk.the_report.put(entries, source))

    def _push(
        self,
        before: Mapping[IndicatorCode, Entry],
        after: Mapping[IndicatorCode, Entry],
        name: str,
    ) -> None:
        cells = tuple((code, before[code], entry) for code, entry in after.items())
        self._desk.undo.push(_CellsPut(self, cells, name))

    def _put_one(self, code: IndicatorCode, answer: Answer, text: str, reason: str) -> None:
        entry = self._desk.the_report.form.entry(code)
        self.put({code: replace(entry, answer=answer, said=text or None, reason=reason)}, "Nhập số liệu")


@dataclass(frozen=True, slots=True)
class _CellsPut:
    """Cells that were filled as one step. Small: figures without end can be undone."""

    desk: FigureDesk
    cells: tuple[tuple[IndicatorCode, Entry, Entry], ...]
    """Each with what stood there before and what stands there after."""
    name: str

    def undo(self) -> bool:
        return self.desk.take_back({code: before for code, before, _ in self.cells})

    def redo(self) -> bool:
        return self.desk.take_back({code: after for code, _, after in self.cells})


def _at(report: OpenReport, row: Indicator, refusal: CchcError) -> CchcError:
    """The refusal with the row it is about."""
    return CchcError(f"Dòng {row.stt} {report.template.appendix_of(row.code).title}: {refusal.message}")
