"""Thiết lập: how the office prints, and how this person's window looks. What is chosen holds at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QWidget,
)

from cchc_desktop.office.settings import SCHEMA
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.look import GRID
from ui.theme import LETTERS, THEMES
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc_desktop.office.settings import Setting, Settings, Value
    from ui.desk import Desk
    from ui.remembered import Remembered

_WIDTH_IN_DIGITS = 84
_FOLDERS = {
    "reports": ("Thư mục báo cáo", "cạnh tệp cơ quan"),
    "backups": ("Thư mục sao lưu", "thư mục sao-luu cạnh tệp cơ quan"),
}


class SettingsDialog(Question):
    """One tab of what the office set, which lies in its file; one of this person on this machine."""

    topic = "hoi-dap"

    looked_different = Signal()

    def __init__(self, desk: Desk, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__("Thiết lập", "", "", parent)
        self._desk = desk
        self._remembered = remembered
        self.choices: dict[str, QComboBox] = {}
        """By the name of the setting; `theme` and `letters` among them."""
        self.folders: dict[str, QLabel] = {}
        tabs = QTabWidget()
        tabs.setAccessibleName("Nhóm thiết lập")
        if desk.office:
            tabs.addTab(scrolled(self._of_office(desk.office.settings)), "Cơ quan")
        tabs.addTab(scrolled(self._of_person()), "Máy này")
        wished = self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS
        tabs.setMinimumWidth(max(wished, tabs.minimumSizeHint().width()))
        self.add_field(tabs)
        self.add_button("Đóng")

    def _of_office(self, settings: Settings) -> QWidget:
        page, form = _form()
        for setting in SCHEMA:
            present = setting.value_in(settings)
            box = self._choice(setting.name, setting.title, setting.choices.items(), present)
            box.setToolTip(setting.about)
            box.setAccessibleDescription(setting.about)
            box.setEnabled(not self._desk.is_looking)
            box.activated.connect(partial(self._set, setting))
            form.addRow(setting.title, box)
        return page

    def _of_person(self) -> QWidget:
        page, form = _form()
        theme = self._choice("theme", "Màu sắc", THEMES.items(), self._remembered.theme)
        letters = self._choice(
            "letters", "Cỡ chữ", [(each, f"{each} %") for each in LETTERS], self._remembered.letters
        )
        theme.activated.connect(self._dress)
        letters.activated.connect(self._dress)
        form.addRow("Màu sắc", theme)
        form.addRow("Cỡ chữ", letters)
        for kind, (title, _) in _FOLDERS.items():
            form.addRow(title, self._folder(kind))
        return page

    def _choice(
        self,
        name: str,
        title: str,
        choices: Iterable[tuple[object, str]],
        present: object,
    ) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(title)
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(present), 0))
        self.choices[name] = box
        return box

    def _folder(self, kind: str) -> QWidget:
        title, _ = _FOLDERS[kind]
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        shown = QLabel()
        shown.setWordWrap(True)
        self.folders[kind] = shown
        for words, job in (("Chọn…", self._choose_folder), ("Như thường", self._usual_folder)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{title}: {words}")
            button.clicked.connect(partial(job, kind))
            layout.addWidget(button)
        layout.insertWidget(0, shown, 1)
        self._show_folder(kind)
        return line

    def _set(self, setting: Setting, _place: int) -> None:
        if self._desk.office:
            value = self._choices_value(setting)
            self._desk.set_settings(setting.set_in(self._desk.office.settings, value))

    def _choices_value(self, setting: Setting) -> Value:
        words = self.choices[setting.name].currentText()
        return next(value for value, each in setting.choices.items() if each == words)

    def _dress(self) -> None:
        self._remembered.theme = str(self.choices["theme"].currentData())
        self._remembered.letters = int(self.choices["letters"].currentData())
        self.looked_different.emit()

    def _choose_folder(self, kind: str) -> None:
        present = self._remembered.folder_of(kind) or Path.home()
        if folder := files.choose_folder(self, present, _FOLDERS[kind][0]):
            self._use(kind, folder)

    def _usual_folder(self, kind: str) -> None:
        self._use(kind, None)

    def _use(self, kind: str, folder: Path | None) -> None:
        self._remembered.remember_folder(kind, folder)
        if kind == "backups":
            self._desk.keep_copies_in(folder)
        self._show_folder(kind)

    def _show_folder(self, kind: str) -> None:
        folder = self._remembered.folder_of(kind)
        self.folders[kind].setText(str(folder) if folder else f"Như thường: {_FOLDERS[kind][1]}")


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    form.setSpacing(GRID)
    return page, form
