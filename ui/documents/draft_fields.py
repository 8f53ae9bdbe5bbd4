"""The fields in which a draft set and its rows are corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.office.form_sets.review import KIND_NAMES, ROLLUP_NAMES, TIME_NAMES, DraftRow
from cchc_desktop.template.model import Kind
from cchc_desktop.values.period import short_date
from ui.look import GRID
from ui.widgets.cover_fields import read_date
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cchc_desktop.template.model import RollUp, TimeBehaviour
    from cchc_desktop.template.records import SetRecord

_Value = TypeVar("_Value")


class HeadFields(QWidget):
    """What the set is called and since when it is in force."""

    changed = Signal()
    """A field was left with another text."""

    def __init__(self, head: SetRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id, self.name = TextLine(head.id), TextLine(head.name)
        self.valid_from = TextLine(short_date(head.valid_from))
        named = (("Mã bộ", self.id, 2), ("Tên bộ", self.name, 6), ("Áp dụng từ", self.valid_from, 2))
        _put_in_a_row(self, named)
        for _, field, _ in named:
            field.editingFinished.connect(self.changed)

    @property
    def day(self) -> date | None:
        """The first day of the set; None where that is no day."""
        return read_date(self.valid_from.text())


class RowFields(QWidget):
    """Everything that a person may correct of one row."""

    accepted = Signal()
    """Enter in a field, or the button: the row is to be as the fields say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = TextLine()
        self.key, self.unit, self.operands = TextLine(), TextLine(), TextLine()
        self.operands.setPlaceholderText("Khóa các dòng thành phần, hoặc tử số / mẫu số")
        self.kinds, self.times, self.rollups = _choice(KIND_NAMES), _choice(TIME_NAMES), _choice(ROLLUP_NAMES)
        self.accept = QPushButton("Ghi dòng này")
        self.accept.setAutoDefault(False)
        above, below = QWidget(), QWidget()
        _put_in_a_row(above, (("Khóa", self.key, 2), ("Chỉ tiêu", self.label, 7), ("ĐVT", self.unit, 2)))
        self._of_asked, self._of_computed = QWidget(), QWidget()
        _put_in_a_row(self._of_asked, (("Thời gian", self.times, 1), ("Tổng hợp", self.rollups, 1)))
        _put_in_a_row(self._of_computed, (("Tính từ", self.operands, 1),))
        parts = _put_in_a_row(below, (("Loại", self.kinds, 0),))
        parts.addWidget(self._of_asked, 1)
        parts.addWidget(self._of_computed, 1)
        parts.addStretch()
        parts.addWidget(self.accept)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GRID)
        lines.addWidget(above)
        lines.addWidget(below)
        for field in (self.label, self.key, self.unit, self.operands):
            field.returnPressed.connect(self.accepted)
        self.accept.clicked.connect(self.accepted)
        self.kinds.currentIndexChanged.connect(self._weigh)

    @property
    def kind(self) -> Kind:
        """The kind that is chosen."""
        chosen: Kind = self.kinds.currentData()
        return chosen

    @property
    def time(self) -> TimeBehaviour | None:
        """How its figures are joined over time; None as the kind has it."""
        chosen: TimeBehaviour | None = self.times.currentData()
        return chosen

    @property
    def rollup(self) -> RollUp | None:
        """How figures of many offices are joined; None as the kind has it."""
        chosen: RollUp | None = self.rollups.currentData()
        return chosen

    def _weigh(self) -> None:
        """Offer what goes with the kind that was chosen, and leave it to that kind until a person chooses."""
        self._of_asked.setVisible(self.kind is not Kind.HEADING and not self.kind.is_computed)
        self._of_computed.setVisible(self.kind.is_computed)
        for choice in (self.times, self.rollups):
            choice.setCurrentIndex(-1)

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
        self._weigh()
        if record:
            self.times.setCurrentIndex(self.times.findData(record.time))
            self.rollups.setCurrentIndex(self.rollups.findData(record.rollup))


def _choice(names: Mapping[_Value, str]) -> QComboBox:
    choice = QComboBox()
    for value, words in names.items():
        choice.addItem(words, value)
    return choice


def _put_in_a_row(place: QWidget, named: tuple[tuple[str, QWidget, int], ...]) -> QHBoxLayout:
    layout = QHBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for words, field, share in named:
        field.setAccessibleName(words)
        label = QLabel(f"{words}:")
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field, share)
    return layout
