"""The matrix on paper: a plain table, its heading on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from ui.preview.print_words import PrintWords
from ui.preview.printing import PrintRefused
from ui.totals.places import legend, place_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.rollup.matrix import Matrix

_POINTS = 9
_MARGIN = 15.0
"""Millimetres."""
_SHARES = (4, 30, 14)
"""Of number, name and group; each period takes the share below."""
_PERIOD_SHARE = 15
_AIR = 0.35
"""Of a line's height, above and below its text."""


def ask_print(matrix: Matrix, office: str, parent: QWidget) -> None:
    """Ask where the matrix is printed, and print it. Raises `PrintRefused`."""
    words = PrintWords()
    QCoreApplication.installTranslator(words)
    try:
        printer = new_printer()
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle("In tình hình gửi báo cáo")
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
    finally:
        QCoreApplication.removeTranslator(words)
    if agreed:
        print_matrix(printer, matrix, office)


def new_printer() -> QPrinter:
    """Return the system's printer, set to A4 across."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    return printer


def print_matrix(printer: QPrinter, matrix: Matrix, office: str) -> None:
    """Print every row of the matrix. Raises `PrintRefused` where the printer takes nothing."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintRefused(
            "Không in được bảng. Hãy kiểm tra máy in đang bật, hoặc tệp PDF định ghi không bị chương trình "
            "khác mở, rồi in lại."
        )
    _Pages(painter, printer, matrix, office).draw()
    painter.end()


class _Pages:
    """Draws line after line, a new page where one is full."""

    def __init__(self, painter: QPainter, printer: QPrinter, matrix: Matrix, office: str) -> None:
        self._painter, self._printer, self._matrix, self._office = painter, printer, matrix, office
        font = QFont(painter.font())
        font.setPointSizeF(_POINTS)
        painter.setFont(font)
        self._metrics = QFontMetricsF(font, painter.device())
        self._line = self._metrics.height() * (1 + 2 * _AIR)
        size = printer.pageLayout().paintRectPixels(printer.resolution()).size()
        self._width, self._height = float(size.width()), float(size.height())
        shares = (*_SHARES, *(_PERIOD_SHARE for _ in matrix.periods))
        self._widths = [self._width * share / sum(shares) for share in shares]
        self._top = 0.0

    def draw(self) -> None:
        self._write_line(f"{self._office}: tình hình gửi báo cáo của các đơn vị")
        self._write_line(legend())
        self._head()
        for number, office in enumerate(self._matrix.offices, start=1):
            if self._top + self._line > self._height:
                self._printer.newPage()
                self._top = 0.0
                self._head()
            places = (self._matrix.place(office.id, period) for period in self._matrix.periods)
            self._row([str(number), office.name, office.group, *map(place_words, places)])

    def _head(self) -> None:
        self._row(["TT", "Đơn vị", "Nhóm", *(each.title for each in self._matrix.periods)])

    def _write_line(self, text: str) -> None:
        room = QRectF(0, self._top, self._width, self._line)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._within(text, self._width))
        self._top += self._line

    def _row(self, texts: Sequence[str]) -> None:
        left, air = 0.0, self._metrics.averageCharWidth() / 2
        for text, width in zip(texts, self._widths, strict=True):
            room = QRectF(left, self._top, width, self._line)
            self._painter.drawRect(room)
            inside = room.adjusted(air, 0, -air, 0)
            self._painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, self._within(text, inside.width()))
            left += width
        self._top += self._line

    def _within(self, text: str, width: float) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
