"""A table to type figures into, with the keys of Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent

from cchc_desktop.template.model import Kind
from ui.models.columns import EXPLAINED, HEADINGS, Column
from ui.widgets import range_texts, steps
from ui.widgets.cell_table import CellTable
from ui.widgets.entry_delegate import EntryDelegate
from ui.widgets.entry_layout import EntryLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPoint
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.values.codes import IndicatorCode
    from ui.models.form_model import FormModel, Index
    from ui.widgets.column_choice import ColumnChoice


class EntryTable(CellTable):
    """One appendix to type into. Wishes that touch several cells go out as signals, each one step."""

    moved = Signal(object)
    """Another row is the current one: its indicator."""
    cleared = Signal(object, object)
    """Codes of the figures and of the notes to empty."""
    paste_asked = Signal(str)
    """Text of the clipboard that was asked to be pasted here."""
    pasted = Signal(object, object, object)
    """Texts for figures and for notes, by code; a tuple of `Refused` on cells that nobody types into."""
    menu_asked = Signal(object)
    """Where on the screen the state menu was asked for."""
    told = Signal(str)
    """Why what was typed went nowhere."""

    def __init__(self, form: FormModel, choice: ColumnChoice, parent: QWidget | None = None) -> None:
        super().__init__(EntryDelegate(), parent)
        self.form = form
        self.setModel(form)
        self.setAccessibleName(f"Bảng số liệu {form.appendix.title}")
        self._layout = EntryLayout(self, choice)
        self.go_to(steps.first(form))

    @property
    def current_code(self) -> IndicatorCode | None:
        """The row the current cell stands in."""
        index = self.currentIndex()
        return self.form.row_at(index).code if index.isValid() else None

    def go_to(self, place: int, column: int = Column.FIGURE) -> None:
        """Make a cell the current one and show it."""
        super().go_to(place, column)

    @property
    def is_closed(self) -> bool:
        return bool(self.form.closed)

    def row_after(self, index: QModelIndex, *, back: bool) -> int | None:
        step = steps.upward if back else steps.downward
        return step(self.form, index.row(), index.column())

    def cell_beside(self, index: QModelIndex, *, forward: bool) -> tuple[int, int] | None:
        return steps.beside(self.form, index.row(), index.column(), forward=forward)

    def clear_cells(self) -> None:
        """Ask to empty the selected cells that can be typed into."""
        if self.refuse_closed():
            return
        wishes = range_texts.sorted_out(self.form, {(each.row(), each.column()): "" for each in self.chosen})
        if wishes.figures or wishes.notes:
            self.cleared.emit(tuple(wishes.figures), tuple(wishes.notes))

    def paste(self) -> None:
        """Ask to paste what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text and not self.refuse_closed():
            self.paste_asked.emit(text)

    def put_text(self, text: str) -> None:
        """Ask to put a text's cells here, the first one into the upper left cell of the selection."""
        self._hand_over(range_texts.pasted(text, self.shown, self.seen_columns))

    def fill_down(self) -> None:
        """Ask to put the uppermost selected cell of each column into those below it.

        With a single row selected, the cell above comes down.
        """
        if not self.refuse_closed():
            self._hand_over(range_texts.filled_down(self.form, self.chosen))

    def answer(self, typed: str) -> None:
        """Ask to put one text into every selected figure, or into the current row's if none is selected."""
        if self.refuse_closed():
            return
        rows = {each.row() for each in self.chosen if each.column() == Column.FIGURE}
        if len(rows) > 1:
            self._hand_over({(row, Column.FIGURE): typed for row in rows})
        elif code := self.current_code:
            self.form.entered.emit(code, typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.menu_asked.emit(self._below_current())
        elif not _begins_typing(event) or self._may_type():
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not (event.commitString() or event.preeditString()) or self._may_type():
            super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_asked.emit(event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.moved.emit(self.form.row_at(current))

    def _may_type(self) -> bool:
        """Find the cell for what is typed: beside a figure it lands in the figure, as a person expects."""
        here = self.currentIndex()
        if self.is_closed or range_texts.takes_text(self.form, here):
            return True
        column, row = Column(here.column()), self.form.row_at(here)
        if row.kind is Kind.HEADING:
            self.told.emit(f"“{row.label}” là dòng tiêu đề, không có số liệu để nhập.")
        elif column in EXPLAINED:
            self.told.emit(f"Cột {HEADINGS[column]} chỉ để xem. Muốn sửa số kỳ khác, hãy mở báo cáo kỳ đó.")
        else:
            self.go_to(here.row())
            return True
        return False

    def _hand_over(self, texts: range_texts.Texts) -> None:
        wishes = range_texts.sorted_out(self.form, texts)
        if wishes.figures or wishes.notes or wishes.misplaced:
            self.pasted.emit(wishes.figures, wishes.notes, tuple(wishes.misplaced))

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())


def _begins_typing(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F2 or bool(event.text().strip() and event.text().isprintable())
