"""An appendix as a table: one row an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from cchc_desktop.form.entry import write_answer
from cchc_desktop.template.model import Kind
from cchc_desktop.values.number import plain
from ui import look
from ui.models.columns import EXPLAINED, FIGURES, HEADINGS, Column, beside_words, trend_words
from ui.models.marks import marks_of
from ui.models.meaning import finding_lines, state_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.figures.looking_back import LookingBack
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Appendix, Indicator
    from cchc_desktop.values.codes import IndicatorCode

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROOT = QModelIndex()
EMPTY_CELL = "trống"
"""What a screen reader says where nothing stands."""
TREND_ROLE = Role.UserRole
"""The row through its periods as floats, None where a period has no number."""


class FormModel(QAbstractTableModel):
    """It shows and it asks; it checks and stores nothing.

    Rows never come or go while the report is open, so an open editor is never disturbed: a change is told by
    `dataChanged` of its row.
    """

    entered = Signal(str, str)
    """Code of the cell, what was typed as its figure."""
    annotated = Signal(str, str)
    """Code of the cell, what was typed as its Ghi chú."""

    def __init__(
        self,
        report: OpenReport,
        appendix: Appendix,
        looking: LookingBack | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.report = report
        self.appendix = appendix
        self.closed = ""
        """Why nothing can be typed now, in a sentence or two; empty while it can."""
        self._looking = looking
        self.empty_columns = _empty_columns(report, appendix, looking)
        """Columns beside the figure that no report has anything for."""
        self.has_trends = False
        """Whether rows are shown through their periods."""
        self._rows = appendix.indicators
        self._place = {row.code: place for place, row in enumerate(self._rows)}
        self._marks = marks_of(report.findings, report.kept)
        self._faces: Mapping[int, Callable[[Indicator, Column], object]] = {
            Role.DisplayRole: self._text,
            Role.EditRole: self._typed,
            Role.TextAlignmentRole: lambda _row, column: _alignment(column),
            Role.FontRole: self._font,
            Role.ForegroundRole: self._letters,
            Role.BackgroundRole: self._ground,
            Role.DecorationRole: self._sign,
            Role.ToolTipRole: self._tip,
            Role.AccessibleTextRole: self._spoken,
            TREND_ROLE: self._trend,
            Role.AccessibleDescriptionRole: self._description,
        }

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == Role.DisplayRole:
                return f"\u00a0{HEADINGS[Column(section)]}\u00a0"  # as far from the grid as the cells' text
            if role == Role.AccessibleTextRole:
                return EXPLAINED.get(Column(section), HEADINGS[Column(section)])
            if role == Role.ToolTipRole:
                return EXPLAINED.get(Column(section))
            if role == Role.TextAlignmentRole:
                return _alignment(Column(section))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain_cell = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed_into = index.column() in (Column.FIGURE, Column.NOTE)
        if typed_into and not self.closed and self._rows[index.row()].kind is not Kind.HEADING:
            return plain_cell | Qt.ItemFlag.ItemIsEditable
        return plain_cell

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        face = self._faces.get(role)
        return face(self._rows[index.row()], Column(index.column())) if face else None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role == Role.EditRole and index.isValid() and value != self.data(index, Role.EditRole):
            wish = self.entered if index.column() == Column.FIGURE else self.annotated
            wish.emit(self.row_at(index).code, str(value))
        return False  # the cell changes when the office file says so

    def refresh(self, changes: Changes) -> None:
        """Show again what a change touched in this appendix."""
        if changes.marked:
            self._marks = marks_of(self.report.findings, self.report.kept)
        touched = changes.cells | changes.marked
        for place, row in enumerate(self._rows):
            if row.code in touched or (row.only_if and row.only_if.code in touched):
                self.dataChanged.emit(self.index(place, Column.FIGURE), self.index(place, Column.NOTE))

    def show_trends(self) -> None:
        """Show the rows through their periods: more to read than the first paint can wait for."""
        self.has_trends = True
        self._tell_all(Column.TREND, Column.TREND)

    def close(self, why: str) -> None:
        """Close the cells to typing and say why; open them again where there is no reason."""
        if why != self.closed:
            self.closed = why
            self._tell_all(Column.FIGURE, Column.NOTE)

    def row_at(self, index: Index) -> Indicator:
        """Return the row of the form that stands there."""
        return self._rows[index.row()]

    def place_of(self, code: IndicatorCode) -> int | None:
        """Return the line in which the row stands, or None if it is in another appendix."""
        return self._place.get(code)

    def is_answerable(self, place: int) -> bool:
        """Whether a person answers the row: no heading, not computed, its condition met."""
        return self.report.form.is_asked(self._rows[place])

    def is_waiting(self, place: int) -> bool:
        """Whether the row still waits for a person's answer."""
        return self.is_answerable(place) and self.report.form.answer(self._rows[place].code).is_blank

    @property
    def waits(self) -> bool:
        """Whether a row of the appendix still waits for a person's answer."""
        return any(map(self.is_waiting, range(len(self._rows))))

    @property
    def findings_here(self) -> int:
        """How many findings have their own cell in this appendix and no justification yet."""
        return sum(
            finding.cell in self._place and finding.code not in self.report.kept
            for finding in self.report.findings
        )

    def _text(self, row: Indicator, column: Column) -> str:
        form = self.report.form
        match column:
            case Column.STT:
                return row.stt
            case Column.LABEL:
                return row.label
            case Column.UNIT:
                return row.unit
            case Column.FIGURE:
                entry = form.entry(row.code)
                unread = entry.said if entry.is_unread and not row.kind.is_computed else None
                return unread or write_answer(row, form.answer(row.code))
            case Column.NOTE:
                return form.entry(row.code).note
            case _:
                return beside_words(row, self._looking.beside(row.code), column) if self._looking else ""

    def _typed(self, row: Indicator, column: Column) -> str:
        """The text an editor starts from: every decimal, no grouping, so that it reads one way only."""
        if column is not Column.FIGURE:
            return self._text(row, column)
        entry = self.report.form.entry(row.code)
        if entry.is_unread:
            return entry.said or ""
        stated = entry.answer if not entry.answer.is_blank else self.report.form.answer(row.code)
        if (number := stated.number) is None or row.kind is Kind.RATIO:
            return write_answer(row, stated)
        return plain(number).replace(".", ",")

    def _font(self, row: Indicator, column: Column) -> QFont | None:
        if column in FIGURES:
            return look.figures_font(QApplication.font())
        if row.kind is Kind.HEADING or row.italic:
            font = QApplication.font()
            font.setBold(row.kind is Kind.HEADING)
            font.setItalic(row.italic)
            return font
        return None

    def _letters(self, row: Indicator, column: Column) -> object:
        quiet = column is Column.UNIT or column in EXPLAINED
        if quiet or (row.is_asked and not self.report.form.is_asked(row)):
            return look.quiet(QApplication.palette())
        if column is Column.FIGURE and self._is_state(row):
            return look.quiet(QApplication.palette())
        return None

    def _ground(self, row: Indicator, column: Column) -> object:
        mark = self._marks.get(row.code)
        if column is Column.FIGURE and mark:
            return look.tint_of(mark.severity)
        if row.kind is Kind.HEADING or (column is Column.FIGURE and row.kind.is_computed):
            return QApplication.palette().brush(QPalette.ColorRole.Window)
        return None

    def _sign(self, row: Indicator, column: Column) -> QIcon | None:
        if column is not Column.FIGURE:
            return None
        if mark := self._marks.get(row.code):
            return look.sign_of(mark.severity, own=mark.own)
        return look.hand_sign() if self.report.form.is_overridden(row.code) else None

    def _tip(self, row: Indicator, column: Column) -> str | None:
        if column is Column.FIGURE:
            return "\n".join(self._about(row)) or None
        return self._spoken(row, column) if self._text(row, column) or column is Column.TREND else None

    def _description(self, row: Indicator, column: Column) -> str:
        place = f"{HEADINGS[column]}, dòng {row.stt}, {row.label}"
        if column is not Column.FIGURE:
            return place
        return ". ".join((place, *self._about(row)))

    def _about(self, row: Indicator) -> list[str]:
        lines = [*state_line(self.report, row), *finding_lines(self.report, row.code)]
        return [*lines, self.closed] if self.closed else lines

    def _spoken(self, row: Indicator, column: Column) -> str:
        if column is Column.TREND:
            points = self._looking.series(row.code) if self._looking and self.has_trends else ()
            return trend_words(row, points) or EMPTY_CELL
        return self._text(row, column) or EMPTY_CELL

    def _trend(self, row: Indicator, column: Column) -> object:
        if column is not Column.TREND or not self.has_trends or self._looking is None:
            return None
        if row.kind is Kind.HEADING or row.kind is Kind.CODE:
            return None
        numbers = (point.answer.number for point in self._looking.series(row.code))
        return tuple(None if number is None else float(number) for number in numbers)

    def _tell_all(self, first: Column, last: Column) -> None:
        self.dataChanged.emit(self.index(0, first), self.index(len(self._rows) - 1, last))

    def _is_state(self, row: Indicator) -> bool:
        answer = self.report.form.answer(row.code)
        return answer.number is None and not answer.is_blank


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _empty_columns(report: OpenReport, appendix: Appendix, looking: LookingBack | None) -> frozenset[Column]:
    empty = set(EXPLAINED)
    if looking and report.previous:
        empty -= {Column.PREVIOUS, Column.DIFFERENCE}
    if looking and any(looking.beside(row.code).a_year_earlier for row in appendix.indicators):
        empty.discard(Column.YEAR_EARLIER)
    span = report.head.period.span
    if looking and sum(head.period.span is span for head in report.archive.heads()) > 1:
        empty.discard(Column.TREND)
    return frozenset(empty)
