"""Báo cáo: what leaves the program, where it goes, and what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.values.period import short_date
from ui import producing
from ui.dialogs import files
from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk
    from ui.worker import Ticket, Worker


class ReportPage(QWidget):
    """Says what will be produced, has it done beside the window, and shows where it lies."""

    def __init__(
        self, desk: Desk, worker: Worker, settle: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self._settle = settle
        self._ticket: Ticket | None = None
        self._made: Path | None = None
        self.facts = _words()
        self.word = QPushButton("Tạo báo cáo Word…")
        self.exchange = QPushButton("Tạo tệp trao đổi…")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang tạo tệp")
        self.cancel = QPushButton("Dừng")
        self.result = _words()
        self.open_folder = QPushButton("Mở thư mục")
        self.open_file = QPushButton("Mở tệp")
        self._arrange()
        self.word.clicked.connect(self.make_word)
        self.exchange.clicked.connect(self.make_exchange)
        self.cancel.clicked.connect(self._stop)
        self.open_folder.clicked.connect(self._show_folder)
        self.open_file.clicked.connect(self._show_file)
        desk.opened.connect(self._open)
        desk.changed.connect(self._tell)
        self._open()

    def make_word(self) -> None:
        """Ask where the Word report goes and have it made."""
        path, report = self._desk.path, self._desk.report
        if path and report and self._settle():
            proposed = path.parent / producing.word_name(report.head.period)
            if chosen := files.choose_word(self, proposed):
                self._start(partial(producing.word_report, path, report.head.period, chosen))

    def make_exchange(self) -> None:
        """Ask for a folder and have the exchange file made in it."""
        path, report = self._desk.path, self._desk.report
        if path and report and self._settle() and (folder := files.choose_folder(self, path.parent)):
            self._start(partial(producing.exchange_file, path, report.head.period, folder))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.facts)
        layout.addLayout(
            _line(self.word, "Báo cáo chính và các phụ lục theo thể thức Nghị định 30/2020, để trình ký.")
        )
        layout.addLayout(
            _line(self.exchange, "Một tệp .xlsx gửi cơ quan cấp trên qua thư điện tử; mở được bằng Excel.")
        )
        layout.addLayout(_row(self.progress, self.cancel))
        layout.addWidget(self.result)
        layout.addLayout(_row(self.open_folder, self.open_file))
        layout.addStretch()
        widest = max(self.word.sizeHint().width(), self.exchange.sizeHint().width())
        self.word.setFixedWidth(widest)
        self.exchange.setFixedWidth(widest)

    def _open(self) -> None:
        self._made = None
        self.result.clear()
        self._tell()
        self._show_state()

    def _tell(self) -> None:
        if report := self._desk.report:
            self.facts.setText("\n".join(_facts(report)))

    def _start(self, work: Callable[[Ticket], Path]) -> None:
        self._made = None
        self.result.setText("Đang tạo tệp…")
        ticket = self._worker.start(work)
        ticket.finished.connect(self._tell_made)
        ticket.refused.connect(self._tell_refused)
        ticket.ended.connect(self._end)
        self._ticket = ticket
        self._show_state()

    def _stop(self) -> None:
        if self._ticket:
            self.result.setText("Đang dừng…")
            self._ticket.cancel()

    def _tell_made(self, path: object) -> None:
        self._made = Path(str(path))
        self.result.setText(f"Đã tạo {self._made.name} trong thư mục {self._made.parent}")

    def _tell_refused(self, refusal: CchcError) -> None:
        self.result.setText(refusal.message)

    def _end(self) -> None:
        self._ticket = None
        if self.result.text().startswith("Đang"):
            self.result.setText("Đã dừng; không có tệp nào được tạo.")
        self._show_state()

    def _show_state(self) -> None:
        busy = self._ticket is not None
        for button in (self.word, self.exchange):
            button.setEnabled(not busy and self._desk.report is not None)
        for part in (self.progress, self.cancel):
            part.setVisible(busy)
        for part in (self.open_folder, self.open_file):
            part.setVisible(self._made is not None)

    def _show_folder(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))

    def _show_file(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))


def _facts(report: OpenReport) -> list[str]:
    complete = report.form.completeness
    open_findings = sum(finding.code not in report.kept for finding in report.findings)
    lines = [
        f"Báo cáo {report.head.period.name}, số liệu tính {report.head.window}.",
        f"Đã trả lời {complete.answered}/{complete.required} dòng.",
        f"Phát hiện chưa giải trình: {open_findings}.",
        f"Hạn gửi: {short_date(report.head.deadline)}.",
    ]
    if complete.answered < complete.required:
        lines.append("Dòng chưa trả lời được in thành dấu chấm để điền tay.")
    return lines


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _line(button: QPushButton, words: str) -> QHBoxLayout:
    label = _words()
    label.setText(words)
    line = QHBoxLayout()
    line.setSpacing(2 * GRID)
    line.addWidget(button)
    line.addWidget(label, 1)
    return line


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
