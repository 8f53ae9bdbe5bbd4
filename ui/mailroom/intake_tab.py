"""Nhận: files, folders, mails and archives come in here, one line a file; what waits is decided here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.values.period import Period
from ui.dialogs.question import Question
from ui.look import GRID
from ui.mailroom import work
from ui.mailroom.arrival_lines import columns, counted, is_report, unknown_senders, waits
from ui.mailroom.intake_head import IntakeHead
from ui.mailroom.tab import Tab
from ui.mailroom.taking_in import TakingIn
from ui.widgets.lines_table import LinesTable
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desk import Desk
    from ui.mailroom.watching import Watching
    from ui.mailroom.work import Batch
    from ui.remembered import Remembered
    from ui.worker import Worker

_EMPTY = (
    "Tệp nhận được từ cơ quan khác hiện ở đây, mỗi tệp một dòng: đã nhận, chờ xem hay không nhận, và vì sao. "
    "Bắt đầu bằng nút Chọn tệp."
)
_MOST_NAMED = 12


class IntakeTab(Tab):
    """The lines of the last files that came, and of all that waits."""

    title = "Nhận"

    reviewing = Signal(str, object)
    """Id of an office below, `Period`: its report is to be looked at."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        remembered: Remembered,
        watching: Watching,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker = desk, worker
        self._path = desk.path
        self._batch: tuple[Received, ...] = ()
        self._waiting: tuple[Received, ...] = ()
        self.taking = TakingIn(desk, worker, self)
        self.head = IntakeHead(desk, remembered, self.taking, watching)
        self.table: LinesTable[Received] = LinesTable("Các tệp vừa nhận và chờ xem", columns())
        self.empty = plain_label(_EMPTY)
        self.detail = plain_label()
        self.decide = QPushButton("Xem và chọn…")
        self.review = QPushButton("Xem xét báo cáo…")
        self.register = QPushButton("Thêm các đơn vị chưa biết…")
        self.register.setToolTip("Đưa vào danh sách đơn vị mọi nơi gửi chưa có tên, rồi nhận tệp của họ")
        self._arrange()
        self._connect()

    @property
    def entrance(self) -> QWidget:
        return self.head

    def take(self, paths: tuple[Path, ...]) -> None:
        """Receive files that were dropped or chosen."""
        self.taking.take(paths)

    def tell(self, words: str) -> None:
        """Say what was done, or why not."""
        self.head.tell(words)

    def refresh(self) -> None:
        """Ask what waits and show it beside the last files that came."""
        if self._desk.office and not self.taking.is_busy:
            ticket = self._worker.start(partial(work.waiting, self._desk.office.path))
            ticket.finished.connect(self._show_waiting)
        self._show()

    def _arrange(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        bottom = QHBoxLayout()
        bottom.setSpacing(GRID)
        for button in (self.decide, self.review, self.register):
            bottom.addWidget(button)
        bottom.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.detail)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.decide.clicked.connect(self._decide)
        self.review.clicked.connect(self._review)
        self.register.clicked.connect(self._ask_register)
        self.table.activated.connect(self._decide_or_review)
        self.table.selectionModel().currentChanged.connect(self._weigh)
        self.table.lines.modelReset.connect(self._weigh)
        self.taking.began.connect(self._weigh)
        self.taking.ended.connect(self.refresh)
        self.taking.received.connect(self._show_batch)
        self.taking.arrived.connect(self._add_arrived)
        self.taking.settled.connect(self._show_settled)
        self._desk.opened.connect(self._forget)

    def _forget(self) -> None:
        path = self._desk.path
        if path != self._path:
            self._path, self._batch, self._waiting = path, (), ()
            self.tell("")

    def _show_batch(self, batch: Batch) -> None:
        self._batch = batch.lines
        stopped = " Đã dừng theo yêu cầu; các tệp còn lại chưa nhận." if batch.was_stopped else ""
        self.tell(f"{counted(batch.lines)}{stopped} {batch.trouble}".strip())
        self._show()
        self.table.choose(0)

    def _add_arrived(self, batch: Batch) -> None:
        """Put what landed in the watched folder above the other lines; the current one stays so."""
        chosen, now = self.table.chosen, datetime.now().astimezone()
        news = {line.package for line in batch.lines if line.package}
        self._batch = (*batch.lines, *(line for line in self._batch if line.package not in news))
        self.tell(f"Từ thư mục theo dõi lúc {now:%H:%M}, {counted(batch.lines)} {batch.trouble}".strip())
        self.refresh()
        if chosen in self.table.lines.lines:
            self.table.choose(self.table.lines.lines.index(chosen))

    def _show_settled(self, package: int, words: str) -> None:
        self._batch = tuple(
            replace(line, verdict=Verdict.ACCEPTED, reason=words) if line.package == package else line
            for line in self._batch
        )
        self.tell(words)
        self.refresh()

    def _show_waiting(self, waiting: tuple[Received, ...]) -> None:
        self._waiting = waiting
        self._show()

    def _show(self) -> None:
        here = {line.package for line in self._batch}
        lines = (*self._batch, *(line for line in self._waiting if line.package not in here))
        if lines != self.table.lines.lines:
            self.table.show_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._weigh()

    def _weigh(self) -> None:
        line = self.table.chosen
        self.detail.setText(f"{line.file}: {line.reason}" if line and line.reason else "")
        self.detail.setVisible(bool(self.detail.text()))
        may_write = not self._desk.is_looking and not self.taking.is_busy
        self.head.weigh(may_write=may_write)
        self.decide.setEnabled(may_write and line is not None and waits(line))
        self.review.setEnabled(line is not None and is_report(line))
        self.register.setVisible(bool(unknown_senders(self._batch)) and self.taking.can_repeat)
        self.register.setEnabled(may_write)

    def _decide(self) -> None:
        if line := self.table.chosen:
            self.taking.ask(line.package)

    def _review(self) -> None:
        if (line := self.table.chosen) and is_report(line):
            self.reviewing.emit(line.office_id, Period.read(line.period))

    def _ask_register(self) -> None:
        names = unknown_senders(self._batch)
        question = Question(
            "Thêm đơn vị",
            f"Thêm {len(names)} đơn vị vào danh sách và nhận tệp của họ?",
            f"{'; '.join(names[:_MOST_NAMED])}{'…' if len(names) > _MOST_NAMED else '.'} Tệp còn điều khác "
            "phải xem vẫn chờ xem.",
            self,
        )
        question.add_button(f"Thêm {len(names)} đơn vị", self.taking.repeat)
        question.add_button("Thôi")
        question.open()

    def _decide_or_review(self) -> None:
        for button in (self.decide, self.review):
            if button.isEnabled():
                button.click()
                return
