"""The tabs of Gửi – Nhận; each is a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QTabWidget, QWidget

from ui.mailroom.intake_tab import IntakeTab
from ui.mailroom.ledger_tab import LedgerTab
from ui.mailroom.reviewing import Reviewing
from ui.mailroom.road_tab import RoadTab
from ui.mailroom.tab import Tab
from ui.totals.below_tabs import BelowTabs

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desk import Desk
    from ui.mailroom.watching import Watching
    from ui.remembered import Remembered
    from ui.worker import Worker

AnyTab = TypeVar("AnyTab", bound=Tab)


class Mailroom(QTabWidget):
    """Shows one tab at a time and keeps that one up to date."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        remembered: Remembered,
        watching: Watching,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName("Gửi và nhận")
        self._desk = desk
        self.road = self.add(RoadTab(desk, worker, remembered))
        self.intake = self.add(IntakeTab(desk, worker, remembered, watching))
        self.ledger = self.add(LedgerTab(desk, worker))
        self.below = BelowTabs(desk, worker, self)
        for tab in self.below.in_order:
            self.add(tab)
        self.reviewing = Reviewing(desk, worker, remembered, self)
        self.reviewing.told.connect(self._tell_reviewed)
        self.intake.reviewing.connect(self.reviewing.open)
        self.below.review_asked.connect(self.reviewing.open)
        self.currentChanged.connect(self.refresh)
        for happened in (desk.opened, desk.changed, desk.described):
            happened.connect(self.refresh)

    def add(self, tab: AnyTab) -> AnyTab:
        """Give the tab the next place."""
        self.addTab(tab, tab.title)
        return tab

    def ask_files(self) -> None:
        """Show the tab of what comes and ask which files to receive."""
        self.setCurrentWidget(self.intake)
        self.intake.head.choose_files()

    def receive(self, paths: tuple[Path, ...]) -> None:
        """Show the tab of what comes and receive the files there."""
        self.setCurrentWidget(self.intake)
        self.intake.take(paths)

    def commit(self) -> bool:
        """Hand over what an open editor of any tab holds; say whether all was taken."""
        tabs = (self.widget(place) for place in range(self.count()))
        taken = [tab.commit() for tab in tabs if isinstance(tab, Tab)]
        return all(taken)

    def refresh(self) -> None:
        """Show what there is now, on the tab that is seen."""
        office = self._desk.office
        if office is None or not self.isVisible():
            return
        for place in range(self.count()):
            each = self.widget(place)
            if isinstance(each, Tab):
                self.setTabVisible(place, each.is_of_use(office))
        tab = self.currentWidget()
        if isinstance(tab, Tab):
            tab.refresh()

    def _tell_reviewed(self, words: str) -> None:
        """Say it on the tab of what comes, and on the one of the offices that is seen."""
        self.intake.tell(words)
        self.below.tell(words)

    def begin_search(self) -> bool:
        """Offer the line to search the shown tab with; say whether it has one."""
        tab = self.currentWidget()
        return isinstance(tab, Tab) and tab.begin_search()
