"""A table that tells of something: what its columns are called, on which side their text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Container

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class HeadedModel(QAbstractTableModel):
    """Its kinds say the headings of their columns and which of these hold figures."""

    headings: ClassVar[tuple[str, ...]]
    figure_columns: ClassVar[Container[int]]

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.headings):
            if role == Role.DisplayRole:
                return f"\u00a0{self.headings[section]}\u00a0"  # as far from the grid as the cells' text
            if role == Role.AccessibleTextRole:
                return self.headings[section]
            if role == Role.TextAlignmentRole:
                return self.alignment(section)
        return None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return on which side a column's text stands: figures at the right."""
        side = Qt.AlignmentFlag.AlignRight if column in self.figure_columns else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
