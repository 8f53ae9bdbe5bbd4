"""Who reports: what a new office file has to know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.template.model import Level
from cchc_desktop.values.text import normal
from ui.dialogs.question import Question
from ui.look import GRID

_LEVELS = (Level.COMMUNE, Level.DEPARTMENT, Level.PROVINCE, Level.DISTRICT)
"""The ward clerk first; districts are for periods before July 2025."""


class NewOffice(Question):
    """Asks for name, level, superior, place and who types; only the name must be there."""

    chosen = Signal(object)
    """`Profile`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Tạo tệp cơ quan mới",
            "Cơ quan nào báo cáo?",
            "Những điều này được in ở đầu báo cáo và trên tệp trao đổi; sau này sửa lại được.",
            parent,
        )
        self.name = _field("UBND phường …", "Tên cơ quan")
        self.level = QComboBox()
        self.level.setAccessibleName("Cấp")
        for level in _LEVELS:
            self.level.addItem(f"Cấp {level.label}" if level is not Level.DEPARTMENT else "Sở, ngành", level)
        self.superior = _field("UBND tỉnh …", "Gửi báo cáo cho")
        self.place = _field("Nơi ghi trước ngày tháng", "Địa danh")
        self.typist = _field("Tên ghi trong nhật ký thay đổi", "Người nhập")
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        for field in (self.name, self.level, self.superior, self.place, self.typist):
            form.addRow(field.accessibleName(), field)
        self.add_field(fields)
        self.create_button = self.add_button("Chọn nơi đặt tệp…", self._choose)
        self.add_button("Thôi")
        self.name.textChanged.connect(self._weigh)
        self._weigh()

    def _weigh(self) -> None:
        self.create_button.setEnabled(bool(normal(self.name.text())))

    def _choose(self) -> None:
        self.chosen.emit(
            Profile(
                name=normal(self.name.text()),
                level=self.level.currentData(),
                superior=Superior(normal(self.superior.text())),
                place=normal(self.place.text()),
                prepared_by=normal(self.typist.text()),
            )
        )


def _field(example: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(example)
    field.setAccessibleName(name)
    return field
