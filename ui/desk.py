"""The desk between the widgets and the office: wishes come in, changes and refusals go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
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
from ui.refused import Refused
from ui.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal
    from pathlib import Path

    from cchc_desktop.form.cover import Cover
    from cchc_desktop.form.head import ReportHead
    from cchc_desktop.form.profile import Profile
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.importing import PastReport
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.office.settings import Settings
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
    described = Signal()
    """What is known of the office, or how it prints, is another now."""
    in_use = Signal(object, object)
    """Path that could not be opened to write, `OfficeFileInUse`: somebody else has it."""
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
        self.is_looking = False
        """Whether the file is open to look only, somebody else having it."""
        self.copies: Path | None = None
        """Where backups go; None: beside the office file."""

    @property
    def path(self) -> Path | None:
        """The open office file."""
        return self.office.path if self.office else None

    @property
    def heads(self) -> tuple[ReportHead, ...]:
        """The heads of the file's reports, the latest first."""
        return self.office.reports() if self.office else ()

    @property
    def place_warning(self) -> str:
        """A sentence on the folder the file lies in, where it is not safe there."""
        from cchc_desktop.office.places import risky_place

        return risky_place(self.path) if self.path else ""

    def open(self, path: Path, *, look: bool = False, take_over: bool = False) -> bool:
        """Open an office file and its latest report, to write or to `look`; say whether that went well."""
        from cchc_desktop.office.office import Office
        from cchc_desktop.office.refusals import OfficeFileInUse

        try:
            if look:
                office = Office.look(path, copies=self.copies)
            else:
                office = Office.open(path, take_over=take_over, copies=self.copies)
        except OfficeFileInUse as holder:
            self.in_use.emit(path, holder)
            return False
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        self._take(office, is_looking=look)
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

    def take_in(self, past: PastReport) -> None:
        """Keep a past report that was read from a file; the report that is open stays open."""
        present = self.report
        if self._wish(past.apply) and self.office:
            self._show(self.office.report(present.head.period if present else past.prepared.head.period))

    def describe(self, profile: Profile) -> None:
        """Keep who reports and signs."""
        if self._wish(lambda office: office.set_profile(profile)):
            self.described.emit()

    def set_settings(self, settings: Settings) -> None:
        """Keep how reports are printed and when they are due."""
        if self._wish(lambda office: office.set_settings(settings)):
            self.described.emit()

    def set_cover(self, cover: Cover) -> None:
        """Keep what the report's first page and foot say."""
        from cchc_desktop.office.covers import set_cover

        report = self._open_report()
        self._wish(lambda _office: self.tell(set_cover(report, cover)))

    def lock(self) -> None:
        """Make the open report's figures final."""
        from cchc_desktop.office.locking import lock

        period = self._open_report().head.period
        self._wish(lambda office: self.tell(lock(office, period)))

    def unlock(self, reason: str) -> None:
        """Open the report's figures again."""
        from cchc_desktop.office.locking import unlock

        report = self._open_report()
        self._wish(lambda _office: self.tell(unlock(report, reason)))

    def start_first(self) -> None:
        """Open the first report of a new office: the one that is due."""
        if self.office:
            from cchc_desktop.office.proposing import propose

            self.start(propose(self.office, datetime.now().astimezone().date()).period)

    def leave(self) -> None:
        """Let go of the office file and show that none is open."""
        self.close()
        self._show(None)

    def close(self) -> None:
        """Let go of the office file."""
        if self.office:
            self.office.close()
        self.office = self.report = None
        self.is_looking = False
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

    @Slot(str)
    def take_back_override(self, code: str) -> None:
        """Let a computed cell print what was computed again; its note stays."""
        self.clear((IndicatorCode(code),), ())

    def clear(self, figures: tuple[IndicatorCode, ...], notes: tuple[IndicatorCode, ...]) -> None:
        """Empty cells, as one step."""
        form = self._open_report().form
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
        report = self._open_report()
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

    def keep(self, finding: str, reason: str) -> None:
        """Keep a finding with its justification; an empty one takes it back."""
        try:
            self.tell(self._open_report().keep(finding, reason))
        except CchcError as refusal:
            self.refused.emit(refusal)

    def put(self, entries: Mapping[IndicatorCode, Entry], name: str, source: Source | None = None) -> bool:
        """Put entries into their cells as one step that can be undone; typed if not said otherwise.

        Say whether they stand there now.
        """
        report = self._open_report()
        before = report.entries_of(tuple(entries))
        if before == dict(entries):
            return True
        taken = self._write(entries, source or Source.TYPED)
        if taken:
            self._push(before, dict(entries), name)
        return taken

    def take_back(self, entries: Mapping[IndicatorCode, Entry]) -> bool:
        """Put back what stood in cells before a step, or after it; say whether the office file took it."""
        return self._write(entries, Source.UNDONE)

    def take_fed(self, codes: Iterable[IndicatorCode]) -> bool:
        """Answer cells with what the registers give, as one step; say whether they stand there now."""
        report, cells = self._open_report(), tuple(codes)
        before = report.entries_of(cells)
        taken = self._wish(lambda _office: self.tell(report.take_fed(cells)))
        if taken:
            self._push(before, report.entries_of(cells), "Lấy số từ sổ")
        return taken

    def tell(self, changes: Changes) -> None:
        """Tell every page what was changed, being on the disk now."""
        self.saved = datetime.now().astimezone()
        self.changed.emit(changes)

    def _push(
        self,
        before: Mapping[IndicatorCode, Entry],
        after: Mapping[IndicatorCode, Entry],
        name: str,
    ) -> None:
        self.undo.push(Step(partial(self.take_back, before), partial(self.take_back, after), name))

    def _wish(self, wish: Callable[[Office], object]) -> bool:
        """Have the office do something; say whether it did."""
        if self.office is None:
            raise LookupError("no office is open")  # menus that wish something are grey until one is
        try:
            wish(self.office)
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def _write(self, entries: Mapping[IndicatorCode, Entry], source: Source) -> bool:
        try:
            self.tell(self._open_report().put(entries, source))
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def _put_one(self, code: IndicatorCode, answer: Answer, text: str, reason: str) -> None:
        entry = self._open_report().form.entry(code)
        self.put({code: replace(entry, answer=answer, said=text or None, reason=reason)}, "Nhập số liệu")

    def _take(self, office: Office, *, is_looking: bool = False) -> None:
        self.close()
        self.office, self.is_looking = office, is_looking
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
