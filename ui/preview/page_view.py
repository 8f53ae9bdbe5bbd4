"""The pages of a report, one below the other, as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cchc_desktop.office.printed.preview import PAPER
from ui.preview.pages import pages
from ui.preview.painting import paint_page
from ui.preview.zoom import Fit, Room, scale, stepped

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent

    from cchc_desktop.office.printed.preview import Report
    from ui.preview.pages import Page

_GAP = 16  # pixels between pages and around them
_NOTCH = 120  # what one notch of a wheel turns
_LINE = 40  # pixels an arrow key scrolls


class PageView(QAbstractScrollArea):
    """Shows the pages of one report: set in lines when they are first seen, painted when they are in view."""

    page_changed = Signal(int, int)
    """The page in the middle of the view, counted from 1 through the whole report, and how many there are."""
    zoom_changed = Signal(object)
    """`Fit`, or a percentage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: tuple[Page, ...] = ()
        self.zoom: Fit | int = Fit.WIDTH
        self._report: Report | None = None
        self._set: Report | None = None
        self._shown = (0, 0)
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Bản xem trước báo cáo")
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def set_report(self, report: Report | None) -> None:
        """Show a report, or none; the place that is looked at stays."""
        self._report = report
        if self.isVisible():
            self._lay_out()

    def set_zoom(self, zoom: Fit | int) -> None:
        """Show pages in another size; what is in the middle of the view stays there."""
        self._zoom_at(zoom, self.viewport().height() // 2)

    def zoom_by(self, steps: int) -> None:
        """Show pages larger, or smaller where `steps` is negative."""
        self.set_zoom(stepped(self.zoom, self._room(), steps))

    @property
    def current(self) -> int:
        """The page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return min(max((middle - _GAP // 2) // self._pitch, 0), max(len(self.pages) - 1, 0))

    def go_to(self, page: int) -> None:
        """Bring the head of a page (from 0) to the head of the view."""
        self.verticalScrollBar().setValue(page * self._pitch)

    def sizeHint(self) -> QSize:
        return QSize(700, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for at, page in enumerate(self.pages):
            place = self._place(at)
            if not event.rect().intersects(place):
                continue
            painter.save()
            painter.setClipRect(place)
            painter.translate(QPointF(place.topLeft()))
            paint_page(painter, page, self._scale)
            painter.restore()
            painter.setPen(self.palette().color(QPalette.ColorRole.Shadow))
            painter.drawRect(place)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 4))
            painter.drawRect(self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_bars()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if is_control:
                self.zoom_by(1)
            case Qt.Key.Key_Minus if is_control:
                self.zoom_by(-1)
            case Qt.Key.Key_0 if is_control:
                self.set_zoom(100)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()  # a touchpad turns by small parts of a notch
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self._zoom_at(stepped(self.zoom, self._room(), notches), round(event.position().y()))
        event.accept()

    def _lay_out(self) -> None:
        if self._set != self._report:
            self._set = self._report
            self.pages = ()  # let go first: pages set anew take the room of those before them
            self.pages = pages(self._report) if self._report else ()
        self._fit_bars()
        self.viewport().update()

    def _room(self) -> Room:
        """What the view offers beside its scroll bar, which may come and go."""
        whole = self.maximumViewportSize()
        width = whole.width() - self.verticalScrollBar().sizeHint().width() - 2 * _GAP
        return Room(width, whole.height() - 2 * _GAP, self.logicalDpiY())

    @property
    def _scale(self) -> float:
        return scale(self.zoom, self._room())

    @property
    def _page_size(self) -> QSize:
        return QSize(round(PAPER.width * self._scale), round(PAPER.height * self._scale))

    @property
    def _pitch(self) -> int:
        """From the head of one page to that of the next, in pixels."""
        return self._page_size.height() + _GAP

    def _place(self, at: int) -> QRect:
        """Where a page is in the viewport."""
        size = self._page_size
        free = (self.viewport().width() - size.width()) // 2
        x = free if free >= _GAP else _GAP - self.horizontalScrollBar().value()
        y = _GAP + at * self._pitch - self.verticalScrollBar().value()
        return QRect(QPoint(x, y), size)

    def _fit_bars(self) -> None:
        view = self.viewport().size()
        height = _GAP + len(self.pages) * self._pitch if self.pages else 0
        self.verticalScrollBar().setRange(0, max(0, height - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        width = self._page_size.width() + 2 * _GAP
        self.horizontalScrollBar().setRange(0, max(0, width - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self._tell_page()

    def _zoom_at(self, zoom: Fit | int, y: int) -> None:
        place = (self.verticalScrollBar().value() + y) / self._pitch
        is_new, self.zoom = zoom != self.zoom, zoom
        self._fit_bars()
        self.verticalScrollBar().setValue(round(place * self._pitch) - y)
        self.viewport().update()
        if is_new:
            self.zoom_changed.emit(zoom)

    def _tell_page(self) -> None:
        shown = (self.current + 1, len(self.pages)) if self.pages else (0, 0)
        text = self.pages[self.current].text if self.pages else ""
        self.setAccessibleDescription(f"Trang {shown[0]}/{shown[1]}. {text}" if text else "Chưa có báo cáo.")
        if shown != self._shown:
            self._shown = shown
            self.page_changed.emit(*shown)
