"""A report of the past, asked for, read beside the window and taken in once its counts were seen."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from ui.matters import Matters

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.figures.importing import PastReport
    from cchc_desktop.office.office import Office
    from cchc_desktop.values.period import Period
    from ui.worker import Ticket

_FOLDER = "past"


class PastReports(Matters):
    """Reads what an office reported before it had this program, so that “kỳ trước” is not empty."""

    def ask(self) -> None:
        """Ask for a file with a past report, tell its counts, and read it if that is wished."""
        if not (self._desk.office and self._settle()):
            return
        from ui.dialogs import files

        if path := files.choose_figures(self._window, self._remembered.folder_of(_FOLDER)):
            self._remembered.remember_folder(_FOLDER, path.parent)
            self.read(path)

    def read(self, path: Path, period: Period | None = None) -> None:
        """Look into a file with a past report; ask for its period where it does not say it."""
        from cchc_desktop.office.figures.files import is_table
        from ui.dialogs.past_report import TITLE
        from ui.documents.waiting import Waiting

        office_file = self._desk.path
        if office_file is None:
            return
        if period is None and is_table(path):
            self._ask_period(path)
            return
        ticket = self._worker.start(partial(_past_of, path, office_file, period))
        ticket.finished.connect(partial(self._tell, path, office_file))
        ticket.refused.connect(partial(self._ask_or_refuse, path))
        Waiting(TITLE, path.name, ticket, self._window).show()

    def _ask_period(self, path: Path) -> None:
        from ui.dialogs.past_report import PastPeriod

        question = PastPeriod(path.name, self._before_the_first(self._desk.the_office), self._window)
        question.chosen.connect(partial(self.read, path))
        question.open()

    def _ask_or_refuse(self, path: Path, refusal: CchcError) -> None:
        from cchc_desktop.office.figures.importing import PeriodUnsaid

        if isinstance(refusal, PeriodUnsaid) and self._desk.office:
            self._ask_period(path)
        else:
            self._desk.refused.emit(refusal)

    def _tell(self, path: Path, office_file: Path, past: PastReport) -> None:
        from ui.dialogs.past_report import PastReportQuestion

        if self._desk.path != office_file:
            return  # another office was opened meanwhile
        told = PastReportQuestion(path.name, past, self._window)
        told.agreed.connect(partial(self._desk.take_in, past))
        told.open()

    def _before_the_first(self, office: Office) -> Period:
        """The period just before the oldest report, whose figures are missing as a rule."""
        from cchc_desktop.office.proposing import propose

        if heads := self._desk.heads:
            return heads[-1].period.previous
        return propose(office, datetime.now().astimezone().date()).period.previous


def _past_of(file: Path, office_file: Path, period: Period | None, ticket: Ticket) -> PastReport:
    """Look into the file, the office file opened for itself."""
    from cchc_desktop.office.figures.importing import plan_past
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.snapshot(office_file) as office:
        return plan_past(office, file, period, still_wanted=ticket.checkpoint)
