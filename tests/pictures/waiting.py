"""Waiting for the window while work beside it goes on."""

from PySide6.QtCore import QEventLoop, QTimer


def wait(milliseconds: int) -> None:
    """Let the window live that long. `QTest.qWait` would keep Python's lock, and no other thread get on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
