"""The program's own icons, drawn anew for every size and theme from `resources/icons`."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImageReader,
    QPainter,
    QPalette,
    QPixmap,
)

from cchc_desktop.bundled import resource

_INK = "#000000"
"""What the line icons are drawn in; the theme's own letters' colour takes its place."""


def program_icon() -> QIcon:
    """Return the icon of the program, in its own colours."""
    return QIcon(_Drawing("cchc"))


def line_icon(name: str) -> QIcon:
    """Return an icon of the family of lines, in the colour that letters have when it is painted."""
    return QIcon(_Drawing(name))


class _Drawing(QIconEngine):
    """Draws one file at any size, so that no scaling of the screen blurs it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _Drawing(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        drawn = self._at(rect.size() * ratio, mode)
        painter.drawPixmap(rect, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._at(size, mode)

    def _at(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        ink = QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        return _drawn(self._name, size.width(), size.height(), ink.name())


@cache
def _drawn(name: str, width: int, height: int, ink: str) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_bytes().replace(_INK.encode(), ink.encode())
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    side = min(width, height)
    reader.setScaledSize(QSize(side, side))
    canvas = QPixmap(width, height)
    canvas.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(canvas)
    painter.drawImage(QPoint((width - side) // 2, (height - side) // 2), reader.read())
    painter.end()
    return canvas
