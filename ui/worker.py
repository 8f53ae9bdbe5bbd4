"""Slow work beside the window: one thread, one piece at a time, the answer on the window's thread."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from collections.abc import Callable


class Stopped(Exception):
    """The work was called off at a safe point; nothing of it is left."""


class Ticket(QObject):
    """What a piece of work holds while it runs, and what the window holds of it.

    All signals come on the window's thread.
    """

    progressed = Signal(int, int)
    """Steps done, steps in all."""
    finished = Signal(object)
    """What the work returned."""
    refused = Signal(object)
    """`CchcError`."""
    ended = Signal()
    """The work is over: finished, refused, called off or broken. Always the last."""

    def __init__(self, work: Callable[[Ticket], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._called_off = Event()

    def cancel(self) -> None:
        """Call the work off; it ends at its next safe point, at once if it has not begun."""
        self._called_off.set()

    def checkpoint(self, done: int = 0, steps: int = 0) -> None:
        """Say from within the work that this is a safe point, and how far it is."""
        if self._called_off.is_set():
            raise Stopped
        self.progressed.emit(done, steps)


class _Bench(QObject):
    """Does the work; lives on the worker's thread."""

    finished = Signal(object, object)
    refused = Signal(object, object)
    ended = Signal(object)

    @Slot(object)
    def do(self, ticket: Ticket) -> None:
        try:
            ticket.checkpoint()
            self.finished.emit(ticket, ticket.work(ticket))
        except Stopped:
            pass
        except CchcError as refusal:
            self.refused.emit(ticket, refusal)
        finally:
            self.ended.emit(ticket)  # a bug in the work reaches the alarm, and the window is free again


class Worker(QObject):
    """Runs work that opens the office file by itself, so that the window never waits for it."""

    _given = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("worker")
        self._bench = _Bench()
        self._bench.moveToThread(self._thread)
        self._given.connect(self._bench.do)
        self._bench.finished.connect(self._finish)
        self._bench.refused.connect(self._refuse)
        self._bench.ended.connect(self._end)
        self._tickets: list[Ticket] = []

    @property
    def is_busy(self) -> bool:
        """Whether work is running or waiting."""
        return bool(self._tickets)

    def start(self, work: Callable[[Ticket], object]) -> Ticket:
        """Queue a piece of work; it may call `Ticket.checkpoint` where it can be called off."""
        ticket = Ticket(work, self)
        self._tickets.append(ticket)
        if not self._thread.isRunning():
            self._thread.start()
        self._given.emit(ticket)
        return ticket

    def close(self) -> None:
        """Call off what waits, let what runs come to its next safe point, and end the thread."""
        for ticket in self._tickets:
            ticket.cancel()
        self._thread.quit()
        self._thread.wait()
        self._tickets.clear()

    @Slot(object, object)
    def _finish(self, ticket: Ticket, answer: object) -> None:
        ticket.finished.emit(answer)

    @Slot(object, object)
    def _refuse(self, ticket: Ticket, refusal: CchcError) -> None:
        ticket.refused.emit(refusal)

    @Slot(object)
    def _end(self, ticket: Ticket) -> None:
        if ticket in self._tickets:
            self._tickets.remove(ticket)
        ticket.ended.emit()
        ticket.deleteLater()
