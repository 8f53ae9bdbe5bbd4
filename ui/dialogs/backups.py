"""Sao lưu và khôi phục: the copies of the office file, one more, or one of them back in its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from cchc_desktop.values.moment import moment_in_sentence
from ui import keeping
from ui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.keeping.backups import Backup
    from ui.desk import Desk
    from ui.remembered import Remembered
    from ui.worker import Ticket, Worker

_Answer = TypeVar("_Answer")
_HEADINGS = ("Lúc", "Vì sao", "Cỡ", "Tình trạng")
_LINES = 12
_WAITING = "Đang xem các bản sao lưu…"


class BackupsDialog(Question):
    """Lists backups; making and restoring one goes on beside the window."""

    topic = "sao-luu"

    restored = Signal(object)
    """Path of the office file, to be opened again."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        path: Path,
        remembered: Remembered,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Sao lưu và khôi phục", "Các bản sao lưu của tệp cơ quan", "", parent)
        self._desk, self._worker, self._path = desk, worker, path
        self._remembered = remembered
        self._backups: tuple[Backup, ...] = ()
        self.table = QTableWidget(0, len(_HEADINGS))
        self.told = QLabel(_WAITING)
        self.told.setWordWrap(True)
        self._set_table()
        self.add_field(self.table)
        self.add_field(self.told)
        self.make_button = self.add_button("Sao lưu ngay", self._make)
        self.restore_button = self.add_button("Khôi phục…", self._ask_restore)
        for button in (self.make_button, self.restore_button):
            button.clicked.disconnect(self.close)
        self.add_button("Đóng")
        self.table.itemSelectionChanged.connect(self._weigh)
        self._start(partial(keeping.list_backups, path, desk.copies), self._show)

    def _set_table(self) -> None:
        self.table.setAccessibleName("Các bản sao lưu")
        self.table.setHorizontalHeaderLabels(_HEADINGS)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.table.setMinimumWidth(self.fontMetrics().averageCharWidth() * 90)

    def _start(self, work: Callable[[Ticket], _Answer], done: Callable[[_Answer], None]) -> None:
        self.make_button.setEnabled(False)
        self.restore_button.setEnabled(False)
        ticket = self._worker.start(work)
        ticket.finished.connect(done)
        ticket.refused.connect(self._refuse)

    def _show(self, found: tuple[Backup, ...], told: str = "") -> None:
        self._backups = found
        self.table.setRowCount(len(self._backups))
        for row, backup in enumerate(self._backups):
            for column, text in enumerate(_row(backup)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if self._backups:
            self.table.selectRow(0)
        self._tell(told or self._summary())
        self.make_button.setEnabled(True)
        self._weigh()

    def _summary(self) -> str:
        if not self._backups:
            office = self._desk.office
            if office and office.profile.is_sample:
                return "Chưa có bản sao lưu nào. Tệp của cơ quan mẫu không tự sao lưu; có thể sao lưu ngay."
            return "Chưa có bản sao lưu nào. Chương trình tự sao lưu mỗi ngày một lần khi mở tệp."
        return "" if self._remembered.was_told_of_the_disk else self._remind()

    def _remind(self) -> str:
        from cchc_desktop.office.keeping.places import are_on_one_disk

        if not are_on_one_disk(self._path, self._backups[0].path):
            return ""
        self._remembered.was_told_of_the_disk = True
        return "Bản sao lưu nằm cùng ổ đĩa sẽ mất theo ổ đĩa: thỉnh thoảng hãy chép một bản ra thẻ nhớ."

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _weigh(self) -> None:
        chosen = self._chosen()
        self.restore_button.setEnabled(bool(chosen and chosen.is_sound))

    def _chosen(self) -> Backup | None:
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _make(self) -> None:
        self._tell("Đang sao lưu…")
        self._start(partial(keeping.back_up, self._path, self._desk.copies), self._made)

    def _made(self, found: tuple[Backup, ...]) -> None:
        self._show(found, "Đã sao lưu và xem lại bản vừa làm: đọc được trọn vẹn.")

    def _ask_restore(self) -> None:
        backup = self._chosen()
        if backup is None:
            return
        question = Question(
            "Khôi phục",
            f"Đưa bản sao lưu lúc {moment_in_sentence(backup.moment)} trở lại?",
            "Tệp cơ quan hiện nay được giữ lại bên cạnh với tên khác, rồi bản sao lưu thay vào chỗ đó. "
            "Những gì nhập sau lúc ấy không còn trong tệp mới, nhưng vẫn còn trong tệp được giữ lại.",
            self,
        )
        question.add_button("Khôi phục", partial(self._restore, backup.path))
        question.add_button("Thôi")
        question.open()

    def _restore(self, backup: Path) -> None:
        self._tell("Đang khôi phục…")
        self._desk.leave()
        self._start(partial(keeping.restore, self._path, backup), self._tell_restored)

    def _tell_restored(self, aside: Path | None) -> None:
        self.restored.emit(self._path)
        kept = f"Tệp trước đó được giữ lại với tên “{aside.name}” trong cùng thư mục." if aside else ""
        told = Question("Đã khôi phục", "Bản sao lưu đã thay vào chỗ tệp cơ quan.", kept, self.parentWidget())
        told.add_button("Làm tiếp")
        told.open()
        self.close()

    def _refuse(self, refusal: CchcError) -> None:
        self._tell(refusal.message)
        self.make_button.setEnabled(True)
        self._weigh()
        if self._desk.path is None:
            self.restored.emit(self._path)  # the file of before, open again


def _row(backup: Backup) -> tuple[str, ...]:
    kilobytes = max(1, round(backup.size / 1024))
    if found := backup.contents:
        state = f"Đọc được: {found.reports} báo cáo"
        state += f", mới nhất {found.latest.name}" if found.latest else ""
    else:
        state = "Hỏng, không dùng được"
    return moment_in_sentence(backup.moment), backup.why.label, f"{kilobytes} kB", state
