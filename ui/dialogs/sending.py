"""What is noted of a signed report, and how a report is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import normal
from ui.dialogs import files
from ui.dialogs.field_form import text_field
from ui.dialogs.question import Question
from ui.look import GRID
from ui.widgets.cover_fields import read_date

if TYPE_CHECKING:
    from cchc_desktop.form.cover import Cover


@dataclass(frozen=True, slots=True)
class Sending:
    """How a report is sent."""

    folder: Path
    reason: str
    """Why it is sent again; empty the first time."""
    with_draft: bool
    """Whether a mail is drafted beside."""
    with_word: bool
    """Whether the Word report goes along."""


class SignedQuestion(Question):
    """Asks for number, date and signer of the signed report, and the PDF that came back."""

    topic = "gui-nhan"

    noted = Signal(str, object, str, object)
    """Number, `date`, signer, `Path` of the PDF or None."""

    def __init__(self, name: str, cover: Cover, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "Ghi nhận đã ký",
            f"Báo cáo {name} đã ký?",
            "Ghi số và ngày do văn thư cấp. Bản PDF đã ký hoặc bản quét được giữ trong tệp cơ quan và gửi "
            "kèm báo cáo; không có thì để trống.",
            parent,
        )
        self._folder = folder
        self.number = text_field("Số văn bản", "12", cover.number)
        issued = cover.issued or datetime.now().astimezone().date()
        self.issued = text_field("Ngày ký", "ngày/tháng/năm", short_date(issued))
        self.signer = text_field("Người ký", "Họ và tên", cover.signer)
        self.paper = text_field("Bản PDF đã ký", "không bắt buộc")
        self.choose = QPushButton("Chọn…")
        self.choose.setAccessibleName("Chọn bản PDF đã ký")
        self.choose.clicked.connect(self._choose)
        self.add_field(_form(self.number, self.issued, self.signer, (self.paper, self.choose)))
        self.go_button = self.add_button("Ghi nhận đã ký", self._note)
        self.add_button("Thôi")
        for field in (self.number, self.issued):
            field.told.connect(self._weigh)
        self._weigh()

    @property
    def _day(self) -> date | None:
        return read_date(self.issued.text())

    def _weigh(self) -> None:
        self.go_button.setEnabled(bool(normal(self.number.whole_text) and self._day))

    def _choose(self) -> None:
        if chosen := files.choose_paper(self, self._folder):
            self.paper.setText(str(chosen))

    def _note(self) -> None:
        written = self.paper.text().strip()
        paper = Path(written) if written else None
        self.noted.emit(normal(self.number.text()), self._day, normal(self.signer.text()), paper)


class SendQuestion(Question):
    """Asks where the files go, whether a mail draft is wished and, sent before, why it is sent again."""

    topic = "gui-nhan"

    agreed = Signal(object)
    """`Sending`."""

    def __init__(
        self,
        name: str,
        told: str,
        folder: Path,
        *,
        needs_reason: bool,
        with_word: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`with_word`: the Word report is proposed to go along, as where no signed paper does."""
        super().__init__("Gửi báo cáo", f"Tạo tệp để gửi báo cáo {name}?", told, parent)
        self.folder = text_field("Thư mục đặt tệp", "", str(folder))
        self.choose = QPushButton("Chọn…")
        self.choose.setAccessibleName("Chọn thư mục đặt tệp")
        self.choose.clicked.connect(self._choose)
        self.reason = text_field("Lý do gửi lại", "ví dụ: Sửa số liệu Phụ lục 3", "")
        if not needs_reason:
            self.reason.hide()
        self.word = QCheckBox("Kèm báo cáo Word (.docx)")
        self.word.setChecked(with_word)
        self.draft = QCheckBox("Tạo thêm thư nháp .eml (mở bằng Outlook hoặc Thunderbird)")
        form = _form((self.folder, self.choose), *((self.reason,) if needs_reason else ()))
        self.add_field(form)
        self.add_field(self.word)
        self.add_field(self.draft)
        self.go_button = self.add_button("Tạo tệp để gửi", self._agree)
        self.add_button("Thôi")
        self._needs_reason = needs_reason
        for field in (self.folder, self.reason):
            field.told.connect(self._weigh)
        self._weigh()

    def _weigh(self) -> None:
        reason = not self._needs_reason or normal(self.reason.whole_text)
        self.go_button.setEnabled(bool(self.folder.whole_text.strip() and reason))

    def _choose(self) -> None:
        if chosen := files.choose_folder(self, Path(self.folder.text())):
            self.folder.setText(str(chosen))

    def _agree(self) -> None:
        folder = Path(self.folder.text().strip())
        reason = normal(self.reason.text())
        self.agreed.emit(Sending(folder, reason, self.draft.isChecked(), self.word.isChecked()))


def _form(*rows: QLineEdit | tuple[QLineEdit, QPushButton]) -> QWidget:
    """Put the fields under each other, some with a button beside."""
    asked = QWidget()
    form = QFormLayout(asked)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(GRID)
    for row in rows:
        if isinstance(row, QLineEdit):
            form.addRow(row.accessibleName(), row)
            continue
        field, button = row
        beside = QHBoxLayout()
        beside.setSpacing(GRID)
        beside.addWidget(field, 1)
        beside.addWidget(button)
        form.addRow(field.accessibleName(), beside)
    return asked
