"""Gửi: the road of the open report from its lock to the mail, every step undoable with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.mailroom.road import RoadStep, milestones
from cchc_desktop.office.mailroom.whereabouts import whereabouts
from ui import showing
from ui.dialogs.reason import ReasonQuestion
from ui.dialogs.sending import SendQuestion, SignedQuestion
from ui.look import GRID
from ui.mailroom import work
from ui.mailroom.sent_box import FOLDER, SentBox
from ui.mailroom.steps_list import StepsList
from ui.mailroom.tab import Tab
from ui.widgets.busy_line import BusyLine
from ui.widgets.plain_words import plain_label
from ui.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.mailroom.submitting import Submitted
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk
    from ui.dialogs.sending import Sending
    from ui.remembered import Remembered
    from ui.worker import Ticket, Worker

_EMPTY = "Chưa có báo cáo nào trong tệp này. Lập báo cáo mới, nhập và chốt số liệu, rồi gửi từ đây."
_UNDOABLE = (Stage.CHECKED, Stage.PRESENTED, Stage.SIGNED, Stage.SUBMITTED, Stage.RETURNED)
_WIDEST_IN_DIGITS = 150
"""A button stands not far from the words it belongs to."""


class RoadTab(Tab):
    """Where the report is, its steps, and once it is sent the words of the mail."""

    title = "Gửi"

    lock_asked = Signal()
    new_asked = Signal()
    """A report is to be begun: there is none to send."""

    def __init__(
        self, desk: Desk, worker: Worker, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._ticket: Ticket | None = None
        self.where = plain_label()
        self.steps = StepsList()
        self.back = QPushButton("Lùi một bước…")
        self.back.setToolTip("Trở lại bước trước; lý do được ghi vào nhật ký của tệp")
        self.told = plain_label()
        self.busy = BusyLine("Đang tạo tệp để gửi", inset=0)
        self.new = QPushButton("Lập báo cáo mới…")
        self.sent = SentBox(desk, remembered)
        self._arrange()
        self.steps.asked.connect(self._go)
        self.back.clicked.connect(self._ask_back)
        self.new.clicked.connect(self.new_asked)
        desk.opened.connect(self.told.clear)

    def refresh(self) -> None:
        """Show where the open report is now."""
        office, report = self._desk.office, self._desk.report
        for part in (self.steps, self.back):
            part.setVisible(report is not None)
        self.new.setVisible(report is None)
        if office is None or report is None:
            self.where.setText(_EMPTY)
            self.sent.hide()
            return
        may_write = not self._desk.is_looking and self._ticket is None
        name = report.head.period.name
        self.where.setText(f"Báo cáo {name}: {whereabouts(office, report.head.period).words}")
        self.steps.show_road(milestones(office, report), may_write=may_write)
        self.back.setEnabled(may_write and report.head.stage in _UNDOABLE)
        self.told.setVisible(bool(self.told.text()))
        self.sent.show_report(report)

    def _arrange(self) -> None:
        font = self.where.font()
        font.setBold(True)
        self.where.setFont(font)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.new)
        below.addWidget(self.back)
        below.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.where)
        column.addWidget(self.steps)
        column.addLayout(below)
        for part in (self.busy, self.told, self.sent):
            column.addWidget(part)
        column.addStretch()
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST_IN_DIGITS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))

    def _go(self, step: RoadStep) -> None:
        match step:
            case RoadStep.LOCK:
                self.lock_asked.emit()
            case RoadStep.PRESENT:
                from cchc_desktop.office.mailroom.steps import present

                self._desk.wish(partial(present, self._desk.the_report))
            case RoadStep.SIGN:
                self._ask_signed(self._desk.the_report)
            case RoadStep.SEND:
                self._ask_send(self._desk.the_report)

    def _ask_signed(self, report: OpenReport) -> None:
        from cchc_desktop.office.printed.covers import cover_of

        folder = self._remembered.folder_of(FOLDER) or self._desk.folder
        question = SignedQuestion(report.head.period.name, cover_of(report), folder, self)
        question.noted.connect(self._sign)
        question.open()

    def _sign(self, number: str, issued: date, signer: str, paper: Path | None) -> None:
        from cchc_desktop.office.mailroom.steps import sign

        self._desk.wish(lambda: sign(self._desk.the_report, number, issued, signer=signer, paper=paper))

    def _ask_send(self, report: OpenReport) -> None:
        from cchc_desktop.office.mailroom.steps import signed_papers, was_sent

        told = "Tệp trao đổi và bản đã ký được ghi vào thư mục này; chương trình không tự gửi đi đâu."
        if not report.head.is_signed:
            told += " Báo cáo chưa ghi nhận đã ký nên tệp ghi rõ “chưa ký”."
        folder = self._remembered.folder_of(FOLDER) or self._desk.folder
        question = SendQuestion(
            report.head.period.name,
            told,
            folder,
            needs_reason=was_sent(report),
            with_word=not signed_papers(report),
            parent=self,
        )
        question.agreed.connect(self._send)
        question.open()

    def _send(self, sending: Sending) -> None:
        path, period = self._desk.the_office.path, self._desk.the_report.head.period
        ticket = self._ticket = self._worker.start(partial(work.submit, path, period, sending))
        self.told.setText("Đang tạo tệp để gửi…")
        ticket.finished.connect(self._tell_sent)
        ticket.refused.connect(self._tell_refused)
        ticket.ended.connect(self._end)
        self.busy.follow(ticket)
        self.refresh()

    def _tell_sent(self, sent: Submitted) -> None:
        self._remembered.remember_folder(FOLDER, sent.exported.path.parent)
        names = ", ".join(file.name for file in (*sent.files, *((sent.draft,) if sent.draft else ())))
        self.told.setText("\n".join((f"Đã tạo {names} trong {sent.exported.path.parent}.", *sent.warnings)))
        showing.show_in_folder(*sent.files)
        self._desk.look_again()

    def _tell_refused(self, refusal: CchcError) -> None:
        self.told.setText(refusal.message)

    def _end(self) -> None:
        self._ticket = None
        if self.told.text().startswith("Đang"):
            self.told.setText("Đã dừng; không có tệp nào được tạo.")
        self.refresh()

    def _step_back(self, reason: str) -> None:
        from cchc_desktop.office.mailroom.steps import step_back

        self._desk.wish(partial(step_back, self._desk.the_report, reason))

    def _ask_back(self) -> None:
        report = self._desk.the_report
        label = report.head.stage.label
        question = ReasonQuestion(
            "Lùi một bước",
            f"Vì sao lùi báo cáo {report.head.period.name} khỏi bước “{label}”?",
            "Lý do được ghi vào nhật ký của tệp. Lùi khỏi bước “Đã ký” thì số, ngày và bản PDF được bỏ ra.",
            parent=self,
        )
        question.add_decision("Lùi một bước", self._step_back)
        question.add_button("Thôi")
        question.open()
