"""A file that was made, shown in its folder or opened by its own program."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(*files: Path) -> None:
    """Open the files' folder with all of them selected, where the system's file manager can do that."""
    from ui import selecting

    if sys.platform == "win32":
        from ctypes import WinDLL

        selecting.select_in_explorer(files, selecting.WindowsShell(WinDLL("shell32")))
    elif sys.platform == "darwin":
        QProcess.startDetached("/usr/bin/open", ["-R", *map(str, files)])
    else:
        selecting.select_by_bus(files)


def open_file(file: Path) -> None:
    """Open the file in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
