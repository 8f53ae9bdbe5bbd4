"""Báo cáo: what will be printed, page by page; the files that leave the program and what became of them."""

from __future__ import annotations

import importlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.values.period import short_date
from ui import producing, showing
from ui.dialogs import files
from ui.look import GRID
from ui.pages.page import Page
from ui.widgets.cover_fields import CoverFields
from ui.widgets.flow import Flow
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.findings.found import Passage
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk
    from ui.preview.preview_pane import PreviewPane
    from ui.remembered import Remembered
    from ui.worker import Ticket, Worker

_LEFT_IN_DIGITS, _NARROWEST_IN_DIGITS = 52, 34
_PAUSE = 300
"""Milliseconds after the last change before the pages are set anew."""


class ReportPage(Page):
    """Cover data at the left with the buttons above, the pages at the right; files are made beside it."""

    title = "Báo cáo"
    icon = "report"
    topic = "bao-cao"

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        remembered: Remembered,
        settle: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._settle = settle
        self._ticket: Ticket | None = None
        self._made: Path | None = None
        self._preview: PreviewPane | None = None
        self._left, self._inside = QScrollArea(), QWidget()
        self.facts = plain_label()
        self.word = QPushButton("Tạo báo cáo Word…")
        self.word.setToolTip("Báo cáo chính và phụ lục theo thể thức Nghị định 30/2020/NĐ-CP, để trình ký")
        self.exchange = QPushButton("Tạo tệp trao đổi…")
        self.exchange.setToolTip("Một tệp .xlsx gửi cơ quan cấp trên qua thư điện tử; mở được bằng Excel")
        self.annexes = QPushButton("Phụ lục thêm…")
        self.annexes.setToolTip("Danh sách, bảng và ảnh in sau các phụ lục số liệu")
        self.cover = CoverFields()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang tạo tệp")
        self.cancel = QPushButton("Dừng")
        self.result = plain_label()
        self.open_folder = QPushButton("Mở thư mục")
        self.open_file = QPushButton("Mở tệp")
        self._busy, self._after = QWidget(), QWidget()
        self._busy.setLayout(_row(self.progress, self.cancel))
        self._after.setLayout(_row(self.open_folder, self.open_file))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_PAUSE)
        self._arrange()
        self._connect()
        self._open()

    @property
    def preview(self) -> PreviewPane:
        """The pages; they are loaded when they are first seen."""
        if self._preview is None:
            from ui.preview.preview_pane import PreviewPane

            self._preview = PreviewPane()
            self._preview.refused.connect(self._desk.refused)
            self._layout.addWidget(self._preview, 1)
        return self._preview

    @property
    def entrance(self) -> QWidget:
        return self.word

    def commit(self) -> bool:
        if self._desk.report and not self._desk.is_looking:
            self.cover.commit()
        return True

    def make_word(self) -> None:
        """Ask where the Word report goes and have it made."""
        path, report = self._desk.path, self._desk.report
        if path and report and self._settle():
            from cchc_desktop.office.printed.phrases import word_name

            folder = self._remembered.folder_of("reports") or self._desk.folder
            if chosen := files.choose_word(self, folder / word_name(report.head.period)):
                self._start(partial(producing.word_report, path, report.head.period, chosen))

    def make_exchange(self) -> None:
        """Ask for a folder and have the exchange file made in it."""
        path, report = self._desk.path, self._desk.report
        if path and report and self._settle():
            folder = self._remembered.folder_of("reports") or self._desk.folder
            if chosen := files.choose_folder(self, folder):
                self._start(partial(producing.exchange_file, path, report.head.period, chosen))

    def ask_annexes(self) -> None:
        """Show the appendices that the office adds to its report."""
        self._show_annexes(None)

    def show_in_annex(self, passage: Passage) -> None:
        """Show the appendix that a passage stands in, the passage selected."""
        self._show_annexes(passage)

    def _show_annexes(self, at: Passage | None) -> None:
        from ui.annexes.annex_desk import AnnexDesk
        from ui.annexes.annexes_dialog import AnnexesDialog

        if self._desk.report and self._settle():
            dialog = AnnexesDialog(AnnexDesk(self._desk), self._remembered.folder_of("photos"), self)
            dialog.finished.connect(lambda: self._remembered.remember_folder("photos", dialog.folder))
            dialog.open()
            if at:
                dialog.show_passage(at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_left()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pages()

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.facts)
        column.addLayout(Flow(self.word, self.exchange, self.annexes))
        for part in (self._busy, self.result, self._after):
            column.addWidget(part)
        column.addWidget(self.cover)
        column.addStretch()
        self._left.setWidget(self._inside)
        self._left.setWidgetResizable(True)
        self._left.setFrameShape(QFrame.Shape.NoFrame)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit_left()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._layout.setSpacing(2 * GRID)
        self._layout.addWidget(self._left)

    def _fit_left(self) -> None:
        digit = self.fontMetrics().averageCharWidth()
        beside = self._left.verticalScrollBar().sizeHint().width() + GRID
        needed = self._inside.minimumSizeHint().width()
        self._left.setMinimumWidth(max(_NARROWEST_IN_DIGITS * digit, needed) + beside)
        self._left.setMaximumWidth(max(_LEFT_IN_DIGITS * digit, self._left.minimumWidth()) + beside)

    def _connect(self) -> None:
        self.word.clicked.connect(self.make_word)
        self.exchange.clicked.connect(self.make_exchange)
        self.annexes.clicked.connect(self.ask_annexes)
        self.cancel.clicked.connect(self._stop)
        self.open_folder.clicked.connect(self._show_folder)
        self.open_file.clicked.connect(self._show_file)
        self.cover.settled.connect(self._desk.set_cover)
        self._settling.timeout.connect(self._show_pages)
        self._desk.opened.connect(self._open)
        for happened in (self._desk.changed, self._desk.described):
            happened.connect(self._tell)

    def _open(self) -> None:
        self._made = None
        self.result.clear()
        self._tell()
        self._show_state()

    def _tell(self) -> None:
        if report := self._desk.report:
            self.facts.setText("\n".join(_facts(report)))
        if self.isVisible():
            self._settling.start()

    def _show_pages(self) -> None:
        report = self._desk.report
        if report is None or not self.isVisible():
            return
        from cchc_desktop.office.printed.covers import cover_of

        self.cover.show_cover(cover_of(report), report.archive.profile.level)
        self.cover.setEnabled(not self._desk.is_looking)
        if self._preview is None:
            QTimer.singleShot(0, self, self._load_content)  # step by step: the page is seen meanwhile
        else:
            self._set_pages()

    def _load_content(self) -> None:
        importlib.import_module("cchc_desktop.office.printed.preview")
        QTimer.singleShot(0, self, self._load_preview)

    def _load_preview(self) -> None:
        self.preview.show()
        QTimer.singleShot(0, self, self._set_pages)

    def _set_pages(self) -> None:
        if report := self._desk.report:
            from cchc_desktop.office.printed.preview import preview_content

            self.preview.set_report(preview_content(report))

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
        self._desk.look_again()
        showing.show_in_folder(self._made)

    def _tell_refused(self, refusal: CchcError) -> None:
        self.result.setText(refusal.message)
        self._show_state()

    def _end(self) -> None:
        self._ticket = None
        if self.result.text().startswith("Đang"):
            self.result.setText("Đã dừng; không có tệp nào được tạo.")
        self._show_state()

    def _show_state(self) -> None:
        busy = self._ticket is not None
        for button in (self.word, self.exchange):
            button.setEnabled(not busy and self._desk.report is not None)
        self._busy.setVisible(busy)
        self.annexes.setEnabled(self._desk.report is not None and not self._desk.is_looking)
        self._after.setVisible(self._made is not None)
        self.result.setVisible(bool(self.result.text()))

    def _show_folder(self) -> None:
        if self._made:
            showing.show_in_folder(self._made)

    def _show_file(self) -> None:
        if self._made:
            showing.open_file(self._made)


def _facts(report: OpenReport) -> list[str]:
    complete = report.form.completeness
    open_findings = sum(finding.code not in report.kept for finding in report.findings)
    if report.template.indicators:
        done = f"Trả lời {complete.answered}/{complete.required} dòng"
    else:
        from ui.prose.progress import written_count

        written, sections = written_count(report)
        done = f"Đã viết {written}/{sections} mục"
    lines = [
        f"Số liệu tính {report.head.window}, hạn gửi {short_date(report.head.deadline)}.",
        f"{done}, {open_findings} phát hiện chưa giải trình.",
    ]
    if complete.answered < complete.required:
        lines.append("Dòng chưa trả lời được in thành dấu chấm để điền tay.")
    return lines


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
