"""Questions that come up while writing: what a note says, what letters in an old encoding are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.narrative.blocks import Mark
from cchc_desktop.narrative.literal import literal_within
from ui.prose import inline, pasting
from ui.prose.note_question import NoteQuestion
from ui.prose.texts import prose_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.report import OpenReport
    from ui.dialogs.question import Question
    from ui.prose.editor import ProseEditor

_SHOWN = 200


class NoteAsking(QObject):
    """Opens the questions and puts the answers into the text."""

    asked = Signal(object)
    """A question that was just opened."""

    def __init__(self, report: OpenReport, editor: ProseEditor, window: QWidget) -> None:
        super().__init__(window)
        self._report = report
        self._editor = editor
        self._window = window

    def ask(self) -> None:
        """Ask for a new note at the caret."""
        if not self._editor.isReadOnly():
            self._open(
                NoteQuestion(
                    self._report.documents,
                    note="",
                    write=self._write,
                    cite=lambda key: self._editor.insert_note((key,), {}),
                    parent=self._window,
                )
            )

    def edit(self, place: int) -> None:
        """Ask for other words of the note at a place."""
        keys, notes = inline.mark_of(inline.format_at(self._editor.document(), place))
        own = next((key for key in keys if key in notes), "")
        key = own or self._free_key()
        self._open(
            NoteQuestion(
                self._report.documents,
                note=notes.get(own, ""),
                write=lambda text: self._editor.replace_note(place, (key,), {key: note_source(text)}),
                cite=lambda document: self._editor.replace_note(place, (document,), {}),
                parent=self._window,
            )
        )

    def ask_old(self, text: str) -> None:
        """Offer a pasted text in an old font's encoding for conversion."""
        from cchc_desktop.values.old_encodings import converted, looks_old
        from ui.dialogs.question import Question

        encoding = looks_old(text)
        if encoding is None:
            return
        new = converted(text, encoding)
        question = Question(
            "Chữ gõ bằng phông cũ",
            f"Chữ này dùng bảng mã {encoding.value}. Chuyển sang Unicode?",
            f"Nếu chuyển, chữ sẽ là: {new[:_SHOWN].strip()}",
            self._window,
        )
        question.add_button("Chuyển sang Unicode", partial(self._put, new))
        question.add_button("Giữ nguyên chữ", partial(self._put, text))
        question.add_button("Thôi")
        self._open(question)

    def _put(self, text: str) -> None:
        self._editor.put(pasting.prose_in_text(text))

    def _write(self, text: str) -> None:
        key = self._free_key()
        self._editor.insert_note((key,), {key: note_source(text)})

    def _free_key(self) -> str:
        """A key that no note of this section has."""
        pieces = prose_of(self._editor.document()).pieces()
        taken = {key for _, piece in pieces if isinstance(piece, Mark) for key in piece.keys}
        number = 1
        while f"n{number}" in taken:
            number += 1
        return f"n{number}"

    def _open(self, question: Question) -> None:
        self.asked.emit(question)
        question.finished.connect(self._editor.setFocus)
        question.open()


def note_source(text: str) -> str:
    """Return a note's words as they are stored; braces stay: a note's figures are live too."""
    return literal_within(text).replace("{{", "{")
