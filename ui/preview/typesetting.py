"""Paragraphs set in lines, with Qt's own text layout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from cchc_desktop.office.printed.preview import styles
from ui.preview.letters import POINT, face
from ui.preview.strips import SetLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc_desktop.office.printed.preview import Style
    from ui.preview.blocks import Passage, Piece

LEADING = 1.15  # of a line of Times New Roman, and of Liberation Serif, to the size of its letters
_ALIGNMENT = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "both": Qt.AlignmentFlag.AlignJustify,
}


@dataclass(frozen=True, slots=True)
class SetPassage:
    """A paragraph in lines, the first at height 0; of each mark of a note, in which line it stands."""

    style: Style
    lines: tuple[SetLine, ...]
    marks: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        """How high all lines are together."""
        return sum(line.height for line in self.lines)


def set_passage(passage: Passage, room: float) -> SetPassage:
    """Set a paragraph in lines between margins that are `room` apart."""
    style = styles()[passage.style]
    font = face(style.points)
    layout = QTextLayout(_dotted(passage.text, style, room) if style.dotted else _text(passage), font)
    ranges = _ranges(passage.pieces)
    layout.setFormats(ranges)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if style.dotted else _ALIGNMENT[style.align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = style.exact or max(LEADING * style.points * POINT, QFontMetricsF(font).height())
    _break_lines(layout, room - passage.left - passage.right, 0 if style.dotted else style.first_line)
    baseline = QFontMetricsF(font).ascent()
    lines = tuple(
        SetLine(layout, layout.lineAt(at), passage.left, at * height, height, baseline)
        for at in range(layout.lineCount())
    )
    raised = (each.start for each, piece in zip(ranges, passage.pieces, strict=True) if piece.raised)
    return SetPassage(style, lines, tuple(layout.lineForTextPosition(at).lineNumber() for at in raised))


def _text(passage: Passage) -> str:
    return passage.text.replace("\n", "\u2028")


def _dotted(text: str, style: Style, room: float) -> str:
    """A line of dots with the text at its end, as long as the line."""
    metrics = QFontMetricsF(face(style.points))
    left = room - style.first_line - metrics.horizontalAdvance(text)
    return "." * int(left / metrics.horizontalAdvance(".")) + text


def _ranges(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for piece in pieces:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, len(piece.text.encode("utf-16-le")) // 2  # Qt counts in UTF-16
        found.format = _format(bold=piece.bold, italic=piece.italic, raised=piece.raised)
        ranges.append(found)
        start += found.length
    return ranges


@cache
def _format(*, bold: bool, italic: bool, raised: bool) -> QTextCharFormat:
    format_ = QTextCharFormat()
    if bold:
        format_.setFontWeight(QFont.Weight.Bold)
    if italic:
        format_.setFontItalic(True)
    if raised:
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return format_


def _break_lines(layout: QTextLayout, room: float, first_line: float) -> None:
    layout.beginLayout()
    drawn_in = first_line
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room - drawn_in)
        line.setPosition(QPointF(drawn_in, 0))
        drawn_in = 0
    layout.endLayout()
