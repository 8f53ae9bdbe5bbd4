"""Who gave what to one total: the largest figure first, who gave none at the end."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.form.entry import write_answer
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.number import write_number
from ui import look
from ui.models.headed_model import ROOT, HeadedModel, Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.rollup.drilldown import Contribution
    from cchc_desktop.template.model import Indicator
    from ui.totals.gathering import LookedInto

Role = Qt.ItemDataRole
BAR_ROLE = Role.UserRole
"""The figure as a part of the largest one, 0 to 1: the length of a bar."""


class LookColumn(IntEnum):
    """What is told of each office."""

    OFFICE = 0
    FIGURE = 1
    SHARE = 2
    PREVIOUS = 3


HEADINGS = ("Đơn vị", "Số liệu", "Tỷ trọng", "Kỳ trước")
_FIGURES = (LookColumn.FIGURE, LookColumn.SHARE, LookColumn.PREVIOUS)


class LookingModel(HeadedModel):
    """It shows what was found out beside the window."""

    headings = HEADINGS
    figure_columns = _FIGURES

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row: Indicator | None = None
        self._found: tuple[Contribution, ...] = ()
        self._largest = 0.0

    def show(self, looked: LookedInto | None) -> None:
        """Show one total, or none."""
        self.beginResetModel()
        self._row = looked.row if looked else None
        self._found = looked.found if looked else ()
        numbers = (each.answer.number for each in self._found if each.answer)
        self._largest = max((abs(float(each)) for each in numbers if each is not None), default=0.0)
        self.endResetModel()

    def contribution_at(self, index: Index) -> Contribution:
        """Return what stands in a row."""
        return self._found[index.row()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or self._row is None:
            return None
        each, column = self._found[index.row()], LookColumn(index.column())
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            text = _text(self._row, each, column)
            return text or ("trống" if role == Role.AccessibleTextRole else "")
        match role:
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return "\n".join(outlier_lines(each))
            case Role.TextAlignmentRole:
                return self.alignment(column)
            case Role.DecorationRole if column is LookColumn.OFFICE and each.outliers:
                return look.sign_of(Severity.WARN)
            case Role.FontRole if column in _FIGURES:
                return look.figures_font(QApplication.font())
            case Role.ForegroundRole if each.answer is None or column is LookColumn.PREVIOUS:
                return look.quiet(QApplication.palette())
        return self._bar(each) if role == BAR_ROLE and column is LookColumn.SHARE else None

    def _bar(self, each: Contribution) -> float | None:
        number = each.answer.number if each.answer else None
        return None if number is None or not self._largest else abs(float(number)) / self._largest


def outlier_lines(each: Contribution) -> Iterator[str]:
    """Yield where the office's report stands and why its figure stands out."""
    yield f"{each.office.name}: {each.place.words}"
    for outlier in each.outliers:
        yield f"Khác thường: {outlier.words}"


def _text(row: Indicator, each: Contribution, column: LookColumn) -> str:
    match column:
        case LookColumn.OFFICE:
            return each.office.name
        case LookColumn.FIGURE:
            return each.place.words if each.answer is None else write_answer(row, each.answer)
        case LookColumn.SHARE:
            return "" if each.share is None else f"{write_number(each.share, 1)} %"
        case _:
            return "" if each.previous is None else write_answer(row, each.previous)
