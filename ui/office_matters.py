"""What is asked of a person about the open office: who it is, what is set, backups, final figures."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.matters import Matters
from ui.past_reports import PastReports

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.worker import Worker


class OfficeMatters(Matters):
    """Opens the dialogs about the office; what was typed is settled first."""

    followed = Signal(str)
    """Code of the row to show."""
    restored = Signal(object)
    """Path of an office file that was put back and has to be opened again."""
    looked_different = Signal()
    """Theme or size of letters were chosen anew."""

    def __init__(
        self, desk: Desk, worker: Worker, remembered: Remembered, settle: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(desk, worker, remembered, settle, window)
        self.past = PastReports(desk, worker, remembered, settle, window)

    def ask_new_report(self) -> None:
        """Ask for the period of a new report; the one that is due is proposed."""
        if not (self._desk.office and self._settle()):
            return
        from cchc_desktop.office.proposing import propose
        from ui.dialogs.new_report import NewReport

        office, today = self._desk.office, datetime.now().astimezone().date()
        question = NewReport(
            propose(office, today).period, today.year, office.settings.working_days, self._window
        )
        question.chosen.connect(self._desk.start)
        question.open()

    def ask_details(self) -> None:
        """Show who reports and signs, to be corrected."""
        if self._desk.office and self._settle():
            from ui.dialogs.office_details import OfficeDetails

            question = OfficeDetails(self._desk.office.profile, self._window)
            question.chosen.connect(self._desk.describe)
            question.open()

    def ask_settings(self) -> None:
        """Show what can be set."""
        if self._settle():
            from ui.dialogs.settings import SettingsDialog

            dialog = SettingsDialog(self._desk, self._remembered, self._window)
            dialog.looked_different.connect(self.looked_different)
            dialog.open()

    def ask_backups(self) -> None:
        """Show the copies of the office file, to make one or put one back."""
        if self._desk.path and self._settle():
            from ui.dialogs.backups import BackupsDialog

            dialog = BackupsDialog(self._desk, self._worker, self._desk.path, self._remembered, self._window)
            dialog.restored.connect(self.restored)
            dialog.open()

    def ask_journal(self) -> None:
        """Show who changed what, and let it be written to a file."""
        if self._desk.path and self._settle():
            from ui.dialogs.change_journal import ChangeJournal

            ChangeJournal(self._desk, self._worker, self._desk.path, self._window).open()

    def ask_lock(self) -> None:
        """Show what stands between the figures and their lock, or lock them, or open them again."""
        if not (self._desk.report and self._settle()):
            return
        from ui.dialogs.locking import LockQuestion, unlock_question

        if self._desk.report.head.stage.holds_figures:
            unlock_question(self._desk.report, self._desk.unlock, self._window).open()
            return
        question = LockQuestion(self._desk.report, self._window)
        question.agreed.connect(self._desk.lock)
        question.followed.connect(self.followed)
        question.open()
