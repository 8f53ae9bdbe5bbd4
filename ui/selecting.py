"""Several files selected at once in the system's file manager; each system has its own way of asking."""

from __future__ import annotations

import os
from ctypes import POINTER, c_uint, c_ulong, c_void_p, c_wchar_p
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from ctypes import CDLL
    from pathlib import Path

_BUS = "DBUS_SESSION_BUS_ADDRESS"
_PATIENCE = 3000
"""Milliseconds a file manager is given to answer."""


class Shell(Protocol):
    """What of Windows' shell is asked: names into ids, the folder with these selected, ids given back."""

    def ids_of(self, paths: Sequence[Path]) -> list[int]: ...
    def open(self, folder: int, selected: Sequence[int]) -> bool: ...
    def free(self, ids: Sequence[int]) -> None: ...


def select_in_explorer(files: Sequence[Path], shell: Shell) -> None:
    """Open their folder; `explorer /select,` knows one file only, so the shell is asked first."""
    folder, *selected = ids = shell.ids_of([files[0].parent, *files])
    if not (all(ids) and shell.open(folder, selected)):
        QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(files[0]))])
    shell.free(ids)


class WindowsShell:
    """The shell itself. Qt has set COM up on the window's thread, which must be the one that calls."""

    def __init__(self, library: CDLL) -> None:
        self._library = library
        library.ILCreateFromPathW.argtypes = [c_wchar_p]
        library.ILCreateFromPathW.restype = c_void_p
        library.ILFree.argtypes = [c_void_p]
        library.ILFree.restype = None
        library.SHOpenFolderAndSelectItems.argtypes = [c_void_p, c_uint, POINTER(c_void_p), c_ulong]

    def ids_of(self, paths: Sequence[Path]) -> list[int]:
        """Return an id for every path, 0 for one that is not there."""
        return [self._library.ILCreateFromPathW(QDir.toNativeSeparators(str(path))) or 0 for path in paths]

    def open(self, folder: int, selected: Sequence[int]) -> bool:
        """Open the folder; say whether it was done."""
        array = (c_void_p * len(selected))(*selected)
        return bool(self._library.SHOpenFolderAndSelectItems(folder, len(selected), array, 0) == 0)

    def free(self, ids: Sequence[int]) -> None:
        """Give the ids back."""
        for each in filter(None, ids):
            self._library.ILFree(each)


def select_by_bus(files: Sequence[Path]) -> None:
    """Ask the desktop's file manager by the session bus; where none answers the folder is opened."""
    if _BUS not in os.environ:
        _open(files[0].parent)
        return
    asking = QProcess(QCoreApplication.instance())
    asking.finished.connect(partial(_end, asking, files[0].parent))
    asking.errorOccurred.connect(partial(_end, asking, files[0].parent, 1))
    asking.start("dbus-send", question(files))


def question(files: Sequence[Path]) -> list[str]:
    """Return what `dbus-send` is told; a comma would begin another file."""
    names = (bytes(QUrl.fromLocalFile(str(file)).toEncoded().data()).decode() for file in files)
    return [
        "--session",
        "--print-reply",
        f"--reply-timeout={_PATIENCE}",
        "--dest=org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1.ShowItems",
        "array:string:" + ",".join(name.replace(",", "%2C") for name in names),
        "string:",
    ]


def _end(asking: QProcess, folder: Path, status: int, *_rest: object) -> None:
    if status:
        _open(folder)
    asking.deleteLater()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
