"""The reports of an office, one a row."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.period import short_date
from ui import look

if TYPE_CHECKING:
    from cchc_desktop.office.summaries import Summary
    from cchc_desktop.values.period import Period

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
NOTHING = "–"


class ReportColumn(IntEnum):
    """What is told of each report."""

    PERIOD = 0
    STAGE = 1
    ANSWERED = 2
    DEADLINE = 3
    FINDINGS = 4
    SAVED = 5
    SENT = 6


_HEADINGS = ("Kỳ báo cáo", "Bước", "Đã trả lời", "Hạn gửi", "Phát hiện", "Lưu lần cuối", "Gửi lần cuối")


class ReportsModel(QAbstractTableModel):
    """It shows summaries; it asks nothing of the office file by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[Summary, ...] = ()
        self._open: Period | None = None

    def show(self, summaries: tuple[Summary, ...], present: Period | None) -> None:
        """Show these reports; the one that is open is bold."""
        self.beginResetModel()
        self._summaries, self._open = summaries, present
        self.endResetModel()

    def period_at(self, index: Index) -> Period:
        """Return the period of a row."""
        return self._summaries[index.row()].head.period

    def row_of(self, period: Period) -> int | None:
        """Return the row of a period."""
        rows = enumerate(self._summaries)
        return next((row for row, each in rows if each.head.period == period), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._summaries)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(ReportColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary, column = self._summaries[index.row()], ReportColumn(index.column())
        match role:
            case Role.DisplayRole:
                return _text(summary, column)
            case Role.AccessibleTextRole:
                return f"{_HEADINGS[column]}: {_spoken(summary, column)}"
            case Role.ToolTipRole:
                return _hint(summary, column)
            case Role.DecorationRole if column is ReportColumn.FINDINGS:
                return _sign(summary)
            case Role.FontRole if summary.head.period == self._open:
                font = QFont(QApplication.font())
                font.setBold(True)
                return font
            case _:
                return None


def _text(summary: Summary, column: ReportColumn) -> str:
    match column:
        case ReportColumn.PERIOD:
            name = summary.head.period.name
            return name[0].upper() + name[1:]
        case ReportColumn.STAGE:
            return summary.head.stage.label
        case ReportColumn.ANSWERED:
            complete = summary.completeness
            return f"{complete.answered}/{complete.required}" if complete.required else NOTHING
        case ReportColumn.DEADLINE:
            due = short_date(summary.head.deadline)
            return due if summary.head.stage.holds_figures else f"{due} ({_left(summary)})"
        case ReportColumn.FINDINGS:
            return _found(summary)
        case ReportColumn.SAVED:
            return short_moment(summary.saved) if summary.saved else NOTHING
        case ReportColumn.SENT:
            return short_moment(summary.sent.at) if summary.sent else NOTHING


def _left(summary: Summary) -> str:
    from cchc_desktop.office.deadline import due_words  # only now: the window starts without it

    return due_words(summary.working_days_left)


def _found(summary: Summary) -> str:
    counts = [
        f"{count} {severity.label.lower()}" for severity in Severity if (count := summary.found.get(severity))
    ]
    return ", ".join(counts) or NOTHING


def _spoken(summary: Summary, column: ReportColumn) -> str:
    text = _text(summary, column)
    return "chưa có" if text == NOTHING else text


def _hint(summary: Summary, column: ReportColumn) -> str | None:
    if column is ReportColumn.SENT and summary.sent:
        return f"Lần {summary.sent.sequence}: {summary.sent.file_name}"
    if column is ReportColumn.FINDINGS and summary.kept:
        return f"Thêm {summary.kept} phát hiện đã giải trình"
    if column is ReportColumn.PERIOD:
        return f"Số liệu tính {summary.head.window}"
    return None


def _sign(summary: Summary) -> QIcon | None:
    worst = next((severity for severity in Severity if summary.found.get(severity)), None)
    return look.sign_of(worst) if worst else None
