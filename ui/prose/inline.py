"""Figures and notes within the text: one character each, drawn with what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from cchc_desktop.rules.finding import Severity
from ui import look
from ui.prose.units import in_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

    from ui.prose.live_figures import LiveFigures

OBJECT = "\ufffc"
FIGURE = QTextFormat.ObjectTypes.UserObject.value + 1
MARK = QTextFormat.ObjectTypes.UserObject.value + 2
_SOURCE = QTextFormat.Property.UserProperty.value + 1
_NOTES = QTextFormat.Property.UserProperty.value + 2
_SIDE = 3.0
_TINT = 26
_WARNING = "⚠ "
_MARK_SCALE = 0.72
_WIDEST_MARK = "0."


def figure_format(source: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """Return the format of a figure's character; `source` is what is stored, braces included."""
    style = face_format(bold=bold, italic=italic)
    style.setObjectType(FIGURE)
    style.setProperty(_SOURCE, source)
    style.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return style


def mark_format(keys: tuple[str, ...], notes: dict[str, str]) -> QTextCharFormat:
    """Return the format of a note's mark; `notes` holds the stored text of the author's own, by key."""
    style = QTextCharFormat()
    style.setObjectType(MARK)
    style.setProperty(_SOURCE, ";".join(keys))
    style.setProperty(_NOTES, "\n".join(f"{key}\t{note}" for key, note in notes.items()))
    style.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return style


def face_format(*, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """Return the format of words."""
    style = QTextCharFormat()
    if bold:
        style.setFontWeight(QFont.Weight.Bold)
    if italic:
        style.setFontItalic(True)
    return style


def is_bold(style: QTextCharFormat) -> bool:
    """Whether the format is bold."""
    return style.fontWeight() >= QFont.Weight.Bold


def source_of(style: QTextFormat) -> str:
    """Return what is stored for a figure, braces included."""
    return str(style.property(_SOURCE) or "")


def mark_of(style: QTextFormat) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the keys of a note's mark and the author's own notes among them."""
    lines = str(style.property(_NOTES) or "").split("\n")
    notes = dict(line.split("\t", 1) for line in lines if "\t" in line)
    return tuple(source_of(style).split(";")), notes


class InlineObjects(QPyTextObject):
    """Draws the figures and marks of one document."""

    def __init__(self, document: QTextDocument, figures: LiveFigures) -> None:
        super().__init__(document)
        self._document = document
        self._figures = figures
        self._numbers: dict[int, int] = {}
        self._counted = -1
        layout = document.documentLayout()
        for kind in (FIGURE, MARK):
            layout.registerHandler(kind, self)

    def places(self, kind: int) -> Iterator[int]:
        """Yield where the objects of that kind stand."""
        text = in_units(self._document.toRawText())
        at = text.find(OBJECT)
        while at >= 0:
            if object_at(self._document, at) == kind:
                yield at
            at = text.find(OBJECT, at + 1)

    def show_anew(self, changed: frozenset[str]) -> None:
        """Draw the figures again that follow one of the changed rows."""
        dirty: dict[int, tuple[int, int]] = {}
        for place in self.places(FIGURE):
            codes = self._figures.followed(source_of(format_at(self._document, place)))
            if not changed.isdisjoint(codes):
                line = self._document.findBlock(place).blockNumber()
                dirty[line] = (dirty.get(line, (place, place))[0], place)
        for first, last in dirty.values():  # a line is laid out once, however many of its figures changed
            self._document.markContentsDirty(first, last - first + 1)

    def intrinsicSize(self, document: QTextDocument, place: int, style: QTextFormat) -> QSizeF:
        # Qt asks in the middle of an edit: no cursor may be made here, so a note's number is not known yet
        letters = style.toCharFormat()
        height = QFontMetricsF(letters.font()).height()
        if style.objectType() == MARK:
            return QSizeF(QFontMetricsF(_small(letters.font())).horizontalAdvance(_WIDEST_MARK), height)
        text = self._figure_text(style)
        return QSizeF(QFontMetricsF(letters.font()).horizontalAdvance(text) + 2 * _SIDE, height)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, place: int, style: QTextFormat
    ) -> None:
        font = style.toCharFormat().font()
        baseline = rect.top() + QFontMetricsF(font).ascent()
        painter.save()
        if style.objectType() == MARK:
            painter.setFont(_small(font))
            painter.setPen(QApplication.palette().color(QPalette.ColorRole.Link))
            painter.drawText(QPointF(rect.left(), baseline - rect.height() / 4), self._number(place))
        else:
            self._draw_figure(painter, QRectF(rect), baseline, style)
        painter.restore()

    def _draw_figure(self, painter: QPainter, rect: QRectF, baseline: float, style: QTextFormat) -> None:
        in_trouble = self._figures.shown(source_of(style)).trouble
        ink = look.colour_of(Severity.WARN if in_trouble else Severity.NOTE)
        ground = QColor(ink)
        ground.setAlpha(_TINT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _SIDE, _SIDE)
        painter.setFont(style.toCharFormat().font())
        painter.setPen(ink)
        painter.drawText(QPointF(rect.left() + _SIDE, baseline), self._figure_text(style))

    def _figure_text(self, style: QTextFormat) -> str:
        shown = self._figures.shown(source_of(style))
        return f"{_WARNING}{shown.text}" if shown.trouble else shown.text

    def _number(self, place: int) -> str:
        """The note's number within the section."""
        if self._counted != self._document.revision():
            self._counted = self._document.revision()
            self._numbers = {at: number for number, at in enumerate(self.places(MARK), start=1)}
        return str(self._numbers.get(place, ""))


def format_at(document: QTextDocument, place: int) -> QTextCharFormat:
    """Return the format of the character at a place."""
    cursor = QTextCursor(document)
    cursor.setPosition(min(place + 1, max(document.characterCount() - 1, 0)))
    return cursor.charFormat()


def stands_after_blank(cursor: QTextCursor) -> bool:
    """Whether the character before the cursor is a blank."""
    return bool(cursor.position()) and str(cursor.document().characterAt(cursor.position() - 1)).isspace()


def object_at(document: QTextDocument, place: int) -> int:
    """Return what kind of object stands at a place; 0 for a letter."""
    if document.characterAt(place) != OBJECT:
        return 0
    return format_at(document, place).objectType()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _MARK_SCALE)
    return small
