"""Nhận: files, folders, mails and archives come in here, one line a file; what waits is decided here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.office.mailroom.ledger import KINDS
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.period import Period
from ui import look
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.look import GRID
from ui.mailroom import work
from ui.mailroom.tab import Tab
from ui.mailroom.taking_in import TakingIn
from ui.widgets.lines_table import LineColumn, LinesTable
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon

    from ui.desk import Desk
    from ui.mailroom.work import Batch
    from ui.remembered import Remembered
    from ui.worker import Worker

_HINT = (
    "Thả tệp, thư mục, thư .eml hoặc tệp nén .zip vào cửa sổ, hoặc chọn bằng nút bên cạnh. Mọi tệp đều được "
    "kiểm tra trước; một tệp hỏng không cản những tệp khác."
)
_EMPTY = (
    "Tệp nhận được từ cơ quan khác hiện ở đây, mỗi tệp một dòng: đã nhận, chờ xem hay không nhận, và vì sao. "
    "Bắt đầu bằng nút Chọn tệp."
)
_KIND = "received"
_MOST_NAMED = 12
_SIGNS = {Verdict.QUESTIONS: Severity.WARN, Verdict.REFUSED: Severity.BLOCK}


class IntakeTab(Tab):
    """The lines of the last files that came, and of all that waits."""

    title = "Nhận"

    reviewing = Signal(str, object)
    """Id of an office below, `Period`: its report is to be looked at."""

    def __init__(
        self, desk: Desk, worker: Worker, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._path = desk.path
        self._batch: tuple[Received, ...] = ()
        self._waiting: tuple[Received, ...] = ()
        self.taking = TakingIn(desk, worker, self)
        self.choose = QPushButton("Chọn tệp…")
        self.choose_folder = QPushButton("Chọn thư mục…")
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Đang nhận tệp")
        self.stop = QPushButton("Dừng")
        self.told = plain_label()
        self.table: LinesTable[Received] = LinesTable("Các tệp vừa nhận và chờ xem", _columns())
        self.empty = plain_label(_EMPTY)
        self.detail = plain_label()
        self.decide = QPushButton("Xem và chọn…")
        self.review = QPushButton("Xem xét báo cáo…")
        self.register = QPushButton("Thêm các đơn vị chưa biết…")
        self.register.setToolTip("Đưa vào danh sách đơn vị mọi nơi gửi chưa có tên, rồi nhận tệp của họ")
        self._arrange()
        self._connect()
        self.setFocusProxy(self.choose)

    def take(self, paths: tuple[Path, ...]) -> None:
        """Receive files that were dropped or chosen."""
        self.taking.take(paths)

    def refresh(self) -> None:
        """Ask what waits and show it beside the last files that came."""
        if self._desk.office and not self.taking.is_busy:
            ticket = self._worker.start(partial(work.waiting, self._desk.office.path))
            ticket.finished.connect(self._show_waiting)
        self._show()

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(plain_label(_HINT), 1)
        top.addWidget(self.choose)
        top.addWidget(self.choose_folder)
        self._busy = QWidget()
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.addWidget(self.progress, 1)
        busy.addWidget(self.stop)
        self._busy.hide()
        bottom.setSpacing(GRID)
        bottom.addWidget(self.decide)
        bottom.addWidget(self.review)
        bottom.addWidget(self.register)
        bottom.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self._busy)
        layout.addWidget(self.told)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.detail)
        layout.addLayout(bottom)
        self.told.hide()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_files)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.stop.clicked.connect(self.taking.cancel)
        self.decide.clicked.connect(self._decide)
        self.review.clicked.connect(self._review)
        self.register.clicked.connect(self._ask_register)
        self.table.activated.connect(self._decide_or_review)
        self.table.selectionModel().currentChanged.connect(self._weigh)
        self.table.lines.modelReset.connect(self._weigh)
        self.taking.began.connect(self._begin)
        self.taking.progressed.connect(self._progress)
        self.taking.ended.connect(self._end)
        self.taking.told.connect(self.tell)
        self.taking.received.connect(self._show_batch)
        self.taking.settled.connect(self._show_settled)
        self._desk.opened.connect(self._forget)

    def _forget(self) -> None:
        path = self._desk.path
        if path != self._path:
            self._path, self._batch, self._waiting = path, (), ()
            self.tell("")

    def choose_files(self) -> None:
        """Ask which files to receive, and receive them."""
        if chosen := files.choose_received(self, self._remembered.folder_of(_KIND)):
            self._remembered.remember_folder(_KIND, chosen[0].parent)
            self.take(tuple(chosen))

    def _choose_folder(self) -> None:
        folder = self._remembered.folder_of(_KIND) or self._desk.the_office.path.parent
        if chosen := files.choose_folder(self, folder, "Nhận mọi tệp trong thư mục"):
            self._remembered.remember_folder(_KIND, chosen)
            self.take((chosen,))

    def _begin(self) -> None:
        self._busy.show()
        self.progress.setRange(0, 0)
        self._weigh()

    def _progress(self, done: int, count: int) -> None:
        self.progress.setRange(0, count)
        self.progress.setValue(done)

    def _end(self) -> None:
        self._busy.hide()
        if self.told.text().startswith("Đang"):
            self.tell("Đã dừng.")
        self.refresh()

    def tell(self, words: str) -> None:
        """Say what was done, or why not."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _show_batch(self, batch: Batch) -> None:
        self._batch = batch.lines
        counts = [(verdict, sum(line.verdict is verdict for line in batch.lines)) for verdict in Verdict]
        told = ", ".join(f"{verdict.label.lower()} {count}" for verdict, count in counts)
        stopped = " Đã dừng theo yêu cầu; các tệp còn lại chưa nhận." if batch.was_stopped else ""
        self.tell(f"{len(batch.lines)} tệp: {told}.{stopped} {batch.trouble}".strip())
        self._show()
        self.table.choose(0)

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
        for button in (self.choose, self.choose_folder):
            button.setEnabled(may_write)
        self.decide.setEnabled(may_write and line is not None and _waits(line))
        self.review.setEnabled(line is not None and _is_report(line))
        self.register.setVisible(bool(_unknown(self._batch)) and self.taking.can_repeat)
        self.register.setEnabled(may_write)

    def _decide(self) -> None:
        if line := self.table.chosen:
            self.taking.ask(line.package)

    def _review(self) -> None:
        if (line := self.table.chosen) and _is_report(line):
            self.reviewing.emit(line.office_id, Period.read(line.period))

    def _ask_register(self) -> None:
        names = _unknown(self._batch)
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


def _unknown(lines: tuple[Received, ...]) -> list[str]:
    """The names of senders that are on no list, each once."""
    reports = (line for line in lines if line.kind == "report" and _waits(line) and not line.office_id)
    return list(dict.fromkeys(line.name for line in reports if line.name))


def _waits(line: Received) -> bool:
    return line.verdict is Verdict.QUESTIONS and line.package > 0


def _is_report(line: Received) -> bool:
    return line.verdict is Verdict.ACCEPTED and line.kind == "report" and bool(line.office_id)


def _sign(line: Received) -> QIcon | None:
    severity = _SIGNS.get(line.verdict)
    return look.sign_of(severity) if severity else None


def _cells(line: Received) -> str:
    if line.kind != "report" or line.verdict is not Verdict.ACCEPTED:
        return ""
    return f"{line.new} mới, {line.changed} đổi, {line.same} như cũ"


def _columns() -> tuple[LineColumn[Received], ...]:
    return (
        LineColumn("Kết quả", 5, lambda line: line.verdict.label, _sign),
        LineColumn("Từ ai", 7, lambda line: line.name or line.office),
        LineColumn("Loại", 4, lambda line: KINDS.get(line.kind, "")),
        LineColumn("Kỳ", 4, lambda line: Period.read(line.period).name if line.period else ""),
        LineColumn("Lần", 1, lambda line: str(line.sequence or "")),
        LineColumn("Số liệu", 5, _cells),
        LineColumn("Vì sao", 8, lambda line: line.reason),
        LineColumn("Tệp", 7, lambda line: line.file),
    )
