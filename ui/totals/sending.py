"""Tình hình gửi: offices × periods, who owes a report, the reminder, the list for Excel and on paper."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.dialogs import files
from ui.look import GRID
from ui.totals import gathering
from ui.totals.below_tab import BelowTab
from ui.totals.matrix_model import FIRST_PERIOD, GROUP, NAME, MatrixModel
from ui.totals.places import legend, place_lines
from ui.totals.sending_bar import SendingBar

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.rollup.standing import Place
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk
    from ui.totals.gathering import Sending

_WIDTHS = {NAME: 30, GROUP: 16}
_EMPTY = (
    "Ở đây là tình hình gửi báo cáo: mỗi đơn vị một dòng, mỗi kỳ một cột. Danh sách đơn vị, hoặc các kỳ báo "
    "cáo, còn trống."
)
_PERIOD_WIDTH = 22
"""In digits."""


class SendingTab(BelowTab):
    """The matrix; what is to know of the current cell stands below it."""

    title = "Tình hình gửi"

    opened = Signal(str, object)
    """Id of an office and the `Period` whose received report is to be shown."""

    list_asked = Signal()
    """The list of offices is to be written."""

    def __init__(self, desk: Desk, below: BelowDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._below = desk, below
        self._sending: Sending | None = None
        self.bar = SendingBar()
        self.summary = _words()
        self.model = MatrixModel(self)
        self.table = QTableView()
        self.signs, self.place, self.empty = _words(), _words(), _words()
        self.list_button = QPushButton("Ghi danh sách đơn vị")
        self.open_button = QPushButton("Mở báo cáo nhận được")
        self.agree_button = QPushButton("Ngoại lệ…")
        self.agree_button.setToolTip("Miễn gửi hoặc cho hạn riêng đối với một đơn vị trong một kỳ")
        self.told = _words()
        self._set_table()
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        if path := self._desk.path:
            self._below.latest(self, partial(gathering.sending, path), self.show_sending)

    def begin_search(self) -> bool:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()
        return True

    def show_sending(self, sending: Sending) -> None:
        """Show what was gathered; the current cell stays where it was."""
        index = self.table.currentIndex()
        present = self.model.office_at(index.row()).id if index.isValid() else ""
        self._sending = sending
        report = self._desk.report
        self.bar.offer(sending.matrix, report.head.period if report else None)
        self.model.show(sending.matrix)
        self._set_widths()
        self._narrow()
        row = self.model.row_of(present) if present else 0
        self._go_to(row or 0, max(index.column(), FIRST_PERIOD))
        self._show_whether_empty()

    def _show_whether_empty(self) -> None:
        """Where nobody is on the list, say what belongs here and offer the way to it."""
        is_empty = self._sending is not None and not self._sending.matrix.offices
        self.empty.setVisible(is_empty)
        self.list_button.setVisible(is_empty)
        for part in (self.bar, self.summary, self.table, self.signs, self.place):
            part.setVisible(not is_empty)
        for button in (self.open_button, self.agree_button):
            button.setVisible(not is_empty)
        self.setFocusProxy(self.list_button if is_empty else self.table)

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Tình hình gửi báo cáo của các đơn vị")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setFont(look.figures_font(self.table.font()))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        self.table.horizontalHeader().setHighlightSections(False)

    def _set_widths(self) -> None:
        digit, columns = self.fontMetrics().averageCharWidth(), range(self.model.columnCount())
        widths = {column: digit * _WIDTHS.get(column, _PERIOD_WIDTH) for column in columns}
        spare = self.table.viewport().width() - sum(widths.values())
        widths[NAME] += min(max(spare, 0), widths[NAME])  # few periods leave room for whole names
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)

    def _arrange(self) -> None:
        self.setFocusProxy(self.table)
        self.signs.setText(legend())
        self.empty.setText(_EMPTY)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.empty.setContentsMargins(8 * GRID, GRID, 8 * GRID, GRID)
        below = QHBoxLayout()
        below.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        below.setSpacing(GRID)
        below.addWidget(self.place, 1)
        below.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.agree_button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list_button, 1, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.bar)
        layout.addWidget(_inset(self.summary))
        layout.addWidget(self.table, 1)
        layout.addWidget(_inset(self.signs))
        layout.addLayout(below)
        layout.addWidget(_inset(self.told))
        for part in (self.told, self.empty, self.list_button):
            part.hide()

    def _connect(self) -> None:
        self.list_button.clicked.connect(self.list_asked)
        self.bar.narrowed.connect(self._narrow)
        self.bar.left.connect(self.table.setFocus)
        self.bar.remind.clicked.connect(self.remind)
        self.bar.write.clicked.connect(self._write)
        self.bar.print.clicked.connect(self._print)
        self.table.selectionModel().currentChanged.connect(self._tell_place)
        self.table.activated.connect(self._open)
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.agree_button.clicked.connect(self._agree)

    def _narrow(self) -> None:
        bar = self.bar
        index = self.table.currentIndex()
        present = self.model.office_at(index.row()).id if index.isValid() else ""
        period = bar.chosen_period
        self.model.filter(
            bar.search.whole_text, bar.group.currentData() or "", bar.state.currentData() or "", period
        )
        if not self.table.currentIndex().isValid():
            self._go_to(self.model.row_of(present) or 0, max(index.column(), FIRST_PERIOD))
        self._summarize(period)
        self._tell_place()

    def _go_to(self, row: int, column: int) -> None:
        if row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, min(column, self.model.columnCount() - 1)))
        self._tell_place()

    def _summarize(self, period: Period | None) -> None:
        sending, shown = self._sending, self.model.shown
        if sending is None or shown is None or period is None:
            return
        from cchc_desktop.rollup.standing import Standing
        from cchc_desktop.values.period import short_date

        found = Counter(shown.place(office.id, period).standing for office in shown.offices)
        facts = [
            f"{found[each]} {each.label.lower()}"
            for each in Standing
            if found[each] and each is not Standing.NOT_EXPECTED
        ]
        due = short_date(sending.deadlines[period])
        told = ", ".join(facts) or "không có đơn vị nào theo các lựa chọn ở trên"
        name = period.name[0].upper() + period.name[1:]
        self.summary.setText(f"{name}, hạn gửi {due}: {told}. Muộn tính theo: {sending.late_by.lower()}.")
        self.bar.remind.setEnabled(any(each.is_awaited for each in found))

    def _here(self) -> Place | None:
        return self.model.place_at(self.table.currentIndex())

    def _tell_place(self) -> None:
        index, place = self.table.currentIndex(), self._here()
        office = self.model.office_at(index.row()) if index.isValid() else None
        told = [office.name, *(place_lines(place) if place else ())] if office else []
        self.place.setText(". ".join(told))
        self.open_button.setEnabled(bool(place and place.report))
        self.agree_button.setEnabled(bool(place) and not self._desk.is_looking)

    def _open(self, index: QModelIndex) -> None:
        place = self.model.place_at(index)
        if place and place.report:
            self.opened.emit(place.office, place.period)

    def _agree(self) -> None:
        place = self._here()
        if place:
            from ui.totals.special_question import SpecialQuestion

            office = self.model.office_at(self.table.currentIndex().row())
            question = SpecialQuestion(office, place, self._desk.the_office, self)
            question.agreed.connect(self._below.agree)
            question.open()

    def remind(self) -> None:
        """Show the reminder for who still owes a report of the chosen period, to be copied."""
        sending, shown, period = self._sending, self.model.shown, self.bar.chosen_period
        if sending is None or shown is None or period is None:
            return
        from cchc_desktop.rollup.reminding import reminder
        from ui.totals.reminder_page import ReminderPage

        found = reminder(shown, period, sending.sender, sending.deadlines[period])
        if found:
            ReminderPage(found, self).open()

    def _write(self) -> None:
        shown, path = self.model.shown, self._desk.path
        if shown is None or path is None:
            return
        if file := files.choose_workbook(self, path.parent / "tinh-hinh-gui-bao-cao.xlsx"):
            ticket = self._below.start(partial(gathering.write_matrix, path, shown, file))
            ticket.finished.connect(self._tell_written)

    def _tell_written(self, file: Path) -> None:
        self.tell(f"Đã ghi {self.model.rowCount()} đơn vị vào tệp {file}.")

    def _print(self) -> None:
        shown, sending = self.model.shown, self._sending
        if shown and sending:
            from ui.totals.matrix_print import ask_print

            ask_print(shown, sending.sender, self)

    def tell(self, words: str) -> None:
        """Say what was done or why not."""
        self.told.setText(words)
        self.told.setVisible(bool(words))


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _inset(label: QLabel) -> QLabel:
    label.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
    return label
