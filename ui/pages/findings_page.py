"""Kiểm tra: all that is wrong or odd, and the way to each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.errors import CchcError
from cchc_desktop.values.codes import slug
from ui.dialogs import files
from ui.dialogs.justification import justification, may_justify
from ui.look import GRID
from ui.models.findings_model import GROUPS, FindingColumn, FindingsModel
from ui.pages.no_findings import NoFindings
from ui.pages.page import Page, StationNumber
from ui.widgets.flow import Flow
from ui.widgets.ranges import csv_bytes, range_html, range_text
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from cchc_desktop.office.findings.found import Found
    from ui.desk import Desk

_SHARES = {FindingColumn.PLACE: 3, FindingColumn.MESSAGE: 9, FindingColumn.REMEDY: 8, FindingColumn.CODE: 2}


class FindingsPage(Page):
    """The list; a click or Enter leads to the cell or the passage, a justification quiets a finding."""

    title = "Kiểm tra"
    icon = "findings"
    topic = "kiem-tra"

    passage_followed = Signal(object)
    """`Passage` of the prose to show."""
    lock_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = FindingsModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.empty = NoFindings()
        self.group = QComboBox()
        self.group.setAccessibleName("Loại phát hiện")
        self.group.setToolTip("Chỉ liệt kê một loại phát hiện")
        for words, group in (("Tất cả", ""), *((group, group) for group in GROUPS)):
            self.group.addItem(words, group)
        self.text = SearchField()
        self.text.setPlaceholderText("Lọc theo chữ, có dấu hoặc không dấu")
        self.text.setAccessibleName("Lọc phát hiện")
        self.go = QPushButton("Tới chỗ đó")
        self.go.setToolTip("Tới ô hoặc tới đoạn lời văn (Enter)")
        self.mend = QPushButton("Sửa giúp")
        self.mend.setToolTip("Thay đoạn lời văn như ở cột Nên làm; hoàn tác được")
        self.keep = QPushButton("Giải trình…")
        self.checked = QPushButton("Ghi “Đã kiểm tra”")
        self.copy = QPushButton("Sao chép danh sách")
        self.export = QPushButton("Xuất danh sách…")
        self._set_table()
        self._arrange()
        self._connect()
        self._show()

    @property
    def entrance(self) -> QWidget:
        return self.group if self.table.isHidden() else self.table

    def number(self) -> StationNumber | None:
        count = self.model.open_count
        return StationNumber(str(count or ""), f"{count} phát hiện")

    def _connect(self) -> None:
        self.table.clicked.connect(self._click)
        self.table.activated.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(self._weigh)
        self.group.currentIndexChanged.connect(self._filter)
        self.text.told.connect(self._filter)
        self.go.clicked.connect(lambda: self._follow(self.table.currentIndex()))
        self.mend.clicked.connect(self._mend)
        self.keep.clicked.connect(self._justify)
        self.checked.clicked.connect(self._desk.mark_checked)
        self.empty.followed.connect(self.followed)
        self.empty.lock_asked.connect(self.lock_asked)
        self.copy.clicked.connect(self.copy_list)
        self.export.clicked.connect(self.export_list)
        self._desk.opened.connect(self._show)
        self._desk.changed.connect(self._show)
        self._desk.found.told.connect(self._show)

    def copy_list(self) -> None:
        """Put the list that is shown on the clipboard, for Excel as text and for Word as a table."""
        self._desk.found.finish()
        copied = QMimeData()
        copied.setText(range_text(self.model.table))
        copied.setHtml(range_html(self.model.table))
        QGuiApplication.clipboard().setMimeData(copied)

    def export_list(self) -> None:
        """Ask for a place and write the list that is shown there, as a table that Excel opens."""
        from cchc_desktop.office.writing import write_whole

        report = self._desk.report
        if report is None:
            return
        name = slug(f"phát hiện {report.head.period.name}")
        chosen = files.choose_list(self, self._desk.folder / f"{name}.csv")
        if chosen:
            self._desk.found.finish()
            try:
                write_whole(chosen, csv_bytes(self.model.table))
            except CchcError as refusal:
                self._desk.refused.emit(refusal)

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
        filters = QHBoxLayout()
        filters.setContentsMargins(GRID, GRID, GRID, 0)
        filters.setSpacing(GRID)
        filters.addWidget(self.group)
        filters.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, 0, GRID, GRID)
        buttons.setSpacing(GRID)
        buttons.addLayout(Flow(self.go, self.mend, self.keep), 1)
        buttons.addLayout(Flow(self.checked, self.copy, self.export))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(filters)
        layout.addLayout(self._stack)
        layout.addLayout(buttons)

    def _show(self) -> None:
        chosen = self._chosen()
        self.model.show(self._desk.report, self._desk.found.in_prose)
        self.table.clearSpans()
        for row in self.model.headings:
            self.table.setSpan(row, 0, 1, len(FindingColumn))
        self.empty.show_report(
            self._desk.report, is_filtered=not self.model.is_empty, may_write=not self._desk.is_looking
        )
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if chosen:
            self._choose(chosen)
        if self.isVisible():
            self._fit()
            self._weigh_stage()
        self._weigh()

    def showEvent(self, event: object) -> None:
        self._fit()
        self._weigh_stage()
        if not self.table.currentIndex().isValid() and self.model.rowCount() > 1:
            self.table.setCurrentIndex(self.model.index(1, 0))

    def _fit(self) -> None:
        width = self.table.viewport().width()
        for column, share in _SHARES.items():
            self.table.setColumnWidth(column, width * share // sum(_SHARES.values()))
        self.table.resizeRowsToContents()
        for row in range(self.model.rowCount()):
            self.table.setRowHeight(row, self.table.rowHeight(row) + GRID)

    def _chosen(self) -> Found | None:
        index = self.table.currentIndex()
        return self.model.finding_at(index) if index.isValid() else None

    def _choose(self, finding: Found) -> None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            there = self.model.finding_at(index)
            if there and there.code == finding.code:
                self.table.setCurrentIndex(index)

    def _weigh(self) -> None:
        chosen = self._chosen()
        self.go.setEnabled(chosen is not None)
        self.mend.setEnabled(self._may_mend(chosen))
        self.keep.setEnabled(
            chosen is not None and may_justify(self._desk, in_prose=chosen.passage is not None)
        )
        for button in (self.copy, self.export):
            button.setEnabled(self.model.rowCount() > 0)

    def _weigh_stage(self) -> None:
        """Offer to say that the report was checked, once nothing is left to correct or to justify."""
        from cchc_desktop.office.figures.locking import what_hinders_checked

        report = self._desk.report
        why = what_hinders_checked(report) if report else ""
        self.checked.setEnabled(bool(report) and not why and not self._desk.is_looking)
        self.checked.setToolTip(why or "Ghi bước “Đã kiểm tra” cho báo cáo; sửa một số thì bước này mất đi.")

    def _filter(self) -> None:
        self.model.filter(self.group.currentData(), self.text.whole_text)
        self._show()

    def _click(self, index: QModelIndex) -> None:
        if index.column() == FindingColumn.PLACE:
            self._follow(index)

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and (finding := self.model.finding_at(index)):
            if finding.passage:
                self.passage_followed.emit(finding.passage)
            else:
                self.followed.emit(finding.cell)

    def _may_mend(self, finding: Found | None) -> bool:
        return bool(finding and finding.remedied is not None) and may_justify(self._desk, in_prose=True)

    def _mend(self) -> None:
        from ui.prose.mending import mend

        if (finding := self._chosen()) and finding.remedied is not None:
            mend(self._desk, finding.section, finding.remedied, "Sửa giúp")

    def _justify(self) -> None:
        if (finding := self._chosen()) and (question := justification(self._desk, finding, self)):
            question.open()
