"""A register as a table: one row an entry, and an empty one at the end for the next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication

from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import ID_LABEL, ColumnType
from cchc_desktop.registers.wording import remark_words
from cchc_desktop.rules.finding import Severity
from ui import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QColor, QFont, QIcon

    from cchc_desktop.registers.remarks import Remark
    from cchc_desktop.registers.schema import Column, Register

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
NEW = ""
"""The id of the line that is no entry yet."""
FIRST = 1
"""The column after that of the ids."""
EMPTY_CELL = "trống"
_NEW_WORD = "Mới"
_FIGURES = (ColumnType.NUMBER, ColumnType.DATE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that its column did not take: it stays in the cell until it is mended, and is not saved."""

    text: str
    reason: str


class RegisterModel(QAbstractTableModel):
    """It shows and it asks; it checks and stores nothing.

    While it is shown, rows come and go by themselves only: an open editor is never disturbed. `show` lists
    anew and is for searching and sorting, when no editor is open.
    """

    entered = Signal(str, str, str)
    """Id of the entry or `NEW`, name of the column, what was typed."""

    def __init__(self, register: Register, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.closed = ""
        """Why nothing can be typed now; empty while it can."""
        self._entries: list[RegisterEntry] = []
        self._remarks: Mapping[tuple[str, str], list[Remark]] = {}
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._gone: dict[str, int] = {}
        """Where entries stood that were taken away, for an undo."""
        self._awaits = False
        self._faces: Mapping[int, Callable[[Index], object]] = {
            Role.DisplayRole: self._text,
            Role.EditRole: lambda index: self._text(index) if index.column() >= FIRST else "",
            Role.TextAlignmentRole: lambda index: _alignment(self.column_at(index.column())),
            Role.FontRole: self._font,
            Role.ForegroundRole: lambda index: _letters(is_id=index.column() < FIRST),
            Role.BackgroundRole: self._ground,
            Role.DecorationRole: self._sign,
            Role.ToolTipRole: lambda index: "\n".join(self._about(index)) or self._text(index) or None,
            Role.AccessibleTextRole: lambda index: self._text(index) or EMPTY_CELL,
            Role.AccessibleDescriptionRole: lambda index: ". ".join(
                (self._place_name(index), *self._about(index))
            ),
        }

    @property
    def entries(self) -> tuple[RegisterEntry, ...]:
        """The entries in the order in which they are shown."""
        return tuple(self._entries)

    def show(self, entries: Iterable[RegisterEntry], remarks: Iterable[Remark], closed: str) -> None:
        """List these entries."""
        self.beginResetModel()
        self._entries = list(entries)
        self._remarks = _by_cell(remarks)
        self.closed = closed
        self._gone.clear()
        self.endResetModel()

    def refresh(self, standing: Mapping[str, RegisterEntry], remarks: Iterable[Remark]) -> None:
        """Show how entries stand now; an empty one is gone."""
        for entry_id, entry in standing.items():
            place = self.place_of(entry_id)
            if place is None and entry.values:
                self._insert(entry)
            elif place is not None and entry.values:
                self._entries[place] = entry
            elif place is not None:
                self._remove(place)
        self._remarks = _by_cell(remarks)
        self._tell_all()

    def hold(self, entry_id: str, column: str, draft: Draft | None) -> None:
        """Keep a refused text in its cell; None: the cell was typed anew."""
        if draft:
            self._drafts[entry_id, column] = draft
        else:
            self._drafts.pop((entry_id, column), None)
        self._tell_all()

    def await_entry(self, *, awaits: bool) -> None:
        """Say that the new line itself is about to become an entry, or will not; the cursor stays in it."""
        self._awaits = awaits

    def adopt(self, entry_id: str) -> None:
        """Let refused texts of the new line belong to the entry that it became."""
        for name in [name for owner, name in self._drafts if owner == NEW]:
            self._drafts[entry_id, name] = self._drafts.pop((NEW, name))

    def place_of(self, entry_id: str) -> int | None:
        """Return the row in which the entry stands, or None."""
        return next((place for place, entry in enumerate(self._entries) if entry.id == entry_id), None)

    def entry_at(self, row: int) -> RegisterEntry:
        """Return the entry in the row; one without an id in the new line."""
        return self._entries[row] if row < len(self._entries) else RegisterEntry(NEW)

    def column_at(self, place: int) -> Column | None:
        """Return the register's column shown there; None for that of the ids."""
        return self.register.columns[place - FIRST] if place >= FIRST else None

    def remarks_at(self, index: Index) -> list[Remark]:
        """Return what is odd at the cell."""
        column = self.column_at(index.column())
        return self._remarks.get((self.entry_at(index.row()).id, column.name), []) if column else []

    def draft_at(self, index: Index) -> Draft | None:
        """Return the refused text in the cell."""
        column = self.column_at(index.column())
        return self._drafts.get((self.entry_at(index.row()).id, column.name)) if column else None

    def cells_with_remarks(self) -> Sequence[tuple[int, int]]:
        """Return row and column of every cell at which something is odd or not saved, in order."""
        marked = self._remarks.keys() | self._drafts.keys()
        places = {name: place for place, name in enumerate(self.register.by_name, FIRST)}
        rows = {entry.id: row for row, entry in enumerate(self._entries)} | {NEW: len(self._entries)}
        return sorted((rows[entry_id], places[name]) for entry_id, name in marked if entry_id in rows)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries) + (0 if self.closed else 1)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else FIRST + len(self.register.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        column = self.column_at(section)
        match role:
            case Role.DisplayRole:
                return f"\u00a0{column.label if column else ID_LABEL}\u00a0"
            case Role.ToolTipRole:
                return column.help or None if column else "Mã của dòng, không đổi và không cấp lại"
            case Role.TextAlignmentRole:
                return _alignment(column)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain_cell = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = index.column() >= FIRST and not self.closed
        return plain_cell | Qt.ItemFlag.ItemIsEditable if is_typed else plain_cell

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        face = self._faces.get(role) if index.isValid() else None
        return face(index) if face else None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        column = self.column_at(index.column()) if index.isValid() else None
        if role == Role.EditRole and column and value != self.data(index, Role.EditRole):
            self.entered.emit(self.entry_at(index.row()).id, column.name, str(value))
        return False  # the cell changes when the office file says so

    def _tell_all(self) -> None:
        """A remark may concern any line, two of one number for instance; only what is seen is painted."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _insert(self, entry: RegisterEntry) -> None:
        place = min(self._gone.pop(entry.id, len(self._entries)), len(self._entries))
        opened = place + 1 if self._awaits else place  # behind the new line, which is the entry now
        self._awaits = False
        self.beginInsertRows(ROOT, opened, opened)
        self._entries.insert(place, entry)
        self.endInsertRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(ROOT, place, place)
        self._gone[self._entries.pop(place).id] = place
        self.endRemoveRows()

    def _text(self, index: Index) -> str:
        entry, column = self.entry_at(index.row()), self.column_at(index.column())
        if column is None:
            return entry.id or _NEW_WORD
        if draft := self.draft_at(index):
            return draft.text
        return write_value(column, entry.values.get(column.name))

    def _font(self, index: Index) -> QFont | None:
        column = self.column_at(index.column())
        return look.figures_font(QApplication.font()) if column and column.type in _FIGURES else None

    def _severity(self, index: Index) -> Severity | None:
        if self.draft_at(index):
            return Severity.BLOCK
        return min(map(weight_of, self.remarks_at(index)), key=list(Severity).index, default=None)

    def _ground(self, index: Index) -> QColor | None:
        return look.tint_of(severity) if (severity := self._severity(index)) else None

    def _sign(self, index: Index) -> QIcon | None:
        return look.sign_of(severity) if (severity := self._severity(index)) else None

    def _about(self, index: Index) -> list[str]:
        entry = self.entry_at(index.row())
        told = [remark_words(each, self.register, entry) for each in self.remarks_at(index)]
        lines = [f"{words.message} {words.remedy}" for words in told]
        if draft := self.draft_at(index):
            lines.insert(0, f"Chưa lưu. {draft.reason}")
        return [*lines, self.closed] if self.closed else lines

    def _place_name(self, index: Index) -> str:
        column = self.column_at(index.column())
        entry = self.entry_at(index.row())
        return f"{column.label if column else ID_LABEL}, {f'dòng {entry.id}' if entry.id else 'dòng mới'}"


def weight_of(remark: Remark) -> Severity:
    """Return how a remark weighs on the screen: what is only missing is a note."""
    return Severity.NOTE if remark.case == "blank" else Severity.WARN


def _by_cell(remarks: Iterable[Remark]) -> Mapping[tuple[str, str], list[Remark]]:
    cells: dict[tuple[str, str], list[Remark]] = defaultdict(list)
    for remark in remarks:
        cells[remark.entry, remark.column].append(remark)
    return dict(cells)


def _alignment(column: Column | None) -> Qt.AlignmentFlag:
    is_number = column is not None and column.type is ColumnType.NUMBER
    return (
        Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter


def _letters(*, is_id: bool) -> QColor | None:
    return look.quiet(QApplication.palette()) if is_id else None
