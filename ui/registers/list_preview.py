"""What a list would change in a register, line by line and column by column, before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QPlainTextEdit, QTableView, QWidget

from cchc_desktop.registers.dates import DayOrder
from cchc_desktop.registers.reading import write_value
from ui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cchc_desktop.office.registers.importing import Importing

_WIDTH_IN_DIGITS = 110
_LINES = 10
_REFUSED_LINES = 5
_MOST_SHOWN = 500
_WIDEST_IN_DIGITS = 36
_ORDERS = {
    "Ngày trong tệp: tự nhận ra": DayOrder.UNSETTLED,
    "Ngày trong tệp: ngày trước tháng (31/12)": DayOrder.DAY_FIRST,
    "Ngày trong tệp: tháng trước ngày (12/31)": DayOrder.MONTH_FIRST,
}


class ListPreview(Question):
    """New and changed lines under the register's headings, and those that are left out and why."""

    topic = "so-theo-doi"

    reordered = Signal(object)
    """`DayOrder` in which the file is to be read again."""

    def __init__(
        self,
        importing: Importing,
        *,
        write: Callable[[], None],
        by_cell: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        label = importing.register.label
        super().__init__(f"Nhập vào {label}", f"Nhập danh sách vào {label}?", _counts(importing), parent)
        headings = ("Dòng", *(column.label for column in importing.register.columns))
        self.model = QStandardItemModel(0, len(headings), self)
        self.model.setHorizontalHeaderLabels(headings)
        for texts in _lines(importing):
            self.model.appendRow([QStandardItem(text) for text in texts])
        self.add_field(self._table())
        if importing.refused:
            self.add_field(self._refused(importing))
        self._has_refused = bool(importing.refused)
        count = len(importing.added) + len(importing.changed)
        if count:
            self.add_button(f"Ghi {count} dòng", write)
        if by_cell:  # lines that are not complete can be pasted too
            self.add_button("Dán vào từng ô", by_cell)
        self.add_button("Thôi")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)

    def offer_orders(self, order: DayOrder) -> None:
        """Offer to read a file again whose days are written another way; nothing where all was taken."""
        if not self._has_refused:
            return
        choice = QComboBox()
        choice.setAccessibleName("Thứ tự ngày và tháng trong tệp")
        for words, each in _ORDERS.items():
            choice.addItem(words, each)
        choice.setCurrentIndex(list(_ORDERS.values()).index(order))
        choice.activated.connect(lambda: self._reorder(choice.currentData()))
        self.add_field(choice)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName("Các dòng của danh sách")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        widest = self.fontMetrics().averageCharWidth() * _WIDEST_IN_DIGITS
        table.horizontalHeader().setMaximumSectionSize(widest)
        table.resizeColumnsToContents()
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        return table

    def _refused(self, importing: Importing) -> QPlainTextEdit:
        told = QPlainTextEdit("\n".join(f"{each.place}: {each.reason}" for each in importing.refused))
        told.setReadOnly(True)
        told.setAccessibleName("Những dòng không nhận")
        told.setFixedHeight(self.fontMetrics().lineSpacing() * _REFUSED_LINES)
        return told

    def _reorder(self, order: DayOrder) -> None:
        self.reordered.emit(order)
        self.close()


def _counts(importing: Importing) -> str:
    told = (
        f"{len(importing.added)} dòng mới, {len(importing.changed)} dòng thay đổi, {importing.same} dòng giữ "
        f"nguyên, {len(importing.refused)} dòng không nhận. Chưa có gì được ghi."
    )
    if importing.ignored:
        told += f" Cột không thuộc sổ này nên bỏ qua: {', '.join(importing.ignored)}."
    return told


def _lines(importing: Importing) -> Iterator[tuple[str, ...]]:
    columns = importing.register.columns
    coming = [("mới", values) for values in importing.added]
    coming += [(entry.id, entry.values) for entry in importing.changed.values()]
    for name, values in coming[:_MOST_SHOWN]:
        yield name, *(write_value(column, values.get(column.name)) for column in columns)
