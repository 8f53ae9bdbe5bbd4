"""The real window with a file open, and how long it takes until what was done to it is painted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui import qt
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.widgets.entry_table import EntryTable
from ui.worker import Worker

PATIENCE, PATIENCE_BESIDE = 5_000, 60_000
"""Milliseconds to wait for a paint, and for work beside the window: its processes wait for a busy machine."""


@contextmanager
def at_work(file: Path, page: str) -> Iterator[MainWindow]:
    """Open the file in the window, with settings of its own, and show the page."""
    qt.application()
    worker = Worker()
    with TemporaryDirectory(dir=file.parent) as folder:
        home = Path(folder)
        window = MainWindow(Desk(), worker, Remembered(home / "config"), home / "samples")
        try:
            window.show()
            if not window.desk.open(file):
                raise LookupError(f"{file} could not be opened")
            window.show_page(window.page_names.index(page))
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            rest()
            yield window
        finally:
            window.close()


def seconds_until_painted(widget: QWidget, deed: Callable[[], object]) -> float:
    """Do something, and return when the widget was painted again and the event loop had nothing else to do.

    Deferred work, like what a tab adds after its first paint, counts in.
    """
    eye = _Eye()
    widget.installEventFilter(eye)
    deadline = QDeadlineTimer(PATIENCE)
    begun = time.perf_counter()
    deed()
    while not eye.was_painted:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, deadline)
        if deadline.hasExpired():
            raise TimeoutError(f"{widget.accessibleName()} was not painted")
    QApplication.processEvents()
    spent = time.perf_counter() - begun
    widget.removeEventFilter(eye)
    return spent


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the event loop run until something is so."""
    deadline = QDeadlineTimer(PATIENCE_BESIDE)
    while not is_so():
        if deadline.hasExpired():
            raise TimeoutError("the window did not come to its end")
        # not QTest.qWait: it keeps Python's lock, and the work that is waited for does not get on
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, QDeadlineTimer(5))


def rest() -> None:
    """Let the window do what it put off."""
    for _ in range(3):
        QApplication.processEvents()


def shown_table(window: MainWindow) -> EntryTable:
    """Return the table of the tab that is shown."""
    table = window.figures.table
    if table is None:
        raise LookupError("no table is shown")
    return table


def type_figure(table: EntryTable, text: str) -> None:
    """Type into the current cell with keys and leave it with Enter."""
    QTest.keyClicks(table, text[0])
    if editor := table.entry.editor:
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)


class _Eye(QObject):
    """Sees whether a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.was_painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.was_painted |= event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)
