"""What the superior wants corrected in a report that was handed back, ticked off one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.form.stage import Stage
from cchc_desktop.values.period import short_date
from ui.look import GRID
from ui.models.meaning import place_name
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from cchc_desktop.office.mailroom.returns_in import OpenComment, OpenReturn
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk

_ROLE = Qt.ItemDataRole.UserRole
_MOST_LINES = 5


class CommentStrip(QFrame):
    """Enter or a click goes to the place of a comment, Space ticks it off; it is gone once all is sent."""

    followed = Signal(str)
    """Code of the row to show."""
    quoted = Signal(str, str)
    """Id of the section to show, and the passage in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._return: OpenReturn | None = None
        self.words = plain_label()
        self.list = QListWidget()
        self.list.setAccessibleName("Góp ý của cơ quan nhận")
        self.list.setToolTip("Enter: tới chỗ góp ý. Phím cách: đánh dấu đã sửa.")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.list.itemActivated.connect(self._follow)
        self.list.itemClicked.connect(self._click)
        self.list.itemChanged.connect(self._tick)
        for happened in (desk.opened, desk.changed):
            happened.connect(self.refresh)
        self.hide()

    @property
    def has_comments(self) -> bool:
        """Whether the open report was handed back and is not sent again yet."""
        return self._return is not None

    def refresh(self) -> None:
        """Show the comments of the open report's last return, if it lies here because of one."""
        report = self._desk.report
        if report is None or report.head.stage is not Stage.RETURNED:
            self._return = None
            self.hide()
            return
        from cchc_desktop.office.mailroom.returns_in import return_of

        found = return_of(self._desk.the_office, report.head.period)
        if found is not None and found != self._return:
            self._return = found
            self._fill(report, found)

    def go_to_first(self) -> None:
        """Show the first place that is to be corrected; those that are ticked off come last."""
        comments = self._return.comments if self._return else ()
        waiting = [place for place, each in enumerate(comments) if not each.is_done]
        if comments:
            in_order = sorted(waiting or range(len(comments)), key=lambda place: comments[place].cell is None)
            self.list.setCurrentRow(in_order[0])
            self._go(comments[in_order[0]])

    def _fill(self, report: OpenReport, found: OpenReturn) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for comment in found.comments:
            item = QListWidgetItem(_place(report, comment))
            item.setData(_ROLE, comment.is_done)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if comment.is_done else Qt.CheckState.Unchecked)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, self.fontMetrics().height() + GRID))
            self.list.addItem(item)
        self.list.blockSignals(False)
        lines = min(max(self.list.count(), 1), _MOST_LINES)
        self.list.setFixedHeight(lines * (self.fontMetrics().height() + GRID))
        self.list.setVisible(bool(found.comments))
        self._tell(found)

    def _tell(self, found: OpenReturn) -> None:
        payload, waiting = found.payload, sum(not each.is_done for each in found.comments)
        until = f", gửi lại trước ngày {short_date(payload.DueDate)}" if payload.DueDate else ""
        text = f" {payload.text.rstrip('.')}." if payload.text else ""
        left = f" Còn {waiting}/{len(found.comments)} góp ý chưa sửa." if found.comments else ""
        self.words.setText(f"{payload.OrganName} trả lại báo cáo{until}.{text}{left}")

    def _click(self, item: QListWidgetItem) -> None:
        if (item.checkState() is Qt.CheckState.Checked) == item.data(_ROLE):
            self._follow(item)

    def _follow(self, item: QListWidgetItem) -> None:
        if self._return:
            self._go(self._return.comments[self.list.row(item)])

    def _go(self, comment: OpenComment) -> None:
        if comment.cell:
            self.followed.emit(comment.cell)
        elif comment.section:
            self.quoted.emit(comment.section, comment.quote)

    def _tick(self, item: QListWidgetItem) -> None:
        from cchc_desktop.office.mailroom.returns_in import return_of, tick_comment

        if self._return is None or self._desk.is_looking:
            return
        is_done = item.checkState() is Qt.CheckState.Checked
        comment = self._return.comments[self.list.row(item)]
        office, period = self._desk.the_office, self._desk.the_report.head.period

        def tick() -> None:
            tick_comment(office, comment, is_done=is_done)

        if self._desk.wish(tick) and (found := return_of(office, period)):
            self._return = found
            self._tell(found)


def _place(report: OpenReport, comment: OpenComment) -> str:
    """Where it is, in the words that stand there, and what is wanted."""
    if comment.cell:
        is_known = comment.cell in report.template.indicators
        where = f"Dòng {place_name(report, comment.cell) if is_known else comment.cell}"
    elif comment.section:
        where = f"Lời văn mục {comment.section}"
    else:
        where = "Cả báo cáo"
    quote = f" “{comment.quote}”" if comment.quote else ""
    return f"{where}{quote}: {comment.text}"
