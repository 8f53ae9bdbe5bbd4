"""Nhật ký thay đổi: who changed what in the office file, searched through and taken along as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.values.codes import slug
from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.text import likeness
from ui import keeping
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.widgets.lines_table import LineColumn, LinesTable
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.journal.telling import Told
    from ui.desk import Desk
    from ui.worker import Ticket, Worker

_Answer = TypeVar("_Answer")
_LINES = 16
_WIDTH_IN_DIGITS = 190
_WAITING = "Đang đọc nhật ký…"


class ChangeJournal(Question):
    """The latest change first; Enter on a line tells the whole of it below the list."""

    topic = "sao-luu"

    def __init__(self, desk: Desk, worker: Worker, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("Nhật ký thay đổi", "Ai đã thay đổi gì trong tệp cơ quan", "", parent)
        self._desk, self._worker, self._path = desk, worker, path
        self._office = desk.office.profile.name if desk.office else ""
        self._changes: tuple[tuple[str, Told], ...] = ()
        self.search = TextLine()
        self.search.setPlaceholderText("Tìm theo tên dòng, người, lý do… (gõ có dấu hoặc không dấu)")
        self.search.setAccessibleName("Tìm trong nhật ký")
        self.search.setClearButtonEnabled(True)
        self.table: LinesTable[Told] = LinesTable("Các thay đổi, mới nhất trước", _COLUMNS)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.told = QLabel(_WAITING)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        for field in (self.search, self.table, self.told):
            self.add_field(field)
        self.export = self.add_button("Xuất ra Excel…", self._write)
        self.export.clicked.disconnect(self.close)
        self.add_button("Đóng")
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS, self._widest()))
        self.search.textChanged.connect(self._filter)
        self.table.selectionModel().currentChanged.connect(self._tell_line)
        self._start(partial(keeping.read_journal, path), self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _widest(self) -> int:
        return self.screen().availableGeometry().width() * 9 // 10

    def _start(self, work: Callable[[Ticket], _Answer], done: Callable[[_Answer], None]) -> None:
        self.export.setEnabled(False)
        ticket = self._worker.start(work)
        ticket.finished.connect(done)
        ticket.refused.connect(self._refuse)
        ticket.ended.connect(self._free)

    def _free(self) -> None:
        self.export.setEnabled(True)

    def _show(self, changes: tuple[tuple[str, Told], ...]) -> None:
        self._changes = changes
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        wanted = likeness(text)
        shown = [each for key, each in self._changes if wanted in key]
        self.table.show_lines(shown)
        if shown:
            self.table.choose(0)
        else:
            self.told.setText("Không có thay đổi nào như thế. Hãy tìm bằng từ khác.")

    def _tell_line(self) -> None:
        if told := self.table.chosen:
            why = f"\nLý do: {told.reason}" if told.reason else ""
            self.told.setText(f"{told.about}\n{_blank(told.before)} → {_blank(told.after)}{why}")

    def _write(self) -> None:
        proposed = self._desk.folder / f"nhat-ky-{slug(self._office)}.xlsx"
        if file := files.choose_workbook(self, proposed):
            self.told.setText(f"Đang ghi nhật ký vào tệp {file.name}…")
            self._start(partial(keeping.write_journal, self._path, file), self._tell_written)

    def _tell_written(self, file: Path) -> None:
        self.told.setText(f"Đã ghi nhật ký vào tệp {file}.")

    def _refuse(self, refusal: CchcError) -> None:
        self.told.setText(refusal.message)


def _in_one_line(text: str) -> str:
    return " · ".join(text.splitlines())


def _blank(text: str) -> str:
    return text or "trống"


_COLUMNS: tuple[LineColumn[Told], ...] = (
    LineColumn("Lúc", 15, lambda told: short_moment(told.at)),
    LineColumn("Người", 14, lambda told: told.who),
    LineColumn("Kỳ báo cáo", 11, lambda told: told.period),
    LineColumn("Thay đổi", 26, lambda told: told.about),
    LineColumn("Trước", 12, lambda told: _in_one_line(told.before)),
    LineColumn("Sau", 12, lambda told: _in_one_line(told.after)),
    LineColumn("Bằng cách", 9, lambda told: told.source),
    LineColumn("Lý do", 12, lambda told: told.reason),
)
