"""Xem và chọn: a file that waits, cell by cell; what is taken of it, whose it is, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from cchc_desktop.values.text import normal
from ui.dialogs.question import Question
from ui.look import GRID
from ui.models.asked_cells_model import FIRST_SOURCE, SECOND_SOURCE, AskedCellsModel, AskedColumn
from ui.widgets.plain_words import plain_label
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.mailroom.matters import Matter
    from cchc_desktop.rollup.offices import Offices

_SOURCES = ("Phần máy đọc", "Trang tính")
_OWN_SOURCES = ("Đang có ở đây", "Đồng nghiệp")
_TAKING = ("Lấy phần máy đọc", "Lấy trang tính")
_OWN_TAKING = ("Giữ số ở đây", "Lấy số của đồng nghiệp")
_WIDTH_IN_DIGITS = 120
_LINES = 14
_SHARES = {
    AskedColumn.ROW: 10,
    AskedColumn.FIRST: 4,
    AskedColumn.SECOND: 4,
    AskedColumn.WHY: 5,
    AskedColumn.TAKEN: 4,
}


@dataclass(frozen=True, slots=True)
class Settling:
    """What a person decided of a waiting file."""

    package: int
    reason: str
    cells: Mapping[str, str] = field(default_factory=dict)
    office: str = ""
    """Id of the office it is of, where the file does not say."""
    new_office: Mapping[str, str] = field(default_factory=dict)
    """The columns of an office to be put on the list; empty: it is there."""


class DecisionQuestion(Question):
    """Nothing is taken before every asked cell has a choice and there is a reason."""

    topic = "gui-nhan"

    settled = Signal(object)
    """`Settling`."""
    put_aside = Signal(int, str)
    """Id of the package and the reason: nothing of it is used."""

    def __init__(self, matter: Matter, offices: Offices, parent: QWidget | None = None) -> None:
        package = matter.package
        sender = f" của {matter.sender}" if matter.sender else ""
        super().__init__(
            "Xem và chọn", f"{package.file_name}{sender}, {package.period.name}", package.reason, parent
        )
        self._matter = matter
        sources = _OWN_SOURCES if matter.is_contribution else _SOURCES
        by_hand = matter.is_filled_by_hand
        self.model = AskedCellsModel(matter.cells, sources, self, has_first=not by_hand)
        self.table = QTableView()
        first, second = _OWN_TAKING if matter.is_contribution else _TAKING
        self.first = QPushButton(first)
        self.second = QPushButton("Để trống" if by_hand else second)
        self.office = QComboBox()
        self.reason = TextLine()
        self.waiting = QLabel()
        if matter.cells:
            self._add_table()
        if matter.needs_office:
            self._add_offices(offices)
        self.reason.setPlaceholderText("Lý do, ví dụ: Đã gọi điện xác nhận")
        self.reason.setAccessibleName("Lý do")
        self.add_field(self.reason)
        self.told = plain_label()
        self.add_field(self.told)
        self.take = self.add_button("Nhận như đã chọn", self._settle)
        self.take.clicked.disconnect(self.close)  # it stays until the file is taken: a refusal loses nothing
        self.aside = self.add_button("Không dùng tệp này", self._put_aside)
        self.add_button("Để xem sau")
        self.model.chosen.connect(self._weigh)
        self.reason.told.connect(self._weigh)
        self.office.currentIndexChanged.connect(self._weigh)
        self._weigh()

    def tell_refused(self, refusal: CchcError) -> None:
        """Say why the file could not be taken as it was decided; the choices stand."""
        self.told.setText(refusal.message)
        self._weigh()

    def _add_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("Các ô cần chọn")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        for column, share in _SHARES.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS
            table.setColumnWidth(column, width * share // sum(_SHARES.values()))
        header.setStretchLastSection(True)
        table.setColumnHidden(AskedColumn.FIRST, self._matter.is_filled_by_hand)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        table.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)
        table.setCurrentIndex(self.model.index(0, AskedColumn.TAKEN))
        self.add_field(table)
        choosing = QWidget()
        row = QHBoxLayout(choosing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for button, choice in ((self.first, FIRST_SOURCE), (self.second, SECOND_SOURCE)):
            button.setToolTip("Cho các dòng đang chọn; Ctrl+A chọn mọi dòng. Gõ vào cột Lấy để ghi số khác.")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._take, choice))
            row.addWidget(button)
        if self._matter.is_filled_by_hand:
            self.first.hide()
        row.addStretch()
        row.addWidget(self.waiting)
        self.add_field(choosing)

    def _add_offices(self, offices: Offices) -> None:
        self.office.setAccessibleName("Đơn vị đã gửi tệp")
        self.office.addItem("Chọn đơn vị đã gửi tệp…", None)
        if self._matter.sender:
            self.office.addItem(f"Thêm “{self._matter.sender}” vào danh sách đơn vị", "")
        for each in offices:
            code = f" ({each.code})" if each.code else ""
            self.office.addItem(f"{each.name}{code}", each.id)
        self.add_field(self.office)

    def _take(self, choice: str) -> None:
        selected = self.table.selectionModel().selectedRows()
        self.model.take([index.row() for index in selected], choice)
        self.table.setFocus()

    def _weigh(self) -> None:
        waiting = self.model.waiting
        self.waiting.setText(f"Còn {waiting} ô chưa chọn; gõ số vào cột Lấy" if waiting else "Đã chọn đủ")
        has_reason = bool(normal(self.reason.whole_text))
        has_office = not self._matter.needs_office or self.office.currentData() is not None
        self.take.setEnabled(not waiting and has_reason and has_office)
        self.aside.setEnabled(has_reason)

    def _settle(self) -> None:
        matter = self._matter
        office = self.office.currentData() if matter.needs_office else ""
        is_new = matter.needs_office and not office
        new = {"name": matter.sender, "code": matter.code} if is_new else {}
        reason = normal(self.reason.text())
        self.take.setEnabled(False)
        self.settled.emit(Settling(matter.package.id, reason, self.model.choices, office, new))

    def _put_aside(self) -> None:
        self.put_aside.emit(self._matter.package.id, normal(self.reason.text()))
