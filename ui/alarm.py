"""The last line of defence: an unexpected error keeps the work, is logged, and says so once."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler
    from pathlib import Path
    from types import TracebackType

_LOG_BYTES = 500_000
_MOST_LOGGED = 200
"""A fault in painting repeats with every frame: the log ends there, the first ones tell it all."""


class Alarm(QObject):
    """Hears of every error nobody handled, on any thread, and tells the window's thread."""

    raised = Signal(str, str)
    """The report to copy, and where the log lies; emitted on any thread."""

    def __init__(self, log_file: Path) -> None:
        super().__init__()
        self.log_file = log_file
        self._log = logging.getLogger("cchc-desktop")
        self._handler: RotatingFileHandler | None = None
        self._logged = 0
        self._telling = threading.local()

    def install(self) -> None:
        """Take over from Python's and Qt's own ways of telling errors."""
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread
        qInstallMessageHandler(self._hear_qt)

    def uninstall(self) -> None:
        """Give Python's and Qt's own ways back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._handler:
            self._log.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if getattr(self._telling, "now", False) or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)  # the alarm itself broke: never again from here
            return
        self._telling.now = True
        try:
            from ui.problem_report import problem_report  # only now: the window starts without it

            report = problem_report(error, trace)
            self._write(report)
            self.raised.emit(report, str(self.log_file))
        finally:
            self._telling.now = False

    def _hear_thread(self, broken: threading.ExceptHookArgs) -> None:
        if broken.exc_value is not None:
            self._hear(broken.exc_type, broken.exc_value, broken.exc_traceback)

    def _hear_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self._write(f"Qt: {message}")

    def _write(self, text: str) -> None:
        if self._logged < _MOST_LOGGED:
            self._logged += 1
            try:
                self._open_log()
                self._log.error(text)
            except OSError:
                sys.stderr.write(f"{text}\n")  # no place for a log: a console may still see it

    def _open_log(self) -> None:
        if self._handler is None:
            from logging.handlers import RotatingFileHandler

            self.log_file.parent.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.log_file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"
            )
            self._handler.setFormatter(logging.Formatter("%(asctime)s\n%(message)s\n"))
            self._log.addHandler(self._handler)
            self._log.propagate = False
