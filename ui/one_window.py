"""One window for all files: a second start hands its files over to the running one and ends.

The two talk on a local pipe that only the same user can open; it is the one socket of the program.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = 1000
"""Milliseconds for the running window to answer; a window that hangs is left alone."""
_LONGEST = 1 << 20
"""Bytes of a message that are read."""
_LONGEST_PLACE = 100
"""Bytes of a path that a local socket can have."""
_TAKEN = b"ok\n"


class OneWindow(QObject):
    """The running window's ear, or the way to the one that runs already."""

    asked = Signal(list)
    """Paths that a second start was given; none where it was only started."""

    def __init__(self, settings: Path, parent: QObject | None = None) -> None:
        """Windows of one folder of settings are one; another stick has another."""
        super().__init__(parent)
        place = hashlib.sha256(str(settings.resolve()).encode()).hexdigest()
        self.name = _in_own_folder(f"cchc-desktop-{place[:16]}")
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give the files to the window that runs already; False where none does."""
        caller = QLocalSocket()
        caller.connectToServer(self.name)
        if not caller.waitForConnected(_PATIENCE):
            return False
        caller.write(json.dumps([str(file.resolve()) for file in files]).encode() + b"\n")
        taken = caller.waitForBytesWritten(_PATIENCE) and caller.waitForReadyRead(_PATIENCE)
        caller.disconnectFromServer()
        return taken

    def listen(self) -> bool:
        """Be the running window; what a killed one left behind is cleared away."""
        if self._server.listen(self.name):
            return True
        QLocalServer.removeServer(self.name)
        return self._server.listen(self.name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(self._hear)
            caller.disconnected.connect(caller.deleteLater)
            self._hear_from(caller)

    def _hear(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear_from(caller)

    def _hear_from(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > _LONGEST:
            caller.abort()
        elif caller.canReadLine():
            files = _files_of(bytes(caller.readLine().data()))
            caller.write(_TAKEN)
            caller.flush()
            self.asked.emit(files)


def _in_own_folder(name: str) -> str:
    """Return the pipe's place in the folder that Linux gives this user alone: nobody else listens there."""
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(own) / name
    return str(place) if own and Path(own).is_dir() and len(os.fsencode(place)) < _LONGEST_PLACE else name


def _files_of(line: bytes) -> list[Path]:
    """Return the paths of a message; none where it is no list of texts."""
    try:
        told = json.loads(line)
    except ValueError:
        return []
    return [Path(each) for each in told if isinstance(each, str)] if isinstance(told, list) else []
