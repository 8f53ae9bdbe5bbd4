"""Beside the totals: the current one, office by office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.form.entry import write_answer
from ui import look
from ui.look import GRID
from ui.totals.giving_way import left_out
from ui.totals.looking_model import BAR_ROLE, LookColumn, LookingModel, outlier_lines
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cchc_desktop.rollup.aggregate import RowTotal
    from ui.totals.gathering import LookedInto

_NARROWEST_IN_DIGITS = 46
_WIDTHS = {LookColumn.FIGURE: 15, LookColumn.SHARE: 10, LookColumn.PREVIOUS: 15}
_GIVING_WAY = (LookColumn.PREVIOUS, LookColumn.SHARE)
"""Where the panel is narrow, the first first."""
_GOOD_NAME = 22
_MOST_NAMED = 8


class LookingPanel(QWidget):
    """Offices by size with share, bar and last period; Enter opens an office's form."""

    opened = Signal(str)
    """Id of the office whose received report is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looked: LookedInto | None = None
        self.head = plain_label()
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.total = plain_label()
        self.model = LookingModel(self)
        self.table = QTableView()
        self.about = plain_label()
        self.rule = plain_label()
        self.open_button = QPushButton("Mở báo cáo của đơn vị")
        self._set_table()
        self._arrange()
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.table.activated.connect(self._open)
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROWEST_IN_DIGITS)

    def wait(self, label: str) -> None:
        """Say which total is being looked into."""
        self._looked = None
        self.head.setText(label)
        self.total.setText("Đang xem từng đơn vị…")
        self.model.show(None)
        self._tell()

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to look into."""
        self._looked = None
        self.head.setText(why)
        self.total.setText("")
        self.model.show(None)
        self._tell()

    def show_looked(self, looked: LookedInto, total: RowTotal | None) -> None:
        """Show a total, office by office."""
        self._looked = looked
        self.head.setText(f"{looked.row.stt} {looked.row.label}".strip())
        self.total.setText(_about_total(looked, total))
        self.model.show(looked)
        if looked.found:
            self.table.setCurrentIndex(self.model.index(0, LookColumn.OFFICE))
        self._tell()

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(LookColumn.SHARE, _ShareDelegate(self.table))
        self.table.setAccessibleName("Từng đơn vị")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of offices differ at their end
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(LookColumn.OFFICE, QHeaderView.ResizeMode.Stretch)
        self.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.table.viewport():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        digit = self.fontMetrics().averageCharWidth()
        widths = {column: digit * width for column, width in _WIDTHS.items()}
        hidden = left_out(self.table.viewport().width(), widths, digit * _GOOD_NAME, _GIVING_WAY)
        for column, width in widths.items():
            self.table.setColumnHidden(column, column in hidden)
            self.table.setColumnWidth(column, width)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        for part in (self.head, self.total):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        for part in (self.about, self.rule):
            layout.addWidget(part)
        layout.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _tell(self) -> None:
        index = self.table.currentIndex()
        each = self.model.contribution_at(index) if index.isValid() else None
        self.about.setText("\n".join(outlier_lines(each)) if each else "")
        self.rule.setText(self._looked.rule if self._looked and self._looked.found else "")
        self.open_button.setEnabled(bool(each and each.place.report))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            each = self.model.contribution_at(index)
            if each.place.report:
                self.opened.emit(each.office.id)


class _ShareDelegate(QStyledItemDelegate):
    """A bar as long as the figure beside the largest, under the share in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        part = index.data(BAR_ROLE)
        if part:
            room = QRectF(option.rect).adjusted(GRID / 2, 0, -GRID / 2, -GRID / 4)
            bar = QRectF(room.left(), room.bottom() - GRID / 4, room.width() * part, GRID / 4)
            painter.fillRect(bar, look.standing_colour("there"))


def _about_total(looked: LookedInto, total: RowTotal | None) -> str:
    told = []
    if total is not None:
        value = write_answer(looked.row, total.value) or "chưa có"
        told.append(f"Tổng {value}; {total.answered} đơn vị đã trả lời, {total.missing} còn thiếu.")
    if looked.lopsided:
        names = [each.name for each in looked.lopsided]
        shown = ", ".join(names) if len(names) <= _MOST_NAMED else f"{len(names)} đơn vị"
        told.append(f"Chỉ có một vế của tỷ lệ, vế ấy vẫn được cộng: {shown}.")
    odd = sum(bool(each.outliers) for each in looked.found)
    if odd:
        told.append(f"{odd} đơn vị có số khác thường.")
    return " ".join(told)
