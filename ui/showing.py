"""A file that was made, shown in its folder or opened by its own program."""

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(file: Path) -> None:
    """Open the file's folder with the file selected, where the system's file manager can do that."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(file))])
    elif sys.platform == "darwin":
        QProcess.startDetached("/usr/bin/open", ["-R", str(file)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def open_file(file: Path) -> None:
    """Open the file in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
