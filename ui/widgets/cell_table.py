"""A table to type into, with the keys of Excel, whatever its cells mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.widgets import range_texts
from ui.widgets.ranges import range_html, range_text

if TYPE_CHECKING:
    from ui.widgets.cell_delegate import CellDelegate

Key = Qt.Key
Trigger = QAbstractItemView.EditTrigger
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_SHEETS = {Key.Key_PageUp, Key.Key_PageDown}
_EDGES = {Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right}


class CellTable(QTableView):
    """Moving, typing and copying. Where Enter and Tab lead, and what emptying means, its kinds say."""

    refused = Signal()
    """Somebody typed, pasted or deleted although the cells are closed."""

    def __init__(self, entry: CellDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        entry.setParent(self)
        entry.left.connect(self._go_on)
        self.setItemDelegate(entry)
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be typed now."""
        raise NotImplementedError

    def row_after(self, index: QModelIndex, *, back: bool) -> int | None:
        """Return the row that Enter, or Shift+Enter, leads to; None: it stays."""
        raise NotImplementedError

    def cell_beside(self, index: QModelIndex, *, forward: bool) -> tuple[int, int] | None:
        """Return row and column that Tab, or Shift+Tab, leads to; None: out of the table."""
        raise NotImplementedError

    def clear_cells(self) -> None:
        """Ask to empty the selected cells that can be typed into."""
        raise NotImplementedError

    def go_to(self, place: int, column: int) -> None:
        """Make a cell the current one and show it."""
        index = self.model().index(place, column)
        # not setCurrentIndex: while Shift or Ctrl of a shortcut is down it would add to the selection
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def type_again(self, text: str) -> None:
        """Open the current cell with a text it did not take, to be corrected or typed over."""
        self.edit(self.currentIndex())
        if self.entry.editor:
            self.entry.editor.take_over(text)
            self.entry.editor.setModified(True)
            self.entry.editor.selectAll()

    def leave_cell(self) -> None:
        """Hand over what an open editor holds."""
        self.entry.leave()

    def stay(self) -> None:
        """Keep the cell that is being left the current one: its text was not taken."""
        self.entry.hold()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for Excel as text and for Word as a table."""
        cells = range_texts.copied(self.shown)
        copied = QMimeData()
        copied.setText(range_text(cells))
        copied.setHtml(range_html(cells))
        QGuiApplication.clipboard().setMimeData(copied)

    def cut(self) -> None:
        """Put the selected cells on the clipboard and empty them."""
        self.copy()
        self.clear_cells()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if self.entry.editor and self.entry.editor.composition.is_ended_by(event):
            self.leave_cell()  # the table has the keyboard while the first word is composed
        if key in (Key.Key_Return, Key.Key_Enter):
            self._go_on(event)
        elif key in _SHEETS and modifiers == _CONTROL:
            event.ignore()  # as in Excel these turn to another sheet, which is not the table's
        elif key in _EDGES and modifiers in (_CONTROL, _CONTROL | _SHIFT):
            self._go_to_edge(key, choosing=bool(modifiers & _SHIFT))
        elif self.is_closed and (key == Key.Key_F2 or (event.text().strip() and event.text().isprintable())):
            self.refused.emit()
        else:
            super().keyPressEvent(event)
            if key == Key.Key_F2 and self.entry.editor:
                self.entry.editor.end(False)  # as in Excel: the caret after the text, nothing selected

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the editor for a composed word; one that comes complete, Qt alone would swallow.

        Qt lets the word be composed while the table has the keyboard, and then gives it to the editor as if
        somebody had left the table: that empties the input method (ibus, fcitx), with the letters of the next
        word typed meanwhile. To a popup, the keyboard goes quietly.
        """
        if self.entry.composed and self.entry.composed.is_echo(event):
            return
        if (event.commitString() or event.preeditString()) and self.refuse_closed():
            return
        if event.commitString():
            if self.state() != QAbstractItemView.State.EditingState:
                super().inputMethodEvent(QInputMethodEvent(event.commitString(), []))
            if self.entry.editor:
                self.entry.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes over what can be typed into, and out of the table at either end."""
        return self._tab(forward) or super().focusNextPrevChild(forward)

    @property
    def chosen(self) -> list[QModelIndex]:
        """The selected cells, or the current one."""
        return self.selectedIndexes() or [self.currentIndex()]

    @property
    def shown(self) -> list[QModelIndex]:
        """The chosen cells but those of columns that were put away."""
        return [each for each in self.chosen if not self.isColumnHidden(each.column())]

    @property
    def seen_columns(self) -> list[int]:
        """The columns that were not put away."""
        return [column for column in range(self.model().columnCount()) if not self.isColumnHidden(column)]

    def refuse_closed(self) -> bool:
        """Tell somebody who wants to change something that the cells are closed, if they are."""
        if self.is_closed:
            self.refused.emit()
        return self.is_closed

    def _go_on(self, event: QKeyEvent) -> None:
        """Move on with the key that left a cell, or that was pressed in one."""
        key, index = event.key(), self.currentIndex()
        back = bool(event.modifiers() & _SHIFT)
        if key in (Key.Key_Tab, Key.Key_Backtab):
            self._tab(key == Key.Key_Tab and not back)
            return
        if key in (Key.Key_Up, Key.Key_Down):
            place: int | None = index.row() + (1 if key == Key.Key_Down else -1)
        else:
            place = self.row_after(index, back=back)
        if place is not None and 0 <= place < self.model().rowCount():
            self.go_to(place, index.column())

    def _tab(self, forward: bool) -> bool:
        target = self.cell_beside(self.currentIndex(), forward=forward)
        if target is None:
            return False
        self.go_to(*target)
        return True

    def _go_to_edge(self, key: int, *, choosing: bool) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        match key:
            case Key.Key_Up:
                row = 0
            case Key.Key_Down:
                row = self.model().rowCount() - 1
            case Key.Key_Left:
                column = min(self.seen_columns)
            case _:
                column = max(self.seen_columns)
        if choosing:
            self._choose_to(self.model().index(row, column))
        else:
            self.go_to(row, column)

    def _choose_to(self, index: QModelIndex) -> None:
        """Choose all between the cell and the corner where choosing began, and make it the current one."""
        here, chosen = self.currentIndex(), self.chosen
        rows, columns = {each.row() for each in chosen}, {each.column() for each in chosen}
        corner = self.model().index(
            max(rows) if here.row() == min(rows) else min(rows),
            max(columns) if here.column() == min(columns) else min(columns),
        )
        choose = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, choose.NoUpdate)
        self.selectionModel().select(QItemSelection(corner, index), choose.ClearAndSelect)
        self.scrollTo(index)
