"""What the report's first page and foot say, in fields."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.form.cover import Cover
from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import normal
from ui.look import GRID
from ui.widgets.text_line import TextLine
from ui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from cchc_desktop.template.model import Level

_AUTHORITIES = {
    "": "Giữ như dưới đây",
    "TM.": "Người đứng đầu ký",
    "KT.": "KT. (ký thay)",
    "Q.": "Q. (quyền cấp trưởng)",
    "TL.": "TL. (thừa lệnh)",
    "TUQ.": "TUQ. (thừa ủy quyền)",
}
_LINES = 3
_DATE_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y")


class Lines(TextLines):
    """A few lines of text, each of them something by itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * GRID)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is written, without empty lines."""
        return tuple(text for line in self.toPlainText().split("\n") if (text := normal(line)))


class CoverFields(QWidget):
    """Says when a field is left with another text than before."""

    settled = Signal(object)
    """`Cover` as the fields have it now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Cover()
        self._level: Level | None = None
        self.number = _field("Số", "văn thư điền sau")
        self.issued = _field("Ngày ký", "ngày/tháng/năm")
        self.place = _field("Địa danh", "")
        self.addressees = Lines("Kính gửi")
        self.authority = QComboBox()
        self.authority.setAccessibleName("Thẩm quyền ký")
        self.authority.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for sign, words in _AUTHORITIES.items():
            self.authority.addItem(words, sign)
        self.position = _field("Chức vụ người ký", "Phó Chủ tịch")
        self.signing = Lines("Trên chữ ký")
        self.signer = _field("Người ký", "Họ và tên")
        self.recipients = Lines("Nơi nhận")
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.hide()
        self._arrange()

    def show_cover(self, cover: Cover, level: Level) -> None:
        """Show what the cover says; a field somebody is in keeps its text."""
        self._shown, self._level = cover, level
        texts = {
            self.number: cover.number,
            self.issued: short_date(cover.issued) if cover.issued else "",
            self.place: cover.place,
            self.signer: cover.signer,
        }
        for field, text in texts.items():
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        listed = {
            self.addressees: cover.addressees,
            self.signing: cover.signing,
            self.recipients: cover.recipients,
        }
        for box, lines in listed.items():
            if not box.hasFocus() and box.lines != lines:
                box.setPlainText("\n".join(lines))

    def commit(self) -> None:
        """Hand over what the fields hold, if it is another text than before."""
        written = self.issued.text().strip()
        issued = read_date(written)
        self._remark("" if issued or not written else f"“{written}” không phải ngày. Hãy viết như 15/9/2026.")
        cover = Cover(
            number=normal(self.number.text()),
            issued=issued if issued or not written else self._shown.issued,
            place=normal(self.place.text()),
            signing=self.signing.lines,
            signer=normal(self.signer.text()),
            addressees=self.addressees.lines,
            recipients=self.recipients.lines,
        )
        if cover != self._shown:
            self._shown = cover
            self.settled.emit(cover)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self.number, self.issued, self.place, self.addressees, self.authority, self.position):
            form.addRow(field.accessibleName(), field)
        for field in (self.signing, self.signer, self.recipients):
            form.addRow(field.accessibleName(), field)
        form.addRow(self.remark)
        for line in (self.number, self.issued, self.place, self.signer):
            line.editingFinished.connect(self.commit)
        for box in (self.addressees, self.signing, self.recipients):
            box.left.connect(self.commit)
        self.authority.activated.connect(self._write_signing)
        self.position.editingFinished.connect(self._write_signing)

    def _write_signing(self) -> None:
        """Write the lines above the signature for the authority that was chosen."""
        authority = str(self.authority.currentData())
        if not authority or self._level is None:
            return
        from cchc_desktop.office.printed.signing import lines_above_signature

        try:
            lines = lines_above_signature(self._level, authority, own=normal(self.position.text()))
        except CchcError as refusal:
            self._remark(refusal.message)
            return
        self.signing.setPlainText("\n".join(lines))
        self.commit()

    def _remark(self, words: str) -> None:
        self.remark.setText(words)
        self.remark.setVisible(bool(words))


def read_date(text: str) -> date | None:
    """Return the day that is written the Vietnamese way, or None where it is none."""
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text.strip(), form).astimezone().date()
        except ValueError:
            continue
    return None


def _field(name: str, example: str) -> QLineEdit:
    field = TextLine()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field
