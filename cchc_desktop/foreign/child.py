"""A child process that reads what a stranger sent, where it can do no harm and cannot take for ever.

The child is spawned, not forked: that is the same on every system, in a bundle and under a window's thread.
A bundled program calls `multiprocessing.freeze_support` first.
"""

import contextlib
import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Self

from cchc_desktop.foreign.confinement import confine

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

MOST_ANSWERS = 50
"""Of one child."""
_STANDARD_ERROR = 2
_BREATH = 0.05
"""Seconds between two looks at whether the answer is still wanted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use."""

    wall: float
    """Seconds on the wall, the child's start included."""
    memory: int
    """Bytes of address space."""
    seconds: int
    """Of processor time."""
    answer: int
    """Bytes of its answer."""


class ChildTooSlow(Exception):
    """The child had no answer when its time on the wall was over."""


class ChildEnded(Exception):
    """The child ended without a whole answer: a broken file, or it went beyond its limits."""


def always_wanted() -> None:
    """Say nothing: work that nobody can call off."""


class Child:
    """A child process for one file after another: its start takes longer than most files.

    It is started by the first question and ends with the block, or after `MOST_ANSWERS` for a new one. Its
    limits are those of one file: what ends a child that answered before is asked once more of a new one, so
    that no file pays for those before it.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._running: _Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def asked(
        self,
        read: Callable[[bytes], bytes],
        data: bytes,
        still_wanted: Callable[[], object] = always_wanted,
    ) -> bytes:
        """Return what `read` makes of the data, or raise `ChildTooSlow` or `ChildEnded`; as `asked` below."""
        if self._running and self._running.answered >= MOST_ANSWERS:
            self._end()
        has_answered = self._running is not None
        try:
            return self._answer(read, data, still_wanted)
        except ChildEnded:
            if not has_answered:
                raise
        return self._answer(read, data, still_wanted)

    def _answer(
        self, read: Callable[[bytes], bytes], data: bytes, still_wanted: Callable[[], object]
    ) -> bytes:
        running = self._running = self._running or _started(self._limits)
        is_whole = False
        try:
            answer = running.answer(read, data, self._limits, still_wanted)
            is_whole = True
        except (EOFError, OSError) as error:
            raise ChildEnded from error
        finally:
            if not is_whole:
                self._end()
        return answer

    def _end(self) -> None:
        if self._running:
            self._running.end()
            self._running = None


def asked(
    read: Callable[[bytes], bytes],
    data: bytes,
    limits: Limits,
    still_wanted: Callable[[], object] = always_wanted,
) -> bytes:
    """Return what `read` makes of the data in a child process, or raise `ChildTooSlow` or `ChildEnded`.

    `read` is a function of a module that imports little. `still_wanted` is called while the child works: what
    it raises ends the child and comes out.
    """
    with Child(limits) as child:
        return child.asked(read, data, still_wanted)


@dataclass(slots=True)
class _Running:
    """A child that runs, and the ends of the pipes to it."""

    process: "SpawnProcess"
    questions: "Connection"
    answers: "Connection"
    answered: int = 0

    def answer(
        self,
        read: Callable[[bytes], bytes],
        data: bytes,
        limits: Limits,
        still_wanted: Callable[[], object],
    ) -> bytes:
        end = time.monotonic() + limits.wall
        Thread(target=_send, args=(self.questions, (read, data)), daemon=True).start()
        while not self.answers.poll(_BREATH):
            still_wanted()
            if time.monotonic() > end:
                raise ChildTooSlow
        answer = self.answers.recv_bytes(limits.answer)
        self.answered += 1
        return answer

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.questions.close()
        self.answers.close()


def _started(limits: Limits) -> _Running:
    context = multiprocessing.get_context("spawn")
    asked_there, questions = context.Pipe(duplex=False)
    answers, answered_there = context.Pipe(duplex=False)
    process = context.Process(
        target=_answer_all, args=(asked_there, answered_there, limits.memory, limits.seconds), daemon=True
    )
    process.start()
    asked_there.close()
    answered_there.close()
    return _Running(process, questions, answers)


def _send(questions: "Connection", question: tuple[Callable[[bytes], bytes], bytes]) -> None:
    """Send a question: on a thread of its own, since a child that reads no more would hold whoever sends."""
    with contextlib.suppress(OSError):  # the child has ended: whoever waits for its answer says so
        questions.send(question)


def _answer_all(questions: "Connection", answers: "Connection", memory: int, seconds: int) -> None:
    """Answer until nobody asks. Nothing is caught: what a file breaks ends this process and no other."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)  # nobody reads a traceback of a stranger's file
    confine(memory, seconds)
    while True:
        read, data = questions.recv()
        answers.send_bytes(read(data))
