"""The icons: one family of files, each drawn in the theme's colour at the size that is asked for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPalette

from cchc_desktop.bundled import resource
from ui.icons import line_icon, program_icon
from ui.main_window import MainWindow

NAMES = sorted(file.name.removesuffix(".svg") for file in resource("icons").iterdir())
LINES = [name for name in NAMES if name != "cchc"]


def inked(icon: QIcon, side: int, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the colours of the picture's opaque points."""
    picture = icon.pixmap(QSize(side, side), mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", [16, 24, 36, 256])
def test_an_icon_is_drawn_at_the_size_that_is_asked_for(name: str, side: int) -> None:
    picture = (program_icon() if name == "cchc" else line_icon(name)).pixmap(QSize(side, side))
    assert picture.size() == QSize(side, side)
    assert picture.hasAlpha()


@pytest.mark.parametrize("name", LINES)
def test_a_page_has_the_colour_of_letters_in_every_theme(name: str, qapp: QGuiApplication) -> None:
    before = qapp.palette()
    try:
        for ink in ("#1b1b1b", "#ffffff"):
            palette = QPalette(before)
            palette.setColor(QPalette.ColorRole.ButtonText, QColor(ink))
            qapp.setPalette(palette)
            assert inked(line_icon(name), 48) == {ink}
    finally:
        qapp.setPalette(before)


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_chosen_looks_so() -> None:
    assert inked(line_icon("report"), 48, QIcon.Mode.Disabled) != inked(line_icon("report"), 48)


@pytest.mark.parametrize("name", LINES)
def test_the_family_has_one_grid_and_one_pen(name: str) -> None:
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawn
    assert 'stroke="#000000" stroke-width="1.8"' in drawn
    assert drawn.count("stroke=") == 1


def test_every_icon_is_shown_somewhere(window: MainWindow) -> None:
    assert sorted({page.icon for page in window.pages.in_order} | {"cchc"}) == NAMES
