"""The ways an office file comes onto the desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, Signal

from ui import producing
from ui.damaged_file import DamagedFile
from ui.dialogs import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.errors import CchcError
    from cchc_desktop.form.profile import Profile
    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.stick_matters import StickMatters
    from ui.worker import Worker

DEFAULT_SAMPLE = "phuong-mau"
SAMPLES = {"phuong-mau": "UBND &phường Mẫu (cấp xã)", "huong-tra": "UBND thị xã &Hương Trà (cấp huyện)"}
"""Sample offices by name, in the words of a menu."""


class Opening(QObject):
    """Asks which file, and has the desk open it; an open editor is settled first."""

    waiting = Signal()
    """A file is being made ready beside the window."""
    ready = Signal()
    """The waiting is over."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        remembered: Remembered,
        samples: Path,
        stick: StickMatters,
        settle: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._worker = worker
        self._remembered = remembered
        self._samples = samples
        self._stick = stick
        self._settle = settle
        self._window = window
        desk.in_use.connect(self._ask_to_look)
        damaged = DamagedFile(desk, worker, remembered, window)
        desk.damaged.connect(damaged.ask)
        damaged.mended.connect(self.open)

    @property
    def recent(self) -> tuple[tuple[Path, str], ...]:
        """The office files opened lately that are still there, with the names of their offices."""
        return self._remembered.recent

    def open(self, path: Path, *, look: bool = False) -> None:
        """Open an office file at its latest report."""
        if self._settle():
            self._stick.open(path, look=look)

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
        self._ask_who_reports(None)

    def _ask_who_reports(self, typed: Profile | None) -> None:
        from ui.dialogs.office_details import NewOffice

        question = NewOffice(self._window, typed)
        question.chosen.connect(self._create)
        question.open()

    @property
    def _folder(self) -> Path:
        return self._desk.folder if self._desk.path else _folder_of_a_first_file()

    def _open_made(self, path: Path) -> None:
        self._stick.open(path)

    def _create(self, profile: Profile) -> None:
        proposed = self._folder / f"{producing.office_name(profile.name)}{files.SUFFIX}"
        path = files.choose_new_office(self._window, proposed)
        again = partial(self._ask_who_reports, profile)  # nothing was made: what she typed stands there again
        if path and self._settle():
            self._stick.create(path, profile, self._desk.start_first, again)
        else:
            again()

    def _open_as(self, path: Path, *, look: bool = False, take_over: bool = False) -> None:
        self._stick.open(path, look=look, take_over=take_over)

    def _ask_to_look(self, path: Path, holder: CchcError) -> None:
        from cchc_desktop.office.refusals import OfficeFileLeftOpen
        from ui.dialogs.question import Question

        question = Question("Tệp đang mở ở nơi khác", holder.message, "", self._window)
        question.add_button("Mở để xem", partial(self._open_as, path, look=True))
        if isinstance(holder, OfficeFileLeftOpen):
            question.add_button("Mở thay máy kia", partial(self._open_as, path, take_over=True))
        question.add_button("Thôi")
        question.finished.connect(self.ready)
        question.open()


def _folder_of_a_first_file() -> Path:
    """Return where people keep their documents, unless a service copies that folder elsewhere."""
    from cchc_desktop.office.keeping.places import risky_place

    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() and not risky_place(documents / "a.cchc") else Path.home()
