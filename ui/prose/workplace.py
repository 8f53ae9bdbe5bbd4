"""The outline, the text and what stands beside it, for one report."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.figures.locked import text_lock_on
from cchc_desktop.office.prose.prose import carry_over
from cchc_desktop.template.counts import COUNTS
from ui.look import GRID, quiet
from ui.prose import inline
from ui.prose.arranging import Arranging
from ui.prose.beside import Beside
from ui.prose.editor import ProseEditor
from ui.prose.found_here import FoundHere
from ui.prose.keeping_text import KeepingText
from ui.prose.live_figures import LiveFigures
from ui.prose.note_asking import NoteAsking
from ui.prose.outline import OutlineList, OutlineModel
from ui.prose.passages import selection_of
from ui.prose.replace_bar import ReplaceBar
from ui.prose.searching import Searching
from ui.prose.section_head import SectionHead
from ui.prose.section_texts import SectionTexts
from ui.prose.text_findings import TextFindings
from ui.prose.text_menu import text_menu
from ui.prose.text_tools import TextTools, shortcut

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.findings.found import Passage
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk

_SHARES = (30, 54, 28)
"""Of the width: outline, text, what stands beside."""
_NARROW_IN_DIGITS = 130
"""A window narrower than that shows what stands beside the text below the outline."""
_LOOKING = "Tệp đang mở chỉ để xem, nên lời văn không sửa được."


class Workplace(QWidget):
    """Shows one section at a time and keeps what is typed into it."""

    followed = Signal(str)
    """Code of the row whose cell is to be shown."""

    def __init__(self, desk: Desk, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._report = report
        self.section = ""
        """Id of the section that is shown."""
        self.figures = LiveFigures(report)
        self.texts = SectionTexts(report, self.figures, self)
        self.model = OutlineModel(report, self)
        self.outline = OutlineList()
        self.editor = ProseEditor(self.figures)
        self.tools = TextTools(self.editor)
        self.bar = ReplaceBar()
        self.beside = Beside(report)
        self.findings = TextFindings()
        self.head, self.about = SectionHead(), QLabel()
        self.split, self.left = QSplitter(), QSplitter()
        self.carry = QPushButton("Mang sang các mục trống")
        self.sections = QPushButton("Sửa đề cương…")
        self.keeping = KeepingText(self.save, self)
        written = self.model.written
        self.searching = Searching(self.bar, self.editor, self.texts, written, self.show_section)
        self.found = FoundHere(desk, report, self.model, self.findings, self.settle, self)
        self.arranging = Arranging(desk, report, self.settle, self)
        self.notes = NoteAsking(report, self.editor, self)
        self._arrange()
        self._connect()
        self._add_keys()
        self.outline.show_outline(self.model)
        self.show_section(written[0])
        self._show_troubles()

    def show_section(self, section: str) -> None:
        """Show a section's text; the one that was shown is saved first."""
        if section == self.section or (self.section and not self.save()):
            return
        self.section = section
        document = self.texts.document(section)
        self.editor.show_document(document)
        document.contentsChanged.connect(self._note_typing, Qt.ConnectionType.UniqueConnection)
        self.editor.setAccessibleName(f"Lời văn mục {self.model.heading(section)}")
        self.outline.choose(section)
        self._show_state()
        self._show_beside()
        self._tell_troubles()

    def show_passage(self, passage: Passage) -> None:
        """Show a passage of the prose, selected."""
        self.show_section(passage.section)
        if self.section == passage.section and self.save():
            document, text = self.editor.document(), self._report.prose.get(passage.section, "")
            self.editor.setTextCursor(selection_of(document, text, passage))
            self.editor.ensureCursorVisible()
        self.editor.setFocus()

    def show_quote(self, section: str, quote: str) -> None:
        """Show a section, the quoted words selected if they stand there."""
        self.show_section(section)
        document = self.editor.document()
        words = max(re.split(r"[\d.,%]*\d[\d.,%]*", quote), key=len).strip()  # a live figure is no digits
        found = document.find(words) if words else QTextCursor(document)
        self.editor.setTextCursor(QTextCursor(document) if found.isNull() else found)
        self.editor.setFocus()

    def go(self, *, forward: bool) -> None:
        """Show the next or previous section."""
        self.show_section(self.model.beside(self.section, forward=forward))
        self.editor.setFocus()

    def save(self) -> bool:
        """Put every section that was touched into the office file; say whether it is there."""
        self.keeping.rest()
        return all(self._desk.wish(partial(self._write, section)) for section in self.texts.touched)

    def settle(self) -> bool:
        """Take in a word still being composed, then save."""
        self.editor.settle()
        return self.save()

    def take_in(self, changes: Changes) -> None:
        """Show what an operation changed."""
        if followed := changes.cells | (COUNTS.keys() if changes.entries else frozenset()):
            self.figures.forget()
            self.texts.show_anew(followed)
        for section in changes.sections:
            self.texts.read_again(section)
            self.model.refresh(section)
        if changes.outline:
            self._show_outline()
        if changes.head or changes.sections:
            self._show_state()
            self._tell_troubles()
        if self.isVisible() and followed:
            self._show_beside()

    def write_figures_anew(self) -> None:
        """Figures are written in another way from now on: other decimals, another percent sign."""
        self.figures.forget()
        self.texts.show_anew(frozenset(self._report.template.indicators) | COUNTS.keys())
        if self.isVisible():
            self._show_beside()

    def look_again(self) -> None:
        """The page is shown again: figures may be others than when it was left."""
        self._show_beside()
        self._show_troubles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_IN_DIGITS * self.fontMetrics().averageCharWidth()
        holder = self.left if narrow else self.split
        if self.beside.parent() is not holder:
            holder.addWidget(self.beside)
            self._share_out()

    def _share_out(self) -> None:
        """Give the columns their shares; drawn otherwise, those are kept in any window."""
        self.split.setSizes([share * 10 for share in _SHARES])

    def _note_typing(self) -> None:
        if self.editor.document().isModified():
            self.keeping.typed()
            self._desk.found.rest()

    def _write(self, section: str) -> Changes:
        changes = self._report.write(section, self.texts.stored(section))
        self.texts.keep(section)
        return changes

    def _carry(self, text: str) -> None:
        """Put the last period's text into the section, or behind what stands there."""
        if self.editor.document().isEmpty():
            self._desk.wish(lambda: self._report.write(self.section, text, is_carried_over=True))
        else:
            cursor = self.editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            cursor.insertBlock()
            self.editor.setTextCursor(cursor)
            self.editor.put(parse(text))
        self.editor.setFocus()

    def _carry_all(self) -> None:
        if self.settle():
            self._desk.wish(lambda: carry_over(self._report))

    def _toggle_done(self) -> None:
        if self.may_write and self.settle():
            is_done = self.model.state(self.section) is not SectionState.DONE
            self._mark(is_done=is_done)

    def _mark(self, *, is_done: bool) -> None:
        self._desk.wish(lambda: self._report.mark_section(self.section, is_done=is_done))

    @property
    def may_write(self) -> bool:
        """Whether the text can be changed."""
        return not self._why_closed()

    def _why_closed(self) -> str:
        if self._desk.is_looking:
            return _LOOKING
        lock = text_lock_on(self._report.archive, self._report.head)
        return f"Lời văn chỉ đọc. {lock.words}" if lock else ""

    def _show_state(self) -> None:
        why = self._why_closed()
        self.head.show_section(self.model.heading(self.section), self.model.state(self.section), why)
        self.editor.setReadOnly(bool(why))
        self.tools.enable(may_write=not why)
        self.carry.setVisible(self.beside.offers_anything and not why)
        self.sections.setEnabled(not why)
        self.beside.may_write = not why

    def _show_beside(self) -> None:
        self.beside.show_section(self.model.sections[self.model.place_of(self.section)])

    def _show_outline(self) -> None:
        """Show the outline as it is arranged now; where the section shown is hidden, the one after it."""
        self.model.read_again()
        self.searching.sections = self.model.written
        section = self.model.nearest(self.section)
        self.outline.choose(section)
        self.show_section(section)
        self._show_state()

    def _show_troubles(self) -> None:
        self.found.mark()
        self._tell_troubles()

    def _tell_troubles(self) -> None:
        self.found.tell(self.section, may_write=self.may_write)

    def _tell_figure(self) -> None:
        place = self.editor.objects.figure_at_caret()
        told = self.figures.told(self.editor.objects.source(place)) if place >= 0 else ""
        self.about.setText(told)
        self.editor.setAccessibleDescription(told)

    def _open_menu(self, where: QPoint, place: int) -> None:
        text_menu(self.editor, place, self.notes.edit).popup(where)

    def _open_outline_menu(self, section: str, where: QPoint) -> None:
        if self.may_write:
            self.arranging.menu(section).popup(where)

    def _open_own_menu(self) -> None:
        self._open_outline_menu(self.section, self.sections.mapToGlobal(self.sections.rect().bottomLeft()))

    def _push_section(self, is_down: bool) -> None:
        if self.may_write:
            self.arranging.move(self.section, is_down=is_down)

    def _arrange(self) -> None:
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        palette = self.about.palette()
        palette.setColor(self.about.foregroundRole(), quiet(palette))
        self.about.setPalette(palette)
        self.carry.setToolTip("Chép lời kỳ trước vào mọi mục còn trống, có dấu “mang sang”")
        self.left.setOrientation(Qt.Orientation.Vertical)
        self.left.setChildrenCollapsible(False)
        self.sections.setToolTip("Thêm, đổi tên, ẩn, sắp lại các mục (Shift+F10 ở đề cương)")
        self.left.addWidget(_column(self.outline, self.sections, self.carry))
        parts = (self.head, self.tools, self.bar, self.editor, self.findings, self.about)
        middle = _column(*parts, stretched=self.editor)
        self.split.setChildrenCollapsible(False)
        for part in (self.left, middle, self.beside):
            self.split.addWidget(part)
        self._share_out()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)

    def _connect(self) -> None:
        self.outline.chosen.connect(self.show_section)
        self.outline.entered.connect(self.editor.setFocus)
        self.outline.menu_asked.connect(self._open_outline_menu)
        self.outline.pushed.connect(self._push_section)
        self.sections.clicked.connect(self._open_own_menu)
        self.editor.line_ended.connect(self.keeping.now)
        self.editor.followed.connect(self.followed)
        self.editor.menu_asked.connect(self._open_menu)
        self.editor.old_letters.connect(self.notes.ask_old)
        self.editor.cursorPositionChanged.connect(self._tell_figure)
        self.tools.note.triggered.connect(self.notes.ask)
        self.beside.inserted.connect(self._insert)
        self.beside.carried.connect(self._carry)
        self.carry.clicked.connect(self._carry_all)
        self.head.confirmed.connect(lambda: self._mark(is_done=False))
        self.head.toggled.connect(self._toggle_done)
        self.bar.left.connect(self.editor.setFocus)
        self._desk.found.told.connect(self._show_troubles)
        self.findings.followed.connect(self.followed)
        self.findings.placed.connect(self.show_passage)

    def _insert(self, text: str) -> None:
        before = self.editor.textCursor()
        if not before.atBlockStart() and not inline.stands_after_blank(before):
            before.insertText(" ")
        self.editor.put(parse(text))
        self.editor.setFocus()

    def _add_keys(self) -> None:
        shortcut(self, "Ctrl+H", partial(self.searching.begin, replacing=True))
        shortcut(self, "Ctrl+PgDown", partial(self.go, forward=True))
        shortcut(self, "Ctrl+PgUp", partial(self.go, forward=False))
        shortcut(self, "Ctrl+Return", self._toggle_done)
        shortcut(self, "Ctrl+Alt+F", self.notes.ask)


def _column(*parts: QWidget, stretched: QWidget | None = None) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(GRID, GRID, GRID, GRID)
    layout.setSpacing(GRID)
    for part in parts:
        layout.addWidget(part, 1 if part is (stretched or parts[0]) else 0)
    return column
