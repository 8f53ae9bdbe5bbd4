"""A report under review: opened, taken a step on or back, answered; each off the window's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.office.changes import Changes
from ui import showing
from ui.dialogs import files
from ui.dialogs.reason import ReasonQuestion
from ui.mailroom import work
from ui.mailroom.review_dialog import ReviewDialog
from ui.mailroom.written_page import WrittenPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.mailroom.review_dialog import OpenReview, Return
    from ui.mailroom.written_page import Written
    from ui.remembered import Remembered
    from ui.worker import Ticket, Worker

_KIND = "answers"


class Reviewing(QObject):
    """Opens the dialog for one office and period and does what is decided in it."""

    told = Signal(str)

    def __init__(self, desk: Desk, worker: Worker, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._worker, self._remembered, self._window = desk, worker, remembered, window

    def open(self, below: str, period: Period) -> None:
        """Show the report of an office below that counts for the period."""
        self._start(partial(work.review, self._desk.the_office.path, below, period), self._show)

    def _show(self, opened: OpenReview) -> None:
        review = opened.review
        below, period, path = review.office.id, review.received.period, self._desk.the_office.path
        name = review.office.name
        dialog = ReviewDialog(opened, self._window)
        if self._desk.is_looking:
            for button in (dialog.accept_button, dialog.return_button, dialog.back_button):
                button.hide()
        done = partial(self._tell_done, below, f"Báo cáo {period.name} của {name}")
        dialog.accepted_once.connect(lambda: self._start(partial(work.accept, path, below, period), done))
        dialog.handed_back.connect(partial(self._hand_back, below, period))
        dialog.receipt_asked.connect(partial(self._write_receipt, below, period))
        dialog.back_asked.connect(partial(self._ask_back, below, period, done))
        dialog.open()

    def _hand_back(self, below: str, period: Period, said: Return) -> None:
        if folder := self._folder("Thư mục đặt tệp trả lại"):
            path = self._desk.the_office.path
            task = partial(work.hand_back, path, below, period, folder, said)
            self._start(task, partial(self._tell_written, below, "Đã tạo tệp trả lại"))

    def _write_receipt(self, below: str, period: Period) -> None:
        if folder := self._folder("Thư mục đặt biên nhận"):
            path = self._desk.the_office.path
            task = partial(work.receipt, path, below, period, folder)
            self._start(task, partial(self._tell_written, below, "Đã tạo biên nhận"))

    def _ask_back(self, below: str, period: Period, done: Callable[[str], None]) -> None:
        question = ReasonQuestion(
            "Lùi một bước",
            f"Vì sao lùi một bước báo cáo {period.name}?",
            "Báo cáo trở lại bước “Đã nhận”; lý do được ghi vào nhật ký của tệp.",
            parent=self._window,
        )
        path = self._desk.the_office.path
        question.add_decision(
            "Lùi một bước",
            lambda reason: self._start(partial(work.step_back, path, below, period, reason), done),
        )
        question.add_button("Thôi")
        question.open()

    def _folder(self, title: str) -> Path | None:
        usual = self._remembered.folder_of(_KIND) or self._desk.folder
        if folder := files.choose_folder(self._window, usual, title):
            self._remembered.remember_folder(_KIND, folder)
        return folder

    def _tell_done(self, below: str, what: str, words: str) -> None:
        self.told.emit(f"{what}: {words[0].lower()}{words[1:]}")
        self._desk.look_again()  # totals that it follows may be others now
        self._desk.tell(Changes(offices=frozenset({below})))

    def _tell_written(self, below: str, what: str, written: Written) -> None:
        file = written.file
        self.told.emit(f"{what}: {file.name} trong {file.parent}.")
        self._desk.look_again()
        self._desk.tell(Changes(offices=frozenset({below})))
        WrittenPage(written, "", self._window).open()
        showing.show_in_folder(file)

    def _start(self, task: Callable[[Ticket], object], done: Callable[..., object]) -> None:
        ticket = self._worker.start(task)
        ticket.finished.connect(done)
        ticket.refused.connect(lambda refusal: self.told.emit(refusal.message))
