"""A table of lines to choose from: each line a value, each column what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QIcon

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Line = TypeVar("Line")
ROOT = QModelIndex()
NOTHING = "–"
_NARROW_IN_DIGITS = 150


class LineColumn(NamedTuple, Generic[Line]):
    """What one column tells of a line, and its share of the table's width."""

    heading: str
    share: int
    text: Callable[[Line], str]
    sign: Callable[[Line], QIcon | None] = lambda _line: None
    gives_way: bool = False
    """Whether it is left out where the table is narrow: what it tells stands elsewhere too."""


class LinesModel(QAbstractTableModel, Generic[Line]):
    """Shows lines; it asks nothing of the office file by itself."""

    def __init__(self, columns: Sequence[LineColumn[Line]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines instead of those before."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], self._columns[index.column()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return column.text(line) or NOTHING
            case Role.AccessibleTextRole:
                return f"{column.heading}: {column.text(line) or 'không có'}"
            case Role.DecorationRole:
                return column.sign(line)
            case _:
                return None


class LinesTable(QTableView, Generic[Line]):
    """One line is current; Enter or a double click takes it, Tab leaves the table."""

    def __init__(self, name: str, columns: Sequence[LineColumn[Line]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: LinesModel[Line] = LinesModel(columns, self)
        self._columns = tuple(columns)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.viewport().installEventFilter(self)

    @property
    def chosen(self) -> Line | None:
        """The current line."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the row that was current stays so, at first the first."""
        row = max(self.currentIndex().row(), 0)
        self.lines.show(lines)
        if lines:
            self.setCurrentIndex(self.lines.index(min(row, len(lines) - 1), 0))

    def choose(self, row: int) -> None:
        """Make a line the current one."""
        self.setCurrentIndex(self.lines.index(row, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.viewport():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give every column what its heading needs, and its share of what is left."""
        header, width = self.horizontalHeader(), self.viewport().width()
        is_narrow = width < self.fontMetrics().averageCharWidth() * _NARROW_IN_DIGITS
        shares = {}
        for column, each in enumerate(self._columns):
            self.setColumnHidden(column, is_narrow and each.gives_way)
            if not self.isColumnHidden(column):
                shares[column] = each.share
        needed = {column: header.sectionSizeHint(column) for column in shares}
        left = max(width - sum(needed.values()), 0)
        for column, share in shares.items():
            self.setColumnWidth(column, needed[column] + left * share // sum(shares.values()))
