"""Kiểm tra: all that is wrong or odd, and the way to each cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.rules.wording import in_words
from ui.dialogs.reason import ReasonQuestion
from ui.look import GRID
from ui.models.findings_model import FindingColumn, FindingsModel

if TYPE_CHECKING:
    from cchc_desktop.rules.finding import Finding
    from ui.desk import Desk

_SHARES = {FindingColumn.PLACE: 3, FindingColumn.MESSAGE: 9, FindingColumn.REMEDY: 8, FindingColumn.CODE: 2}


class FindingsPage(QWidget):
    """The list; a click or Enter leads to the cell, a justification quiets a finding."""

    followed = Signal(str)
    """Code of the row to show."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = FindingsModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.empty = QLabel(
            "Chưa có phát hiện nào. Mỗi khi một ô được nhập, điều sai hoặc lạ được liệt kê ở đây."
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.go = QPushButton("Tới ô")
        self.keep = QPushButton("Giải trình…")
        self._set_table()
        self._arrange()
        self.table.clicked.connect(self._follow)
        self.table.activated.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(self._weigh)
        self.go.clicked.connect(lambda: self._follow(self.table.currentIndex()))
        self.keep.clicked.connect(self._justify)
        desk.opened.connect(self._show)
        desk.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.table.viewport():
            self._fit()
        return super().eventFilter(watched, event)

    def _set_table(self) -> None:
        self.table.setAccessibleName("Danh sách phát hiện")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.viewport().installEventFilter(self)

    def _arrange(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, 0, GRID, GRID)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.go)
        buttons.addWidget(self.keep)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._stack)
        layout.addLayout(buttons)

    def _show(self) -> None:
        chosen = self._chosen()
        self.model.show(self._desk.report)
        self.table.clearSpans()
        for row in self.model.headings:
            self.table.setSpan(row, 0, 1, len(FindingColumn))
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if chosen:
            self._choose(chosen)
        if self.isVisible():
            self._fit()
        self._weigh()

    def showEvent(self, event: object) -> None:
        self._fit()
        if not self.table.currentIndex().isValid() and self.model.rowCount() > 1:
            self.table.setCurrentIndex(self.model.index(1, 0))

    def _fit(self) -> None:
        width = self.table.viewport().width()
        for column, share in _SHARES.items():
            self.table.setColumnWidth(column, width * share // sum(_SHARES.values()))
        self.table.resizeRowsToContents()
        for row in range(self.model.rowCount()):
            self.table.setRowHeight(row, self.table.rowHeight(row) + GRID)

    def _chosen(self) -> Finding | None:
        index = self.table.currentIndex()
        return self.model.finding_at(index) if index.isValid() else None

    def _choose(self, finding: Finding) -> None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            there = self.model.finding_at(index)
            if there and there.code == finding.code:
                self.table.setCurrentIndex(index)

    def _weigh(self) -> None:
        chosen = self._chosen()
        self.go.setEnabled(chosen is not None)
        self.keep.setEnabled(chosen is not None)

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and (finding := self.model.finding_at(index)):
            self.followed.emit(finding.cell)

    def _justify(self) -> None:
        finding, report = self._chosen(), self._desk.report
        if finding is None or report is None:
            return
        words = in_words(finding, report.form)
        question = ReasonQuestion(
            f"Giải trình {finding.code}",
            words.title,
            f"{words.message} {words.why} Số liệu được giữ nguyên; lời giải trình đi kèm báo cáo.",
            reason=report.kept.get(finding.code, ""),
            parent=self,
        )
        question.add_decision("Giữ nguyên số liệu", partial(self._desk.keep, finding.code))
        if finding.code in report.kept:
            question.add_button("Bỏ giải trình", partial(self._desk.keep, finding.code, ""))
        question.add_button("Thôi")
        question.open()
