"""Finds and replaces words over the sections of a report, in the order of the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from cchc_desktop.values.text import composed
from ui.prose.finding_text import places_of
from ui.prose.units import in_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from ui.prose.editor import ProseEditor
    from ui.prose.replace_bar import ReplaceBar
    from ui.prose.section_texts import SectionTexts


class Searching(QObject):
    """Works the bar for one report."""

    def __init__(
        self,
        bar: ReplaceBar,
        editor: ProseEditor,
        texts: SectionTexts,
        sections: tuple[str, ...],
        show: Callable[[str], None],
    ) -> None:
        super().__init__(editor)
        self._bar = bar
        self._editor = editor
        self._texts = texts
        self.sections = sections
        """Those that are searched, in the order of the outline."""
        self._show = show
        bar.stepped.connect(self.step)
        bar.replaced.connect(self.replace)
        bar.replaced_all.connect(self.replace_all)

    def begin(self, *, replacing: bool) -> None:
        """Show the bar."""
        words = self._editor.textCursor().selectedText()
        self._bar.begin(
            "" if "\u2029" in words else words, replacing=replacing and not self._editor.isReadOnly()
        )

    def step(self, forward: bool) -> None:
        """Select the next place, or the one before; the last leads to the first, and that is said."""
        wanted = self._bar.field.whole_text
        cursor, here = self._editor.textCursor(), self._shown_section()
        found = [
            (number, place)
            for number, section in enumerate(self.sections)
            for place in self._places(wanted, self._texts.document(section))
        ]
        if not found:
            self._bar.found.setText("Không tìm thấy." if wanted.strip() else "")
            return
        now = (here, cursor.selectionEnd() if forward else cursor.selectionStart())
        ahead = [at for at in found if (at >= now if forward else at < now)]
        target = (ahead[0] if forward else ahead[-1]) if ahead else found[0 if forward else -1]
        around = "" if ahead else " Đã tìm tới cuối, quay lại từ đầu." if forward else " Đã quay lại từ cuối."
        self._select(target, _length(wanted))
        self._bar.found.setText(f"{found.index(target) + 1}/{len(found)}.{around}")

    def replace(self) -> None:
        """Replace what is selected, where it is what was looked for, and go to the next place."""
        cursor, wanted = self._editor.textCursor(), self._bar.field.whole_text
        selected = cursor.selectedText()
        if selected and len(selected) == len(composed(wanted)) and places_of(wanted, selected) == [0]:
            cursor.insertText(composed(self._bar.replacement.whole_text))
            self._editor.setTextCursor(cursor)
        self.step(True)

    def replace_all(self) -> None:
        """Replace every place in every section, as one step in each."""
        wanted, count = self._bar.field.whole_text, 0
        new = composed(self._bar.replacement.whole_text)
        for section in self.sections:
            document = self._texts.document(section)
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            for place in reversed(self._places(wanted, document)):
                cursor.setPosition(place)
                cursor.setPosition(place + _length(wanted), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(new)
                count += 1
            cursor.endEditBlock()
        self._bar.found.setText(f"Đã thay {count} chỗ." if count else "Không tìm thấy.")

    def _places(self, wanted: str, document: QTextDocument) -> list[int]:
        return places_of(in_units(wanted), in_units(document.toRawText()))

    def _shown_section(self) -> int:
        shown = self._editor.document()
        return next(
            place for place, section in enumerate(self.sections) if self._texts.document(section) is shown
        )

    def _select(self, target: tuple[int, int], length: int) -> None:
        number, place = target
        if number != self._shown_section():
            self._show(self.sections[number])
        cursor = self._editor.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()


def _length(wanted: str) -> int:
    """How many places of a document the words take."""
    return len(in_units(composed(wanted)))
