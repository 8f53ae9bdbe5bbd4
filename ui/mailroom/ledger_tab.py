"""Tệp đã gửi và đã nhận: every exchange file that came or left, to be opened or copied again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.values.moment import short_moment
from ui import showing
from ui.dialogs import files
from ui.look import GRID
from ui.mailroom import work
from ui.mailroom.tab import Tab
from ui.widgets.lines_table import LineColumn, LinesTable
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from cchc_desktop.office.mailroom.ledger import Entered
    from ui.desk import Desk
    from ui.worker import Ticket, Worker

_EMPTY = (
    "Mỗi tệp trao đổi đã gửi hoặc đã nhận được giữ nguyên từng byte và liệt kê ở đây, để mở lại hoặc gửi lại "
    "khi cần."
)
_COLUMNS: tuple[LineColumn[Entered], ...] = (
    LineColumn("Lúc", 6, lambda line: short_moment(line.at)),
    LineColumn("Chiều", 2, lambda line: "Đến" if line.came else "Đi"),
    LineColumn("Loại", 4, lambda line: line.kind),
    LineColumn("Kỳ", 4, lambda line: line.package.period.name),
    LineColumn("Lần", 1, lambda line: str(line.package.sequence or "")),
    LineColumn("Với ai", 6, lambda line: line.with_whom),
    LineColumn("Tình trạng", 3, lambda line: line.outcome),
    LineColumn("Tên tệp", 8, lambda line: line.package.file_name, gives_way=True),
)


class LedgerTab(Tab):
    """The ledger, the latest file first."""

    title = "Đã gửi, đã nhận"

    def __init__(self, desk: Desk, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._worker = desk, worker
        self._entered: tuple[Entered, ...] = ()
        self._ticket: Ticket | None = None
        self.which = QComboBox()
        self.which.setAccessibleName("Liệt kê")
        for words, came in (("Mọi tệp", None), ("Tệp đã gửi", False), ("Tệp đã nhận", True)):
            self.which.addItem(words, came)
        self.table: LinesTable[Entered] = LinesTable("Tệp đã gửi và đã nhận", _COLUMNS)
        self.told = plain_label()
        self.empty = plain_label(_EMPTY)
        self.open_button = QPushButton("Mở tệp")
        self.copy_button = QPushButton("Chép ra thư mục…")
        self._arrange()
        self.which.currentIndexChanged.connect(self._show)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.table.lines.modelReset.connect(self._tell)
        self.table.activated.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)

    @property
    def entrance(self) -> QWidget:
        return self.table

    def refresh(self) -> None:
        """Read the ledger beside the window, since it has a line a file of all periods, and show it."""
        if self._ticket:
            self._ticket.cancel()
        if path := self._desk.path:
            self._ticket = self._worker.start(partial(work.entered, path))
            self._ticket.finished.connect(partial(self._take, path))

    def _take(self, path: Path, entered: tuple[Entered, ...]) -> None:
        if path == self._desk.path:
            self._entered = entered
            self._show()

    def _show(self) -> None:
        wanted = self.which.currentData()
        lines = [line for line in self._entered if wanted in (None, line.came)]
        self.table.show_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._tell()

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch()
        for row, button in ((buttons, self.open_button), (buttons, self.copy_button)):
            row.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.told)
        layout.addLayout(buttons)

    def _tell(self) -> None:
        line = self.table.chosen
        for button in (self.open_button, self.copy_button):
            button.setEnabled(line is not None)
        told = (line.package.file_name, line.package.reason) if line else ()
        self.told.setText(": ".join(filter(None, told)))
        self.told.setVisible(bool(self.told.text()))

    def _open(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        if path := self._written(folder / "cchc-desktop"):
            showing.open_file(path)

    def _copy(self) -> None:
        if self._desk.path is None:
            return
        folder = files.choose_folder(self, self._desk.folder)
        if folder and (path := self._written(folder)):
            showing.show_in_folder(path)

    def _written(self, folder: Path) -> Path | None:
        from cchc_desktop.office.mailroom.outgoing import write_again

        line = self.table.chosen
        if line is None:
            return None
        try:
            return write_again(self._desk.the_office, line.package.id, folder)
        except CchcError as refusal:
            self._desk.refused.emit(refusal)
            return None
