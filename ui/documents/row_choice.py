"""Which row of the form a row of somebody's file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from cchc_desktop.template.model import Kind
from ui.dialogs.question import Question
from ui.models.grouped_list import GroupedList, ListLine
from ui.models.row_search import rows_with
from ui.widgets.list_table import ListTable
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.template.model import Template

_LINES = 16
_WIDTH_IN_DIGITS = 100
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowChoice(Question):
    """Rows that are asked, narrowed by what is typed; Enter takes the current one."""

    topic = "xem-xet"

    chosen = Signal(str)
    """Code of the row."""

    def __init__(self, template: Template, told: str, parent: QWidget | None = None) -> None:
        super().__init__("Chọn dòng của biểu mẫu", f"“{told}” là dòng nào của biểu mẫu?", "", parent)
        self._template = template
        self.text = SearchField()
        self.text.setPlaceholderText("Tìm dòng, gõ có dấu hoặc không dấu")
        self.text.setAccessibleName("Tìm dòng")
        self.model = GroupedList(("STT", "Chỉ tiêu", "Đơn vị tính"), self)
        self.table = ListTable(self.model, "Các dòng của biểu mẫu", (1, 8, 2))
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.add_field(self.text)
        self.add_field(self.table)
        self.take_button = self.add_button("Chọn dòng này", self._take)
        self.add_button("Thôi")
        self.text.told.connect(self._narrow)
        self.table.taken.connect(self.take_button.click)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)
        self._narrow("")
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.table.step(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_button.click()
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        self.model.show(tuple(self._lines(text)))
        self.table.go_to(None)
        self.take_button.setEnabled(self.table.line is not None)

    def _lines(self, text: str) -> Iterator[ListLine | str]:
        wanted = rows_with(self._template, text) if text.strip() else tuple(self._template.indicators)
        for appendix in self._template.appendices:
            found = [
                row for row in appendix.indicators if row.code in wanted and row.kind is not Kind.HEADING
            ]
            if found:
                yield f"{appendix.title}. {' '.join(appendix.name_lines)}"
            yield from (ListLine((row.stt, row.label, row.unit), row.code) for row in found)

    def _take(self) -> None:
        if self.table.line:
            self.chosen.emit(str(self.table.line.about))
