"""What an office below sent, to be read: its form, beside its last period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QTabWidget, QWidget

from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.moment import moment_in_sentence
from ui.dialogs.question import Question
from ui.look import GRID
from ui.totals.received_model import ReceivedColumn, ReceivedModel

if TYPE_CHECKING:
    from cchc_desktop.office.mailroom.reviewing import UnderReview

_WIDTHS = {
    ReceivedColumn.STT: 9,
    ReceivedColumn.UNIT: 12,
    ReceivedColumn.FIGURE: 14,
    ReceivedColumn.PREVIOUS: 12,
    ReceivedColumn.NOTE: 34,
}
_WIDTH_IN_DIGITS = 130
_SHARE = 0.6
"""Of the screen's height."""


class ReceivedForm(Question):
    """One table an appendix; nothing in it can be changed."""

    topic = "cap-tren"

    review_asked = Signal()
    """The report is to be accepted, or handed back with comments."""

    def __init__(self, review: UnderReview, code: str = "", parent: QWidget | None = None) -> None:
        """With a row's code, that row is the current one."""
        period = review.received.period
        super().__init__(review.office.name, f"{review.office.name}, {period.name}", _about(review), parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Các phụ lục")
        self.tables: list[QTableView] = []
        if review.form and review.template:
            for appendix in review.template.appendices:
                table = self._table(ReceivedModel(review, review.form, appendix))
                self.tabs.addTab(table, appendix.title)
            self._show_row(code)
            self.add_field(self.tabs)
        else:
            self.add_field(QLabel("Bộ biểu mẫu của báo cáo này chưa có ở đây nên chưa xem được từng dòng."))
        self.add_button("Xem xét, trả lại…", self.review_asked.emit)
        self.add_button("Đóng")
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.tabs.setMinimumHeight(round(screen.height() * _SHARE))
        wished = self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS
        self.setMinimumWidth(min(wished, screen.width() - 4 * GRID))

    def _table(self, model: ReceivedModel) -> QTableView:
        table = QTableView()
        model.setParent(table)
        table.setModel(model)
        table.setAccessibleName("Số liệu nhận được")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(ReceivedColumn.LABEL, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * width)
        self.tables.append(table)
        return table

    def _show_row(self, code: str) -> None:
        for place, table in enumerate(self.tables):
            model = table.model()
            row = model.place_of(IndicatorCode(code)) if isinstance(model, ReceivedModel) and code else None
            if row is not None:
                self.tabs.setCurrentIndex(place)
                table.setCurrentIndex(model.index(row, ReceivedColumn.FIGURE))
                table.scrollTo(table.currentIndex())
                table.setFocus()


def _about(review: UnderReview) -> str:
    received = review.received
    parts = [
        f"{received.stage.label}, lần gửi {review.package.sequence}",
        f"đến lúc {moment_in_sentence(review.package.came)}",
    ]
    if review.form:
        complete = review.form.completeness
        parts.append(f"đã trả lời {complete.answered}/{complete.required} dòng")
    return f"{', '.join(parts)}. Chỉ để xem."
