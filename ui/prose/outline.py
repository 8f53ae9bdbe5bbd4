"""The outline at the left: each section with its number, heading and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.phrases import Phrases
from cchc_desktop.office.printing import heading_numbering
from ui.look import GRID
from ui.preview.numbering import HeadingNumbers

if TYPE_CHECKING:
    from cchc_desktop.office.preview import HeadingLevel
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
_INDENT = "    "
"""Of each level below the first, in no-break blanks."""


class OutlineModel(QAbstractListModel):
    """One line a heading; those without text of their own can be read, not chosen."""

    def __init__(self, report: OpenReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.sections: tuple[Section, ...] = report.template.outline.sections
        self._headings = _numbered(report)
        self._troubled: frozenset[str] = frozenset()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.sections)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.sections[index.row()].has_text:
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
                return f"{_INDENT * (section.level - 1)}{f'{sign} {heading}'.strip()}{trouble and ' ⚠'}"
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return f"{heading}: {word}{trouble}" if word else heading
            case Role.FontRole if not section.has_text:
                font = QFont(QApplication.font())
                font.setBold(True)
                return font
        return None

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
        written = [each.id for each in self.sections if each.has_text]
        place = written.index(section) + (1 if forward else -1)
        return written[max(0, min(place, len(written) - 1))]

    def _state_of(self, section: Section) -> tuple[str, str]:
        if not section.has_text:
            return "", ""
        state = self.state(section.id)
        return SIGNS[state], WORDS[state]


class OutlineList(QListView):
    """Up and Down choose a section, Enter goes to its text."""

    chosen = Signal(str)
    """Id of the section that is the current one now."""
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Đề cương")
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
            here = model.sections[self.currentIndex().row()]
            if here.has_text:
                self.choose(model.beside(here.id, forward=key == Qt.Key.Key_Down))
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        model = self.model()
        if index.isValid() and isinstance(model, OutlineModel) and model.sections[index.row()].has_text:
            self.chosen.emit(model.sections[index.row()].id)


def _numbered(report: OpenReport) -> list[str]:
    outline = report.template.outline
    phrases = Phrases(report.head, report.archive.profile, report.template)
    numbers = HeadingNumbers(heading_numbering(outline.numbering))
    levels: dict[int, HeadingLevel] = {1: 1, 2: 2, 3: 3, 4: 4}
    return [f"{numbers.following(levels[each.level])} {phrases.heading(each)}" for each in outline.sections]
