"""The desk between the widgets and the office: wishes come in, changes and refusals go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import AmbiguousNumber
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import normal
from ui.step import Step

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from pathlib import Path

    from cchc_desktop.form.head import ReportHead
    from cchc_desktop.form.profile import Profile
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.period import Period


class Desk(QObject):
    """The open office file and its open report, for every page.

    What a wish changed is on the disk before `changed` tells of it. A wish that cannot be met changes nothing
    and comes back as `refused`, or as a question: `asked` where a number reads two ways, `overriding` where a
    computed cell was typed into.
    """

    opened = Signal()
    """Another file or report is open, or none."""
    changed = Signal(object)
    """`Changes` of the open report."""
    refused = Signal(object)
    """`CchcError`."""
    asked = Signal(str, object)
    """Code of the cell, `AmbiguousNumber`."""
    overriding = Signal(str, str)
    """Code of the computed cell, the text typed into it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office: Office | None = None
        self.report: OpenReport | None = None
        self.saved: datetime | None = None
        """When a change last reached the disk, in local time."""
        self.undo = QUndoStack(self)

    @property
    def path(self) -> Path | None:
        """The open office file."""
        return self.office.path if self.office else None

    @property
    def heads(self) -> tuple[ReportHead, ...]:
        """The heads of the file's reports, the latest first."""
        return self.office.reports() if self.office else ()

    def open(self, path: Path) -> bool:
        """Open an office file and its latest report; say whether that went well."""
        from cchc_desktop.office.office import Office

        try:
            office = Office.open(path)
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        self._take(office)
        return True

    def create(self, path: Path, profile: Profile) -> bool:
        """Make a new office file and open it; say whether that went well."""
        from cchc_desktop.office.office import Office

        try:
            office = Office.create(path, profile)
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        self._take(office)
        return True

    def turn_to(self, period: Period) -> None:
        """Open another report of the file."""
        if self.office and (self.report is None or self.report.head.period != period):
            self._show(self.office.report(period))

    def start(self, period: Period) -> None:
        """Open a new report for the period."""
        if self.office:
            try:
                self._show(self.office.start(period))
            except CchcError as refusal:
                self.refused.emit(refusal)

    def close(self) -> None:
        """Let go of the office file."""
        if self.office:
            self.office.close()
        self.office = self.report = None
        self.undo.clear()

    @Slot(str, str)
    def enter(self, code: str, text: str) -> None:
        """Put what was typed into a cell, or ask."""
        report = self._open_report()
        row = report.template.indicators[IndicatorCode(code)]
        try:
            answer = read_answer(row, text)
        except AmbiguousNumber as question:
            self.asked.emit(code, question)
        except CchcError as refusal:
            self.refused.emit(_at(report, row, refusal))
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
        row = self._open_report().template.indicators[IndicatorCode(code)]
        self._put_one(row.code, read_answer(row, text), normal(text), normal(reason))

    @Slot(str, str)
    def annotate(self, code: str, note: str) -> None:
        """Write a cell's Ghi chú."""
        entry = self._open_report().form.entry(IndicatorCode(code))
        self.put({IndicatorCode(code): replace(entry, note=normal(note))}, "Ghi chú")

    def clear(self, figures: tuple[IndicatorCode, ...], notes: tuple[IndicatorCode, ...]) -> None:
        """Empty cells, as one step."""
        form = self._open_report().form
        entries = {code: Entry(note=form.entry(code).note) for code in figures}
        for code in notes:
            entries[code] = replace(entries.get(code, form.entry(code)), note="")
        self.put(entries, "Xóa")

    def paste(
        self, figures: Mapping[IndicatorCode, str], notes: Mapping[IndicatorCode, str]
    ) -> tuple[int, tuple[str, ...]]:
        """Put pasted texts into their cells as one step.

        Return how many cells took their text, and a sentence for each that did not.
        """
        report = self._open_report()
        entries: dict[IndicatorCode, Entry] = {}
        refused: list[str] = []
        for code, text in figures.items():
            row = report.template.indicators[code]
            try:
                answer = read_answer(row, text)
            except CchcError as refusal:
                refused.append(_at(report, row, refusal).message)
            else:
                entries[code] = Entry(answer, said=normal(text) or None, note=report.form.entry(code).note)
        for code, text in notes.items():
            entries[code] = replace(entries.get(code, report.form.entry(code)), note=normal(text))
        self.put(entries, "Dán", Source.PASTED)
        return len(figures) - len(refused) + len(notes), tuple(refused)

    def keep(self, finding: str, reason: str) -> None:
        """Keep a finding with its justification; an empty one takes it back."""
        try:
            self._tell(self._open_report().keep(finding, reason))
        except CchcError as refusal:
            self.refused.emit(refusal)

    def put(self, entries: Mapping[IndicatorCode, Entry], name: str, source: Source | None = None) -> None:
        """Put entries into their cells as one step that can be undone; typed if not said otherwise."""
        report = self._open_report()
        before = report.entries_of(tuple(entries))
        if before != dict(entries) and self._write(entries, source or Source.TYPED):
            self.undo.push(Step(self, before, dict(entries), name))

    def take_back(self, entries: Mapping[IndicatorCode, Entry]) -> bool:
        """Put back what stood in cells before a step, or after it; say whether the office file took it."""
        return self._write(entries, Source.UNDONE)

    def _write(self, entries: Mapping[IndicatorCode, Entry], source: Source) -> bool:
        try:
            self._tell(self._open_report().put(entries, source))
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def _put_one(self, code: IndicatorCode, answer: Answer, text: str, reason: str) -> None:
        entry = self._open_report().form.entry(code)
        self.put({code: replace(entry, answer=answer, said=text or None, reason=reason)}, "Nhập số liệu")

    def _tell(self, changes: object) -> None:
        self.saved = datetime.now().astimezone()
        self.changed.emit(changes)

    def _take(self, office: Office) -> None:
        self.close()
        self.office = office
        heads = office.reports()
        self._show(office.report(heads[0].period) if heads else None)

    def _show(self, report: OpenReport | None) -> None:
        self.undo.clear()
        self.report = report
        self.saved = None
        self.opened.emit()

    def _open_report(self) -> OpenReport:
        if self.report is None:
            raise LookupError("no report is open")  # pages that wish something exist only while one is
        return self.report


def _at(report: OpenReport, row: Indicator, refusal: CchcError) -> CchcError:
    """The refusal with the row it is about."""
    return CchcError(f"Dòng {row.stt} {report.template.appendix_of(row.code).title}: {refusal.message}")
