"""One office file, one writer: who has the file open, recognised across processes and PCs.

Beside an office file that is open for writing lies a side file that says who has it, and the owner holds a
lock of the operating system on that side file for as long as it lives. So three cases are told apart:

- the lock is held: somebody has the file, on this PC or at the other end of a share that carries locks;
- it is free, and the side file names this PC: the owner was killed, and whoever comes next takes over;
- it is free, and the side file names another PC: that PC was switched off, or the folder (a synchronised one)
  carries no locks. No age or sign of life tells these apart for certain, so a person decides (`take_over`).
"""

from __future__ import annotations

import json
import os
import platform
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from cchc_desktop.storage import side_file
from cchc_desktop.storage.refusals import (
    IN_USE,
    LEFT_OPEN,
    NOT_HERE_TO_WRITE,
    NOT_THERE,
    OPEN_HERE,
    OfficeFileInUse,
    OfficeFileLeftOpen,
    refusal,
)
from cchc_desktop.values.moment import moment_in_sentence

if TYPE_CHECKING:
    from pathlib import Path

_PAUSE = 0.05
"""Seconds between two attempts while an owner is waited for."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has an office file open for writing."""

    machine: str = ""
    person: str = ""
    """Name under which that person works on the PC; empty where it has none."""
    process: int = 0
    since: str = ""
    """ISO 8601 with its offset."""

    @property
    def words(self) -> str:
        """Where and since when, in local time: `máy VT-01 (lan), từ 08:30 ngày 15/9/2026`."""
        person = f" ({self.person})" if self.person else ""
        place = f"máy {self.machine or 'không rõ tên'}{person}"
        try:
            since = moment_in_sentence(datetime.fromisoformat(self.since))
        except ValueError:
            return place
        return f"{place}, từ {since}"


@dataclass(slots=True)
class _Claim:
    """This process's hold on one office file, shared by its connections."""

    stream: BinaryIO
    users: int = 1


_held: dict[Path, _Claim] = {}
"""Whatever this process owns. Global, as it is the process that owns: a window and its worker both write."""
_guard = threading.Lock()


class Ownership:
    """The right to write an office file; give it back with `release`."""

    def __init__(self, key: Path) -> None:
        self._key: Path | None = key

    def release(self) -> None:
        """Give the right back; twice does no harm. The last one of this process takes the side file away."""
        with _guard:
            if self._key is None:
                return
            held = _held[self._key]
            held.users -= 1
            if not held.users:
                del _held[self._key]
                side_file.take_away(held.stream, side_file.side_file_of(self._key))
            self._key = None


def claim(path: Path, *, patience: float = 0.0, take_over: bool = False, alone: bool = False) -> Ownership:
    """Become the file's writer, waiting up to `patience` seconds for an owner to finish.

    The connections of one process share it, unless one of them has to be `alone` with the file. Raises
    `OfficeFileInUse` where another process stays its owner, `OfficeFileLeftOpen` where only the side file of
    another PC says so: `take_over` does not mind that. A held lock cannot be taken.
    """
    key, end = path.resolve(), time.monotonic() + patience
    while True:
        with _guard:
            if key in _held:
                if alone:
                    raise OfficeFileInUse(OPEN_HERE.format(file=path))
                _held[key].users += 1
                return Ownership(key)
            try:
                _held[key] = _Claim(_taken(key, take_over=take_over))
            except OfficeFileInUse:
                if time.monotonic() >= end:
                    raise
            else:
                return Ownership(key)
        time.sleep(_PAUSE)


def _taken(path: Path, *, take_over: bool) -> BinaryIO:
    """Return the side file, locked and with our name in it."""
    place = side_file.side_file_of(path)
    try:
        stream = side_file.locked(place)
    except OSError as error:
        if other := _named_in(side_file.said(place)):  # another user's, on this PC or share
            raise OfficeFileInUse(IN_USE.format(file=path, holder=other.words)) from error
        raise refusal(NOT_HERE_TO_WRITE if path.exists() else NOT_THERE, path) from error
    if stream is None:
        holder = _named_in(side_file.said(place)) or Holder()
        raise OfficeFileInUse(IN_USE.format(file=path, holder=holder.words))
    left = _named_in(side_file.read(stream))
    if left and left.machine != platform.node() and not take_over:
        stream.close()
        raise OfficeFileLeftOpen(LEFT_OPEN.format(file=path, holder=left.words, side_file=place.name))
    side_file.write(stream, json.dumps(asdict(_ourselves())).encode())
    return stream


def _ourselves() -> Holder:
    person = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    return Holder(platform.node(), person, os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))


def _named_in(content: bytes) -> Holder | None:
    """Return whom a side file names; nobody where its owner was cut off while writing it."""
    with suppress(ValueError, TypeError, KeyError):
        named = json.loads(content)
        return Holder(str(named["machine"]), str(named["person"]), int(named["process"]), str(named["since"]))
    return None
