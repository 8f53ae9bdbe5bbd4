"""One document for each section of the open report, so that each keeps its own undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from cchc_desktop.narrative.blocks import LineKind
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import stored
from ui.look import GRID
from ui.prose import texts
from ui.prose.inline import InlineObjects

if TYPE_CHECKING:
    from cchc_desktop.office.report import OpenReport
    from ui.prose.live_figures import LiveFigures


class SectionTexts(QObject):
    """Makes a section's document when it is first asked for, and tells its text as it is stored."""

    def __init__(self, report: OpenReport, figures: LiveFigures, parent: QObject) -> None:
        super().__init__(parent)
        self._report = report
        self._figures = figures
        self._documents: dict[str, QTextDocument] = {}
        self._kept: dict[str, str] = {}
        """What the office file held of a section when it was last the same as its document."""
        self._objects: dict[str, InlineObjects] = {}

    def document(self, section: str) -> QTextDocument:
        """Return the section's document."""
        if section not in self._documents:
            document = QTextDocument(self)
            document.setDocumentMargin(2 * GRID)
            self._objects[section] = InlineObjects(document, self._figures)
            _MinorHeadings(document)
            self._documents[section] = document
            self._fill(section)
        return self._documents[section]

    @property
    def touched(self) -> list[str]:
        """The sections that somebody wrote in since they were saved."""
        return [section for section, document in self._documents.items() if document.isModified()]

    def stored(self, section: str) -> str:
        """Return the section's text as it is to be stored; as it was while nobody touched it."""
        if section not in self._documents or not self._documents[section].isModified():
            return self._report.prose.get(section, "")
        return stored(texts.prose_of(self._documents[section]))

    def read_again(self, section: str) -> None:
        """Show the section as the office file has it, as a step that can be undone."""
        text = self._report.prose.get(section, "")
        document = self._documents.get(section)
        if document and self._kept[section] != text:
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            texts.set_kind(cursor, LineKind.PARAGRAPH)
            texts.put(cursor, parse(text))
            cursor.endEditBlock()
            self.keep(section)

    def keep(self, section: str) -> None:
        """The section stands in the office file as it does here."""
        self._documents[section].setModified(False)
        self._kept[section] = self._report.prose.get(section, "")

    def show_anew(self, changed: frozenset[str]) -> None:
        """Draw the figures again that follow one of the changed rows."""
        for objects in self._objects.values():
            objects.show_anew(changed)

    def _fill(self, section: str) -> None:
        document = self._documents[section]
        document.setUndoRedoEnabled(False)
        texts.put(QTextCursor(document), parse(self._report.prose.get(section, "")))
        if document.isEmpty():
            texts.set_kind(QTextCursor(document), LineKind.PARAGRAPH)
        document.setUndoRedoEnabled(True)
        self.keep(section)


class _MinorHeadings(QSyntaxHighlighter):
    """Shows minor headings and a table's first row in bold, as they print, without storing that."""

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        table = QTextCursor(block).currentTable() if block.isValid() else None
        is_first_row = table is not None and table.cellAt(QTextCursor(block)).row() == 0
        if is_first_row or texts.kind_of(block) is LineKind.HEADING:
            style = QTextCharFormat()
            style.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, len(text), style)
