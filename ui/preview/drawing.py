"""Charts and photos painted: the numbers of the Word report's own charts, in its colours and letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QImageReader, QPainter, QPen

from cchc_desktop.office.printed.preview import LABEL_SIZE, TITLE_SIZE, Chart, ChartKind, colour
from ui.preview.letters import face
from ui.preview.plotting import Plot, bars, points, slices

if TYPE_CHECKING:
    from cchc_desktop.office.printed.preview import Picture
    from ui.preview.plotting import Bar
    from ui.preview.strips import SetDrawing

_POINT = 100  # of the sizes of letters in a chart
_LINE = 300  # twips from line to line of a chart's letters
_AXIS, _STROKE, _DOT = 10, 45, 60
_KEPT, _FINEST = 16, 1600
"""How many photos stay decoded, and the pixels of their longer side."""
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_drawing(painter: QPainter, drawing: SetDrawing) -> None:
    """Paint a chart or a photo in its place; the painter's unit is the twip."""
    place = QRectF(drawing.x, drawing.y, drawing.width, drawing.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if isinstance(drawing.content, Chart):
        _Painting(painter, drawing.content).paint(place)
    else:
        _paint_picture(painter, drawing.content, place)
    painter.restore()


def _paint_picture(painter: QPainter, picture: Picture, place: QRectF) -> None:
    painter.drawImage(place, _image(picture.content))


@lru_cache(_KEPT)
def _image(content: bytes) -> QImage:
    """A photo, no finer than a printer shows it: pages are painted again with every step of the wheel."""
    source = QBuffer()
    source.setData(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    size = reader.size()
    if max(size.width(), size.height()) > _FINEST:
        reader.setScaledSize(size.scaled(QSize(_FINEST, _FINEST), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


@dataclass(frozen=True, slots=True)
class _Key:
    """What a colour stands for, and how wide that is with its spot."""

    place: int
    name: str
    width: float


@dataclass(frozen=True, slots=True)
class _Painting:
    """One chart on its way to a painter."""

    painter: QPainter
    chart: Chart

    def paint(self, place: QRectF) -> None:
        top = place.top()
        if self.chart.title:
            line = QRectF(place.left(), top, place.width(), _LINE * 1.3)
            self._write(line, self.chart.title, _letters(TITLE_SIZE, bold=True))
            top = line.bottom()
        rows = self._legend_rows(place.width())
        bottom = place.bottom() - max(len(rows), 1) * _LINE
        for at, row in enumerate(rows):
            self._legend(row, QRectF(place.left(), bottom + at * _LINE, place.width(), _LINE))
        inner = QRectF(place.left(), top + _LINE, place.width(), bottom - top - _LINE * 1.5)
        if self.chart.kind is ChartKind.PIE:
            self._pie(inner)
        else:
            self._plot(inner)

    def _legend_rows(self, room: float) -> list[list[_Key]]:
        """What the colours stand for, in as many rows as that takes; one series needs none."""
        is_pie = self.chart.kind is ChartKind.PIE
        names = self.chart.categories if is_pie else tuple(each.name for each in self.chart.series)
        rows: list[list[_Key]] = []
        if len(names) < 2 and not is_pie:
            return rows
        metrics = QFontMetricsF(_letters(LABEL_SIZE))
        for at, name in enumerate(names):
            key = _Key(at, name, metrics.horizontalAdvance(name) + _LINE)
            if rows and sum(each.width for each in rows[-1]) + key.width <= room:
                rows[-1].append(key)
            else:
                rows.append([key])
        return rows

    def _legend(self, keys: list[_Key], place: QRectF) -> None:
        """A spot of each colour and what it stands for."""
        x = place.left() + max(place.width() - sum(key.width for key in keys), 0) / 2
        for key in keys:
            self.painter.fillRect(QRectF(x, place.top() + _LINE / 3, _LINE / 3, _LINE / 3), _shade(key.place))
            beside = QRectF(x + _LINE / 2, place.top(), key.width, _LINE)
            self._write(beside, key.name, _letters(LABEL_SIZE), Qt.AlignmentFlag.AlignVCenter)
            x += key.width

    def _plot(self, place: QRectF) -> None:
        plot = Plot(self.chart, place.left(), place.top(), place.width(), place.height())
        for name, (x, y, width, height) in zip(self.chart.categories, plot.names(), strict=True):
            self._write(QRectF(x, y, width, height), name, _letters(LABEL_SIZE), _WRAPPED)
        self.painter.setPen(QPen(QColor("#7F7F7F"), _AXIS))
        self.painter.drawLine(QPointF(*plot.axis[:2]), QPointF(*plot.axis[2:]))
        if self.chart.kind is ChartKind.LINE:
            self._lines(plot)
            return
        for bar in bars(plot):
            self.painter.fillRect(QRectF(bar.x, bar.y, bar.width, bar.height), _shade(bar.series))
            if plot.is_lying:
                self._label_beside(bar)
            else:
                self._label(bar.label_x, bar.label_y, bar.text)

    def _lines(self, plot: Plot) -> None:
        for at, run in enumerate(points(plot)):
            self.painter.setPen(QPen(_shade(at), _STROKE))
            for (x, y, _), (next_x, next_y, _) in run.pairs:
                self.painter.drawLine(QPointF(x, y), QPointF(next_x, next_y))
            self.painter.setBrush(QBrush(_shade(at)))
            for x, y, text in run.dots:
                self.painter.setPen(QPen(_shade(at), _AXIS))
                self.painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
                self._label(x, y + (-_LINE / 2 if at % 2 == 0 else _LINE / 2), text)

    def _pie(self, place: QRectF) -> None:
        side = min(place.width(), place.height())
        round_ = QRectF(place.center().x() - side / 2, place.top(), side, side)
        self.painter.setPen(Qt.PenStyle.NoPen)
        found = tuple(slices(self.chart))
        for piece in found:
            self.painter.setBrush(QBrush(_shade(piece.part)))
            self.painter.drawPie(round_, round(piece.start * 16), round(piece.span * 16))
        for piece in found:
            x, y = piece.beside(side / 2 + _LINE * 0.7)
            self._label(round_.center().x() + x, round_.center().y() + y, piece.text)

    def _label(self, x: float, y: float, text: str) -> None:
        width = 8 * _LINE
        place = QRectF(x - width / 2, y - _LINE / 2, width, _LINE)
        self._write(place, text, _letters(LABEL_SIZE))

    def _label_beside(self, bar: Bar) -> None:
        """The number of a lying bar, at its end."""
        width, is_below_zero = 8 * _LINE, bar.label_x < bar.x
        side = Qt.AlignmentFlag.AlignRight if is_below_zero else Qt.AlignmentFlag.AlignLeft
        place = QRectF(bar.label_x - (width if is_below_zero else 0), bar.label_y - _LINE / 2, width, _LINE)
        self._write(place, bar.text, _letters(LABEL_SIZE), side | Qt.AlignmentFlag.AlignVCenter)

    def _write(
        self,
        place: QRectF,
        text: str,
        letters: QFont,
        how: Qt.AlignmentFlag | Qt.TextFlag | int = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        self.painter.setPen(Qt.GlobalColor.black)
        self.painter.setFont(letters)
        self.painter.drawText(place, int(how), text)


def _letters(size: int, *, bold: bool = False) -> QFont:
    letters = QFont(face(size / _POINT))
    letters.setBold(bold)
    return letters


def _shade(at: int) -> QColor:
    return QColor(f"#{colour(at)}")
