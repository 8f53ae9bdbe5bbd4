"""Who reports, to whom, and who signs: asked of a new office file, corrected later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.template.model import Level
from cchc_desktop.values.text import normal
from ui.dialogs.field_form import choice, text_field
from ui.dialogs.question import Question
from ui.look import GRID
from ui.widgets.scrolled import scrolled

_LEVELS = (Level.COMMUNE, Level.DEPARTMENT, Level.PROVINCE, Level.DISTRICT)
"""The ward clerk first; districts are for periods before July 2025."""
_AUTHORITIES = {
    "": "Theo biểu mẫu",
    "TM.": "Người đứng đầu ký",
    "KT.": "KT. (ký thay: cấp phó)",
    "Q.": "Q. (quyền cấp trưởng)",
    "TL.": "TL. (ký thừa lệnh)",
    "TUQ.": "TUQ. (ký thừa ủy quyền)",
}
_NEED_A_POSITION = ("KT.", "TL.", "TUQ.")


class OfficeDetails(Question):
    """Shows a profile in fields; only the office's name must be there."""

    chosen = Signal(object)
    """`Profile`."""

    def __init__(
        self,
        profile: Profile,
        parent: QWidget | None = None,
        *,
        title: str = "Thông tin cơ quan",
        verb: str = "Ghi lại",
    ) -> None:
        super().__init__(
            title,
            "Cơ quan nào báo cáo, gửi cho ai, ai ký?",
            "Những điều này in ở phần đầu, phần ký của báo cáo và trên tệp trao đổi; sau này sửa lại được.",
            parent,
        )
        self._profile = profile
        self.name = text_field("Tên cơ quan", "UBND phường …", profile.name)
        self.level = choice("Cấp", [(_level_words(level), level) for level in _LEVELS])
        self.level.setCurrentIndex(_LEVELS.index(profile.level))
        self.superior = text_field("Gửi báo cáo cho", "UBND tỉnh …", profile.superior.name)
        self.address = text_field("Thư điện tử nơi nhận", "Địa chỉ nhận tệp trao đổi", profile.superior.email)
        self.on_behalf_of = text_field("Cơ quan chủ quản", "Để trống nếu không có", profile.on_behalf_of)
        self.place = text_field("Địa danh", "Nơi ghi trước ngày tháng", profile.place)
        self.authority = choice("Thẩm quyền ký", [(words, sign) for sign, words in _AUTHORITIES.items()])
        self.position = text_field("Chức vụ người ký thay", "Phó Chủ tịch")
        self.signing = QLabel("; ".join(profile.signing))
        self.signing.setTextFormat(Qt.TextFormat.PlainText)
        self.signing.setWordWrap(True)
        self.signer = text_field("Người ký", "Họ và tên", profile.signer)
        self.typist = text_field("Người nhập", "Tên ghi trong nhật ký thay đổi", profile.prepared_by)
        self._arrange()
        self.go_button: QPushButton = self.add_button(verb, self._choose)
        self.add_button("Thôi")
        self.name.told.connect(self._weigh)
        self.position.told.connect(self._weigh)
        self.authority.currentIndexChanged.connect(self._weigh)
        self.level.currentIndexChanged.connect(self._weigh)
        self._weigh()

    @property
    def profile(self) -> Profile:
        """The office as the fields have it."""
        said = self._profile
        return replace(
            said,
            name=normal(self.name.text()),
            level=self.level.currentData(),
            superior=replace(
                said.superior, name=normal(self.superior.text()), email=normal(self.address.text())
            ),
            on_behalf_of=normal(self.on_behalf_of.text()),
            place=normal(self.place.text()),
            signing=self._lines(),
            signer=normal(self.signer.text()),
            prepared_by=normal(self.typist.text()),
        )

    def _arrange(self) -> None:
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        asked: tuple[QWidget, ...] = (
            self.name,
            self.level,
            self.superior,
            self.address,
            self.on_behalf_of,
            self.place,
            self.authority,
            self.position,
            self.signer,
            self.typist,
        )
        for field in asked:
            form.addRow(field.accessibleName(), field)
            if field is self.position:
                form.addRow("Trên chữ ký in", self.signing)
        self.add_field(scrolled(fields))

    def _lines(self) -> tuple[str, ...]:
        """The lines above the signature; those of before where nothing was chosen."""
        authority = str(self.authority.currentData())
        if not authority:
            return self._profile.signing
        from cchc_desktop.office.printed.signing import lines_above_signature

        try:
            return lines_above_signature(
                self.level.currentData(), authority, own=normal(self.position.text())
            )
        except CchcError:
            return self._profile.signing

    def _weigh(self) -> None:
        authority = str(self.authority.currentData())
        needed = authority in _NEED_A_POSITION
        self.position.setEnabled(needed)
        self.signing.setText("; ".join(self._lines()) or "Theo biểu mẫu của báo cáo")
        has_position = bool(normal(self.position.whole_text)) or not needed
        self.go_button.setEnabled(bool(normal(self.name.whole_text)) and has_position)

    def _choose(self) -> None:
        self.chosen.emit(self.profile)


class NewOffice(OfficeDetails):
    """Asks the same of an office that has no file yet."""

    def __init__(self, parent: QWidget | None = None, typed: Profile | None = None) -> None:
        profile = typed or Profile("", Level.COMMUNE, superior=Superior())
        super().__init__(profile, parent, title="Tạo tệp cơ quan mới", verb="Chọn nơi đặt tệp…")


def _level_words(level: Level) -> str:
    return "Sở, ngành" if level is Level.DEPARTMENT else f"Cấp {level.label}"
