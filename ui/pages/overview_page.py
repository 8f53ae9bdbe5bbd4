"""Tổng quan: which report is due, how far it is, and what to do next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.look import GRID, title_font
from ui.models.reports_model import ReportColumn, ReportsModel
from ui.pages.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cchc_desktop.office.next_step import NextStep
    from ui.desk import Desk

_SHARES = (5, 4, 4, 8, 6, 5, 5)


class OverviewPage(Page):
    """The next step as a sentence with a button, and below it every report of the office."""

    title = "Tổng quan"
    icon = "overview"
    topic = "tong-quan"
    needs_report = False

    stepped = Signal(object)
    """`NextStep`: its button was pressed."""
    chosen = Signal(object)
    """`Period` of the report to work on."""
    asked_new = Signal()
    asked_past = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step: NextStep | None = None
        self.sentence = _words()
        self.step_button = QPushButton("Việc kế tiếp")
        self.step_button.setDefault(True)  # drawn as the one obvious step, focus or not
        self.remark = _words()
        self.model = ReportsModel(self)
        self.table = QTableView()
        self.empty = QLabel(
            "Các báo cáo của cơ quan được liệt kê ở đây, mỗi kỳ một dòng. Lập báo cáo đầu tiên bằng nút ở "
            "trên, hoặc đọc báo cáo kỳ trước vào để có số so sánh."
        )
        self.open_button = QPushButton("Mở báo cáo")
        self.new_button = QPushButton("Báo cáo mới…")
        self.past_button = QPushButton("Đọc báo cáo kỳ trước…")
        self._set_table()
        self._arrange()
        self._connect()

    @property
    def entrance(self) -> QWidget:
        return self.step_button

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Các báo cáo của cơ quan")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * GRID)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.viewport().installEventFilter(self)

    def _arrange(self) -> None:
        self.sentence.setFont(title_font(self.font()))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        next_line = QHBoxLayout()
        next_line.setSpacing(2 * GRID)
        next_line.addWidget(self.sentence, 1)
        next_line.addWidget(self.step_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.open_button, self.new_button, self.past_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(next_line)
        layout.addWidget(self.remark)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.step_button.clicked.connect(lambda: self.stepped.emit(self._step))
        self.open_button.clicked.connect(lambda: self._follow(self.table.currentIndex()))
        self.new_button.clicked.connect(self.asked_new)
        self.past_button.clicked.connect(self.asked_past)
        self.table.activated.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(self._weigh)
        for happened in (self._desk.opened, self._desk.changed, self._desk.described):
            happened.connect(self._refresh)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.sentence.setFont(title_font(self.font()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.table.viewport():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = self.table.viewport().width()
        for column, share in enumerate(_SHARES):
            self.table.setColumnWidth(column, width * share // sum(_SHARES))
        self.table.resizeRowsToContents()
        for row in range(self.model.rowCount()):
            self.table.setRowHeight(row, self.table.rowHeight(row) + GRID)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _refresh(self) -> None:
        if self.isVisible():  # else the next showing does: checking every report is not for a keystroke
            self._show()

    def _show(self) -> None:
        office, report = self._desk.office, self._desk.report
        if office is None:
            return
        from cchc_desktop.office.next_step import next_step
        from cchc_desktop.office.proposing import propose

        summaries = office.report_summaries()
        self._step = next_step(summaries, propose(office, datetime.now().astimezone().date()))
        self.sentence.setText(self._step.sentence)
        self.step_button.setText(_BUTTONS[self._step.step.name])
        self.step_button.setEnabled(not (self._desk.is_looking and self._step.step.name in _WRITING))
        self.remark.setText("\n".join(self._desk.warnings))
        self.remark.setVisible(bool(self.remark.text()))
        present = report.head.period if report else None
        chosen = self.table.currentIndex()
        row = chosen.row() if chosen.isValid() else (self.model.row_of(present) if present else None)
        self.model.show(summaries, present)
        self._fit()
        row = row if row is not None else (self.model.row_of(present) or 0 if present else 0)
        self.table.setCurrentIndex(self.model.index(row, ReportColumn.PERIOD))
        self.table.setVisible(bool(summaries))
        self.empty.setVisible(not summaries)
        for button in (self.new_button, self.past_button):
            button.setEnabled(not self._desk.is_looking)
        self._weigh()

    def _weigh(self) -> None:
        self.open_button.setEnabled(self.table.currentIndex().isValid())

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.period_at(index))


_BUTTONS = {
    "BEGIN": "Lập báo cáo…",
    "ANSWER": "Nhập tiếp số liệu",
    "SETTLE": "Xem các phát hiện",
    "LOCK": "Chốt số liệu…",
    "SEND": "Trình ký và gửi",
}
"""By the name of the step: the enumeration itself is not needed before the page is seen."""
_WRITING = ("BEGIN", "LOCK")


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
