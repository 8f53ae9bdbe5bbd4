"""Lines under headings, to be read: whatever they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc_desktop.rules.finding import Severity

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list."""

    texts: tuple[str, ...]
    """A text a column."""
    about: object
    """What the line tells of."""
    severity: Severity | None = None
    """Shown as a sign before the first text."""
    is_wide: bool = False
    """Whether the second text has the room of all that follow."""


class GroupedList(QAbstractTableModel):
    """Shows lines; one that is a text is the heading of those that follow it."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._lines: tuple[ListLine | str, ...] = ()

    def show(self, lines: Sequence[ListLine | str]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def put(self, row: int, line: ListLine) -> None:
        """Show another line in the place of one."""
        self._lines = (*self._lines[:row], line, *self._lines[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))

    @property
    def lines(self) -> tuple[ListLine, ...]:
        """The lines without the headings."""
        return tuple(line for line in self._lines if isinstance(line, ListLine))

    @property
    def group_rows(self) -> tuple[int, ...]:
        """The rows that head a group."""
        return tuple(row for row, line in enumerate(self._lines) if isinstance(line, str))

    def line_at(self, row: int) -> ListLine | None:
        """Return the line in that row; None for a heading, and where there is no such row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else ""
        return line if isinstance(line, ListLine) else None

    def row_of(self, about: object) -> int | None:
        """Return the row of the line that tells of this."""
        rows = (row for row in range(len(self._lines)) if (line := self.line_at(row)) and line.about == about)
        return next(rows, None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headings):
            if role in (Role.DisplayRole, Role.AccessibleTextRole):
                return self._headings[section]
            if role == Role.TextAlignmentRole:
                return _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.line_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            return heading_data(line, index.column(), role)
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole | Role.ToolTipRole:
                return line.texts[index.column()]
            case Role.DecorationRole if index.column() == 0 and line.severity:
                return look.sign_of(line.severity)
            case Role.TextAlignmentRole:
                return _LEFT
        return None


def heading_data(text: str, column: int, role: int) -> object:
    """Return what a view is told of a heading that stands over a whole row."""
    if role == Role.AccessibleTextRole:
        return text  # whichever cell of the row is read
    if role == Role.DisplayRole:
        return text if column == 0 else ""
    if role == Role.BackgroundRole:
        return QApplication.palette().brush(QPalette.ColorRole.Window)
    if role == Role.FontRole:
        font = QApplication.font()
        font.setBold(True)
        return font
    return None
