"""The ways an office file and a report come onto the desk."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import producing
from ui.dialogs import files
from ui.dialogs.new_office import NewOffice
from ui.dialogs.new_report import NewReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.form.profile import Profile
    from ui.desk import Desk
    from ui.worker import Worker

DEFAULT_SAMPLE = "phuong-mau"


class Opening(QObject):
    """Asks which file or period, and has the desk open it; an open editor is settled first."""

    waiting = Signal()
    """A file is being made ready beside the window."""
    ready = Signal()
    """The waiting is over."""

    def __init__(
        self, desk: Desk, worker: Worker, samples: Path, settle: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._worker = worker
        self._samples = samples
        self._settle = settle
        self._window = window

    def open(self, path: Path) -> None:
        """Open an office file at its latest report."""
        if self._settle():
            self._desk.open(path)

    def open_sample(self, name: str = DEFAULT_SAMPLE) -> None:
        """Open a sample office, made beside the window where it is not there yet."""
        if self._settle():
            ticket = self._worker.start(partial(producing.sample_office, name, self._samples))
            ticket.finished.connect(self._open_made)
            ticket.refused.connect(self._desk.refused)
            ticket.ended.connect(self.ready)
            self.waiting.emit()

    def ask_open(self) -> None:
        """Ask which office file to open."""
        if path := files.choose_office(self._window, self._folder):
            self.open(path)

    def ask_create(self) -> None:
        """Ask who reports, then where the new office file goes."""
        question = NewOffice(self._window)
        question.chosen.connect(self._create)
        question.open()

    def ask_new_report(self) -> None:
        """Ask for the period of a new report."""
        question = NewReport(datetime.now().astimezone().date(), self._window)
        question.chosen.connect(self._desk.start)
        question.open()

    @property
    def _folder(self) -> Path:
        return self._desk.path.parent if self._desk.path else Path.home()

    def _open_made(self, path: Path) -> None:
        self._desk.open(path)

    def _create(self, profile: Profile) -> None:
        proposed = self._folder / f"{producing.office_name(profile.name)}{files.SUFFIX}"
        path = files.choose_new_office(self._window, proposed)
        if path and self._settle():
            self._desk.create(path, profile)
