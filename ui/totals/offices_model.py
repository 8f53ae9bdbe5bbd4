"""The list of offices as a tree: groups, their offices, and the offices that belong to those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import plain_words
from ui import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cchc_desktop.rollup.offices import OfficeBelow, Offices

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
_TOP = -1
_UNGROUPED = "Chưa xếp nhóm"
HEADINGS = ("Đơn vị", "Mã cơ quan", "Cấp", "Người liên hệ", "Số điện thoại", "Thư điện tử", "Thời gian")
NAME, TIME = 0, 6


@dataclass(slots=True)
class Node:
    """A line of the tree: a group, or an office."""

    office: OfficeBelow | None
    name: str
    parent: int
    """Place of the line it hangs below; -1: of none."""
    row: int
    """Among its siblings."""
    below: list[int]
    """Places of the lines that hang below it."""


class OfficesModel(QAbstractItemModel):
    """Shows the offices that hold a text; those that are gone only where that is wished.

    Lines are kept in one list, and an index holds the place in it, so that nothing of Python hangs on Qt.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._top: list[int] = []
        self._offices: Offices | None = None
        self._today: date | None = None
        self._wanted, self._with_gone = "", False

    def show(self, offices: Offices, today: date) -> None:
        """Show this list as it is on that day."""
        self._offices, self._today = offices, today
        self._arrange()

    def filter(self, wanted: str, *, with_gone: bool) -> None:
        """Show only offices that hold the text in name, code, group or contact."""
        if (plain_words(wanted), with_gone) != (self._wanted, self._with_gone):
            self._wanted, self._with_gone = plain_words(wanted), with_gone
            self._arrange()

    @property
    def shown(self) -> tuple[OfficeBelow, ...]:
        """The offices that are shown."""
        return tuple(node.office for node in self._nodes if node.office)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._nodes, self._top = [], []
        chosen = [each for each in self._offices or () if self._is_wanted(each)]
        there = {each.id for each in chosen}
        children: dict[str, list[OfficeBelow]] = {}
        groups: dict[str, list[OfficeBelow]] = {}
        for each in chosen:
            if each.parent in there:
                children.setdefault(each.parent, []).append(each)
            else:
                groups.setdefault(each.group, []).append(each)
        for group, offices in groups.items():
            above = self._add(None, group or _UNGROUPED, _TOP) if any(groups) else _TOP
            self._hang(offices, above, children)
        self.endResetModel()

    def _is_wanted(self, office: OfficeBelow) -> bool:
        if not self._with_gone and self.is_gone(office):
            return False
        said = f"{office.name} {office.code} {office.group} {office.contact} {office.email}"
        return not self._wanted or self._wanted in plain_words(said)

    def is_gone(self, office: OfficeBelow) -> bool:
        """Whether the office's last day is over."""
        return bool(office.last and self._today and office.last < self._today)

    def _hang(
        self, offices: Iterable[OfficeBelow], above: int, children: dict[str, list[OfficeBelow]]
    ) -> None:
        for office in offices:
            place = self._add(office, office.name, above)
            self._hang(children.get(office.id, ()), place, children)

    def _add(self, office: OfficeBelow | None, name: str, above: int) -> int:
        siblings = self._top if above == _TOP else self._nodes[above].below
        place = len(self._nodes)
        self._nodes.append(Node(office, name, above, len(siblings), []))
        siblings.append(place)
        return place

    def office_at(self, index: Index) -> OfficeBelow | None:
        """Return the office of a line; None for a group."""
        return self._node(index).office if index.isValid() else None

    def index_of(self, office: str) -> QModelIndex:
        """Return where an office is shown; an invalid index where it is not."""
        places = (place for place, node in enumerate(self._nodes) if node.office and node.office.id == office)
        place = next(places, _TOP)
        return ROOT if place == _TOP else self.createIndex(self._nodes[place].row, NAME, place)

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        siblings = self._below(parent)
        if not (0 <= row < len(siblings) and 0 <= column < len(HEADINGS)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, child: Index) -> QModelIndex: ...

    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        if child is None:
            return super().parent()
        above = self._node(child).parent if child.isValid() else _TOP
        return QModelIndex() if above == _TOP else self.createIndex(self._nodes[above].row, NAME, above)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS):
            if role in (Role.DisplayRole, Role.AccessibleTextRole):
                return HEADINGS[section]
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._node(index)
        text = _text(node, index.column())
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return text
            case Role.AccessibleTextRole:
                return text or "trống"
            case Role.SizeHintRole:
                return QSize(0, QFontMetrics(QApplication.font()).height() + look.GRID)
            case Role.FontRole if node.office is None:
                font = QApplication.font()
                font.setBold(True)
                return font
            case Role.ForegroundRole if node.office and self.is_gone(node.office):
                return look.quiet(QApplication.palette())
        return None

    def _node(self, index: Index) -> Node:
        return self._nodes[int(index.internalId())]

    def _below(self, parent: Index) -> list[int]:
        return self._node(parent).below if parent.isValid() else self._top


def _text(node: Node, column: int) -> str:
    office = node.office
    if office is None:
        return f"{node.name} ({len(node.below)})" if column == NAME else ""
    words = (
        office.name,
        office.code,
        office.level.label,
        office.contact,
        office.phone,
        office.email,
        ", ".join(_time(office)),
    )
    return words[column]


def _time(office: OfficeBelow) -> Iterator[str]:
    if office.first:
        yield f"từ {short_date(office.first)}"
    if office.last:
        yield f"đến {short_date(office.last)}"
