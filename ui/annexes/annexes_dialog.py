"""Phụ lục thêm: the appendices an office adds, what each says, its photos."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.errors import CchcError
from ui.annexes.photo_shelf import PhotoShelf
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.look import GRID
from ui.prose.units import in_units
from ui.widgets.text_line import TextLine
from ui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.form.annex import Annex
    from cchc_desktop.office.findings.found import Passage
    from ui.annexes.annex_desk import AnnexDesk

_NEW = "Phụ lục mới"
_KEY = Qt.ItemDataRole.UserRole
_HINT = (
    "Viết như lời văn: mỗi dòng một đoạn, “- ” mở mục liệt kê, bảng kẻ bằng dấu |, {PL2.1} in số liệu "
    "của dòng."
)


class AnnexText(TextLines):
    """The words of an appendix."""

    def __init__(self) -> None:
        super().__init__("Nội dung phụ lục")
        self.setPlaceholderText(_HINT)
        self.setToolTip(_HINT)


class AnnexesDialog(Question):
    """A list at the left, the chosen appendix at the right; whatever is left is kept."""

    def __init__(self, desk: AnnexDesk, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(
            "Phụ lục thêm",
            "Danh sách, bảng và ảnh kèm báo cáo",
            "Các phụ lục này in sau phụ lục số liệu. Ảnh chỉ in trong báo cáo, không gửi theo tệp trao đổi.",
            parent,
        )
        self._desk = desk
        self.folder = folder
        """Where photos were last taken from."""
        self._looked_at = ""
        self.list = QListWidget()
        self.list.setAccessibleName("Các phụ lục thêm")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.title = TextLine()
        self.title.setAccessibleName("Tên phụ lục")
        self.title.setPlaceholderText("Tên phụ lục, không ghi số")
        self.text = AnnexText()
        self.photos = PhotoShelf()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.add, self.remove = QPushButton("Thêm phụ lục"), QPushButton("Bỏ phụ lục")
        self.up, self.down = QPushButton("Lên"), QPushButton("Xuống")
        self._arrange()
        self._connect()
        self.add_button("Đóng").setAutoDefault(False)  # Enter ends a field, not the work
        self._show(next(iter(desk.annexes), ""))

    def show_passage(self, passage: Passage) -> None:
        """Show the appendix that a passage stands in, the passage selected."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == passage.section:
                self.list.setCurrentRow(row)
        line = self.text.document().findBlockByNumber(max(passage.line - 1, 0))
        start, end = (
            line.position() + len(in_units(line.text()[:place])) for place in (passage.start, passage.end)
        )
        cursor = self.text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.setFocus()

    def done(self, result: int) -> None:
        self._keep()
        self.photos.keep()
        super().done(result)

    def _arrange(self) -> None:
        side, inner = QVBoxLayout(), QVBoxLayout()
        side.addWidget(self.list)
        side.addLayout(_row(self.add, self.remove))
        side.addLayout(_row(self.up, self.down))
        for part in (self.title, self.text, self.photos):
            inner.addWidget(part)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        grid.addLayout(side, 0, 0)
        grid.addLayout(inner, 0, 1)
        grid.addWidget(self.told, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        body.setMinimumWidth(self.fontMetrics().averageCharWidth() * 90)
        self.add_field(body)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._turn)
        self.title.editingFinished.connect(self._keep)
        self.text.left.connect(self._keep)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(lambda: self._on_chosen(self._desk.remove))
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.photos.asked.connect(self._ask_photos)
        self.photos.removed.connect(
            lambda number: self._on_chosen(lambda key: self._desk.remove_photo(key, number))
        )
        self.photos.captioned.connect(
            lambda number, text: self._on_chosen(lambda key: self._desk.write_caption(key, number, text))
        )

    def _show(self, chosen: str) -> None:
        """Show the list anew with one of them chosen, or the one that took its place."""
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for key, annex in self._desk.annexes.items():
            item = QListWidgetItem(annex.title, self.list)
            item.setData(_KEY, key)
            row = self.list.count() - 1 if key == chosen else row
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._show_chosen()

    def _turn(self, _row: int) -> None:
        self._keep()  # of the one that was looked at
        self._show_chosen()

    def _show_chosen(self) -> None:
        item = self.list.currentItem()
        self._looked_at = str(item.data(_KEY)) if self.list.currentRow() >= 0 else ""
        annex = self._desk.annexes.get(self._looked_at)
        self.title.setText(annex.title if annex else "")
        if annex is None or self.text.toPlainText() != annex.text:
            self.text.setPlainText(annex.text if annex else "")
        for part in (self.title, self.text, self.photos, self.remove, self.up, self.down):
            part.setEnabled(annex is not None)
        self._show_photos(annex)

    def _show_photos(self, annex: Annex | None, chosen: int | None = None) -> None:
        shown = []
        for photo in annex.photos if annex else ():
            image = self._desk.image(photo)
            shown.append((photo.caption, image.content if image else b""))
        self.photos.show_photos(shown, chosen)

    def _keep(self) -> None:
        """Keep what was typed of the appendix that is looked at."""
        key = self._looked_at
        annex = self._desk.annexes.get(key)
        title, text = self.title.text().strip(), self.text.toPlainText()
        if annex is None or (title, text) == (annex.title, annex.text):
            return
        if self._was_done(lambda: self._desk.write(key, title=title, text=text)):
            self.told.setText(self._desk.trouble(key))
            for row in range(self.list.count()):
                if self.list.item(row).data(_KEY) == key:
                    self.list.item(row).setText(self._desk.annexes[key].title)

    def _add(self) -> None:
        self._keep()
        added: list[str] = []
        if self._was_done(lambda: added.append(self._desk.add(_NEW))):
            self._show(added[0])
            self.title.setFocus()
            self.title.selectAll()

    def _move(self, by: int) -> None:
        place = self.list.currentRow() + 1 + by
        if 1 <= place <= self.list.count():
            self._on_chosen(lambda key: self._desk.move(key, place))

    def _on_chosen(self, wish: Callable[[str], None]) -> None:
        chosen = self._looked_at
        if self._was_done(lambda: wish(chosen)):
            self._show(chosen)

    def _ask_photos(self) -> None:
        for path in files.choose_photos(self, self.folder):
            self.folder = path.parent
            if not self._was_done(partial(self._desk.add_photo, self._looked_at, path)):
                break
        annex = self._desk.annexes.get(self._looked_at)
        if annex and annex.photos:
            self._show_photos(annex, len(annex.photos) - 1)
            self.photos.caption.setFocus()

    def _was_done(self, wish: Callable[[], object]) -> bool:
        """Have it done, or say why not."""
        try:
            wish()
        except CchcError as refusal:
            self.told.setText(refusal.message)
            return False
        self.told.clear()
        return True


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    return row
