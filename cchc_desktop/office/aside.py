"""Work done in a child process of its own: what it loads and holds is gone with it.

Producing documents takes libraries of some 30 MB; a window that is open for hours does without them. The
child is spawned, as those that read strangers' files are (`foreign.child`), but does our own work on our own
file and needs no limits. A bundled program calls `multiprocessing.freeze_support` first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from traceback import FrameSummary, extract_tb
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from types import TracebackType
    from typing import Self

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_BREATH = 0.05
"""Seconds between two looks at whether the work is still wanted."""


class ChildLost(CchcError):
    """The child ended without an answer: killed by a person, or by a system that is short of memory."""


class ChildBroke(Exception):
    """A bug met in the child."""

    def __init__(self, kind: str, frames: tuple[FrameSummary, ...]) -> None:
        super().__init__(kind, frames)  # both, so that it can be pickled
        self.kind = kind
        """Name of what was raised."""
        self.frames = frames
        """The way to it, the innermost call last."""


def done_aside(
    still_wanted: Callable[[], object],
    work: Callable[_Given, _Made],
    *args: _Given.args,
    **kwargs: _Given.kwargs,
) -> _Made:
    """Return what the work makes in a child process.

    A refusal of the work is raised here as a `CchcError` of the same sentence, a bug as `ChildBroke`, and
    `ChildLost` where the child died. `still_wanted` is called while the child works: what it raises ends the
    child and comes out. `work` is a function of a module; what it is given and what it makes are pickled.
    """
    from multiprocessing import get_context

    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_do, args=(sender, partial(work, *args, **kwargs)), daemon=True)
    try:
        child.start()
        sender.close()
        while not receiver.poll(_BREATH):
            still_wanted()
        outcome = receiver.recv()
    except (EOFError, OSError) as error:
        raise ChildLost(
            "Phần chương trình tạo tệp bị dừng giữa chừng, có thể vì máy thiếu bộ nhớ, nên chưa có tệp nào "
            "được tạo. Hãy đóng bớt chương trình khác rồi làm lại; số liệu vẫn nguyên."
        ) from error
    finally:
        receiver.close()
        if child.pid:
            child.kill()
            child.join()
        child.close()
    if outcome.bug:
        raise outcome.bug
    if outcome.refusal:
        raise CchcError(outcome.refusal)
    made: _Made = outcome.made
    return made


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of the work: something made, the sentence of a refusal, or a bug."""

    made: object = None
    refusal: str = ""
    bug: ChildBroke | None = None


class _Telling:
    """Tells through the connection what was raised; nothing reaches the child's own standard error."""

    def __init__(self, sender: Connection) -> None:
        self._sender = sender

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None:
            return False
        if isinstance(error, CchcError):
            self._sender.send(_Outcome(refusal=error.message))
        else:
            self._sender.send(_Outcome(bug=ChildBroke(kind.__name__, tuple(extract_tb(trace)))))
        return True


def _do(sender: Connection, work: Callable[[], object]) -> None:
    with _Telling(sender):
        sender.send(_Outcome(work()))
