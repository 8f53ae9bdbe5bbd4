"""The watched folder of the open office file: looked into every few seconds while nothing else is at work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from ui.mailroom import work
from ui.mailroom.work import Batch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.mailroom.watching import Look, WatchedFolder
    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.worker import Ticket, Worker


class Watching(QObject):
    """Takes in what lands in the folder; a person can pause it, or have it no more."""

    told = Signal()
    """What there is to say of the folder is other now."""
    arrived = Signal(object)
    """`Batch`: lines of files that landed in the folder."""

    def __init__(self, desk: Desk, worker: Worker, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._watched: WatchedFolder | None = None
        self._look: Look | None = None
        self._refusal = ""
        self._coming = 0
        """How many files are being received."""
        self._ticket: Ticket | None = None
        self.folder: Path | None = None
        self.is_paused = False
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        desk.opened.connect(self._follow)
        self._office: Path | None = None
        self._follow()

    @property
    def words(self) -> str:
        """What there is to say of the folder; empty where none is watched."""
        if self.folder is None:
            return ""
        if self.is_paused:
            return f"Đã tạm dừng theo dõi thư mục {self.folder}. Tệp mới ở đó chưa được nhận."
        if self._desk.is_looking:
            return f"Tệp cơ quan đang mở chỉ để xem nên chưa nhận tệp từ thư mục {self.folder}."
        if trouble := self._refusal or (self._look.trouble if self._look else ""):
            return trouble
        if self._coming:
            return f"Đang nhận {self._coming} tệp từ thư mục {self.folder}…"
        told = f"Đang theo dõi thư mục {self.folder}: tệp chép vào đó được nhận sau vài giây."
        settling = self._look.settling if self._look else 0
        return f"{told} Đang chờ {settling} tệp chép xong." if settling else told

    def watch(self, folder: Path) -> None:
        """Watch this folder for the open office file, also the next time it is opened here."""
        if self._office:
            self._remembered.watch(self._office, folder)
            self._begin(folder)

    def stop(self) -> None:
        """Watch no folder any more."""
        if self._office:
            self._remembered.watch(self._office, None)
            self._begin(None)

    def pause(self) -> None:
        """Take in nothing until it is resumed; what is in hand is called off."""
        self.is_paused = True
        if self._ticket:
            self._ticket.cancel()
        self.told.emit()

    def resume(self) -> None:
        """Go on, with a look at once."""
        self.is_paused = False
        self.told.emit()
        self.look()

    def look(self) -> None:
        """Look into the folder, unless something else is at work or a question is open."""
        if self._may_work() and self.folder:
            if self._watched is None:
                from cchc_desktop.office.mailroom.watching import WatchedFolder

                self._watched = WatchedFolder(self.folder)
            self._start(partial(work.look_into, self._watched), partial(self._take, self._watched))

    def _follow(self) -> None:
        """Turn to the folder of the office file that is open now; the same file goes on as it was."""
        if self._office != self._desk.origin:
            self._office = self._desk.origin
            self._begin(self._remembered.watched_folder(self._office) if self._office else None)
        self.told.emit()

    def _begin(self, folder: Path | None) -> None:
        if self._ticket:
            self._ticket.cancel()
        self.folder, self._watched, self._look, self._refusal = folder, None, None, ""
        self.is_paused = False
        if folder:
            from cchc_desktop.office.mailroom.watching import EVERY

            self.timer.start(round(EVERY * 1000))
            self.look()
        else:
            self.timer.stop()
        self.told.emit()

    def _may_work(self) -> bool:
        is_asked = QApplication.activeModalWidget() is not None
        is_idle = not (self._worker.is_busy or self.is_paused or is_asked)
        return is_idle and self._desk.office is not None and not self._desk.is_looking

    def _take(self, watched: WatchedFolder, look: Look) -> None:
        """Receive what stands still."""
        if watched is not self._watched:
            return
        self._look, self._refusal = look, ""
        if look.held:
            self.arrived.emit(Batch(look.held, was_stopped=False, origin=(watched.folder,)))
        path = self._desk.path
        if look.ready and path and not self.is_paused:
            task = partial(work.take_watched, path, self._desk.copies, watched, look.ready)
            self._start(task, partial(self._tell_arrived, watched))
            self._coming = len(look.ready)
        self.told.emit()

    def _tell_arrived(self, watched: WatchedFolder, batch: Batch) -> None:
        if batch.lines and watched is self._watched:  # else another office file was opened meanwhile
            self.arrived.emit(batch)

    def _start(self, task: Callable[[Ticket], object], done: Callable[..., None]) -> None:
        ticket = self._ticket = self._worker.start(task)
        ticket.finished.connect(done)
        ticket.refused.connect(self._tell_refused)
        ticket.ended.connect(partial(self._end, ticket))

    def _tell_refused(self, refusal: CchcError) -> None:
        self._refusal = refusal.message
        self.told.emit()

    def _end(self, ticket: Ticket) -> None:
        if self._ticket is ticket:
            self._ticket, self._coming = None, 0
            self.told.emit()


def is_typing() -> bool:
    """Whether the keyboard is with a line or a text that can be typed into."""
    at_hand = QApplication.focusWidget()
    return isinstance(at_hand, QLineEdit | QTextEdit | QPlainTextEdit) and not at_hand.isReadOnly()
