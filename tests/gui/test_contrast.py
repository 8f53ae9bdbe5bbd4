"""Letters stand out from their ground by 4.5 : 1 at least, measured on what is really painted."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from cchc_desktop.office.samples.samples import make_sample
from tests.gui.stations import STATIONS
from ui.dialogs.question import Question
from ui.look import is_dark
from ui.main_window import MainWindow
from ui.theme import contrast, dress

_READABLE = 4.5
_EDGE = 4
"""Pixels of a button's or field's frame, which is no ground of letters."""
_MOST_CELLS = 60
"""Of one table: the first ones in view."""


@pytest.fixture(params=["light", "dark"])
def dressed(request: pytest.FixtureRequest, window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
    """The window in a theme, on a sample that has findings."""
    dress(request.param, 100)
    assert is_dark() == (request.param == "dark")
    window.resize(1366, 700)
    window.desk.open(make_sample("huong-tra", tmp_path / "mau.cchc"))
    yield window
    dress("light", 100)
    dress("system", 100)


def letters_on_ground(image: QImage) -> float:
    """Return the contrast of the commonest colour with the one that differs most from it."""
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)  # named: its bytes go when it goes
    counted = Counter(memoryview(opaque.constBits()).cast("I"))
    ground = QColor.fromRgb(counted.most_common(1)[0][0])
    return max(contrast(ground, QColor.fromRgb(pixel)) for pixel in counted)


def texts(root: QWidget) -> Iterator[tuple[str, QImage]]:
    """Yield every text in view with its picture: controls, then cells."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QTableView):
            yield from _cells(widget)
        elif text := _text(widget):
            edge = 0 if isinstance(widget, QLabel) else _EDGE
            yield text, widget.grab(widget.rect().adjusted(edge, edge, -edge, -edge)).toImage()


def _text(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _cells(table: QTableView) -> Iterator[tuple[str, QImage]]:
    picture = table.viewport().grab().toImage()
    ratio, inside, count = picture.devicePixelRatio(), table.viewport().rect(), 0
    for row in range(table.model().rowCount()):
        for column in range(table.model().columnCount()):
            index = table.model().index(row, column)
            place = table.visualRect(index)
            if (text := index.data()) and inside.contains(place) and count < _MOST_CELLS:
                count += 1
                yield str(text), picture.copy(QRect(place.topLeft() * ratio, place.size() * ratio))


@pytest.mark.parametrize("page", STATIONS)
def test_every_text_of_a_page_can_be_read(dressed: MainWindow, page: str) -> None:
    dressed.show_page(dressed.page_names.index(page))
    QApplication.processEvents()
    dull = {text: found for text, image in texts(dressed) if (found := letters_on_ground(image)) < _READABLE}
    assert dull == {}


def test_every_text_of_the_dialogs_can_be_read(dressed: MainWindow) -> None:
    matters = dressed.matters
    dull: dict[str, float] = {}
    for ask in (matters.ask_new_report, matters.ask_details, matters.ask_lock, matters.ask_settings):
        ask()
        (dialog,) = (each for each in dressed.findChildren(Question) if each.isVisible())
        QApplication.processEvents()
        found = {text: letters_on_ground(image) for text, image in texts(dialog)}
        dull |= {text: value for text, value in found.items() if value < _READABLE}
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert dull == {}


def test_what_is_measured_is_what_is_seen() -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(3, 3, QColor("#777777"))
    assert letters_on_ground(image) == pytest.approx(4.48, abs=0.01)
    image.setPixelColor(4, 3, QColor("black"))
    assert letters_on_ground(image) == pytest.approx(21)
