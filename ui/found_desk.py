"""What is found in the prose of the open report, looked for section by section while nobody types."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.findings.found import Found
    from ui.desk import Desk

PAUSE = 400
"""Milliseconds without a change after which sections that nobody wrote in are looked at again."""
_ANNEXES = "*"
"""What waits among the sections until it is seen which appendices there are."""
_LOADED = (
    "markdown_it",
    "cchc_desktop.office.prose.prose",
    "cchc_desktop.rules.text.capitals",
    "cchc_desktop.rules.text.documents",
    "cchc_desktop.rules.text.check",
    "cchc_desktop.rules.text.spoken",
    "cchc_desktop.office.findings.in_prose",
)
"""What looks, loaded a piece at a turn of the event loop: at once it held the window up for 120 ms."""
_AT_ONCE = 8_000
"""Letters of a section, some three pages, that are looked at without anybody noticing."""


class FoundDesk(QObject):
    """Keeps the findings of every section, and those of the further appendices.

    A section that was written in is looked at at once, unless it is very long; all others, whose figures or
    documents may be others now, one after the other once all is quiet, so that no key waits for a report.
    """

    told = Signal()
    """Findings may be others now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._found: dict[str, tuple[Found, ...]] = {}
        self._waiting: list[str] = []
        self._unloaded = list(_LOADED)
        self._annexes: tuple[str, ...] = ()
        """Keys of the appendices that were there when they were last looked for."""
        self._pause, self._next = QTimer(self), QTimer(self)
        for timer, length, job in ((self._pause, PAUSE, self._step), (self._next, 0, self._step)):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(job)
        desk.opened.connect(self._begin)
        desk.changed.connect(self._take_in)

    @property
    def in_prose(self) -> tuple[Found, ...]:
        """What is known to be found, in the order of the outline and then of the appendices."""
        report = self._desk.report
        sections = (part.id for part in report.outline.sections) if report else ()
        parts = (*sections, *(self._annexes if report else ()))
        return tuple(found for part in parts for found in self._found.get(part, ()))

    def finish(self) -> None:
        """Look at all that waits at once: a list is to leave the program."""
        if self._waiting:
            while self._waiting:
                self._look(self._waiting.pop(0))
            self.told.emit()

    def rest(self) -> None:
        """Somebody types: what waits, waits on."""
        if self._waiting:
            self._next.stop()
            self._pause.start()

    def _begin(self) -> None:
        self._found, self._annexes = {}, ()
        self._wait_for_all()

    def _take_in(self, changes: Changes) -> None:
        prose = self._desk.report.prose if self._desk.report else {}
        for section in changes.sections & prose.keys():
            if len(prose[section]) <= _AT_ONCE:
                self._look(section)
        self._wait_for_all()
        if changes.sections or changes.outline or changes.annexes:
            self.told.emit()

    def _wait_for_all(self) -> None:
        """Every section is looked at again after a pause; what waits stands in the order of the outline."""
        self._next.stop()
        report = self._desk.report
        written = (part.id for part in report.outline.sections) if report else ()
        self._waiting = [section for section in written if report and report.prose.get(section)]
        if report:
            self._waiting.append(_ANNEXES)
        if self._waiting:
            self._pause.start()
        else:
            self._pause.stop()

    def _step(self) -> None:
        before = self.in_prose
        if self._unloaded:
            importlib.import_module(self._unloaded.pop(0))
        elif self._waiting:
            self._look(self._waiting.pop(0))
        if self.in_prose != before:
            self.told.emit()
        if self._waiting:
            self._next.start()

    def _look(self, section: str) -> None:
        from cchc_desktop.office.findings.in_prose import found_in_prose
        from cchc_desktop.office.printed.annexes import annexes_of

        if not (report := self._desk.report):
            return
        if section == _ANNEXES:
            self._annexes = tuple(key for key, annex in annexes_of(report).items() if annex.text)
            self._waiting = [*self._annexes, *self._waiting]
        else:
            self._found[section] = found_in_prose(report, section)
