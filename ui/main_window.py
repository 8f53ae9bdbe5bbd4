"""The window: stations at the left, a page, a menu and what is saved. It has no work of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStyle, QVBoxLayout, QWidget

from ui.dialogs.messages import ProblemMessage, refusal_message
from ui.document_matters import DocumentMatters, is_word_file
from ui.dropping import Dropping, is_office_file, is_received_file, local_paths
from ui.going import Going
from ui.help import Help
from ui.mailroom_matters import MailroomMatters
from ui.menus import Menus
from ui.office_matters import OfficeMatters
from ui.opening import Opening
from ui.pages.exchange_page import ExchangePage
from ui.pages.figures_page import FiguresPage
from ui.pages.findings_page import FindingsPage
from ui.pages.overview_page import OverviewPage
from ui.pages.prose_page import ProsePage
from ui.pages.registers_page import RegistersPage
from ui.pages.report_page import ReportPage
from ui.pages.start_page import start_page
from ui.stick_matters import StickMatters
from ui.title import title_of
from ui.widgets.comment_strip import CommentStrip
from ui.widgets.page_frame import PageFrame
from ui.widgets.page_stack import PageStack
from ui.widgets.report_header import ReportHeader
from ui.widgets.report_status import ReportStatus
from ui.widgets.stations import Stations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from cchc_desktop.errors import CchcError
    from ui.desk import Desk
    from ui.pages.page import Page
    from ui.remembered import Remembered
    from ui.worker import Worker

_MESSAGE = 5000
"""Milliseconds a message stays."""
_FIRST_SIZE = (1180, 680)
"""In pixels before scaling: fits 1366 × 768 with a task bar; a scaled screen may have room for less."""


class MainWindow(QMainWindow):
    """Joins the pages with the desk and the worker, which it is given."""

    painted = Signal()
    """The window has been painted for the first time."""

    def __init__(self, desk: Desk, worker: Worker, remembered: Remembered, samples: Path) -> None:
        super().__init__()
        self.desk = desk
        self._worker = worker
        self._remembered = remembered
        self._was_painted = False
        self._problem: ProblemMessage | None = None
        desk.copies = remembered.folder_of("backups")
        self.stick = StickMatters(desk, worker, self.settle, self)
        self.opening = Opening(desk, worker, remembered, samples, self.stick, self.settle, self)
        self.matters = OfficeMatters(desk, worker, remembered, self.settle, self)
        self.mailroom_matters = MailroomMatters(desk, worker, remembered, self.settle, self)
        self.documents = DocumentMatters(desk, worker, remembered, self.settle, self)
        self.help = Help(self)
        self.dropping = Dropping(self)
        self.dropping.add(is_office_file, lambda paths: self.opening.open(paths[0]), one=True)
        self.dropping.add(is_word_file, self.documents.take)
        self.header = ReportHeader()
        self.pages = PageStack()
        self.overview = self.pages.add(OverviewPage(desk))
        self.figures = self.pages.add(FiguresPage(desk))
        self.prose = self.pages.add(ProsePage(desk))
        self.registers = self.pages.add(RegistersPage(desk, worker))
        self.findings = self.pages.add(FindingsPage(desk))
        self.report = self.pages.add(ReportPage(desk, worker, remembered, self.settle))
        self.exchange = self.pages.add(ExchangePage(desk, worker, remembered))
        self.stations = Stations([(page.title, page.icon) for page in self.pages.in_order])
        self.comments = CommentStrip(desk)
        self.going = Going(self)
        self.dropping.add(is_received_file, self.going.receive)
        self.status = ReportStatus(desk)
        self._wait = QLabel("Đang mở…")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._start = start_page(self.opening, self.documents)
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self.menus = Menus(self)
        self._restore()
        self._show_desk()

    def open_first(self, files: Sequence[Path], sample: str | None) -> None:
        """Open what was asked for, or what was open last, once the window has been seen."""
        others = [file for file in files if not is_office_file(file)]
        path = next((file for file in files if is_office_file(file)), None)
        path = path or (None if sample else self._remembered.last_file)
        if sample:
            self.painted.connect(partial(self.opening.open_sample, sample))
        elif path:
            self.wait()
            self.painted.connect(partial(self._open_or_start, path))
        if others:
            self.painted.connect(partial(self.dropping.take, others))

    def wait(self) -> None:
        """Show that a file is on its way."""
        self.pages.setCurrentWidget(self._wait)

    def make_word(self) -> None:
        """Go to the report page and make the Word report."""
        self.go_to(self.report)
        self.report.make_word()

    def make_exchange(self) -> None:
        """Go to the report page and make the exchange file."""
        self.go_to(self.report)
        self.report.make_exchange()

    def print_report(self) -> None:
        """Go to the report page and print it."""
        self.go_to(self.report)
        self.report.preview.print_report()

    def save(self) -> None:
        """Hand over what an open editor holds; everything else is saved already."""
        if self.settle():
            self.status.tell_saved()

    @property
    def topic(self) -> str:
        """The page of the help that tells of what is shown."""
        return self.pages.shown.topic if self.pages.shown else "bat-dau"

    @property
    def page_names(self) -> tuple[str, ...]:
        """The names of the stations in their order."""
        return tuple(page.title for page in self.pages.in_order)

    def show_page(self, place: int) -> None:
        """Show the page of the station at that place."""
        self.go_to(self.pages.in_order[place])

    def go_to(self, page: Page) -> None:
        """Show a station's page."""
        if self.desk.office is None or (page.needs_report and self.desk.report is None):
            return
        if self.settle():
            self.pages.setCurrentWidget(page)
            self._remembered.last_page = page.title
            page.begin()
        self.stations.select(self.pages.place)

    def settle(self) -> bool:
        """Hand over what an open editor holds; False if a question or refusal came of it."""
        return self.pages.commit()

    def tell_problem(self, report: str, log_file: str) -> None:
        """Tell of an unexpected error, one at a time."""
        if self._problem is None:
            self._problem = ProblemMessage(report, log_file, self)
            self._problem.finished.connect(self._forget_problem)
            self._problem.open()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stations.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.settle() or not self.stick.may_leave():
            event.ignore()  # what was typed last is still in question, or the file goes onto its stick first
            return
        self._remembered.geometry = self.saveGeometry()
        self.pages.remember(self._remembered)
        self.documents.close()
        self._worker.close()
        self.desk.close()
        self.desk.carrying.turn_to(None)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.dropping.knows(local_paths(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropping.take(local_paths(event.mimeData()))

    def take(self, paths: Sequence[Path]) -> None:
        """Come to the front and take the files that a second start of the program was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if paths:
            self.dropping.take(paths)

    def _arrange(self) -> None:
        for page in (self._start, self._wait):
            self.pages.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.comments)
        right.addWidget(PageFrame(self.pages), 1)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stations)
        layout.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.statusBar().addWidget(self.status, 1)

    def _connect(self) -> None:
        self.desk.opened.connect(self._show_desk)
        self.desk.changed.connect(self._show_numbers)
        self.desk.found.told.connect(self._show_numbers)
        self.desk.refused.connect(self._tell_refused)
        self.dropping.refused.connect(self._tell_refused)
        self.stations.chosen.connect(self.show_page)
        self.header.chosen.connect(self.going.turn_to)
        for page in self.pages.in_order:
            page.followed.connect(self.going.follow)
        self.matters.followed.connect(self.going.follow)
        self.documents.followed.connect(self.going.follow)
        self.documents.section_followed.connect(self.going.follow_section)
        self.figures.nothing.prose_asked.connect(partial(self.go_to, self.prose))
        self.findings.passage_followed.connect(self.going.follow_passage)
        for matters in (self.mailroom_matters, self.stick):
            matters.told.connect(lambda words: self.statusBar().showMessage(words, _MESSAGE))
        for page in (self.exchange, self.findings):
            page.lock_asked.connect(self.matters.ask_lock)
        self.exchange.new_asked.connect(self.matters.ask_new_report)
        self.exchange.returned.connect(self.going.to_first_comment)
        self.comments.followed.connect(self.going.follow)
        self.comments.quoted.connect(self.going.follow_quote)
        self.pages.currentChanged.connect(self._place_comments)
        for happened in (self.desk.opened, self.desk.changed):
            happened.connect(self._place_comments)
        self.matters.restored.connect(self.opening.open)
        self.matters.looked_different.connect(self._dress)
        self.overview.stepped.connect(self.going.take_step)
        self.overview.chosen.connect(self.going.work_on)
        self.overview.asked_new.connect(self.matters.ask_new_report)
        self.overview.asked_past.connect(self.matters.past.ask)
        self.desk.described.connect(self._show_title)
        self.desk.changed.connect(self._weigh)
        self.opening.waiting.connect(self.wait)
        self.opening.ready.connect(self._show_right_page)

    def _restore(self) -> None:
        title_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        room = self.screen().availableSize() - QSize(title_bar, 2 * title_bar)
        self.resize(QSize(*_FIRST_SIZE).boundedTo(room))
        self.restoreGeometry(self._remembered.geometry)
        self.pages.recall(self._remembered)

    def _dress(self) -> None:
        """Put on the theme and the letters a person chose."""
        from ui.theme import dress

        dress(self._remembered.theme, self._remembered.letters)

    def _show_desk(self) -> None:
        """Show what is open now, and where work on it was left."""
        office = self.desk.office
        if office and (origin := self.desk.origin):
            self._remembered.last_file = origin
            self._remembered.remember_office(origin, office.profile.name)
        self._show_title()
        self.stations.setVisible(office is not None)
        for place, page in enumerate(self.pages.in_order):
            self.stations.enable(place, can_open=self.desk.report is not None or not page.needs_report)
        self._weigh()
        self.pages.setCurrentWidget(self._start)
        self._show_right_page()
        self._show_numbers()

    def _show_title(self) -> None:
        self.setWindowTitle(title_of(self.desk))
        self.header.show_desk(self.desk)

    def _weigh(self) -> None:
        report = self.desk.report
        self.menus.weigh(
            has_office=self.desk.office is not None,
            has_report=report is not None,
            may_write=not self.desk.is_looking,
            is_final=bool(report and report.head.stage.holds_figures),
        )
        self.header.show_stage(self.desk)

    def _open_or_start(self, path: Path) -> None:
        self.opening.open(path)
        self._show_right_page()

    def _show_right_page(self) -> None:
        if self.desk.office is None:
            self.pages.setCurrentWidget(self._start)
            self._start.setFocus()
        elif self.pages.shown is None or not self.desk.report:
            last = self._remembered.last_page
            is_known = last in self.page_names and self.desk.report
            self.show_page(self.page_names.index(last) if is_known else 0)

    def _place_comments(self) -> None:
        """Show what the superior wants corrected above the pages on which it is corrected."""
        is_there = self.pages.shown in (self.figures, self.prose)
        self.comments.setVisible(is_there and self.comments.has_comments)

    def _show_numbers(self) -> None:
        for place, page in enumerate(self.pages.in_order):
            if number := page.number():
                self.stations.set_number(place, number.text, number.spoken)

    def _tell_refused(self, refusal: CchcError) -> None:
        if self.pages.shown is not self.figures:  # there the strip tells it, and work goes on
            refusal_message(refusal.message, self).open()

    def _forget_problem(self) -> None:
        self._problem = None
