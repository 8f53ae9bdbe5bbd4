"""The prose of a received report, to be read; words of it are selected and commented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.office.mailroom.remarks import on_passage
from cchc_desktop.values.text import normal
from ui.look import GRID
from ui.widgets.plain_words import plain_label
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc_desktop.office.mailroom.remarks import Remark
    from cchc_desktop.rules.text.section import TextSection

_LINES = 4
_EMPTY = "Báo cáo này không có lời văn trong tệp."
_PARAGRAPH = "\u2029"
"""What Qt puts between the paragraphs of a selection."""


class ProseReview(QWidget):
    """Keeps comments on passages; each can be taken away again."""

    remarked = Signal()

    def __init__(
        self,
        prose: tuple[TextSection, ...],
        before: Iterable[Remark] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`before`: what was commented when the report was handed back the last time."""
        super().__init__(parent)
        said = [f"Lần trước đã góp ý. {_written(each)}" for each in before if each.section]
        self.before = plain_label("\n".join(said))
        if not said:
            self.before.hide()
        self.comments: list[Remark] = []
        self._sections: list[str] = []
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Lời văn của báo cáo")
        self.remark = TextLine()
        self.remark.setPlaceholderText("Chọn đoạn ở trên rồi ghi góp ý cho đoạn đó")
        self.remark.setAccessibleName("Góp ý cho đoạn đang chọn")
        self.add = QPushButton("Thêm góp ý")
        self.add.setAutoDefault(False)
        self.list = QListWidget()
        self.list.setAccessibleName("Góp ý cho lời văn")
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.drop = QPushButton("Bỏ góp ý đang chọn")
        self.drop.setAutoDefault(False)
        self._fill(prose)
        self._arrange()
        self.add.clicked.connect(self._add)
        self.remark.returnPressed.connect(self._add)
        self.drop.clicked.connect(self._drop)

    def _fill(self, prose: tuple[TextSection, ...]) -> None:
        cursor, plain, heading = QTextCursor(self.text.document()), QTextCharFormat(), QTextCharFormat()
        heading.setFontWeight(QFont.Weight.Bold)
        for each in prose:
            for line, style in ((each.heading, heading), *((text, plain) for text in each.paragraphs)):
                if self._sections:
                    cursor.insertBlock()
                cursor.insertText(line, style)
                self._sections.append(each.id)
        if not self._sections:
            cursor.insertText(_EMPTY)
        self.remark.setEnabled(bool(self._sections))

    def _arrange(self) -> None:
        writing, below = QHBoxLayout(), QHBoxLayout()
        writing.setSpacing(GRID)
        writing.addWidget(self.remark, 1)
        writing.addWidget(self.add)
        below.addStretch()
        below.addWidget(self.drop)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addWidget(self.before)
        layout.addWidget(self.text, 1)
        layout.addLayout(writing)
        layout.addWidget(self.list)
        layout.addLayout(below)
        self._weigh()

    def _add(self) -> None:
        text, cursor = normal(self.remark.text()), self.text.textCursor()
        if not text or not self._sections:
            return
        place = self.text.document().findBlock(cursor.selectionStart()).blockNumber()
        quote = cursor.selectedText().split(_PARAGRAPH)[0]
        comment = on_passage(self._sections[place], quote, text)
        self.comments.append(comment)
        self.list.addItem(QListWidgetItem(_written(comment)))
        self.remark.clear()
        self._weigh()
        self.remarked.emit()

    def _drop(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.list.takeItem(row)
            del self.comments[row]
            self._weigh()
            self.remarked.emit()

    def _weigh(self) -> None:
        for part in (self.list, self.drop):
            part.setVisible(bool(self.comments))


def _written(comment: Remark) -> str:
    quoted = f" “{comment.quote}”" if comment.quote else ""
    return f"Mục {comment.section}{quoted}: {comment.text}"
