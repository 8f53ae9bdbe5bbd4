"""The fields in which a draft set and its rows are corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.office.form_sets.review import KIND_NAMES, DraftRow
from cchc_desktop.values.period import short_date
from ui.look import GRID
from ui.widgets.cover_fields import read_date

if TYPE_CHECKING:
    from datetime import date

    from cchc_desktop.template.model import Kind
    from cchc_desktop.template.records import SetRecord


class HeadFields(QWidget):
    """What the set is called and since when it is in force."""

    changed = Signal()
    """A field was left with another text."""

    def __init__(self, head: SetRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id, self.name = QLineEdit(head.id), QLineEdit(head.name)
        self.valid_from = QLineEdit(short_date(head.valid_from))
        named = (("Mã bộ", self.id, 2), ("Tên bộ", self.name, 6), ("Áp dụng từ", self.valid_from, 2))
        _put_in_a_row(self, named)
        for _, field, _ in named:
            field.editingFinished.connect(self.changed)

    @property
    def day(self) -> date | None:
        """The first day of the set; None where that is no day."""
        return read_date(self.valid_from.text())


class RowFields(QWidget):
    """Label, key, kind, unit and operands of one row."""

    accepted = Signal()
    """Enter in a field, or the button: the row is to be as the fields say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLineEdit()
        self.key, self.unit, self.operands = QLineEdit(), QLineEdit(), QLineEdit()
        self.operands.setPlaceholderText("Khóa các dòng thành phần, hoặc tử số / mẫu số")
        self.kinds = QComboBox()
        for kind, words in KIND_NAMES.items():
            self.kinds.addItem(words, kind)
        self.accept = QPushButton("Ghi dòng này")
        self.accept.setAutoDefault(False)
        above, below = QWidget(), QWidget()
        _put_in_a_row(above, (("Chỉ tiêu", self.label, 1),), self.accept)
        named = (("Khóa", self.key, 2), ("Loại", self.kinds, 3), ("ĐVT", self.unit, 2))
        _put_in_a_row(below, (*named, ("Tính từ", self.operands, 5)))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GRID)
        lines.addWidget(below)
        lines.addWidget(above)
        for field in (self.label, self.key, self.unit, self.operands):
            field.returnPressed.connect(self.accepted)
        self.accept.clicked.connect(self.accepted)

    @property
    def kind(self) -> Kind:
        """The kind that is chosen."""
        chosen: Kind = self.kinds.currentData()
        return chosen

    def show_row(self, row: DraftRow | None) -> None:
        """Show a row; None empties and closes the fields."""
        self.setEnabled(row is not None)
        record = row.record if row else None
        self.label.setText(record.label if record else "")
        self.key.setText(record.key if record else "")
        self.unit.setText(record.unit if record else "")
        self.operands.setText(row.operands if row else "")
        if record:
            self.kinds.setCurrentIndex(self.kinds.findData(record.kind))


def _put_in_a_row(place: QWidget, named: tuple[tuple[str, QWidget, int], ...], *others: QWidget) -> None:
    layout = QHBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for words, field, share in named:
        field.setAccessibleName(words)
        label = QLabel(f"{words}:")
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field, share)
    for other in others:
        layout.addWidget(other)
