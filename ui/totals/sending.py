"""Tình hình gửi: offices × periods, who owes a report, the reminder, the list for Excel and on paper."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.dialogs import files
from ui.look import GRID
from ui.totals import gathering
from ui.totals.answering import Answering, waiting_for_acceptance, with_report
from ui.totals.below_tab import BelowTab
from ui.totals.matrix_model import MatrixModel
from ui.totals.matrix_table import MatrixTable
from ui.totals.place_bar import PlaceBar
from ui.totals.places import legend
from ui.totals.sending_bar import SendingBar
from ui.widgets.busy_line import BusyLine
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.rollup.matrix import Matrix
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk
    from ui.totals.gathering import Sending

_EMPTY = (
    "Ở đây là tình hình gửi báo cáo: mỗi đơn vị một dòng, mỗi kỳ một cột. Danh sách đơn vị, hoặc các kỳ báo "
    "cáo, còn trống."
)


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
        self.summary, self.signs = _inset(plain_label()), _inset(plain_label(legend()))
        self.model = MatrixModel(self)
        self.table = MatrixTable(self.model)
        self.here = PlaceBar(desk, below)
        self.empty = plain_label(_EMPTY)
        self.list_button = QPushButton("Ghi danh sách đơn vị")
        self.answering = Answering(desk, below, self)
        self.busy = BusyLine("Đang trả lời các đơn vị")
        self.told = _inset(plain_label())
        self._arrange()
        self._connect()

    @property
    def entrance(self) -> QWidget:
        return self.table if self.list_button.isHidden() else self.list_button

    def refresh(self) -> None:
        if path := self._desk.path:
            self._below.latest(self, partial(gathering.sending, path), self.show_sending)

    def begin_search(self) -> bool:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()
        return True

    def show_sending(self, sending: Sending) -> None:
        """Show what was gathered; the current cell stays where it was."""
        present, column = self.table.office, self.table.currentIndex().column()
        self._sending = sending
        report = self._desk.report
        self.bar.offer(sending.matrix, report.head.period if report else None)
        self.model.show(sending.matrix)
        self.table.fit()
        self._narrow()
        self.table.go_back_to(present, column)
        self._tell_place()
        self._show_whether_empty()

    def _show_whether_empty(self) -> None:
        """Where nobody is on the list, say what belongs here and offer the way to it."""
        is_empty = self._sending is not None and not self._sending.matrix.offices
        self.empty.setVisible(is_empty)
        self.list_button.setVisible(is_empty)
        for part in (self.bar, self.summary, self.table, self.signs, self.here):
            part.setVisible(not is_empty)

    def _arrange(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.empty.setContentsMargins(8 * GRID, GRID, 8 * GRID, GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list_button, 1, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.bar)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.signs)
        layout.addWidget(self.here)
        layout.addWidget(self.busy)
        layout.addWidget(self.told)
        for part in (self.told, self.empty, self.list_button):
            part.hide()

    def _connect(self) -> None:
        self.list_button.clicked.connect(self.list_asked)
        self.bar.narrowed.connect(self._narrow)
        self.bar.left.connect(self.table.setFocus)
        self.bar.remind.clicked.connect(self.remind)
        for button, ask in (
            (self.bar.accept, self.answering.ask_accept),
            (self.bar.receipts, self.answering.ask_receipts),
        ):
            button.clicked.connect(partial(self._answer, ask))
        self.answering.told.connect(self.tell)
        self.answering.began.connect(self.busy.follow)
        self.bar.write.clicked.connect(self._write)
        self.bar.print.clicked.connect(self._print)
        self.table.selectionModel().currentChanged.connect(self._tell_place)
        self.table.activated.connect(self.here.open)
        self.here.opened.connect(self.opened)

    def _narrow(self) -> None:
        bar, present, column = self.bar, self.table.office, self.table.currentIndex().column()
        period = bar.chosen_period
        self.model.filter(
            bar.search.whole_text, bar.group.currentData() or "", bar.state.currentData() or "", period
        )
        if not self.table.currentIndex().isValid():
            self.table.go_back_to(present, column)
        self._summarize(period)
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
        self.summary.setText(
            f"{period.title}, hạn gửi {due}: {told}. Muộn tính theo: {sending.late_by.lower()}."
        )
        self.bar.remind.setEnabled(any(each.is_awaited for each in found))
        may_write = not self._desk.is_looking
        self.bar.accept.setEnabled(may_write and bool(waiting_for_acceptance(shown, period)))
        self.bar.receipts.setEnabled(may_write and bool(with_report(shown, period)))

    def _answer(self, ask: Callable[[Matrix, Period], None]) -> None:
        shown, period = self.model.shown, self.bar.chosen_period
        if shown and period:
            ask(shown, period)

    def _tell_place(self) -> None:
        self.here.show_place(self.table.office, self.table.place)

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
        if file := files.choose_workbook(self, self._desk.folder / "tinh-hinh-gui-bao-cao.xlsx"):
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


def _inset(label: QLabel) -> QLabel:
    label.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
    return label
