"""A page painted on anything that Qt paints on: black on white, whatever the colours of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cchc_desktop.office.printed.preview import PAPER
from ui.preview.drawing import paint_drawing

if TYPE_CHECKING:
    from ui.preview.pages import Page


def paint_page(painter: QPainter, page: Page, scale: float) -> None:
    """Paint a page with its corner at the painter's origin, `scale` device units to a twip."""
    painter.save()
    painter.scale(scale, scale)
    painter.fillRect(QRectF(0, 0, PAPER.width, PAPER.height), Qt.GlobalColor.white)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # thin lines stay even
    for weight in {rule.weight for rule in page.rules}:
        painter.setPen(QPen(Qt.GlobalColor.black, max(weight, 1 / scale)))
        painter.drawLines(
            [QLineF(rule.x1, rule.y1, rule.x2, rule.y2) for rule in page.rules if rule.weight == weight]
        )
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.GlobalColor.black)
    for each in page.lines:
        each.line.draw(painter, QPointF(each.x, each.y + each.baseline - each.line.ascent()))
    for drawing in page.drawings:
        paint_drawing(painter, drawing)
    painter.restore()
