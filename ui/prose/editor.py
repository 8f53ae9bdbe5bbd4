"""The text of one section to write in: figures live, any keyboard welcome, nothing outside the subset."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from cchc_desktop.narrative.blocks import LineKind, Prose
from cchc_desktop.narrative.storing import stored
from cchc_desktop.office.prose.prose import text_as_printed
from ui.prose import inline, line_work, pasting, texts
from ui.prose.brace import Brace
from ui.prose.objects import Objects
from ui.widgets.composition import Composition

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.prose.live_figures import LiveFigures

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ENTER = (Key.Key_Return, Key.Key_Enter)
_OWN_KEYS = ("Ctrl+B", "Ctrl+I", "Ctrl+K", "Ctrl+L", "Ctrl+T", "Ctrl+Y", "Ctrl+Shift+Z")


class ProseEditor(QTextEdit):
    """Shows what prints, figures included; what it holds is always words, figures, notes and small tables."""

    line_ended = Signal()
    """Enter was pressed."""
    followed = Signal(str)
    """Code of the row a figure comes from, to go to."""
    old_letters = Signal(str)
    """A pasted text in an old encoding, which waits for a decision."""
    menu_asked = Signal(object, int)
    """Where on the screen, and the place of the figure it is about; -1 for none."""

    def __init__(self, figures: LiveFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = figures
        self.objects = Objects(self, figures)
        self._composition = Composition(self)
        self.brace = Brace(self, figures)
        self.brace.chosen.connect(self._put_figure)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._jobs: dict[str, Callable[[], object]] = {
            "Ctrl+B": self.toggle_bold,
            "Ctrl+I": self.toggle_italic,
            "Ctrl+K": self.begin_figure,
            "Ctrl+L": lambda: self.toggle_kind(LineKind.ITEM),
            "Ctrl+T": lambda: self.toggle_kind(LineKind.HEADING),
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
        }

    def show_document(self, document: QTextDocument) -> None:
        """Show a section's text."""
        self.settle()
        self.brace.close()
        self.setDocument(document)

    def put(self, prose: Prose) -> None:
        """Put prose in at the caret, over what is selected, as one step."""
        cursor = self.textCursor()
        texts.put(cursor, prose)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(inline.face_format())
        self.ensureCursorVisible()

    def begin_figure(self) -> None:
        """Open the list of rows, as typing a brace does: Telex of UniKey writes Ơ for the brace."""
        self.setFocus()
        self.textCursor().insertText("{")
        self.brace.open()

    def insert_note(self, keys: tuple[str, ...], notes: dict[str, str]) -> None:
        """Put a note's mark behind the caret."""
        cursor = self.textCursor()
        cursor.clearSelection()
        cursor.insertText(inline.OBJECT, inline.mark_format(keys, notes))
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(inline.face_format())

    def toggle_bold(self) -> None:
        """Make the selected words bold, or no longer."""
        style = QTextCharFormat()
        is_bold = inline.is_bold(self.textCursor().charFormat())
        style.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self._give_face(style)

    def toggle_italic(self) -> None:
        """Make the selected words italic, or no longer."""
        style = QTextCharFormat()
        style.setFontItalic(not self.textCursor().charFormat().fontItalic())
        self._give_face(style)

    def toggle_kind(self, kind: LineKind) -> None:
        """Make every selected line an item or a heading, or a paragraph again."""
        if not self.isReadOnly():
            line_work.toggle_kind(self.textCursor(), kind)

    def settle(self) -> None:
        """Make the word still being composed part of the text."""
        if self._composition.word:
            QGuiApplication.inputMethod().commit()
        if word := self._composition.take():
            event = QInputMethodEvent()
            event.setCommitString(word)
            self._take_in(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._owns(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.brace.choice.isVisible() or (texts.table_at(self.textCursor()) and not self.isReadOnly()):
            return False  # Tab takes a row of the list, or goes to the next cell
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composition.is_ended_by(event):
            self.settle()
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif self.brace.take_key(event):
            return
        elif (job := self._jobs.get(_written(event))) or (job := self._line_job(event)):
            job()
        else:
            super().keyPressEvent(event)
            self._after_typing(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self._composition.is_echo(event):
            self._take_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        self.brace.close()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.settle()
        place = self.objects.at(event.position().toPoint())
        if place >= 0 and event.modifiers() & _CONTROL:
            self.follow(place)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        where = event.position().toPoint()
        place = -1 if event.buttons() else self.objects.at(where)
        if place >= 0:
            QToolTip.showText(
                event.globalPosition().toPoint(), self.objects.told(place), self, self.objects.box(place)
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.objects.figure_at_caret() if by_key else self.objects.at(event.pos())
        where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
        self.menu_asked.emit(where, place)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(pasting.OWN_TYPE) or source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        from cchc_desktop.values.old_encodings import looks_old

        self.settle()
        if not source.hasFormat(pasting.OWN_TYPE) and looks_old(text := pasting.pasted_text(source)):
            self.old_letters.emit(text)
        else:
            self.put(pasting.prose_in(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        part = QTextDocument()
        part.setUndoRedoEnabled(False)
        QTextCursor(part).insertFragment(self.textCursor().selection())
        text = stored(texts.prose_of(part))
        copied = QMimeData()
        copied.setData(pasting.OWN_TYPE, text.encode())
        copied.setText(text_as_printed(self.figures.report, text))
        return copied

    def follow(self, place: int) -> None:
        """Ask to be shown the cell that a figure comes from."""
        if codes := self.figures.codes(self.objects.source(place)):
            self.followed.emit(codes[0])

    def replace_note(self, place: int, keys: tuple[str, ...], notes: dict[str, str]) -> None:
        """Let another note stand in the place of one; `notes` is as for `insert_note`."""
        self.objects.over(place).insertText(inline.OBJECT, inline.mark_format(keys, notes))

    def replace_figure(self, place: int, source: str) -> None:
        """Let another figure stand in the place of one."""
        cursor = self.objects.over(place)
        face = cursor.charFormat()
        style = inline.figure_format(source, bold=inline.is_bold(face), italic=face.fontItalic())
        cursor.insertText(inline.OBJECT, style)

    def _take_in(self, event: QInputMethodEvent) -> None:
        """Take a step of an input method."""
        super().inputMethodEvent(event)
        self._composition.follow(event)
        self._after_typing(event.commitString())
        self.brace.compose(event.preeditString())

    def _owns(self, event: QKeyEvent) -> bool:
        if self.brace.choice.isVisible() and event.key() in (*_ENTER, Key.Key_Escape, Key.Key_Tab):
            return True
        return _written(event) in _OWN_KEYS

    def _line_job(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What Enter, Tab and Backspace do where they mean more than a letter."""
        cursor, key = self.textCursor(), event.key()
        if table := texts.table_at(cursor):
            steps = {Key.Key_Tab: 1, Key.Key_Backtab: -1, **dict.fromkeys(_ENTER, table.columns())}
            return partial(self._go_to_cell, steps[Key(key)]) if key in steps else None
        if key in _ENTER and not event.modifiers() & _CONTROL:
            return self._end_line
        at_start = cursor.atBlockStart() and not cursor.hasSelection()
        if key == Key.Key_Backspace and at_start and texts.kind_of(cursor.block()) is not LineKind.PARAGRAPH:
            return lambda: texts.set_kind(self.textCursor(), LineKind.PARAGRAPH)
        return None

    def _end_line(self) -> None:
        cursor = self.textCursor()
        if line_work.end_line(cursor):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self.line_ended.emit()

    def _go_to_cell(self, step: int) -> None:
        self.setTextCursor(line_work.cell_beside(self.textCursor(), step))

    def _give_face(self, style: QTextCharFormat) -> None:
        if not self.isReadOnly() and not line_work.give_face(self.textCursor(), style):
            self.mergeCurrentCharFormat(style)

    def _put_figure(self, cursor: QTextCursor, source: str) -> None:
        face = cursor.charFormat()
        bold, italic = inline.is_bold(face), face.fontItalic()
        cursor.insertText(inline.OBJECT, inline.figure_format(source, bold=bold, italic=italic))
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(inline.face_format(bold=bold, italic=italic))

    def _after_typing(self, typed: str) -> None:
        if typed.endswith("{"):
            self.brace.open()
        elif typed.endswith("}"):
            self.brace.complete()
        elif typed == " " and self.textCursor().block().text() == "- ":
            line_work.begin_item(self.textCursor())


def _written(event: QKeyEvent) -> str:
    """The key as shortcuts are written: `Ctrl+B`."""
    if event.modifiers() in (_NONE, _SHIFT):
        return ""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
