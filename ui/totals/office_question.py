"""One office of the list in fields; and what happens to offices over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.dates import read_date
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import ColumnType
from cchc_desktop.rollup.coverage import named
from cchc_desktop.rollup.office_columns import OFFICES
from cchc_desktop.template.model import Level
from cchc_desktop.values.text import normal
from ui.dialogs.question import Question
from ui.look import GRID
from ui.widgets.scrolled import scrolled
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from cchc_desktop.registers.schema import Column
    from ui.totals.below_desk import BelowDesk

_FIELD_IN_DIGITS = 44


class _Asking(Question):
    """A question that stays open, with the reason below its fields, until what it asks is taken."""

    topic = "cap-tren"

    def __init__(
        self, title: str, question: str, explanation: str, below: BelowDesk, parent: QWidget
    ) -> None:
        super().__init__(title, question, explanation, parent)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.below = below
        below.told.connect(self.told.setText)

    def add_fields(self, fields: Mapping[str, QWidget]) -> None:
        """Put the fields under each other, with their names, above the place where refusals are told."""
        panel = QWidget()
        form = QFormLayout(panel)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        for words, field in fields.items():
            field.setAccessibleName(words)
            field.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FIELD_IN_DIGITS)
            form.addRow(words, field)
        self.add_field(scrolled(panel))
        self.add_field(self.told)

    def add_taking(self, words: str, take: Callable[[], bool]) -> None:
        """Add the button that has it done, and one that does nothing; a refusal leaves the question open."""

        def decide() -> None:
            self.told.setText("")
            if take():
                self.close()

        self.add_button(words, decide).clicked.disconnect(self.close)
        self.add_button("Thôi")

    def day(self, field: QLineEdit) -> date | None:
        """Return the day that is typed there; None after saying why it is none."""
        try:
            return read_date(normal(field.text()))
        except CchcError as refusal:
            self.told.setText(refusal.message)
            field.setFocus()
            return None


class OfficeQuestion(_Asking):
    """Adds an office, or corrects the one given by its id."""

    def __init__(self, below: BelowDesk, office: str, parent: QWidget) -> None:
        is_new = not office
        title = "Thêm đơn vị" if is_new else "Sửa đơn vị"
        how = "Chỉ tên đơn vị là bắt buộc; để trống ô nào thì bổ sung sau được."
        super().__init__(title, f"{title}: đơn vị gửi báo cáo lên cơ quan này", how, below, parent)
        self._office = office
        values = {} if is_new else below.offices.lines()[office].values
        self.fields = {
            column.name: _field(column, write_value(column, values.get(column.name)))
            for column in OFFICES.columns
        }
        self.add_fields({column.label: self.fields[column.name] for column in OFFICES.columns})
        self.add_taking("Thêm đơn vị" if is_new else "Ghi lại", self._take)
        self.fields["name"].setFocus()

    def _take(self) -> bool:
        given = {name: _text(field) for name, field in self.fields.items()}
        if self._office:
            return self.below.change(self._office, given)
        return bool(self.below.add({name: text for name, text in given.items() if text}))


class MergeQuestion(_Asking):
    """A new office takes over from those chosen on one day; they end the day before."""

    def __init__(self, below: BelowDesk, old: tuple[str, ...], parent: QWidget) -> None:
        offices = below.offices.all()
        names = named(tuple(offices.get(each) for each in old))
        how = (
            "Các đơn vị cũ vẫn còn trong danh sách với ngày cuối hoạt động, số liệu các kỳ trước giữ nguyên. "
            "Số của đơn vị mới được so với tổng các đơn vị cũ."
        )
        super().__init__("Sáp nhập đơn vị", f"Nhập thành một đơn vị mới: {names}?", how, below, parent)
        self._old = old
        self.name, self.code, self.first = TextLine(), TextLine(), _day()
        self.add_fields({"Tên đơn vị mới": self.name, "Mã cơ quan": self.code, "Từ ngày": self.first})
        self.add_taking("Sáp nhập", self._take)
        self.name.setFocus()

    def _take(self) -> bool:
        if (day := self.day(self.first)) is None:
            return False
        given = {"name": normal(self.name.text()), "code": normal(self.code.text())}
        return bool(self.below.merge(self._old, {key: text for key, text in given.items() if text}, day))


class RenameQuestion(_Asking):
    """Another name from a day on; in earlier periods the office goes by the old one."""

    def __init__(self, below: BelowDesk, office: str, parent: QWidget) -> None:
        present = below.offices.all().get(office)
        how = "Các kỳ trước ngày ấy vẫn ghi tên cũ."
        super().__init__("Đổi tên đơn vị", f"Đổi tên {present.name} từ ngày nào?", how, below, parent)
        self._office = office
        self.name, self.first = TextLine(present.name), _day()
        self.add_fields({"Tên mới": self.name, "Từ ngày": self.first})
        self.add_taking("Đổi tên", self._take)
        self.name.setFocus()

    def _take(self) -> bool:
        day = self.day(self.first)
        return bool(day and self.below.rename(self._office, normal(self.name.text()), day))


class AbolishQuestion(_Asking):
    """The last day of an office that nobody takes over from."""

    def __init__(self, below: BelowDesk, office: str, parent: QWidget) -> None:
        present = below.offices.all().get(office)
        how = "Đơn vị vẫn còn trong danh sách; từ kỳ sau ngày ấy không phải gửi báo cáo nữa."
        title = "Đơn vị thôi hoạt động"
        super().__init__(title, f"{present.name} hoạt động đến hết ngày nào?", how, below, parent)
        self._office = office
        self.last = _day()
        self.add_fields({"Ngày cuối": self.last})
        self.add_taking("Ghi ngày cuối", self._take)
        self.last.setFocus()

    def _take(self) -> bool:
        day = self.day(self.last)
        return bool(day and self.below.abolish(self._office, day))


def _day() -> QLineEdit:
    field = TextLine()
    field.setPlaceholderText("Ví dụ 1/7/2025")
    return field


def _field(column: Column, text: str) -> QLineEdit | QComboBox:
    if column.type is not ColumnType.CHOICE:
        line = TextLine(text)
        line.setPlaceholderText(column.help)
        return line
    box = QComboBox()
    box.addItems(list(column.choices.values()))
    box.setCurrentText(text or Level.COMMUNE.label)
    return box


def _text(field: QLineEdit | QComboBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else normal(field.text())
