"""Receiving and settling, off the window's thread, and what of it has to be shown elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.office.changes import Changes
from cchc_desktop.values.period import Period
from ui.mailroom import work
from ui.mailroom.decision_question import DecisionQuestion
from ui.mailroom.request_question import RequestQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.mailroom.glancing import Glance
    from cchc_desktop.office.mailroom.line import Received
    from cchc_desktop.office.mailroom.matters import Matter
    from ui.desk import Desk
    from ui.mailroom.decision_question import Settling
    from ui.mailroom.work import Batch
    from ui.worker import Ticket, Worker

_LOOKING = "Tệp cơ quan đang mở chỉ để xem nên không nhận tệp được. Hãy đóng ở nơi kia rồi mở lại tệp này."
_BUSY = "Đang nhận tệp. Hãy đợi xong, hoặc bấm Dừng, rồi nhận tiếp."
_LETTERS = ("request", "return", "receipt", "contribution")


class TakingIn(QObject):
    """Asks what has to be asked; everything else is told by signals."""

    began = Signal()
    progressed = Signal(int, int)
    ended = Signal()
    told = Signal(str)
    received = Signal(object)
    """`Batch`."""
    arrived = Signal(object)
    """`Batch` that nobody asked for: it landed in the watched folder."""
    settled = Signal(int, str)
    """Id of the package that waits no longer, and what was done."""
    returned = Signal()
    """The open report was handed back: its comments are to be seen."""

    def __init__(self, desk: Desk, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._worker, self._window = desk, worker, window
        self._ticket: Ticket | None = None
        self._last: tuple[Path, ...] = ()

    @property
    def can_repeat(self) -> bool:
        """Whether the files that were received last can be received again."""
        return bool(self._last)

    @property
    def is_busy(self) -> bool:
        """Whether files are being received or looked into."""
        return self._ticket is not None

    def take(self, files: Sequence[Path]) -> None:
        """Receive files and folders; a request that comes by itself is shown first."""
        if self._refuses():
            return
        if len(files) == 1 and files[0].is_file():
            path, file = self._desk.the_office.path, files[0]
            self._start(
                partial(work.glance, path, file), partial(self._glanced, file), f"Đang xem {file.name}…"
            )
        else:
            self._receive(files)

    def repeat(self) -> None:
        """Receive the last files again and put their unknown senders on the list of offices."""
        if not self._refuses():
            self._receive(self._last, may_register=True)

    def ask(self, package: int) -> None:
        """Lay a waiting file open and ask what is to become of it."""
        if not self._refuses():
            path = self._desk.the_office.path
            self._start(partial(work.lay_open, path, package), self._ask, "Đang đọc lại tệp…")

    def cancel(self) -> None:
        """Call the work off."""
        if self._ticket:
            self._ticket.cancel()

    def _refuses(self) -> bool:
        """Say why nothing can be received now, if so."""
        if self._desk.is_looking or self.is_busy:
            self.told.emit(_BUSY if self.is_busy else _LOOKING)
            return True
        return False

    def _glanced(self, file: Path, glance: Glance | None) -> None:
        if glance is None:
            self._receive([file])
            return
        self.told.emit("")
        RequestQuestion(glance, partial(self._receive, [file]), self._window).open()

    def _receive(self, files: Sequence[Path], *, may_register: bool = False) -> None:
        office, self._last = self._desk.the_office, tuple(files)
        task = partial(work.take_in, office.path, self._desk.copies, self._last, may_register=may_register)
        self._start(task, self._show_batch, "Đang nhận tệp…")

    def moves_report(self, batch: Batch) -> bool:
        """Whether something of it changes a report of this office: a request, a return, an answer."""
        return any(_is_taken(line) and line.kind in _LETTERS for line in batch.lines)

    def show_arrived(self, batch: Batch) -> None:
        """Show everywhere what was received from the watched folder."""
        self._last = batch.origin
        self._follow_up(batch.lines)
        self.arrived.emit(batch)

    def _show_batch(self, batch: Batch) -> None:
        self._follow_up(batch.lines)
        self.received.emit(batch)
        if len(batch.lines) == 1 and batch.lines[0].kind == "return" and _is_taken(batch.lines[0]):
            self.returned.emit()

    def _follow_up(self, lines: Sequence[Received]) -> None:
        """Show on every page what was received: a report that was opened, returned or added to."""
        report, office = self._desk.report, self._desk.the_office
        letters = [line for line in lines if _is_taken(line) and line.kind in _LETTERS]
        if letters:
            moved = [line for line in letters if line.kind in ("request", "return", "contribution")]
            self._desk.read_again(Period.read(moved[-1].period) if moved else None)
        elif report and office.archive.form(report.head).entries != report.form.entries:
            self._desk.look_again()  # totals that it follows are others now
        if senders := frozenset(line.office_id for line in lines if line.office_id):
            self._desk.tell(Changes(offices=senders))

    def _ask(self, matter: Matter) -> None:
        self.told.emit("")
        question = DecisionQuestion(matter, self._desk.the_office.offices.all(), self._window)
        question.settled.connect(partial(self._settle, matter, question))
        question.put_aside.connect(self._put_aside)
        question.open()

    def _settle(self, matter: Matter, question: DecisionQuestion, settling: Settling) -> None:
        path = self._desk.the_office.path
        done = partial(self._tell_settled, matter)
        ticket = self._start(partial(work.settle, path, settling), done, "Đang nhận…")
        ticket.finished.connect(question.close)
        ticket.refused.connect(question.tell_refused)

    def _put_aside(self, package: int, reason: str) -> None:
        path = self._desk.the_office.path
        done = partial(self.settled.emit, package)
        self._start(partial(work.put_aside, path, package, reason), done, "Đang ghi lựa chọn…")

    def _tell_settled(self, matter: Matter, words: str) -> None:
        package = matter.package
        if package.kind in _LETTERS:
            self._desk.read_again(None if package.kind == "receipt" else package.period)
        self._desk.tell(Changes(offices=frozenset(filter(None, [package.office]))))
        self.settled.emit(package.id, words)

    def _start(self, task: Callable[[Ticket], object], done: Callable[..., object], told: str) -> Ticket:
        self.told.emit(told)
        self.began.emit()
        ticket = self._ticket = self._worker.start(task)
        ticket.progressed.connect(self.progressed)
        ticket.finished.connect(partial(self._finish, done))
        ticket.refused.connect(self._tell_refused)
        ticket.ended.connect(partial(self._end, ticket))
        return ticket

    def _finish(self, done: Callable[..., object], answer: object) -> None:
        self._ticket = None  # what comes of it may begin the next piece
        done(answer)

    def _tell_refused(self, refusal: CchcError) -> None:
        self.told.emit(refusal.message)

    def _end(self, ticket: Ticket) -> None:
        if self._ticket is ticket:
            self._ticket = None
        if self._ticket is None:
            self.ended.emit()


def _is_taken(line: Received) -> bool:
    return bool(line.package) and line.verdict.value == "accepted"
