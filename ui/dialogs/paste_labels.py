"""What a paste with row names would write, row by row, before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.form.entry import write_answer
from ui.dialogs.question import Question
from ui.models.meaning import place_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cchc_desktop.form.entry import Entry
    from cchc_desktop.office.figures.filling import Filling
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.values.codes import IndicatorCode
    from ui.refused import Refused

_HEADINGS = ("Dòng của biểu mẫu", "Chỉ tiêu", "Đang có", "Sẽ ghi")
_WIDTH_IN_DIGITS = 100
_LINES = 12


class PasteByLabels(Question):
    """Each row's present and coming figure; nothing is written before a button says so."""

    topic = "so-lieu"

    def __init__(
        self,
        report: OpenReport,
        filling: Filling,
        entries: Mapping[IndicatorCode, Entry],
        refused: tuple[Refused, ...],
        parent: QWidget | None = None,
    ) -> None:
        counts = (
            f"{len(entries)} ô sẽ ghi, {filling.same} ô giữ nguyên, {filling.skipped} dòng không có số liệu, "
            f"{len(filling.unread)} dòng cần xem lại."
        )
        super().__init__("Dán theo tên chỉ tiêu", "Các dòng dán vào có tên chỉ tiêu.", counts, parent)
        self.model = QStandardItemModel(0, len(_HEADINGS), self)
        self.model.setHorizontalHeaderLabels(_HEADINGS)
        for texts in (*_coming(report, entries), *_left_over(report, refused)):
            self.model.appendRow([QStandardItem(text) for text in texts])
        self.add_field(self._table())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName("Dòng nào nhận số liệu nào")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.resizeColumnsToContents()
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        return table


def _coming(report: OpenReport, entries: Mapping[IndicatorCode, Entry]) -> Iterator[tuple[str, ...]]:
    for code, entry in entries.items():
        row = report.template.indicators[code]
        present = write_answer(row, report.form.entry(code).answer) or "trống"
        yield place_name(report, code), row.label, present, write_answer(row, entry.answer) or "trống"


def _left_over(report: OpenReport, refused: tuple[Refused, ...]) -> Iterator[tuple[str, ...]]:
    for each in refused:
        yield place_name(report, each.code) if each.code else "không rõ", each.reason, "", "không ghi"
