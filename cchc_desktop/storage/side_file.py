"""The side file of an open office file, and the lock of the operating system that its owner holds on it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 4096
"""Bytes of a side file that are looked at."""
_LOCKED_BYTE = 1 << 20
"""Windows locks bytes, not files, and a locked byte cannot be read: one far behind what is written."""


def side_file_of(path: Path) -> Path:
    """Return where the side file of an office file lies: `.~lock.phuong-mau.cchc#`."""
    return path.parent / f".~lock.{path.name}#"


def locked(side_file: Path) -> BinaryIO | None:
    """Return the side file, made if need be, with its lock held; None where another process holds it.

    The lock ends with the process, however that ends. Raises `OSError` where the folder takes no such file
    or lock.
    """
    while True:
        stream = os.fdopen(os.open(side_file, os.O_RDWR | os.O_CREAT | _PLAIN, 0o666), "r+b", 0)
        try:
            if not _lock(stream):
                stream.close()
                return None
            if _is_still(stream, side_file):
                return stream
        except OSError:
            stream.close()
            raise
        stream.close()  # its owner took it away while we opened it


def read(stream: BinaryIO) -> bytes:
    """Return what the locked side file says."""
    stream.seek(0)
    return stream.read(_LONGEST)


def said(side_file: Path) -> bytes:
    """Return what a side file says that another process holds; nothing where it cannot be read."""
    with suppress(OSError), side_file.open("rb") as stream:
        return stream.read(_LONGEST)
    return b""


def write(stream: BinaryIO, content: bytes) -> None:
    """Make this what the locked side file says."""
    stream.seek(0)
    stream.truncate()
    stream.write(content)


def _is_still(stream: BinaryIO, side_file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(stream.fileno()), side_file.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _PLAIN = os.O_BINARY | os.O_NOINHERIT

    def _lock(stream: BinaryIO) -> bool:
        stream.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def take_away(stream: BinaryIO, side_file: Path) -> None:
        """Give the lock back and leave no side file."""
        stream.close()  # Windows removes no open file, and so not that of the next owner either
        with suppress(OSError):
            side_file.unlink()

else:
    import fcntl

    _PLAIN = 0

    def _lock(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def take_away(stream: BinaryIO, side_file: Path) -> None:
        """Give the lock back and leave no side file."""
        with suppress(OSError):
            side_file.unlink()  # while the lock is held: it is not that of the next owner
        stream.close()
