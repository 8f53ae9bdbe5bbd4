"""A row through its periods, small enough for a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor

_MOST = 12
"""A cell is too narrow for more points."""
_DOT = 2.5
_HIGHEST = 3 * GRID


def draw_sparkline(
    painter: QPainter, cell: QRectF, numbers: Sequence[float | None], line: QColor, dot: QColor
) -> None:
    """Draw the latest numbers with a dot on this period's; a period without a number is a gap."""
    points = points_within(_room(cell), numbers[-_MOST:])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1.4))
    for run in runs_of(points):
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        else:
            painter.drawPoint(run[0])
    if points and (last := points[-1]):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dot)
        painter.drawEllipse(last, _DOT, _DOT)
    painter.restore()


def points_within(room: QRectF, numbers: Sequence[float | None]) -> list[QPointF | None]:
    """Return where each number stands in the room, the least at its foot; equal ones go along the middle."""
    known = [number for number in numbers if number is not None]
    if not known:
        return []
    least, span = min(known), max(known) - min(known)
    step = room.width() / max(len(numbers) - 1, 1)
    start = room.left() if len(numbers) > 1 else room.center().x()

    def point(place: int, number: float) -> QPointF:
        height = (number - least) / span if span else 0.5
        return QPointF(start + place * step, room.bottom() - height * room.height())

    return [None if number is None else point(place, number) for place, number in enumerate(numbers)]


def runs_of(points: Sequence[QPointF | None]) -> Iterator[list[QPointF]]:
    """Yield the stretches of points without a gap."""
    run: list[QPointF] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _room(cell: QRectF) -> QRectF:
    height = min(cell.height() - GRID, _HIGHEST)
    return QRectF(cell.left() + GRID, cell.center().y() - height / 2, cell.width() - 2 * GRID, height)
