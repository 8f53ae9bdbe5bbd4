"""What goes on between window and stick: files are taken out and brought back, copied beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.errors import CchcError
    from cchc_desktop.form.profile import Profile
    from cchc_desktop.office.keeping.carried import Carried
    from ui.desk import Desk
    from ui.worker import Ticket, Worker

_BUSY = "Đang chép tệp cơ quan từ thẻ nhớ hoặc ra thẻ nhớ. Hãy đợi chép xong rồi làm lại."
_OUT = "Đang chép tệp cơ quan ra thẻ nhớ…"
_IN = "Đang chép tệp cơ quan từ thẻ nhớ vào máy…"
_OLD_THERE = "Trên thẻ nhớ còn bản cũ; bản đang làm vẫn nằm trọn trong máy này và mở ra ở lần sau."


def _nothing() -> None:
    """What is done after a copy that was given up, as a rule."""


class StickMatters(QObject):
    """Opens, makes and closes office files; where no stick is in play, at once and with no copying."""

    told = Signal(str)
    """What was done, for the foot of the window."""

    def __init__(self, desk: Desk, worker: Worker, settle: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._worker = desk, worker
        self._settle = settle
        self._window = window
        self._ticket: Ticket | None = None
        self._then: Callable[[], object] = _nothing
        self._why_not = ""
        self._may_leave = False

    def carry_out(self) -> None:
        """Copy the open file onto the stick it came from; work goes on here."""
        from ui import carrying_work as work

        carried = self._desk.carrying.carried
        if carried and self._settle():
            self._start(_OUT, partial(work.bring_back, carried), self._tell_out, self._tell_why_not)

    def may_leave(self) -> bool:
        """Whether the window may close now; a file that has to be copied out first is, and then it closes."""
        carried = self._desk.carrying.carried
        if carried is None or self._may_leave:
            return True
        from ui import carrying_work as work

        self._start(_OUT, partial(work.bring_back, carried), self._leave_knowing, self._ask_how_to_leave)
        return False

    def open(self, path: Path, *, look: bool = False, take_over: bool = False) -> None:
        """Open an office file; one of the stick is copied onto this machine first."""
        from ui import carrying_work as work

        stick, carried = self._desk.carrying.stick, self._desk.carrying.carried
        opened = partial(self._desk.open, look=look, take_over=take_over)
        if carried and path.resolve() in {carried.source, carried.working.resolve()}:
            opened(carried.working)
        elif stick and stick.carries(path):
            self._take_in(partial(work.take_out, stick, path), opened, self._tell_why_not)
        else:
            self._let_go(partial(opened, path))

    def create(
        self, path: Path, profile: Profile, begin: Callable[[], None], again: Callable[[], None]
    ) -> None:
        """Make a new office file and open it, then `begin` its first report; else ask `again`."""
        from ui import carrying_work as work

        def begun(made: Callable[..., bool], *what: object) -> None:
            (begin if made(*what) else again)()

        stick = self._desk.carrying.stick
        if stick and stick.carries(path):
            made = partial(work.create, stick, path, profile)
            self._take_in(made, partial(begun, self._desk.open), partial(self._tell_why_not, again))
        else:
            self._let_go(partial(begun, self._desk.create, path, profile))

    def _take_in(
        self, out: Callable[..., Carried], then: Callable[[Path], object], otherwise: Callable[[], None]
    ) -> None:
        taken = partial(out, self._desk.carrying.carried, self._desk.copies)
        self._start(_IN, taken, partial(self._turn_to, then), otherwise)

    def _turn_to(self, then: Callable[[Path], object], carried: Carried) -> None:
        then(carried.working)
        self._tell(carried.note)

    def _let_go(self, then: Callable[[], object]) -> None:
        """Bring the open file back to its stick before another one is opened that lies elsewhere."""
        if carried := self._desk.carrying.carried:
            from ui import carrying_work as work

            gone = partial(work.let_go, carried)
            self._start(_OUT, gone, partial(self._go_on, then), self._tell_why_not)
        else:
            then()

    def _go_on(self, then: Callable[[], object], trouble: str) -> None:
        then()
        self._tell(trouble)

    def _start(
        self,
        told: str,
        copying: Callable[[Ticket], object],
        done: Callable[..., None],
        otherwise: Callable[[], None],
    ) -> None:
        """Copy beside the window; go on when the worker is free again."""
        from ui.dialogs.copying import Copying

        if self._ticket:
            self._tell(_BUSY)
            return
        self._then, self._why_not = otherwise, ""
        ticket = self._ticket = self._worker.start(copying)
        ticket.finished.connect(partial(self._note_done, done))
        ticket.refused.connect(self._note_refused)
        Copying(told, ticket, self._window).open()
        ticket.ended.connect(self._end)

    def _note_done(self, done: Callable[..., None], answer: object) -> None:
        self._then = partial(done, answer)

    def _note_refused(self, refusal: CchcError) -> None:
        self._why_not = refusal.message

    def _end(self) -> None:
        self._ticket = None
        self._then()

    def _tell_out(self, note: str) -> None:
        self._tell(note)
        if not note:
            self.told.emit("Đã chép tệp cơ quan ra thẻ nhớ.")

    def _tell_why_not(self, then: Callable[[], None] = _nothing) -> None:
        self._tell(self._why_not)
        then()

    def _tell(self, words: str) -> None:
        from ui.dialogs.copying import TITLE
        from ui.dialogs.question import Question

        if words:
            told = Question(TITLE, words, "", self._window)
            told.add_button("Đã hiểu")
            told.open()

    def _leave(self) -> None:
        self._may_leave = True
        self._window.close()
        self._may_leave = False

    def _leave_knowing(self, note: str) -> None:
        if not note:
            self._leave()
            return
        from ui.dialogs.copying import TITLE
        from ui.dialogs.question import Question

        told = Question(TITLE, note, "", self._window)
        told.add_button("Đóng cửa sổ", self._leave)
        told.add_button("Làm tiếp")
        told.open()

    def _ask_how_to_leave(self) -> None:
        from ui.dialogs.copying import NotCopied

        question = NotCopied(self._why_not or _OLD_THERE, self._window)
        question.again.clicked.connect(self._window.close)
        question.leave.clicked.connect(self._leave)
        question.open()
