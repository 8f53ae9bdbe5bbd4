"""The window: stations at the left, a page, a menu and what is saved. It has no work of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QStyle, QVBoxLayout, QWidget

from cchc_desktop.office.phrases import report_title
from ui.dialogs.files import SUFFIX
from ui.dialogs.messages import ProblemMessage, refusal_message
from ui.help import Help
from ui.menus import SAMPLES, Menus
from ui.office_matters import OfficeMatters
from ui.opening import Opening
from ui.pages.figures_page import FiguresPage
from ui.pages.findings_page import FindingsPage
from ui.pages.overview_page import OverviewPage
from ui.pages.prose_page import ProsePage
from ui.pages.registers_page import RegistersPage
from ui.pages.report_page import ReportPage
from ui.pages.start_page import StartPage, Way
from ui.widgets.report_header import ReportHeader
from ui.widgets.report_status import ReportStatus
from ui.widgets.stations import Stations

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.next_step import NextStep
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.worker import Worker

PRODUCT = "Báo cáo cải cách hành chính"
SAMPLE_MARK = " (SỐ LIỆU MẪU)"
LOOK_MARK = " (CHỈ XEM)"
_OVERVIEW, _FIGURES, _PROSE, _REGISTERS, _FINDINGS, _REPORT = range(6)
_PAGE_OF_STEP = {"ANSWER": _FIGURES, "SETTLE": _FINDINGS, "SEND": _REPORT}
_FIRST_SIZE = (1180, 680)
"""In pixels before scaling: fits 1366 × 768 with a task bar; a scaled screen may have room for less."""


class MainWindow(QMainWindow):
    """Joins the pages with the desk and the worker, which it is given."""

    painted = Signal()
    """The window has been painted for the first time."""
    page_names = ("Tổng quan", "Số liệu", "Lời văn", "Sổ theo dõi", "Kiểm tra", "Báo cáo")

    def __init__(self, desk: Desk, worker: Worker, remembered: Remembered, samples: Path) -> None:
        super().__init__()
        self.desk = desk
        self._worker = worker
        self._remembered = remembered
        self._was_painted = False
        self._problem: ProblemMessage | None = None
        desk.copies = remembered.folder_of("backups")
        self.opening = Opening(desk, worker, remembered, samples, self.settle, self)
        self.matters = OfficeMatters(desk, worker, remembered, self.settle, self)
        self.help = Help(self)
        self.header = ReportHeader()
        self.stations = Stations(self.page_names)
        self.overview = OverviewPage(desk)
        self.figures = FiguresPage(desk)
        self.prose = ProsePage(desk)
        self.registers = RegistersPage(desk, worker)
        self.findings = FindingsPage(desk)
        self.report = ReportPage(desk, worker, remembered, self.settle)
        self._pages: tuple[QWidget, ...] = (
            self.overview,
            self.figures,
            self.prose,
            self.registers,
            self.findings,
            self.report,
        )
        self.status = ReportStatus(desk)
        self._stack = QStackedWidget()
        self._wait = QLabel("Đang mở…")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._start = self._start_page()
        self.setAcceptDrops(True)
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

    def print_report(self) -> None:
        """Go to the report page and print it."""
        self.show_page(_REPORT)
        self.report.preview.print_report()

    def save(self) -> None:
        """Hand over what an open editor holds; everything else is saved already."""
        if self.settle():
            self.status.tell_saved()

    def show_page(self, place: int) -> None:
        """Show a station's page."""
        if self.desk.office is None or (place and self.desk.report is None):
            return
        if self.settle():
            page = self._pages[place]
            self._stack.setCurrentWidget(page)
            self._remembered.last_page = self.page_names[place]
            page.setFocus()
        self.stations.select(self._shown_place())

    def go_to_finding(self, forward: bool) -> None:
        """Show the next or previous cell with a finding, in the registers while they are shown."""
        if self._stack.currentWidget() is self.registers:
            self.registers.go_to_finding(forward=forward)
            return
        self.show_page(_FIGURES)
        self.figures.go_to_finding(forward=forward)

    def find_row(self) -> None:
        """Search rows of the figures, or of the registers or the prose while they are shown."""
        shown = self._stack.currentWidget()
        if shown is self.registers:
            self.registers.find_row()
            return
        if shown is self.prose:
            self.prose.find_words()
            return
        self.show_page(_FIGURES)
        self.figures.find_row()

    def toggle_panel(self) -> None:
        """Show all about the current figure beside its table, or put it away."""
        self.show_page(_FIGURES)
        self.figures.toggle_panel()

    def settle(self) -> bool:
        """Hand over what an open editor holds; False if a question or refusal came of it."""
        self.report.commit()
        return self.registers.commit() and self.figures.commit() and self.prose.commit()

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
        self._remembered.columns = self.figures.columns.written
        self._remembered.register_widths = self.registers.widths.written
        self._remembered.has_cell_panel = not self.figures.panel.isHidden()
        self._worker.close()
        self.desk.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped(event):
            event.acceptProposedAction()
            self.opening.open(path)

    def _start_page(self) -> StartPage:
        ways = (
            Way("Mở tệp cơ quan…", self.opening.ask_open),
            Way("Tạo tệp cơ quan mới…", self.opening.ask_create),
            *(
                Way(f"Mở mẫu {words.replace('&', '')}", partial(self.opening.open_sample, name))
                for name, words in SAMPLES.items()
            ),
        )
        return StartPage(
            PRODUCT, "Số liệu của cơ quan nằm trong một tệp trên máy này; không gửi đi đâu.", ways
        )

    def _arrange(self) -> None:
        for page in (self._start, self._wait, *self._pages):
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
        self.prose.followed.connect(self._follow)
        self.registers.followed.connect(self._follow)
        self.matters.followed.connect(self._follow)
        self.matters.restored.connect(self.opening.open)
        self.matters.looked_different.connect(self._dress)
        self.overview.stepped.connect(self._take_step)
        self.overview.followed.connect(self._work_on)
        self.overview.asked_new.connect(self.matters.ask_new_report)
        self.overview.asked_past.connect(self.matters.ask_past)
        self.desk.described.connect(self._show_title)
        self.desk.changed.connect(self._weigh)
        self.opening.waiting.connect(self.wait)
        self.opening.ready.connect(self._show_right_page)

    def _restore(self) -> None:
        title_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        room = self.screen().availableSize() - QSize(title_bar, 2 * title_bar)
        self.resize(QSize(*_FIRST_SIZE).boundedTo(room))
        self.restoreGeometry(self._remembered.geometry)
        self.figures.split.restoreState(self._remembered.figures_layout)
        self.figures.columns.read(self._remembered.columns)
        self.registers.widths.read(self._remembered.register_widths)
        self.figures.show_panel(shown=self._remembered.has_cell_panel)

    def _dress(self) -> None:
        """Put on the theme and the letters a person chose."""
        from ui.theme import dress

        dress(self._remembered.theme, self._remembered.letters)

    def _show_desk(self) -> None:
        """Show what is open now, and where work on it was left."""
        office = self.desk.office
        if office and self.desk.path:
            self._remembered.last_file = self.desk.path
            self._remembered.remember_office(self.desk.path, office.profile.name)
        self._show_title()
        self.stations.setVisible(office is not None)
        self.stations.enable(1 if self.desk.report is None else len(self._pages))
        self._weigh()
        self._stack.setCurrentWidget(self._start)
        self._show_right_page()
        self._show_numbers()

    def _show_title(self) -> None:
        office, report = self.desk.office, self.desk.report
        title = PRODUCT
        if office:
            title = f"{office.profile.name} · {report_title(report.head.period) if report else PRODUCT}"
            title += SAMPLE_MARK if office.profile.is_sample else ""
            title += LOOK_MARK if self.desk.is_looking else ""
        self.setWindowTitle(title)
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
            self._stack.setCurrentWidget(self._start)
            self._start.setFocus()
        elif self._stack.currentWidget() in (self._start, self._wait) or not self.desk.report:
            last = self._remembered.last_page
            is_known = last in self.page_names and self.desk.report
            self.show_page(self.page_names.index(last) if is_known else _OVERVIEW)

    def _shown_place(self) -> int:
        shown = self._stack.currentWidget()
        return self._pages.index(shown) if shown in self._pages else _OVERVIEW

    def _show_numbers(self) -> None:
        if report := self.desk.report:
            done, count = report.form.completeness, self.findings.model.open_count
            self.stations.set_number(
                _FIGURES,
                f"{done.answered}/{done.required}",
                f"đã trả lời {done.answered} trên {done.required} dòng",
            )
            written, sections = self.prose.count()
            self.stations.set_number(
                _PROSE, f"{written}/{sections}", f"đã viết {written} trên {sections} mục"
            )
            self.stations.set_number(_FINDINGS, str(count or ""), f"{count} phát hiện")

    def _turn_to(self, period: Period) -> None:
        if self.settle():
            self.desk.turn_to(period)
        else:
            self.header.show_desk(self.desk)

    def _work_on(self, period: Period) -> None:
        if self.settle():
            self.desk.turn_to(period)
            self.show_page(_FIGURES)

    def _take_step(self, step: NextStep) -> None:
        if step.step.name == "BEGIN":
            self.matters.ask_new_report()
            return
        self._turn_to(step.period)
        if step.step.name == "LOCK":
            self.matters.ask_lock()
        else:
            self.show_page(_PAGE_OF_STEP[step.step.name])

    def _follow(self, code: str) -> None:
        self.show_page(_FIGURES)
        self.figures.jump(code)

    def _tell_refused(self, refusal: CchcError) -> None:
        if self._stack.currentWidget() is not self.figures:  # there the strip tells it, and work goes on
            refusal_message(refusal.message, self).open()

    def _forget_problem(self) -> None:
        self._problem = None


def _dropped(event: QDropEvent) -> Path | None:
    """The one office file that is dragged, or None."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == SUFFIX else None
