"""Gửi – Nhận: what goes up, what came back, and what the offices below send."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.mailroom.watching import Watching, is_typing
from ui.pages.page import Page, StationNumber

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from ui.mailroom.work import Batch
    from ui.mailroom.workplace import Mailroom
    from ui.remembered import Remembered
    from ui.worker import Worker

_LOADED = (
    "cchc_desktop.office.mailroom.remarks",
    "cchc_desktop.office.mailroom.judging",
    "cchc_desktop.office.mailroom.whereabouts",
    "cchc_desktop.office.mailroom.road",
    "ui.mailroom.road_tab",
    "ui.mailroom.intake_tab",
    "ui.mailroom.reviewing",
    "ui.totals.sending",
    "ui.totals.totals_tab",
    "ui.totals.below_tabs",
    "ui.mailroom.workplace",
)

_PAUSE = 500
"""Milliseconds between two looks whether something is still being typed."""


class ExchangePage(Page):
    """The mail room; it is made when it is first looked at."""

    title = "Gửi – Nhận"
    icon = "exchange"
    topic = "gui-nhan"
    needs_report = False

    lock_asked = Signal()
    new_asked = Signal()
    returned = Signal()
    """The open report was handed back: its comments are to be seen."""

    def __init__(
        self, desk: Desk, worker: Worker, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._mailroom: Mailroom | None = None
        self._jobs: list[Callable[[Mailroom], None]] = []
        """What is to be done as soon as there are tabs."""
        self._arrived: list[Batch] = []
        """What landed in the watched folder and is not shown yet."""
        self.watching = Watching(desk, worker, remembered, self)
        self.watching.arrived.connect(self._show_arrived)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_PAUSE)
        self._again.timeout.connect(self._hand_over)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def mailroom(self) -> Mailroom:
        """The tabs."""
        if self._mailroom is None:
            from ui.mailroom.workplace import Mailroom

            self._mailroom = Mailroom(self._desk, self._worker, self._remembered, self.watching, self)
            self._mailroom.road.lock_asked.connect(self.lock_asked)
            self._mailroom.road.new_asked.connect(self.new_asked)
            self._mailroom.intake.taking.returned.connect(self.returned)
            self._layout.addWidget(self._mailroom)
            if self.isVisible():
                self._show_mailroom(self._mailroom)
        return self._mailroom

    def receive(self, paths: tuple[Path, ...]) -> None:
        """Receive files that came from other offices; the page is shown already."""
        self._once_there(lambda mailroom: mailroom.receive(paths))

    def ask_files(self) -> None:
        """Ask which files to receive; the page is shown already."""
        self._once_there(lambda mailroom: mailroom.ask_files())

    @property
    def entrance(self) -> QWidget | None:
        return self._mailroom

    def commit(self) -> bool:
        return self._mailroom.commit() if self._mailroom else True

    def begin_search(self) -> bool:
        return bool(self._mailroom and self._mailroom.begin_search())

    def number(self) -> StationNumber | None:
        if self._desk.office is None:
            return None
        from cchc_desktop.office.mailroom.ledger import waiting_count

        count = waiting_count(self._desk.office)
        return StationNumber(str(count or ""), f"{count} tệp chờ xem")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._mailroom:
            self._show_mailroom(self._mailroom)
        else:
            QTimer.singleShot(0, self, partial(self._load, _LOADED))  # the page is seen meanwhile

    def _load(self, modules: tuple[str, ...]) -> None:
        """Load what the tabs are made of, a piece at a turn of the event loop, then make them."""
        if not (self.isVisible() or self._arrived or self._jobs):
            return
        if modules and not self._mailroom:
            importlib.import_module(modules[0])
            QTimer.singleShot(0, self, partial(self._load, modules[1:]))
            return
        mailroom = self.mailroom
        if self.hasFocus():
            mailroom.setFocus()
        elif self.isVisible():
            mailroom.show()
        self._hand_over()
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job(mailroom)

    def _once_there(self, job: Callable[[Mailroom], None]) -> None:
        if self._mailroom:
            job(self._mailroom)
        else:
            self._jobs.append(job)
            self._load(_LOADED)

    def _show_arrived(self, batch: Batch) -> None:
        """Have the tabs show what landed in the watched folder, whatever page is seen."""
        self._arrived.append(batch)
        if self._mailroom:
            self._hand_over()
        else:
            self._load(_LOADED)

    def _hand_over(self) -> None:
        """Show what landed; what changes the open report waits while something is typed."""
        if self._mailroom is None:
            return
        taking = self._mailroom.intake.taking
        may_move = not is_typing()
        shown = [batch for batch in self._arrived if may_move or not taking.moves_report(batch)]
        self._arrived = [batch for batch in self._arrived if batch not in shown]
        for batch in shown:
            taking.show_arrived(batch)
        if self._arrived:
            self._again.start()

    def _show_mailroom(self, mailroom: Mailroom) -> None:
        mailroom.show()  # at once, so that it can take the keyboard
        mailroom.refresh()
