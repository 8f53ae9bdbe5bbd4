"""The tabs of an office that receives reports, and what one of them opens for another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.totals import gathering
from ui.totals.below_desk import BelowDesk
from ui.totals.feeding_desk import FeedingDesk
from ui.totals.offices_tab import OfficesTab
from ui.totals.sending import SendingTab
from ui.totals.totals_tab import TotalsTab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabWidget

    from cchc_desktop.office.mailroom.reviewing import UnderReview
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.worker import Worker


class BelowTabs(QObject):
    """Who sent, what it adds up to, who the offices are."""

    review_asked = Signal(str, object)
    """Id of an office below, `Period`: its report is to be accepted or handed back."""

    def __init__(self, desk: Desk, worker: Worker, room: QTabWidget) -> None:
        super().__init__(room)
        self._desk, self._window = desk, room
        self._below = BelowDesk(desk, worker, self)
        self._feeding = FeedingDesk(desk, self._below, self)
        self.sending = SendingTab(desk, self._below)
        self.totals = TotalsTab(desk, self._below, self._feeding)
        self.offices = OfficesTab(desk, self._below)
        self.in_order = (self.sending, self.totals, self.offices)
        self.sending.opened.connect(self.open_received)
        self.sending.list_asked.connect(partial(room.setCurrentWidget, self.offices))
        self.totals.opened.connect(self._open_row)
        self._below.told.connect(self.tell)

    def open_received(self, office: str, period: Period, code: str = "") -> None:
        """Show what an office sent for the period, to be read; with a row's code at that row."""
        if path := self._desk.path:
            ticket = self._below.start(partial(gathering.received, path, office, period))
            ticket.finished.connect(partial(self._show_received, code))

    def _open_row(self, office: str, period: Period) -> None:
        self.open_received(office, period, self.totals.row_code)

    def _show_received(self, code: str, review: UnderReview) -> None:
        from ui.totals.received_form import ReceivedForm

        form = ReceivedForm(review, code, self._window)
        form.review_asked.connect(partial(self.review_asked.emit, review.office.id, review.received.period))
        form.open()

    def tell(self, words: str) -> None:
        """Say it on the tab that is seen."""
        for tab in self.in_order:
            if tab.isVisible():
                tab.tell(words)
