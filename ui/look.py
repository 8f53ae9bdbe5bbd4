"""How things look: one spacing grid, the marks of findings, colours for light and dark."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication

from cchc_desktop.rules.finding import Severity

GRID = 8
"""Every margin and gap is a multiple or a half of it, in pixels before scaling."""

AIR = GRID // 2
"""Between the lines of a table's grid and its text."""

_COLOURS = {
    Severity.BLOCK: ("#b3261e", "#ff8a80"),
    Severity.WARN: ("#8a5300", "#ffc46b"),
    Severity.NOTE: ("#1c5a9c", "#8ec5ff"),
}
"""Of each severity for light and dark; at least 4.5 : 1 on the table's ground."""
_STANDINGS = {
    "owed": ("#b3261e", "#ff8a80"),
    "asked": ("#8a5300", "#ffc46b"),
    "there": ("#1c5a9c", "#8ec5ff"),
    "done": ("#1b6b35", "#86d69c"),
}
"""Of where a report below stands, for light and dark; at least 4.5 : 1 on the table's ground."""
_TINT = 28
_TITLE_SCALE = 1.2
_ICON_SIZES = (16, 24, 32, 48)


def is_dark() -> bool:
    """Whether the system shows light letters on dark ground."""
    return QApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128


def colour_of(severity: Severity) -> QColor:
    """Return the severity's colour for letters and signs."""
    return _colour(severity, is_dark())


def tint_of(severity: Severity) -> QColor:
    """Return the severity's colour for the ground of a cell."""
    tint = QColor(colour_of(severity))
    tint.setAlpha(_TINT)
    return tint


def standing_colour(name: str) -> QColor:
    """Return the colour of letters that say where a report below stands; `name` as in the table above."""
    return _standing(name, is_dark(), 255)


def standing_tint(name: str) -> QColor:
    """Return that colour for the ground of a cell."""
    return _standing(name, is_dark(), _TINT)


def sign_of(severity: Severity, *, own: bool = True) -> QIcon:
    """Return the severity's sign: a shape of its own, so that colour is never needed to tell it.

    A cell that another row's finding concerns has the shape in outline (`own=False`).
    """
    return _sign(severity, own, is_dark())


def hand_sign() -> QIcon:
    """Return the sign of a computed cell that a person overrode: a pen."""
    return _hand_sign(is_dark())


def quiet(palette: QPalette) -> QColor:
    """Return the colour of what is there but not asked for: units, the last period."""
    colour = QColor(palette.color(QPalette.ColorRole.Text))
    colour.setAlphaF(0.68)
    return colour


def title_font(font: QFont) -> QFont:
    """Return the font of the one sentence a page begins with: larger than the page's own."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * _TITLE_SCALE)
    return larger


def figures_font(font: QFont) -> QFont:
    """Return the font with digits of equal width, so that figures stand in columns."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag.fromString("tnum"), 1)
    return tabular


@cache
def _colour(severity: Severity, dark: bool) -> QColor:
    return QColor(_COLOURS[severity][dark])


@cache
def _standing(name: str, dark: bool, alpha: int) -> QColor:
    colour = QColor(_STANDINGS[name][dark])
    colour.setAlpha(alpha)
    return colour


@cache
def _sign(severity: Severity, own: bool, dark: bool) -> QIcon:
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(_drawn(size, severity, own, _colour(severity, dark)))
        on_selection = _colour(severity, True)  # the ground of a selected row is dark in both themes
        icon.addPixmap(_drawn(size, severity, own, on_selection), QIcon.Mode.Selected)
    return icon


def _drawn(size: int, severity: Severity, own: bool, colour: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    _draw(painter, severity, own, colour)
    painter.end()
    return pixmap


@cache
def _hand_sign(dark: bool) -> QIcon:
    icon = QIcon()
    colour = QColor(Qt.GlobalColor.white if dark else Qt.GlobalColor.black)
    for size in _ICON_SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / 16, size / 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        shaft = [QPointF(10.5, 2.5), QPointF(13.5, 5.5), QPointF(6, 13), QPointF(2.5, 13.5), QPointF(3, 10)]
        painter.drawPolygon(QPolygonF(shaft))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _draw(painter: QPainter, severity: Severity, own: bool, colour: QColor) -> None:
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(1.4)
    painter.setPen(pen)
    painter.setBrush(colour if own else Qt.BrushStyle.NoBrush)
    match severity:
        case Severity.BLOCK:
            painter.drawRoundedRect(QRectF(2.5, 2.5, 11, 11), 2, 2)
        case Severity.WARN:
            painter.drawPolygon(QPolygonF([QPointF(8, 2), QPointF(14.5, 13.5), QPointF(1.5, 13.5)]))
        case Severity.NOTE:
            painter.drawEllipse(QRectF(2.5, 2.5, 11, 11))
    ink = QColor(Qt.GlobalColor.black if colour.lightness() > 150 else Qt.GlobalColor.white)
    pen.setColor(ink if own else colour)
    pen.setWidthF(1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    bar, dot = ((7.4, 11.4), 4.9) if severity is Severity.NOTE else ((5.8, 8.8), 11.2)
    painter.drawLine(QPointF(8, bar[0]), QPointF(8, bar[1]))
    painter.drawPoint(QPointF(8, dot))
