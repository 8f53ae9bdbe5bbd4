"""What went up last: its files to be shown in their folder, and the words of the mail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cchc_desktop.form.stage import Stage
from ui import showing
from ui.look import GRID
from ui.mailroom.mail_words import MailWords

if TYPE_CHECKING:
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk
    from ui.remembered import Remembered

FOLDER = "sending"
"""The kind of folder, as it is remembered, into which reports that are sent are put."""
_NO_ADDRESS = "chưa ghi; ghi ở menu Tệp, Thông tin cơ quan"


class SentBox(QWidget):
    """Seen while the open report lies with the superior."""

    def __init__(self, desk: Desk, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._remembered = desk, remembered
        self._sent: tuple[str, ...] = ()
        """Names of the files that went up last."""
        self.folder = QPushButton("Mở thư mục")
        self.mail = MailWords(_NO_ADDRESS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.folder, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.mail)
        self.folder.clicked.connect(self._show_folder)

    def show_report(self, report: OpenReport) -> None:
        """Show what went up of the report; nothing where it does not lie with the superior."""
        office = self._desk.the_office
        last = office.last_export(report.head.period)
        is_gone = last is not None and report.head.stage in (Stage.SUBMITTED, Stage.ACCEPTED)
        self.setVisible(is_gone)
        self.folder.setVisible(self._folder is not None)
        if last is None or not is_gone:
            return
        from cchc_desktop.office.mailroom.covering_mail import mail_of
        from cchc_desktop.office.mailroom.steps import signed_papers

        papers = (Path(name).name for name in signed_papers(report))
        self._sent = (last.file_name, *papers, *self._word(report))
        self.mail.show_draft(mail_of(office, report, last.sequence, tuple(map(Path, self._sent))))

    @property
    def _folder(self) -> Path | None:
        return self._remembered.folder_of(FOLDER)

    def _word(self, report: OpenReport) -> tuple[str, ...]:
        """The name of the Word report, where it lies beside what was sent."""
        from cchc_desktop.office.printed.phrases import word_name

        folder, name = self._folder, word_name(report.head.period)
        return (name,) if folder and (folder / name).exists() else ()

    def _show_folder(self) -> None:
        if folder := self._folder:
            present = [file for name in self._sent if (file := folder / name).exists()]
            showing.show_in_folder(*(present or [folder / self._sent[0]]))
