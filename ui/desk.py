"""The desk between the widgets and the office: wishes come in, changes and refusals go out."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import CchcError
from ui.carrying import Carrying
from ui.figure_desk import FigureDesk
from ui.found_desk import FoundDesk
from ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.form.cover import Cover
    from cchc_desktop.form.head import ReportHead
    from cchc_desktop.form.profile import Profile
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.figures.importing import PastReport
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.office.settings import Settings
    from cchc_desktop.values.period import Period


class Desk(QObject):
    """The open office file and its open report, for every page.

    What a wish changed is on the disk before `changed` tells of it. A wish that cannot be met changes nothing
    and comes back as `refused`. What is wished of figures goes to `figures`, of registers to `RegisterDesk`.
    """

    opened = Signal()
    """Another file or report is open, or none."""
    changed = Signal(object)
    """`Changes` of the open report."""
    refused = Signal(object)
    """`CchcError`."""
    described = Signal()
    """What is known of the office, or how it prints, is another now."""
    damaged = Signal(object, object)
    """Path that could not be read, `OfficeFileDamaged`."""
    in_use = Signal(object, object)
    """Path that could not be opened to write, `OfficeFileInUse`: somebody else has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office: Office | None = None
        self.report: OpenReport | None = None
        self.saved: datetime | None = None
        """When a change last reached the disk, in local time."""
        self.undo = Steps(self)
        self.figures = FigureDesk(self)
        self.found = FoundDesk(self)
        self.is_looking = False
        """Whether the file is open to look only, somebody else having it."""
        self._places: tuple[str, ...] = ()
        self.copies: Path | None = None
        """Where backups go; None: beside the office file."""
        self.carrying = Carrying()

    @property
    def path(self) -> Path | None:
        """The open office file."""
        return self.office.path if self.office else None

    @property
    def origin(self) -> Path | None:
        """Where a person finds the open office file: on the stick it came from, if it did."""
        return self.carrying.carried.source if self.carrying.carried else self.path

    @property
    def folder(self) -> Path:
        """Where files of the open office go if nothing else was chosen: beside it, on its stick."""
        return (self.origin or self.the_office.path).parent

    @property
    def heads(self) -> tuple[ReportHead, ...]:
        """The heads of the file's reports, the latest first."""
        return self.office.reports() if self.office else ()

    @property
    def the_office(self) -> Office:
        """The open office; `LookupError` while none is, when all that could wish something of it is grey."""
        if self.office is None:
            raise LookupError("no office is open")
        return self.office

    @property
    def the_report(self) -> OpenReport:
        """The open report; `LookupError` while none is: what wishes something of it exists only then."""
        if self.report is None:
            raise LookupError("no report is open")
        return self.report

    @property
    def warnings(self) -> tuple[str, ...]:
        """What has to be known of the open file: a backup that failed, a folder in which it is not safe."""
        trouble = self.office.backup_trouble if self.office else None
        return tuple(words for words in (trouble.message if trouble else "", *self._places) if words)

    def open(self, path: Path, *, look: bool = False, take_over: bool = False) -> bool:
        """Open an office file and its latest report, to write or to `look`; say whether that went well."""
        from cchc_desktop.office.office import Office
        from cchc_desktop.office.refusals import OfficeFileDamaged, OfficeFileInUse

        try:
            if look:
                office = Office.look(path, copies=self.copies)
            else:
                office = Office.open(path, take_over=take_over, copies=self.copies)
        except OfficeFileInUse as holder:
            self.in_use.emit(path, holder)
            return False
        except OfficeFileDamaged as damage:
            self.damaged.emit(path, damage)
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
        office.copies = self.copies
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
        office, present = self.the_office, self.report
        try:
            report = past.apply(office)
        except CchcError as refusal:
            self.refused.emit(refusal)
        else:
            self._show(office.report(present.head.period) if present else report)

    def describe(self, profile: Profile) -> None:
        """Keep who reports and signs."""
        if self.wish(partial(self.the_office.set_profile, profile)):
            self.described.emit()

    def set_settings(self, settings: Settings) -> None:
        """Keep how reports are printed and when they are due."""
        if self.wish(partial(self.the_office.set_settings, settings)):
            self.described.emit()

    def set_cover(self, cover: Cover) -> None:
        """Keep what the report's first page and foot say."""
        from cchc_desktop.office.printed.covers import set_cover

        self.wish(partial(set_cover, self.the_report, cover))

    def keep_copies_in(self, folder: Path | None) -> None:
        """Have backups made there from now on; None: beside the office file."""
        self.copies = folder
        if self.office:
            self.office.copies = folder

    def mark_checked(self) -> None:
        """Say that the open report was checked."""
        from cchc_desktop.office.figures.locking import mark_checked

        self.wish(partial(mark_checked, self.the_report))

    def lock(self) -> None:
        """Make the open report's figures final."""
        from cchc_desktop.office.figures.locking import lock

        self.wish(partial(lock, self.the_office, self.the_report.head.period))

    def unlock(self, reason: str) -> None:
        """Open the report's figures again."""
        from cchc_desktop.office.figures.locking import unlock

        self.wish(partial(unlock, self.the_report, reason))

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

    def keep(self, finding: str, reason: str) -> None:
        """Keep a finding with its justification; an empty one takes it back."""
        from cchc_desktop.office.findings.found import keep_found

        self.wish(lambda: keep_found(self.the_report, finding, reason))

    def wish(self, wish: Callable[[], Changes | None]) -> bool:
        """Have something done and tell every page what it changed, or why not; say whether it was done."""
        try:
            changes = wish()
        except CchcError as refusal:
            self.refused.emit(refusal)
            return False
        if changes:
            self.tell(changes)
        return True

    def look_again(self) -> None:
        """Take in what work beside the window wrote of the open report, and tell every page."""
        from cchc_desktop.office.changes import Changes, cells_that_differ

        if self.office and self.report:
            form, found = self.report.form, set(self.report.findings)
            report = self.office.report(self.report.head.period)
            cells = cells_that_differ(form, report.form)
            marked = frozenset(cell for each in found ^ set(report.findings) for cell in each.cells)
            self.changed.emit(Changes(report.head.period, cells, marked, head=True))

    def read_again(self, period: Period | None = None) -> None:
        """Read anew what work beside the window changed, and show that period's report, or the open one."""
        wanted = period or (self.report.head.period if self.report else None)
        if self.office and wanted:
            self.office.forget(wanted)
            self._show(self.office.report(wanted))

    def tell(self, changes: Changes) -> None:
        """Tell every page what was changed, being on the disk now."""
        self.saved = datetime.now().astimezone()
        self.changed.emit(changes)

    def _take(self, office: Office, *, is_looking: bool = False) -> None:
        from cchc_desktop.office.keeping.places import risky_place, split_warning

        self.close()
        self.carrying.turn_to(self.carrying.known(office.path))
        self.office, self.is_looking = office, is_looking
        self._places = (risky_place(office.path), split_warning(self.origin or office.path))
        heads = office.reports()
        self._show(office.report(heads[0].period) if heads else None)

    def _show(self, report: OpenReport | None) -> None:
        self.undo.clear()
        self.report = report
        self.saved = None
        self.opened.emit()
