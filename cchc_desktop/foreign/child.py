"""A child process that reads what a stranger sent, where it can do no harm and cannot take for ever.

The child is spawned, not forked: that is the same on every system, in a bundle and under a window's thread.
A bundled program calls `multiprocessing.freeze_support` first.
"""

import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.foreign.confinement import confine

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

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


def asked(
    read: Callable[[bytes], bytes],
    data: bytes,
    limits: Limits,
    still_wanted: Callable[[], object] = always_wanted,
) -> bytes:
    """Return what `read` makes of the data in a child process, or raise `ChildTooSlow` or `ChildEnded`.

    `read` is a function of a module that imports little: the limits hold only after its import.
    `still_wanted` is called while the child works: what it raises ends the child and comes out.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_answer, args=(read, data, sender, limits.memory, limits.seconds), daemon=True
    )
    child.start()
    sender.close()
    try:
        end = time.monotonic() + limits.wall
        while not receiver.poll(_BREATH):
            still_wanted()
            if time.monotonic() > end:
                raise ChildTooSlow
        return receiver.recv_bytes(limits.answer)
    except (EOFError, OSError) as error:
        raise ChildEnded from error
    finally:
        receiver.close()
        child.kill()
        child.join()
        child.close()


def _answer(
    read: Callable[[bytes], bytes], data: bytes, sender: "Connection", memory: int, seconds: int
) -> None:
    """Answer through the connection. Nothing is caught: what a file breaks ends this process and no other."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)  # nobody reads a traceback of a stranger's file
    confine(memory, seconds)
    sender.send_bytes(read(data))
