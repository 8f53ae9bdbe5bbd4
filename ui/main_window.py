"""The window: stations at the left, a page, a menu and what is saved. It has no work of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.office.phrases import report_title
from ui.dialogs.messages import ProblemMessage, refusal_message
from ui.menus import Menus
from ui.opening import Opening
from ui.pages.figures_page import FiguresPage
from ui.pages.findings_page import FindingsPage
from ui.pages.report_page import ReportPage
from ui.pages.start_page import StartPage, Way
from ui.widgets.report_header import ReportHeader
from ui.widgets.report_status import ReportStatus
from ui.widgets.stations import Stations

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from cchc_desktop.errors import CchcError
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.worker import Worker

PRODUCT = "Báo cáo cải cách hành chính"
SAMPLE_MARK = " (SỐ LIỆU MẪU)"
_FIGURES, _FINDINGS, _REPORT = range(3)
_FIRST_SIZE = (1180, 680)
"""In pixels before scaling: fits 1366 × 768 with a task bar."""


class MainWindow(QMainWindow):
    """Joins the pages with the desk and the worker, which it is given."""

    painted = Signal()
    """The window has been painted for the first time."""
    page_names = ("Số liệu", "Kiểm tra", "Báo cáo")

    def __init__(self, desk: Desk, worker: Worker, remembered: Remembered, samples: Path) -> None:
        super().__init__()
        self.desk = desk
        self._worker = worker
        self._remembered = remembered
        self._was_painted = False
        self._problem: ProblemMessage | None = None
        self.opening = Opening(desk, worker, samples, self.settle, self)
        self.header = ReportHeader()
        self.stations = Stations(self.page_names)
        self.figures = FiguresPage(desk)
        self.findings = FindingsPage(desk)
        self.report = ReportPage(desk, worker, self.settle)
        self.status = ReportStatus(desk)
        self._stack = QStackedWidget()
        self._wait = QLabel("Đang mở…")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._start, self._no_report = self._start_page(), self._no_report_page()
        self._arrange()
        self._connect()
        self.menus = Menus(self)
        self._restore()
        self._show_desk()

    def open_first(self, path: Path | None, sample: str | None) -> None:
        """Open what was asked for, or what was open last, once the window has been seen."""
        path = path or (None if sample else self._remembered.last_file)
        if sample:
            self.painted.connect(partial(self.opening.open_sample, sample))
        elif path:
            self.wait()
            self.painted.connect(partial(self._open_or_start, path))

    def wait(self) -> None:
        """Show that a file is on its way."""
        self._stack.setCurrentWidget(self._wait)

    def make_word(self) -> None:
        """Go to the report page and make the Word report."""
        self.show_page(_REPORT)
        self.report.make_word()

    def make_exchange(self) -> None:
        """Go to the report page and make the exchange file."""
        self.show_page(_REPORT)
        self.report.make_exchange()

    def save(self) -> None:
        """Hand over what an open editor holds; everything else is saved already."""
        if self.settle():
            self.status.tell_saved()

    def show_page(self, place: int) -> None:
        """Show a station's page."""
        if self.desk.report is None:
            return
        if self.settle():
            page = (self.figures, self.findings, self.report)[place]
            self._stack.setCurrentWidget(page)
            self._remembered.last_page = self.page_names[place]
            page.setFocus()
        self.stations.select(self._shown_place())

    def go_to_finding(self, forward: bool) -> None:
        """Show the next or previous cell with a finding."""
        self.show_page(_FIGURES)
        self.figures.go_to_finding(forward=forward)

    def settle(self) -> bool:
        """Hand over what an open editor holds; False if a question or refusal came of it."""
        return self.figures.commit()

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

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.settle():
            event.ignore()  # what was typed last is still in question
            return
        self._remembered.geometry = self.saveGeometry()
        self._remembered.figures_layout = self.figures.split.saveState()
        self._worker.close()
        self.desk.close()
        event.accept()

    def _start_page(self) -> StartPage:
        ways = (
            Way("Mở tệp cơ quan…", self.opening.ask_open),
            Way("Tạo tệp cơ quan mới…", self.opening.ask_create),
            Way("Mở cơ quan mẫu", self.opening.open_sample),
        )
        return StartPage(
            PRODUCT, "Số liệu của cơ quan nằm trong một tệp trên máy này; không gửi đi đâu.", ways
        )

    def _no_report_page(self) -> StartPage:
        ways = (Way("Báo cáo mới…", self.opening.ask_new_report),)
        return StartPage("Chưa có báo cáo nào", "Tệp này chưa có báo cáo. Hãy lập báo cáo đầu tiên.", ways)

    def _arrange(self) -> None:
        for page in (self._start, self._no_report, self._wait, self.figures, self.findings, self.report):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
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
        self.desk.refused.connect(self._tell_refused)
        self.stations.chosen.connect(self.show_page)
        self.header.chosen.connect(self._turn_to)
        self.findings.followed.connect(self._follow)
        self.opening.waiting.connect(self.wait)
        self.opening.ready.connect(self._show_right_page)

    def _restore(self) -> None:
        self.resize(*_FIRST_SIZE)
        self.restoreGeometry(self._remembered.geometry)
        self.figures.split.restoreState(self._remembered.figures_layout)

    def _show_desk(self) -> None:
        """Show what is open now, and where work on it was left."""
        office, report = self.desk.office, self.desk.report
        title = PRODUCT
        if office and report:
            title = f"{office.profile.name} · {report_title(report.head.period)}"
        if office and self.desk.path:
            self._remembered.last_file = self.desk.path
            title += SAMPLE_MARK if office.profile.is_sample else ""
        self.setWindowTitle(title)
        self.header.show_desk(self.desk)
        self.stations.setVisible(report is not None)
        self.menus.weigh(has_office=office is not None, has_report=report is not None)
        self._stack.setCurrentWidget(self._start)
        self._show_right_page()
        self._show_numbers()

    def _open_or_start(self, path: Path) -> None:
        self.opening.open(path)
        self._show_right_page()

    def _show_right_page(self) -> None:
        if self.desk.report:
            if self._stack.currentWidget() in (self._start, self._no_report, self._wait):
                last = self._remembered.last_page
                self.show_page(self.page_names.index(last) if last in self.page_names else _FIGURES)
        else:
            page = self._no_report if self.desk.office else self._start
            self._stack.setCurrentWidget(page)
            page.setFocus()

    def _shown_place(self) -> int:
        pages: tuple[QWidget, ...] = (self.figures, self.findings, self.report)
        shown = self._stack.currentWidget()
        return pages.index(shown) if shown in pages else _FIGURES

    def _show_numbers(self) -> None:
        if report := self.desk.report:
            done, count = report.form.completeness, self.findings.model.open_count
            self.stations.set_number(
                _FIGURES,
                f"{done.answered}/{done.required}",
                f"đã trả lời {done.answered} trên {done.required} dòng",
            )
            self.stations.set_number(_FINDINGS, str(count or ""), f"{count} phát hiện")

    def _turn_to(self, period: Period) -> None:
        if self.settle():
            self.desk.turn_to(period)
        else:
            self.header.show_desk(self.desk)

    def _follow(self, code: str) -> None:
        self.show_page(_FIGURES)
        self.figures.jump(code)

    def _tell_refused(self, refusal: CchcError) -> None:
        if self._stack.currentWidget() is not self.figures:  # there the strip tells it, and work goes on
            refusal_message(refusal.message, self).open()

    def _forget_problem(self) -> None:
        self._problem = None
