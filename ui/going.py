"""The ways from one page to another; what an editor holds is handed over first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.office.findings.found import Passage
    from cchc_desktop.office.next_step import NextStep
    from cchc_desktop.values.period import Period
    from ui.main_window import MainWindow


_MESSAGE = 5000
"""Milliseconds a message stays."""
_NO_CELL = "Trang này không có ô số liệu. F9 dùng ở trang Số liệu (Ctrl+2)."

_NO_OFFICE = "Chưa mở tệp cơ quan nào để nhận tệp. Hãy mở hoặc tạo tệp cơ quan, rồi thả lại."


class Going(QObject):
    """Takes a person to the report, page, row or finding that is asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._way_of_step: dict[str, Callable[[], None]] = {
            "ANSWER": partial(window.go_to, window.figures),
            "SETTLE": partial(window.go_to, window.findings),
            "LOCK": window.matters.ask_lock,
            "SEND": self.to_road,
        }

    def turn_to(self, period: Period) -> None:
        """Open another report of the file, on the page that is shown."""
        if self._window.settle():
            self._window.desk.turn_to(period)
        else:
            self._window.header.show_desk(self._window.desk)

    def work_on(self, period: Period) -> None:
        """Open the figures of a report."""
        if self._window.settle():
            self._window.desk.turn_to(period)
            self._window.go_to(self._window.figures)

    def follow(self, code: str) -> None:
        """Show the row's figure."""
        self._window.go_to(self._window.figures)
        self._window.figures.jump(code)

    def follow_passage(self, passage: Passage) -> None:
        """Show a passage of the prose; one of a further appendix over the page that is shown."""
        from cchc_desktop.office.findings.places import is_annex

        report = self._window.desk.report
        if report and is_annex(report, passage.section):
            self._window.report.show_in_annex(passage)
            return
        self._window.go_to(self._window.prose)
        self._window.prose.show_passage(passage)

    def follow_section(self, section: str) -> None:
        """Show the prose of a section, from its first line."""
        from cchc_desktop.office.findings.found import Passage

        self.follow_passage(Passage(section, 1, 0, 0))

    def follow_quote(self, section: str, quote: str) -> None:
        """Show a section of the prose, the words that somebody quotes of it selected if they still stand."""
        self._window.go_to(self._window.prose)
        self._window.prose.show_quote(section, quote)

    def take_step(self, step: NextStep) -> None:
        """Begin what is to be done next."""
        if step.step.name == "BEGIN":
            self._window.matters.ask_new_report()
            return
        self.turn_to(step.period)
        self._way_of_step[step.step.name]()

    def to_road(self) -> None:
        """Show what is left of the open report's way to the superior."""
        window = self._window
        window.go_to(window.exchange)
        if window.pages.shown is window.exchange:
            window.exchange.mailroom.setCurrentWidget(window.exchange.mailroom.road)

    def receive(self, paths: tuple[Path, ...]) -> None:
        """Receive files that came from other offices."""
        window = self._window
        if window.desk.office is None:
            window.desk.refused.emit(CchcError(_NO_OFFICE))
            return
        window.go_to(window.exchange)
        if window.pages.shown is window.exchange:
            window.exchange.receive(paths)

    def ask_received(self) -> None:
        """Show where files come in, and ask which."""
        window = self._window
        window.go_to(window.exchange)
        if window.pages.shown is window.exchange:
            window.exchange.ask_files()

    def to_first_comment(self) -> None:
        """Show the first place that the superior wants corrected."""
        self._window.comments.go_to_first()

    def search(self) -> None:
        """Search the page that is shown, or the figures where that one has nothing to search."""
        shown = self._window.pages.shown
        if not (shown and shown.begin_search()):
            self._window.go_to(self._window.figures)
            self._window.figures.begin_search()

    def to_finding(self, *, forward: bool) -> None:
        """Show the next or previous finding of the page that is shown, or of the figures."""
        shown = self._window.pages.shown
        if not (shown and shown.go_to_finding(forward=forward)):
            self._window.go_to(self._window.figures)
            self._window.figures.go_to_finding(forward=forward)

    def toggle_panel(self) -> None:
        """Show all about the current figure beside its table, or put it away; elsewhere say where that is."""
        if self._window.pages.shown is self._window.figures:
            self._window.figures.toggle_panel()
        else:
            self._window.statusBar().showMessage(_NO_CELL, _MESSAGE)
