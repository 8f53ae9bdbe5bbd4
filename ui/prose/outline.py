"""The outline at the left: each section with its number, heading and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.printed.printing import heading_numbering
from cchc_desktop.office.prose.outlines import every_section
from ui.look import GRID, quiet
from ui.preview.numbering import HeadingNumbers

if TYPE_CHECKING:
    from cchc_desktop.narrative.arranging import Placed
    from cchc_desktop.office.printed.preview import HeadingLevel
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Section

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
SIGNS = {
    SectionState.EMPTY: "○",
    SectionState.CARRIED_OVER: "↻",
    SectionState.EDITED: "✎",
    SectionState.DONE: "✓",
}
WORDS = {
    SectionState.EMPTY: "trống",
    SectionState.CARRIED_OVER: "mang sang",
    SectionState.EDITED: "đã sửa",
    SectionState.DONE: "xong",
}
_OUT = ("⊘", "đã ẩn, không in")
"""Sign and word of a hidden section."""
_INDENT = "    "
"""Of each level below the first, in no-break blanks."""


class OutlineModel(QAbstractListModel):
    """One line a heading; those without text of their own, and hidden ones, can be read, not chosen."""

    def __init__(self, report: OpenReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._troubled: frozenset[str] = frozenset()
        self._take_in()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.sections)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._is_written(index.row()):
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        section, heading = self.sections[index.row()], self._headings[index.row()]
        sign, word = self._state_of(section)
        trouble = ", có phát hiện" if section.id in self._troubled else ""
        match role:
            case Role.DisplayRole:
                told = " ".join(part for part in (sign, trouble and "⚠", heading) if part)
                return f"{_INDENT * (section.level - 1)}{told}"  # a long heading is cut at its end
            case Role.ForegroundRole if section.id in self._out:
                return quiet(QApplication.palette())
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return f"{heading}: {word}{trouble}" if word else heading
            case Role.FontRole if not section.has_text:
                font = QFont(QApplication.font())
                font.setBold(True)
                return font
        return None

    def read_again(self) -> None:
        """Show the outline as the office arranged it by now."""
        self.beginResetModel()
        self._take_in()
        self.endResetModel()

    @property
    def written(self) -> tuple[str, ...]:
        """The sections in which text can be written, those that are hidden left out."""
        return tuple(each.id for row, each in enumerate(self.sections) if self._is_written(row))

    def nearest(self, section: str) -> str:
        """Return the section with text at or after one that may be hidden by now, else the last."""
        ids = [each.id for each in self.sections]
        start = ids.index(section) if section in ids else 0
        behind = [each for each in self.written if ids.index(each) >= start]
        return (behind or self.written[-1:])[0]

    def heading(self, section: str) -> str:
        """Return a section's number and heading."""
        return self._headings[self.place_of(section)]

    def place_of(self, section: str) -> int:
        """Return the row of a section."""
        return next(place for place, each in enumerate(self.sections) if each.id == section)

    def state(self, section: str) -> SectionState:
        """Return how far a section is."""
        return self._report.states.get(section, SectionState.EMPTY)

    def refresh(self, section: str) -> None:
        """Show a section's state anew."""
        index = self.index(self.place_of(section), 0)
        self.dataChanged.emit(index, index)

    def mark(self, troubled: frozenset[str]) -> None:
        """Show which sections have findings."""
        if troubled != self._troubled:
            self._troubled = troubled
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.sections) - 1, 0))

    def beside(self, section: str, *, forward: bool) -> str:
        """Return the section with text after or before one; the same at the end of the outline."""
        written = self.written
        place = written.index(section) + (1 if forward else -1)
        return written[max(0, min(place, len(written) - 1))]

    def _take_in(self) -> None:
        every = every_section(self._report)
        self.sections: tuple[Section, ...] = tuple(each.section for each in every)
        self._out = frozenset(each.section.id for each in every if each.is_out)
        self._headings = _numbered(self._report, every)

    def _is_written(self, row: int) -> bool:
        return self.sections[row].has_text and self.sections[row].id not in self._out

    def _state_of(self, section: Section) -> tuple[str, str]:
        if section.id in self._out:
            return _OUT
        if not section.has_text:
            return "", ""
        state = self.state(section.id)
        return SIGNS[state], WORDS[state]


class OutlineList(QListView):
    """Up and Down choose a section, Enter goes to its text."""

    chosen = Signal(str)
    """Id of the section that is the current one now."""
    entered = Signal()
    menu_asked = Signal(str, QPoint)
    """Id of the section under the pointer, and where on the screen."""
    pushed = Signal(bool)
    """The current section is to go down, or up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Đề cương")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSpacing(GRID // 4)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda _index: self.entered.emit())

    def show_outline(self, model: OutlineModel) -> None:
        """Show another report's outline."""
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._tell)

    def choose(self, section: str) -> None:
        """Make a section the current one."""
        model = self.model()
        if isinstance(model, OutlineModel):
            self.setCurrentIndex(model.index(model.place_of(section), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, key = self.model(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(model, OutlineModel):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.pushed.emit(key == Qt.Key.Key_Down)
            elif (here := model.sections[self.currentIndex().row()].id) in model.written:
                self.choose(model.beside(here, forward=key == Qt.Key.Key_Down))
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        model = self.model()
        if index.isValid() and isinstance(model, OutlineModel):
            section = model.sections[index.row()].id
            if section in model.written:
                self.chosen.emit(section)

    def _ask_for_menu(self, place: QPoint) -> None:
        index, model = self.indexAt(place), self.model()
        if index.isValid() and isinstance(model, OutlineModel):
            self.menu_asked.emit(model.sections[index.row()].id, self.viewport().mapToGlobal(place))


def _numbered(report: OpenReport, every: tuple[Placed, ...]) -> list[str]:
    """The headings with their numbers; a hidden one has none."""
    phrases = Phrases(report.head, report.archive.profile, report.template)
    numbers = HeadingNumbers(heading_numbering(report.outline.numbering))
    levels: dict[int, HeadingLevel] = {1: 1, 2: 2, 3: 3, 4: 4}
    return [
        phrases.heading(each.section)
        if each.is_out
        else f"{numbers.following(levels[each.section.level])} {phrases.heading(each.section)}"
        for each in every
    ]
