"""A row through its periods, large enough to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.form.entry import write_answer
from cchc_desktop.rules.finding import Severity
from ui import look
from ui.models.columns import trend_words
from ui.widgets.sparkline import points_within, runs_of

if TYPE_CHECKING:
    from cchc_desktop.office.figures.looking_back import Point
    from cchc_desktop.template.model import Indicator

_MOST = 40
_LINES = 10
_DOT = 3.0


class TrendChart(QWidget):
    """A line with a dot for each period; highest, lowest and this period's figure are written out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Biểu đồ qua các kỳ")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row: Indicator | None = None
        self._points: tuple[Point, ...] = ()

    def show_points(self, row: Indicator, points: tuple[Point, ...]) -> None:
        """Show the row's figures, the oldest first; a single one makes no chart."""
        self._row, self._points = row, points[-_MOST:]
        self.setAccessibleDescription(trend_words(row, self._points))
        self.setToolTip(trend_words(row, self._points).replace("; ", "\n"))
        self.setVisible(sum(point.answer.number is not None for point in self._points) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(30 * self.fontMetrics().averageCharWidth(), _LINES * self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        line = self.fontMetrics().lineSpacing()
        room = QRectF(self.rect()).adjusted(3 * look.GRID, 2 * line, -3 * look.GRID, -2.75 * line)
        numbers = [point.answer.number for point in self._points]
        places = points_within(room, [None if number is None else float(number) for number in numbers])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, room, places)
        self._write_ends(painter, room)
        known = [place for place, number in enumerate(numbers) if number is not None]
        told = {
            known[-1],
            max(known, key=lambda place: float(numbers[place] or 0)),
            min(known, key=lambda place: float(numbers[place] or 0)),
        }
        for place in told:
            if point := places[place]:
                words = write_answer(row, self._points[place].answer)
                self._write_figure(painter, point, words, below=point.y() >= room.bottom())
        painter.end()

    def _draw_line(self, painter: QPainter, room: QRectF, places: list[QPointF | None]) -> None:
        painter.setPen(QPen(look.quiet(self.palette()), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        colour = look.colour_of(Severity.NOTE)
        painter.setPen(QPen(colour, 2))
        for run in runs_of(places):
            painter.drawPolyline(QPolygonF(run))
        painter.setBrush(colour)
        for point in filter(None, places):
            painter.drawEllipse(point, _DOT, _DOT)

    def _write_ends(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(look.quiet(self.palette()))
        line = self.fontMetrics().lineSpacing()
        below = QRectF(look.GRID, room.bottom() + 1.5 * line, self.width() - 2 * look.GRID, line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._points[0].period.title)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._points[-1].period.title)

    def _write_figure(self, painter: QPainter, point: QPointF, words: str, *, below: bool) -> None:
        painter.setPen(self.palette().text().color())
        width = self.fontMetrics().horizontalAdvance(words)
        left = min(max(point.x() - width / 2, 2.0), self.width() - width - 2.0)
        away = self.fontMetrics().ascent() + look.GRID // 2 if below else -look.GRID
        painter.drawText(QPointF(left, point.y() + away), words)
