"""What a person has written from the menu: requests, questions to colleagues, copies of the office file."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui import showing
from ui.matters import Matters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.office.mailroom.requests_out import Request
    from ui.dialogs.asking_colleague import AskedOfColleague
    from ui.mailroom.written_page import Written
    from ui.worker import Ticket

_WITH_KEY = "Giữ bản này cẩn thận: ai có nó thì ký được tệp như cơ quan này."
_WITHOUT_KEY = "Bản này không có khóa ký, nhưng có đủ số liệu và lời văn; chỉ đưa cho người giúp."
_REQUESTS, _COLLEAGUES, _COPIES = "requests", "colleagues", "copies"


class MailroomMatters(Matters):
    """Asks in dialogs and has the files written off the window's thread."""

    told = Signal(str)
    """A sentence on what was written."""

    def ask_request(self) -> None:
        """Ask what the offices below are to report, and write the one file for all of them."""
        office = self._desk.office
        if office is None or not self._settle():
            return
        from cchc_desktop.office.proposing import propose
        from ui.dialogs.asking_offices import RequestDialog

        period = propose(office, datetime.now().astimezone().date()).period
        days, level = office.settings.working_days, office.profile.level
        dialog = RequestDialog(level, period, office.catalogue(), days, self._window)
        dialog.agreed.connect(self._write_request)
        dialog.open()

    def ask_colleague(self) -> None:
        """Ask which rows a colleague is to fill in, and write the workbook for her."""
        if self._desk.report is None or not self._settle():
            return
        from ui.dialogs.asking_colleague import ColleagueDialog

        dialog = ColleagueDialog(self._desk.report, self._window)
        dialog.agreed.connect(self._write_contribution)
        dialog.open()

    def ask_hand_over(self) -> None:
        """Copy the office file for a successor, with the key that signs."""
        self._copy("Bàn giao tệp cơ quan", "ban-giao", with_key=True)

    def ask_support_copy(self) -> None:
        """Copy the office file for somebody who helps, without the key."""
        self._copy("Bản để hỗ trợ", "ban-ho-tro", with_key=False)

    def _copy(self, title: str, name: str, *, with_key: bool) -> None:
        path, origin = self._desk.path, self._desk.origin
        if path is None or origin is None or not self._settle():
            return
        from ui.dialogs import files
        from ui.mailroom import writing

        folder = self._remembered.folder_of(_COPIES) or origin.parent
        proposed = folder / f"{origin.stem}-{name}{origin.suffix}"
        if chosen := files.choose_copy(self._window, proposed, title):
            self._remembered.remember_folder(_COPIES, chosen.parent)
            work = writing.hand_over if with_key else writing.support_copy
            told = _WITH_KEY if with_key else _WITHOUT_KEY
            self._write(partial(work, path, chosen), told)

    def _write_request(self, asked: Request) -> None:
        from ui.mailroom import writing

        if folder := self._folder(_REQUESTS, "Thư mục đặt tệp yêu cầu"):
            told = "Gửi cùng một tệp này cho mọi đơn vị."
            self._write(partial(writing.request, self._desk.the_office.path, asked, folder), told)

    def _write_contribution(self, asked: AskedOfColleague) -> None:
        from ui.mailroom import writing

        if folder := self._folder(_COLLEAGUES, "Thư mục đặt phiếu góp số liệu"):
            path, period = self._desk.the_office.path, self._desk.the_report.head.period
            self._write(partial(writing.contribution, path, period, asked, folder), "")

    def _folder(self, kind: str, title: str) -> Path | None:
        from ui.dialogs import files

        usual = self._remembered.folder_of(kind) or self._desk.folder
        if folder := files.choose_folder(self._window, usual, title):
            self._remembered.remember_folder(kind, folder)
        return folder

    def _write(self, work: Callable[[Ticket], Written], remark: str) -> None:
        self.told.emit("Đang tạo tệp…")
        ticket = self._worker.start(work)
        ticket.finished.connect(partial(self._tell, remark))
        ticket.refused.connect(self._desk.refused)

    def _tell(self, remark: str, written: Written) -> None:
        from ui.mailroom.written_page import WrittenPage

        file = written.file
        self.told.emit(f"Đã tạo {file.name} trong {file.parent}.")
        self._desk.described.emit()  # what left is in the ledger now
        WrittenPage(written, remark, self._window).open()
        showing.show_in_folder(file)
