"""What a note at the foot of the page says: words of one's own, or a document from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.narrative.citing import citation
from cchc_desktop.values.text import normal, plain_words
from ui.dialogs.question import Question
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc_desktop.narrative.citing import Documents

_KEY = 256


class NoteQuestion(Question):
    """Offers the documents that hold what is typed; what is typed can also be the note itself."""

    topic = "loi-van"

    def __init__(
        self,
        documents: Documents,
        *,
        note: str,
        write: Callable[[str], None],
        cite: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        explanation = (
            "Gõ lời chú, hoặc gõ vài chữ để tìm văn bản trong sổ rồi chọn."
            if documents
            else "Gõ lời chú. Sổ văn bản chưa có văn bản nào để trích."
        )
        super().__init__("Chú thích", "Chú thích cuối trang", explanation, parent)
        self.field = SearchField()
        self.field.setAccessibleName("Lời chú")
        self.field.setText(note)
        self.add_field(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName("Văn bản trong sổ")
        if documents:
            self.add_field(self.list)
        self._documents = documents
        self._write = self.add_button("Ghi lời chú", lambda: write(normal(self.field.whole_text)))
        self._cite = self.add_button("Trích văn bản đã chọn", lambda: cite(self._chosen()))
        self._cite.setVisible(bool(documents))
        self.add_button("Thôi")
        self.field.told.connect(self._narrow)
        self.list.currentRowChanged.connect(self._weigh)
        self._narrow(note)
        self.field.setFocus()

    def _narrow(self, wanted: str) -> None:
        words = plain_words(wanted).split()
        self.list.clear()
        for key, document in self._documents.items():
            told = citation(document)
            if all(word in plain_words(told) for word in words):
                item = QListWidgetItem(told)
                item.setData(_KEY, key)
                self.list.addItem(item)
        self._weigh()

    def _chosen(self) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def _weigh(self) -> None:
        self._write.setEnabled(bool(normal(self.field.whole_text)))
        self._cite.setEnabled(bool(self._chosen()))
