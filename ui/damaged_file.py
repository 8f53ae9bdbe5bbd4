"""What is offered where an office file is damaged: a backup, or what can still be read, in a new file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit

from ui import keeping
from ui.dialogs import files
from ui.dialogs.question import Question

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.errors import CchcError
    from ui.desk import Desk
    from ui.keeping import Rescued
    from ui.remembered import Remembered
    from ui.worker import Worker

_TOPIC = "sao-luu"
_LINES = 8


class DamagedFile(QObject):
    """Asks which way on; the damaged file itself is only read, never written."""

    mended = Signal(object)
    """Path of an office file that can be opened now."""

    def __init__(self, desk: Desk, worker: Worker, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._worker, self._remembered = desk, worker, remembered
        self._window = window

    def ask(self, path: Path, damage: CchcError) -> None:
        """Tell that the file is damaged, and offer what can be done."""
        question = Question("Tệp cơ quan bị hỏng", damage.message, "", self._window)
        question.topic = _TOPIC
        question.add_button("Xem các bản sao lưu…", partial(self._show_backups, path))
        question.add_button("Cứu những gì đọc được…", partial(self._ask_where, path))
        question.add_button("Thôi")
        question.open()

    def _show_backups(self, path: Path) -> None:
        from ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._desk, self._worker, path, self._remembered, self._window)
        dialog.restored.connect(self.mended)
        dialog.open()

    def _ask_where(self, path: Path) -> None:
        carried = self._desk.carrying.known(path)
        where = carried.source if carried else path
        proposed = where.with_name(f"{where.stem}-cuu-duoc{where.suffix}")
        if out := files.choose_new_office(self._window, proposed):
            from ui.documents.waiting import Waiting

            ticket = self._worker.start(partial(keeping.rescue, path, out))
            ticket.finished.connect(self._tell)
            ticket.refused.connect(self._desk.refused)
            waiting = Waiting("Cứu tệp cơ quan", path.name, ticket, self._window)
            waiting.topic = _TOPIC
            waiting.show()

    def _tell(self, found: Rescued) -> None:
        self.mended.emit(found.path)
        words = f"Đã đọc được {found.kept} vào tệp mới {found.path.name}."
        told = Question("Cứu tệp cơ quan", words, "Tệp hỏng được giữ nguyên.", self._window)
        told.topic = _TOPIC
        if found.lost:
            told.add_field(_list_of(found.lost))
        told.add_button("Làm tiếp")
        told.open()


def _list_of(lost: tuple[str, ...]) -> QPlainTextEdit:
    shown = QPlainTextEdit("\n".join(lost))
    shown.setReadOnly(True)
    shown.setAccessibleName("Những gì không đọc được, hoặc lấy lại từ nhật ký")
    shown.setMinimumHeight(shown.fontMetrics().lineSpacing() * _LINES)
    return shown
