"""A register to type into, with the keys of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHeaderView, QMenu

from cchc_desktop.registers.schema import ID_NAME, ColumnType
from ui.look import AIR, GRID
from ui.registers.register_delegate import RegisterDelegate, choice_words
from ui.registers.register_model import FIRST
from ui.widgets import range_texts
from ui.widgets.cell_table import CellTable

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.registers.schema import Column
    from ui.registers.drawn_widths import Widths
    from ui.registers.register_model import RegisterModel

DELETE_KEY = QKeySequence("Ctrl+-")
_DATE, _ID = "88/88/8888", "vb8888"
_NARROWEST = 15
"""Of a column of words, in letters."""
_SIGN = 5 * GRID
"""What the sign of something odd takes of a cell."""


class RegisterTable(CellTable):
    """One line an entry, one height for all; wishes that touch several cells are one step each."""

    moved = Signal()
    """Another cell is the current one."""
    filled = Signal(object, str)
    """Texts by row and column of the table, and what the step is called."""
    paste_asked = Signal(str)
    removed = Signal(object)
    """Ids of the entries to take away."""
    sorted = Signal(int)
    """Column whose heading was clicked."""

    def __init__(self, register: RegisterModel, drawn: Widths, parent: QWidget | None = None) -> None:
        super().__init__(RegisterDelegate(register.register), parent)
        self.register = register
        register.setParent(self)
        self.setModel(register)
        self.setAccessibleName(register.register.label)
        self._drawn = drawn
        self._is_fitting = False
        self._set_looks()

    @property
    def is_closed(self) -> bool:
        return bool(self.register.closed)

    def row_after(self, index: QModelIndex, *, back: bool) -> int | None:
        return index.row() + (-1 if back else 1)

    def cell_beside(self, index: QModelIndex, *, forward: bool) -> tuple[int, int] | None:
        columns = self.register.columnCount() - FIRST
        place = index.row() * columns + max(index.column() - FIRST, 0) + (1 if forward else -1)
        row, column = divmod(place, columns)
        return (row, column + FIRST) if 0 <= row < self.register.rowCount() else None

    def clear_cells(self) -> None:
        if not self.refuse_closed():
            texts = {(each.row(), each.column()): "" for each in self.chosen if each.column() >= FIRST}
            self.filled.emit(texts, "Xóa")

    def paste(self) -> None:
        """Ask to paste what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text and not self.refuse_closed():
            self.paste_asked.emit(text)

    def put_text(self, text: str) -> None:
        """Ask to put a text's cells here, the first one into the upper left cell of the selection."""
        self.filled.emit(range_texts.pasted(text, self.shown, self.seen_columns), "Dán")

    def fill_down(self) -> None:
        """Ask to put the uppermost selected cell of each column into those below it.

        With a single row selected, the cell above comes down.
        """
        if self.refuse_closed():
            return
        rows = sorted({each.row() for each in self.chosen})
        source, targets = (rows[0], rows[1:]) if len(rows) > 1 else (rows[0] - 1, rows)
        columns = {each.column() for each in self.chosen if each.column() >= FIRST}
        if source >= 0:
            texts = {column: str(self.register.index(source, column).data() or "") for column in columns}
            self.filled.emit(
                {(row, column): texts[column] for row in targets for column in columns}, "Điền xuống"
            )

    def remove_rows(self) -> None:
        """Ask to take the selected entries away."""
        rows = sorted({each.row() for each in self.chosen})
        if not self.refuse_closed() and (
            ids := [each for row in rows if (each := self.register.entry_at(row).id)]
        ):
            self.removed.emit(tuple(ids))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == DELETE_KEY:
            self.remove_rows()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.edit(self.currentIndex())  # as in Excel: the list of a choice
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, job in (("Sao chép", self.copy), ("Dán", self.paste), ("Điền xuống", self.fill_down)):
            menu.addAction(words, job)
        menu.addSeparator()
        menu.addAction(f"Xóa dòng\t{DELETE_KEY.toString()}", self.remove_rows)
        menu.popup(event.globalPos())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _set_looks(self) -> None:
        self.setWordWrap(False)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + GRID)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.sectionClicked.connect(self.sorted)
        columns.sectionResized.connect(self._remember)
        self.viewport().installEventFilter(self)

    def _fit(self) -> None:
        """Dates, numbers and choices have what they need; words share what is left by their widths."""
        columns = self.register.register.columns
        widths = {place: self._needed(column) for place, column in enumerate(columns, FIRST)}
        widths[0] = self._text_width(_ID)
        words = {
            place: columns[place - FIRST].width
            for place in widths
            if place and _is_words(columns[place - FIRST])
        }
        room = self.viewport().width() - sum(width for place, width in widths.items() if place not in words)
        for place, share in words.items():
            widths[place] = max(widths[place], room * share // sum(words.values()))
        self._is_fitting = True
        for place, width in widths.items():
            self.setColumnWidth(place, self._drawn.get(self._name(place), width))
        self._is_fitting = False

    def _needed(self, column: Column) -> int:
        heading = self._text_width(column.label)
        if column.type is ColumnType.DATE:
            return max(heading, self._text_width(_DATE) + 2 * GRID)
        if words := choice_words(column):
            return max(heading, *map(self._text_width, words))
        if column.type is ColumnType.NUMBER:
            return heading
        return max(heading, self.fontMetrics().averageCharWidth() * min(column.width, _NARROWEST) + _SIGN)

    def _text_width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * (GRID + AIR)

    def _remember(self, place: int, _old: int, width: int) -> None:
        if not self._is_fitting:
            self._drawn[self._name(place)] = width

    def _name(self, place: int) -> str:
        column = self.register.column_at(place)
        return column.name if column else ID_NAME


def _is_words(column: Column) -> bool:
    return column.type is ColumnType.TEXT
