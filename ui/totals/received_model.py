"""A received report, one appendix of it, beside its last period and what the rules find."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from cchc_desktop.form.entry import write_answer
from cchc_desktop.rules.wording import in_words
from cchc_desktop.template.model import Kind
from ui import look
from ui.models.headed_model import ROOT, HeadedModel, Index
from ui.models.marks import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.form.form import Form
    from cchc_desktop.office.mailroom.reviewing import UnderReview
    from cchc_desktop.template.model import Appendix, Indicator
    from cchc_desktop.values.codes import IndicatorCode

Role = Qt.ItemDataRole


class ReceivedColumn(IntEnum):
    """What is told of each row."""

    STT = 0
    LABEL = 1
    UNIT = 2
    FIGURE = 3
    PREVIOUS = 4
    NOTE = 5


HEADINGS: tuple[str, ...] = ("STT", "Chỉ tiêu", "ĐVT", "Số liệu", "Kỳ trước", "Ghi chú, phát hiện")
_FIGURES = (ReceivedColumn.FIGURE, ReceivedColumn.PREVIOUS)


class ReceivedModel(HeadedModel):
    """It only shows: what an office sent is nobody else's to change."""

    headings = HEADINGS
    figure_columns = _FIGURES

    def __init__(
        self, review: UnderReview, form: Form, appendix: Appendix, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review, self._form, self._rows = review, form, appendix.indicators
        self._marks = marks_of(review.findings, review.kept)

    def place_of(self, code: IndicatorCode) -> int | None:
        """Return the line in which the row stands, or None if it is in another appendix."""
        return next((place for place, row in enumerate(self._rows) if row.code == code), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], ReceivedColumn(index.column())
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            text = self._text(row, column)
            return text or ("trống" if role == Role.AccessibleTextRole else "")
        return self.alignment(column) if role == Role.TextAlignmentRole else self._face(row, column, role)

    def _face(self, row: Indicator, column: ReceivedColumn, role: int) -> object:
        match role:
            case Role.DecorationRole if column is ReceivedColumn.FIGURE and row.code in self._marks:
                mark = self._marks[row.code]
                return look.sign_of(mark.severity, own=mark.own)
            case Role.BackgroundRole if column is ReceivedColumn.FIGURE and row.code in self._marks:
                return look.tint_of(self._marks[row.code].severity)
            case Role.BackgroundRole if row.kind is Kind.HEADING:
                return QApplication.palette().brush(QPalette.ColorRole.Window)
            case Role.ForegroundRole if column in (ReceivedColumn.UNIT, ReceivedColumn.PREVIOUS):
                return look.quiet(QApplication.palette())
            case Role.FontRole if row.kind is Kind.HEADING or column in _FIGURES:
                font = QFont(QApplication.font())
                font.setBold(row.kind is Kind.HEADING)
                return look.figures_font(font)
        return None

    def _text(self, row: Indicator, column: ReceivedColumn) -> str:
        match column:
            case ReceivedColumn.STT:
                return row.stt
            case ReceivedColumn.LABEL:
                return row.label
            case ReceivedColumn.UNIT:
                return row.unit
            case ReceivedColumn.FIGURE:
                return write_answer(row, self._form.answer(row.code))
            case ReceivedColumn.PREVIOUS:
                before = self._review.previous
                return write_answer(row, before.answer(row.code)) if before else ""
            case _:
                return " ".join(self.notes(row))

    def notes(self, row: Indicator) -> Iterator[str]:
        """Yield what is to know beside a row's figure: what the office wrote, what the rules find."""
        if note := self._form.entry(row.code).note:
            yield note
        for finding in self._review.findings:
            if finding.cell == row.code:
                reason = self._review.kept.get(finding.code)
                words = in_words(finding, self._form)
                yield f"Giải trình: {reason}" if reason else f"{words.title}. {words.message}"
