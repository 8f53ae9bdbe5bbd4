"""Danh sách đơn vị: who reports here, from when to when, and how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ui.look import GRID
from ui.registers.register_table import DELETE_KEY
from ui.totals.below_tab import BelowTab
from ui.totals.office_question import AbolishQuestion, MergeQuestion, OfficeQuestion, RenameQuestion
from ui.totals.offices_file import OfficesFile
from ui.totals.offices_model import NAME, OfficesModel
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPoint

    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk

_WIDTHS = (46, 16, 15, 20, 14, 24, 22)
"""Of the columns, in digits."""
_EMPTY = (
    "Danh sách đơn vị còn trống.\n\nĐây là các đơn vị gửi báo cáo lên cơ quan này: ai phải gửi, gửi từ bao "
    "giờ, liên hệ với ai. Nhập từ tệp Excel đã có, hoặc thêm từng đơn vị. Đơn vị nào gửi tệp đến trước thì "
    "chương trình hỏi rồi ghi vào đây."
)
_MOST = 1_000_000
_OF_LIST = 2
"""So many buttons, the last, are about the whole list; they stand beside the search."""
_ANY, _ONE, _SOME, _SEVERAL = range(_MOST), range(1, 2), range(1, _MOST), range(2, _MOST)
"""So many offices have to be chosen for a job."""


class OfficesTab(BelowTab):
    """The tree of offices with the jobs on the chosen ones."""

    title = "Đơn vị cấp dưới"

    def __init__(self, desk: Desk, below: BelowDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._below = desk, below
        self.search = SearchField()
        self.search.setPlaceholderText("Tìm đơn vị, gõ có dấu hoặc không dấu")
        self.search.setAccessibleName("Tìm đơn vị")
        self.with_gone = QCheckBox("Cả đơn vị đã thôi hoạt động")
        self.model = OfficesModel(self)
        self.tree = QTreeView()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.file = OfficesFile(desk, below, self)
        self.file.told.connect(self.tell)
        self._actions: list[tuple[QAction, range | None]] = []
        self._menu = QMenu(self)
        self.buttons = [
            self._job("Thêm đơn vị…", self.add, _ANY, "Ins"),
            self._job("Sửa…", self.change, _ONE, "F2"),
            self._job("Sáp nhập…", self.merge, _SEVERAL),
            self._job("Đổi tên…", self.rename, _ONE),
            self._job("Thôi hoạt động…", self.abolish, _ONE),
            self._job("Xóa", self.remove, _SOME, DELETE_KEY.toString()),
            self._job("Nhập danh sách…", self.file.read, _ANY),
            self._job("Xuất danh sách…", self.write_list, None),
        ]
        self.pages = QStackedWidget()
        self._set_tree()
        self._arrange()
        self._connect()

    @property
    def entrance(self) -> QWidget:
        return self.tree

    def refresh(self) -> None:
        office = self._desk.office
        if office is None:
            return
        present = self.model.office_at(self.tree.currentIndex())
        self.model.show(office.offices.all(), office.totals.today)
        self.tree.expandAll()
        if present:
            self.show_office(present.id)
        self.pages.setCurrentIndex(0 if len(office.offices.all()) else 1)
        self._weigh()

    def show_office(self, office: str) -> None:
        """Make an office the current line."""
        index = self.model.index_of(office)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def begin_search(self) -> bool:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the selected offices."""
        rows = self.tree.selectionModel().selectedRows(NAME)
        return tuple(office.id for row in rows if (office := self.model.office_at(row)))

    def add(self) -> None:
        """Ask for a new office."""
        OfficeQuestion(self._below, "", self).open()

    def change(self) -> None:
        """Ask what is other with the chosen office."""
        if self.chosen:
            OfficeQuestion(self._below, self.chosen[0], self).open()

    def merge(self) -> None:
        """Ask which office takes over from the chosen ones."""
        MergeQuestion(self._below, self.chosen, self).open()

    def rename(self) -> None:
        """Ask for the chosen office's new name."""
        RenameQuestion(self._below, self.chosen[0], self).open()

    def abolish(self) -> None:
        """Ask for the chosen office's last day."""
        AbolishQuestion(self._below, self.chosen[0], self).open()

    def remove(self) -> None:
        """Take the chosen offices off the list."""
        count = len(self.chosen)
        if count and self._below.remove(self.chosen):
            self.tell(f"Đã xóa {count} đơn vị khỏi danh sách. Ctrl+Z lấy lại.")

    def tell(self, words: str) -> None:
        """Say what was done or why not."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def write_list(self) -> None:
        """Ask for a place and write the listed offices there."""
        self.file.write(self.model.shown)

    def _job(self, words: str, job: Callable[[], None], needs: range | None, key: str = "") -> QPushButton:
        """A button and a line of the menu; it needs so many chosen offices; None: it writes nothing."""
        action = QAction(words, self)
        action.triggered.connect(lambda *_: job())
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.tree.addAction(action)
        self._menu.addAction(action)
        self._actions.append((action, needs))
        button = QPushButton(words)
        button.setToolTip(f"{words.rstrip('…')} ({key})" if key else "")
        button.clicked.connect(action.trigger)
        return button

    def _set_tree(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setAccessibleName("Danh sách đơn vị")
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setExpandsOnDoubleClick(False)
        digit = self.fontMetrics().averageCharWidth()
        for column, width in enumerate(_WIDTHS):
            self.tree.setColumnWidth(column, digit * width)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        bar.setSpacing(GRID)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.with_gone)
        of_one, of_list = self.buttons[:-_OF_LIST], self.buttons[-_OF_LIST:]
        for button in of_list:
            bar.addWidget(button)
        jobs = QHBoxLayout()
        jobs.setContentsMargins(GRID, 0, GRID, GRID // 2)
        jobs.setSpacing(GRID)
        for button in of_one:
            jobs.addWidget(button)
        jobs.addStretch()
        empty = QLabel(_EMPTY)
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setContentsMargins(8 * GRID, GRID, 8 * GRID, GRID)
        self.pages.addWidget(self.tree)
        self.pages.addWidget(empty)
        self.told.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(jobs)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.told)

    def _connect(self) -> None:
        self.search.told.connect(self._narrow)
        self.with_gone.toggled.connect(self._narrow)
        self.tree.selectionModel().selectionChanged.connect(self._weigh)
        self.tree.activated.connect(self._activate)
        self.tree.customContextMenuRequested.connect(self._show_menu)

    def _narrow(self) -> None:
        self.model.filter(self.search.whole_text, with_gone=self.with_gone.isChecked())
        self.tree.expandAll()
        self._weigh()

    def _activate(self, index: QModelIndex) -> None:
        if self.model.office_at(index) and not self._desk.is_looking:
            self.show_office(self.chosen[0] if self.chosen else "")
            self.change()

    def _show_menu(self, at: QPoint) -> None:
        self._menu.popup(self.tree.viewport().mapToGlobal(at))

    def _weigh(self) -> None:
        count = len(self.chosen)
        for (action, needs), button in zip(self._actions, self.buttons, strict=True):
            can = needs is None or (count in needs and not self._desk.is_looking)
            action.setEnabled(can)
            button.setEnabled(can)
