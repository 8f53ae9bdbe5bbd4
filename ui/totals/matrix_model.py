"""Offices × periods: one row an office, one column a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.values.text import plain_words
from ui import look
from ui.totals.places import colour_name, place_lines, place_words

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from cchc_desktop.rollup.matrix import Matrix
    from cchc_desktop.rollup.offices import OfficeBelow
    from cchc_desktop.rollup.standing import Place
    from cchc_desktop.values.period import Period

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
NAME, GROUP, FIRST_PERIOD = range(3)
_ROLES = frozenset(
    (
        Role.DisplayRole,
        Role.ToolTipRole,
        Role.AccessibleTextRole,
        Role.AccessibleDescriptionRole,
        Role.ForegroundRole,
        Role.BackgroundRole,
    )
)
"""What cells have something for; a page of them is asked for many more at every paint."""
AWAITED = "awaited"
"""The state of all who still owe a report, by whatever name."""


class MatrixModel(QAbstractTableModel):
    """It shows what was gathered; a filter only chooses among its rows, so that it follows every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._rows: list[OfficeBelow] = []
        self._plain: dict[str, str] = {}
        self._filter: tuple[str, str, str, Period | None] = ("", "", "", None)

    @property
    def matrix(self) -> Matrix | None:
        """What is shown, unfiltered."""
        return self._matrix

    @property
    def shown(self) -> Matrix | None:
        """The matrix of the rows that the filter leaves."""
        if self._matrix is None:
            return None
        from cchc_desktop.rollup.matrix import Matrix

        return Matrix(tuple(self._rows), self._matrix.periods, self._matrix.places)

    @property
    def has_groups(self) -> bool:
        """Whether an office of the list is in a group."""
        return self._matrix is not None and any(office.group for office in self._matrix.offices)

    def show(self, matrix: Matrix) -> None:
        """Show this matrix, filtered as before."""
        self._matrix = matrix
        self._plain = {each.id: plain_words(f"{each.name} {each.code}") for each in matrix.offices}
        self._arrange()

    def filter(self, wanted: str, group: str, state: str, period: Period | None) -> None:
        """Leave only offices with the text in name or code, of that group, in that state in the period."""
        chosen = (plain_words(wanted), group, state, period)
        if chosen != self._filter:
            self._filter = chosen
            self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        offices = self._matrix.offices if self._matrix else ()
        self._rows = [each for each in offices if self._is_wanted(each)]
        self.endResetModel()

    def _is_wanted(self, office: OfficeBelow) -> bool:
        wanted, group, state, period = self._filter
        if wanted not in self._plain[office.id] or (group and office.group != group):
            return False
        if not state or self._matrix is None or period not in self._matrix.periods:
            return True
        standing = self._matrix.place(office.id, period).standing
        return standing.is_awaited if state == AWAITED else standing.value == state

    def office_at(self, row: int) -> OfficeBelow:
        """Return the office of a row."""
        return self._rows[row]

    def row_of(self, office: str) -> int | None:
        """Return the row of an office, or None where the filter hides it."""
        return next((row for row, each in enumerate(self._rows) if each.id == office), None)

    def place_at(self, index: Index) -> Place | None:
        """Return the place of a cell; None for name and group."""
        if self._matrix is None or not index.isValid() or index.column() < FIRST_PERIOD:
            return None
        period = self._matrix.periods[index.column() - FIRST_PERIOD]
        return self._matrix.place(self._rows[index.row()].id, period)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        if parent.isValid():
            return 0
        return FIRST_PERIOD + (len(self._matrix.periods) if self._matrix else 0)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if section < FIRST_PERIOD:
            return ("Đơn vị", "Nhóm")[section] if role == Role.DisplayRole else None
        period = self._matrix.periods[section - FIRST_PERIOD] if self._matrix else None
        is_told = role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole)
        return period.title if period and is_told else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        if index.column() >= FIRST_PERIOD:
            return self._of_place(index, role)
        office = self._rows[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return office.name if index.column() == NAME else office.group
        if role == Role.ForegroundRole and index.column() == GROUP:
            return look.quiet(QApplication.palette())
        return None

    def _of_place(self, index: Index, role: int) -> object:
        place = self.place_at(index)
        if place is None:
            return None
        match role:
            case Role.DisplayRole:
                return place_words(place)
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return "\n".join((self._rows[index.row()].name, *place_lines(place)))
            case Role.AccessibleTextRole:
                return f"{place.period.name}: {place.words}"
            case Role.ForegroundRole:
                return _letters(place)
            case Role.BackgroundRole:
                return _ground(place)
        return None


def _letters(place: Place) -> QColor | None:
    if (name := colour_name(place)) is None:
        return look.quiet(QApplication.palette())
    return look.standing_colour(name)


def _ground(place: Place) -> QColor | None:
    name = colour_name(place)
    return look.standing_tint(name) if name else None
