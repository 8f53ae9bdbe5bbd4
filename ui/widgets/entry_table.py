"""A table to type figures into, with the keys of Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.models.columns import Column
from ui.widgets import range_texts, steps
from ui.widgets.entry_delegate import EntryDelegate
from ui.widgets.entry_layout import EntryLayout
from ui.widgets.ranges import range_html, range_text

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from cchc_desktop.values.codes import IndicatorCode
    from ui.models.form_model import FormModel, Index
    from ui.widgets.column_choice import ColumnChoice

Key = Qt.Key
Trigger = QAbstractItemView.EditTrigger
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_EDGES = {Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right}


class EntryTable(QTableView):
    """One appendix to type into. Wishes that touch several cells go out as signals, each one step."""

    moved = Signal(object)
    """Another row is the current one: its indicator."""
    cleared = Signal(object, object)
    """Codes of the figures and of the notes to empty."""
    paste_asked = Signal(str)
    """Text of the clipboard that was asked to be pasted here."""
    pasted = Signal(object, object, object)
    """Texts for figures and for notes, by code; a tuple of `Refused` on cells that nobody types into."""
    refused = Signal()
    """Somebody typed, pasted or deleted although the cells are closed."""
    menu_asked = Signal(object)
    """Where on the screen the state menu was asked for."""

    def __init__(self, form: FormModel, choice: ColumnChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.entry = EntryDelegate(self)
        self.entry.left.connect(self._go_on)
        self.setModel(form)
        self.setItemDelegate(self.entry)
        self.setAccessibleName(f"Bảng số liệu {form.appendix.title}")
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._layout = EntryLayout(self, choice)
        self.go_to(steps.first(form))

    @property
    def current_code(self) -> IndicatorCode | None:
        """The row the current cell stands in."""
        index = self.currentIndex()
        return self.form.row_at(index).code if index.isValid() else None

    def go_to(self, place: int, column: int = Column.FIGURE) -> None:
        """Make a cell the current one and show it."""
        index = self.form.index(place, column)
        # not setCurrentIndex: while Shift or Ctrl of a shortcut is down it would add to the selection
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def leave_cell(self) -> None:
        """Hand over what an open editor holds."""
        self.entry.leave()

    def stay(self) -> None:
        """Keep the cell that is being left the current one: its text was not taken."""
        self.entry.hold()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for Excel as text and for Word as a table."""
        cells = range_texts.copied(self._shown)
        copied = QMimeData()
        copied.setText(range_text(cells))
        copied.setHtml(range_html(cells))
        QGuiApplication.clipboard().setMimeData(copied)

    def cut(self) -> None:
        """Put the selected cells on the clipboard and empty them."""
        self.copy()
        self.clear_cells()

    def clear_cells(self) -> None:
        """Ask to empty the selected cells that can be typed into."""
        if self._refuse_closed():
            return
        wishes = range_texts.sorted_out(self.form, {(each.row(), each.column()): "" for each in self._chosen})
        if wishes.figures or wishes.notes:
            self.cleared.emit(tuple(wishes.figures), tuple(wishes.notes))

    def paste(self) -> None:
        """Ask to paste what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text and not self._refuse_closed():
            self.paste_asked.emit(text)

    def put_text(self, text: str) -> None:
        """Ask to put a text's cells here, the first one into the upper left cell of the selection."""
        self._hand_over(range_texts.pasted(text, self._shown, self._seen_columns))

    def fill_down(self) -> None:
        """Ask to put the uppermost selected cell of each column into those below it.

        With a single row selected, the cell above comes down.
        """
        if not self._refuse_closed():
            self._hand_over(range_texts.filled_down(self.form, self._chosen))

    def answer(self, typed: str) -> None:
        """Ask to put one text into every selected figure, or into the current row's if none is selected."""
        if self._refuse_closed():
            return
        rows = {each.row() for each in self._chosen if each.column() == Column.FIGURE}
        if len(rows) > 1:
            self._hand_over({(row, Column.FIGURE): typed for row in rows})
        elif code := self.current_code:
            self.form.entered.emit(code, typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key in (Key.Key_Return, Key.Key_Enter):
            self._go_on(event)
        elif key == Key.Key_Down and modifiers & Qt.KeyboardModifier.AltModifier:
            self.menu_asked.emit(self._below_current())
        elif key in _EDGES and modifiers == _CONTROL:
            self._go_to_edge(key)
        elif self.form.closed and (key == Key.Key_F2 or event.text().strip()):
            self.refused.emit()
        else:
            super().keyPressEvent(event)
            if key == Key.Key_F2 and self.entry.editor:
                self.entry.editor.end(False)  # as in Excel: the caret after the text, nothing selected

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the editor for a composed word; one that comes complete, Qt alone would swallow."""
        if self._refuse_closed():
            return
        complete = event.commitString() and not event.preeditString()
        if complete and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
            if self.entry.editor:
                self.entry.editor.take_over(event.commitString())
                self.entry.editor.setModified(True)
            event.accept()
        else:
            super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes over what can be typed into, and out of the table at either end."""
        return self._tab(forward) or super().focusNextPrevChild(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_asked.emit(event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.moved.emit(self.form.row_at(current))

    def _go_on(self, event: QKeyEvent) -> None:
        """Move on with the key that left a cell, or that was pressed in one."""
        key, index = event.key(), self.currentIndex()
        back = bool(event.modifiers() & _SHIFT)
        if key in (Key.Key_Tab, Key.Key_Backtab):
            self._tab(key == Key.Key_Tab and not back)
            return
        if key in (Key.Key_Up, Key.Key_Down):
            place: int | None = index.row() + (1 if key == Key.Key_Down else -1)
        elif back:
            place = steps.upward(self.form, index.row(), index.column())
        else:
            place = steps.downward(self.form, index.row(), index.column())
        if place is not None and 0 <= place < self.form.rowCount():
            self.go_to(place, index.column())

    def _tab(self, forward: bool) -> bool:
        index = self.currentIndex()
        target = steps.beside(self.form, index.row(), index.column(), forward=forward)
        if target is None:
            return False
        self.go_to(*target)
        return True

    def _go_to_edge(self, key: int) -> None:
        index = self.currentIndex()
        match key:
            case Key.Key_Up:
                self.go_to(0, index.column())
            case Key.Key_Down:
                self.go_to(self.form.rowCount() - 1, index.column())
            case Key.Key_Left:
                self.go_to(index.row(), min(self._seen_columns))
            case _:
                self.go_to(index.row(), max(self._seen_columns))

    @property
    def _chosen(self) -> list[QModelIndex]:
        return self.selectedIndexes() or [self.currentIndex()]

    @property
    def _shown(self) -> list[QModelIndex]:
        """The chosen cells but those of columns that were put away."""
        return [each for each in self._chosen if not self.isColumnHidden(each.column())]

    @property
    def _seen_columns(self) -> list[int]:
        return [column for column in range(self.form.columnCount()) if not self.isColumnHidden(column)]

    def _refuse_closed(self) -> bool:
        if self.form.closed:
            self.refused.emit()
        return bool(self.form.closed)

    def _hand_over(self, texts: range_texts.Texts) -> None:
        wishes = range_texts.sorted_out(self.form, texts)
        if wishes.figures or wishes.notes or wishes.misplaced:
            self.pasted.emit(wishes.figures, wishes.notes, tuple(wishes.misplaced))

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
