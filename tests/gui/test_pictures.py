"""Pictures that are kept are compared with the window: a little may differ, a page may not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.pictures.__main__ import kept_pictures
from tests.pictures.comparing import MOST, is_old, share_that_differs

CHECKOUT = Path(__file__).parents[2]


def picture(*marks: QRect) -> QImage:
    """Return a white picture with black rectangles."""
    drawn = QImage(400, 300, QImage.Format.Format_RGB32)
    drawn.fill(QColor("white"))
    painter = QPainter(drawn)
    for mark in marks:
        painter.fillRect(mark, QColor("black"))
    painter.end()
    return drawn


@pytest.mark.usefixtures("qapp")
def test_another_date_makes_no_picture_old_another_page_does() -> None:
    window = picture(QRect(0, 0, 200, 300))
    assert share_that_differs(window, window) == 0
    assert not is_old(window, picture(QRect(0, 0, 200, 300), QRect(300, 280, 30, 12)))
    assert is_old(window, picture(QRect(0, 0, 100, 300)))
    assert is_old(window, window.copy(QRect(0, 0, 399, 300)))
    assert 0.2 < share_that_differs(window, picture(QRect(0, 0, 100, 300))) < 0.3
    assert MOST < 0.05


def test_every_kept_picture_is_one_that_is_taken_and_looked_at() -> None:
    places = {place for _, place in kept_pictures()}
    there = {
        *(CHECKOUT / "docs" / "pictures").iterdir(),
        *(CHECKOUT / "resources" / "help" / "hinh").iterdir(),
    }
    assert places == there
