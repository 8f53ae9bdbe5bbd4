"""Cells of a waiting file beside each other, as two sources have them, and which one is taken."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from cchc_desktop.values.text import normal
from ui.look import quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cchc_desktop.office.mailroom.matters import AskedCell

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
FIRST_SOURCE, SECOND_SOURCE = "payload", "sheet"
"""The words of `Decision` for the two columns."""
_EMPTY, _OPEN, _LEFT_OUT = "trống", "chọn…", "để trống"


class AskedColumn(IntEnum):
    """What is told of each cell."""

    ROW = 0
    FIRST = 1
    SECOND = 2
    WHY = 3
    TAKEN = 4


class AskedCellsModel(QAbstractTableModel):
    """Remembers what a person takes of each cell; nothing is taken before she says so."""

    chosen = Signal()

    def __init__(
        self,
        cells: tuple[AskedCell, ...],
        sources: tuple[str, str],
        parent: QObject | None = None,
        *,
        has_first: bool = True,
    ) -> None:
        """`has_first`: the first source says something; else there is nothing but the sheets."""
        super().__init__(parent)
        self._cells, self._has_first = cells, has_first
        self._headings = ("Dòng", *sources, "Vì sao hỏi", "Lấy")
        self._taken: dict[int, str] = {}

    @property
    def choices(self) -> Mapping[str, str]:
        """What is taken, by the row's key: `payload`, `sheet` or what was typed."""
        return {self._cells[place].code: choice for place, choice in self._taken.items()}

    @property
    def waiting(self) -> int:
        """How many cells still wait for a choice."""
        return sum(cell.is_asked for cell in self._cells) - len(self._taken)

    def take(self, places: Iterable[int], choice: str) -> None:
        """Take one source, or a typed answer, in these rows; an empty choice opens them again."""
        for place in places:
            if not self._can_take(self._cells[place], choice):
                continue
            self._taken.pop(place, None)
            if choice:
                self._taken[place] = choice
            index = self.index(place, AskedColumn.TAKEN)
            self.dataChanged.emit(index, index)
        self.chosen.emit()

    def _can_take(self, cell: AskedCell, choice: str) -> bool:
        """What cannot be read is typed; it is left out only where the sheets are all there is."""
        is_unreadable = choice == SECOND_SOURCE and not cell.is_readable
        return cell.is_asked and not (is_unreadable and self._has_first)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(AskedColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._headings[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == AskedColumn.TAKEN and self._cells[index.row()].is_asked:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or index.column() != AskedColumn.TAKEN:
            return False
        text = normal(str(value))
        if text != self._text(index.row(), AskedColumn.TAKEN):
            self.take([index.row()], text)
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell, column = self._cells[index.row()], AskedColumn(index.column())
        match role:
            case Role.DisplayRole:
                return self._text(index.row(), column)
            case Role.EditRole:
                is_open = column is AskedColumn.TAKEN and index.row() not in self._taken
                return "" if is_open else self._text(index.row(), column)
            case Role.AccessibleTextRole:
                return f"{self._headings[column]}: {self._text(index.row(), column)}"
            case Role.ToolTipRole:
                return f"{cell.label}. {cell.place}".strip(". ")
            case Role.ForegroundRole if not cell.is_asked:
                return quiet(QApplication.palette())
            case Role.ForegroundRole if column is AskedColumn.TAKEN and index.row() not in self._taken:
                return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            case _:
                return None

    def _text(self, place: int, column: AskedColumn) -> str:
        cell = self._cells[place]
        match column:
            case AskedColumn.ROW:
                return cell.label or cell.code or cell.place
            case AskedColumn.FIRST:
                return cell.payload or _EMPTY
            case AskedColumn.SECOND:
                return cell.sheet or _EMPTY
            case AskedColumn.WHY:
                return cell.why
            case AskedColumn.TAKEN:
                return self._taken_text(place, cell)

    def _taken_text(self, place: int, cell: AskedCell) -> str:
        if not cell.is_asked:
            return cell.sheet
        match self._taken.get(place):
            case None:
                return _OPEN
            case "payload":
                return cell.payload or _EMPTY
            case "sheet":
                return (cell.sheet or _EMPTY) if cell.is_readable else _LEFT_OUT
            case typed:
                return typed
