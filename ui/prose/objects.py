"""Live figures and marks of notes in a text: where they stand, and what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor

from cchc_desktop.narrative.citing import citation
from cchc_desktop.office.prose.prose import text_as_printed
from ui.look import GRID
from ui.prose import inline

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from ui.prose.live_figures import LiveFigures


class Objects:
    """Those of the document that an editor shows; each is known by the place of its character."""

    def __init__(self, edit: QTextEdit, figures: LiveFigures) -> None:
        self._edit = edit
        self._figures = figures

    def at(self, where: QPoint) -> int:
        """Return the place of the figure or mark at a point of the viewport; -1 where there is none."""
        document = self._edit.document()
        scrolled = QPoint(self._edit.horizontalScrollBar().value(), self._edit.verticalScrollBar().value())
        place = document.documentLayout().hitTest(where + scrolled, Qt.HitTestAccuracy.ExactHit)
        near = (each for each in (place, place - 1) if each >= 0)
        for each in near:
            if inline.object_at(document, each) and self.box(each).contains(where):
                return each
        return -1

    def figure_at_caret(self) -> int:
        """Return the place of the figure before or behind the caret; -1 where there is none."""
        document, caret = self._edit.document(), self._edit.textCursor().position()
        places = (caret - 1, caret)
        return next((at for at in places if at >= 0 and inline.object_at(document, at) == inline.FIGURE), -1)

    def source(self, place: int) -> str:
        """Return what is stored for the figure or mark at a place."""
        return inline.source_of(inline.format_at(self._edit.document(), place))

    def told(self, place: int) -> str:
        """Return where a figure comes from, or what a note says."""
        style = inline.format_at(self._edit.document(), place)
        if style.objectType() == inline.FIGURE:
            return f"{self._figures.told(inline.source_of(style))}\nCtrl+bấm: tới ô"
        keys, notes = inline.mark_of(style)
        documents = self._figures.report.documents
        return "\n".join(
            text_as_printed(self._figures.report, notes[key])
            if key in notes
            else citation(documents[key])
            if key in documents
            else f"{key}: không có trong sổ văn bản"
            for key in keys
        )

    def over(self, place: int) -> QTextCursor:
        """Return a cursor over the character at a place."""
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def box(self, place: int) -> QRect:
        """Return where the character at a place stands in the viewport."""
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(place)
        before = self._edit.cursorRect(cursor)
        cursor.setPosition(place + 1)
        after = self._edit.cursorRect(cursor)
        if after.left() < before.left():
            return before
        return QRect(before.topLeft(), after.bottomRight()).adjusted(0, 0, GRID // 4, 0)
