"""The reports of many offices answered at once: taken a step on, or confirmed by receipts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import showing
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.totals import answers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.rollup.matrix import Matrix
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.totals.answers import Answered
    from ui.totals.below_desk import BelowDesk
    from ui.worker import Ticket

_TWO_STEPS = "Báo cáo đã nhận thành đã xem xét, báo cáo đã xem xét thành đã tiếp nhận."
_OTHERS = (
    "Báo cáo chờ xem hoặc đã trả lại không đổi. Muốn tiếp nhận ít hơn thì lọc danh sách trước; từng báo cáo "
    "lùi lại được khi mở ra xem xét."
)


class Answering(QObject):
    """Asks first, naming how many; the offices are those that are listed."""

    told = Signal(str)
    """A sentence on what was done."""
    began = Signal(object)
    """`Ticket` of the work, which can be called off."""

    def __init__(self, desk: Desk, below: BelowDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._below, self._window = desk, below, window

    def ask_accept(self, shown: Matrix, period: Period) -> None:
        """Ask whether every report that waits for it is taken a step on."""
        found = waiting_for_acceptance(shown, period)
        has_two_steps = self._desk.the_office.settings.review_steps == 2
        steps = f"{_TWO_STEPS} " if has_two_steps else ""
        question = Question(
            "Tiếp nhận",
            f"Tiếp nhận {len(found)} báo cáo {period.name} đang liệt kê?",
            f"{steps}{_OTHERS}",
            self._window,
        )
        question.topic = "cap-tren"
        question.add_button(f"Tiếp nhận {len(found)} báo cáo", partial(self._accept, found, period))
        question.add_button("Thôi")
        question.open()

    def ask_receipts(self, shown: Matrix, period: Period) -> None:
        """Ask for the folder, and write a receipt for every office whose report is here."""
        found = with_report(shown, period)
        path = self._desk.the_office.path
        if folder := files.choose_folder(self._window, path.parent, f"Thư mục đặt {len(found)} biên nhận"):
            ticket = self._below.start(partial(answers.write_receipts, path, found, period, folder))
            ticket.finished.connect(partial(self._tell_receipts, folder))
            self._begin(ticket, "Đang tạo biên nhận…")

    def _accept(self, found: Sequence[str], period: Period) -> None:
        path = self._desk.the_office.path
        ticket = self._below.start(partial(answers.accept_all, path, found, period))
        ticket.finished.connect(partial(self._tell_accepted, period))
        self._begin(ticket, "Đang tiếp nhận…")

    def _begin(self, ticket: Ticket, words: str) -> None:
        self.told.emit(words)
        self.began.emit(ticket)

    def _tell_accepted(self, period: Period, answered: Answered) -> None:
        stopped = " Đã dừng; các báo cáo còn lại chưa đổi." if answered.was_stopped else ""
        self.told.emit(f"Đã chuyển {answered.count} báo cáo {period.name} sang bước sau.{stopped}")
        self._desk.look_again()
        self._desk.tell(answered.changes)

    def _tell_receipts(self, folder: Path, answered: Answered) -> None:
        stopped = " Đã dừng; các đơn vị còn lại chưa có." if answered.was_stopped else ""
        self.told.emit(f"Đã tạo {answered.count} biên nhận trong {folder}.{stopped}")
        self._desk.tell(answered.changes)
        if answered.files:
            showing.show_in_folder(*answered.files)


def waiting_for_acceptance(shown: Matrix, period: Period) -> tuple[str, ...]:
    """The ids of listed offices whose report of the period waits to be taken a step on."""
    from cchc_desktop.rollup.standing import Standing

    waits = (Standing.RECEIVED, Standing.REVIEWED)
    return tuple(each.id for each in shown.offices if shown.place(each.id, period).standing in waits)


def with_report(shown: Matrix, period: Period) -> tuple[str, ...]:
    """The ids of listed offices of which a report of the period is here."""
    return tuple(each.id for each in shown.offices if shown.place(each.id, period).report)
