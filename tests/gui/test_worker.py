"""Slow work: beside the window, called off, refused, broken, and gone when the window is."""

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from cchc_desktop.errors import CchcError
from ui.worker import Stopped, Ticket, Worker


def test_work_runs_beside_the_window_and_answers_on_its_thread(qtbot: QtBot, worker: Worker) -> None:
    here = QThread.currentThread()
    seen: list[object] = []
    ticket = worker.start(lambda _ticket: QThread.currentThread() is not here)
    ticket.finished.connect(lambda answer: seen.extend((answer, QThread.currentThread() is here)))
    with qtbot.waitSignal(ticket.ended):
        pass
    assert seen == [True, True]
    assert not worker.is_busy


def test_work_tells_how_far_it_is(qtbot: QtBot, worker: Worker) -> None:
    def work(ticket: Ticket) -> None:
        for done in range(1, 4):
            ticket.checkpoint(done, 3)

    ticket = worker.start(work)
    steps: list[tuple[int, int]] = []
    ticket.progressed.connect(lambda done, of: steps.append((done, of)))
    with qtbot.waitSignal(ticket.ended):
        pass
    assert steps[-3:] == [(1, 3), (2, 3), (3, 3)]


def test_work_that_is_called_off_ends_at_its_next_safe_point(qtbot: QtBot, worker: Worker) -> None:
    begun, go_on = threading.Event(), threading.Event()
    past: list[str] = []

    def work(ticket: Ticket) -> None:
        begun.set()
        go_on.wait(5)
        ticket.checkpoint()
        past.append("the safe point")

    ticket = worker.start(work)
    finished: list[object] = []
    ticket.finished.connect(finished.append)
    qtbot.waitUntil(begun.is_set)
    ticket.cancel()
    with qtbot.waitSignal(ticket.ended):
        go_on.set()
    assert past == finished == []


def test_a_refusal_comes_back_as_it_is(qtbot: QtBot, worker: Worker) -> None:
    def work(_ticket: Ticket) -> None:
        raise CchcError("Đĩa đầy.")

    ticket = worker.start(work)
    with qtbot.waitSignal(ticket.refused) as told:
        pass
    assert told.args
    assert str(told.args[0]) == "Đĩa đầy."


def test_a_bug_in_the_work_reaches_the_alarm_and_frees_the_window(qtbot: QtBot, worker: Worker) -> None:
    def work(_ticket: Ticket) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        ticket = worker.start(work)
        with qtbot.waitSignal(ticket.ended):
            pass
        qtbot.waitUntil(lambda: bool(caught))  # the window may be free before the bug has left its thread
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert not worker.is_busy


def test_closing_calls_off_what_waits_and_leaves_no_thread(qtbot: QtBot, worker: Worker) -> None:
    begun = threading.Event()
    ran: list[str] = []

    def first(ticket: Ticket) -> None:
        begun.set()
        while True:
            ticket.checkpoint()

    worker.start(first)
    worker.start(lambda _ticket: ran.append("second"))
    qtbot.waitUntil(begun.is_set)
    worker.close()
    assert ran == []
    thread = worker.findChild(QThread)
    assert thread
    assert not thread.isRunning()


def test_a_ticket_that_was_called_off_stops() -> None:
    ticket = Ticket(lambda _ticket: None)
    ticket.cancel()
    with pytest.raises(Stopped):
        ticket.checkpoint()
