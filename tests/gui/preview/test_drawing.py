"""Charts and photos on the pages of the preview: the data of the Word report, painted."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from cchc_desktop.documents.content import Chart, ChartKind, Footnote, Picture, Point, Run, Series, Table
from cchc_desktop.office.printed.preview import PAPER, colour
from tests.unit.documents.reports import saying, text
from tests.unit.documents.word.test_drawings import a_chart
from ui.preview.pages import Page, pages
from ui.preview.painting import paint_page
from ui.preview.plotting import Plot, bars, points, slices

pytestmark = pytest.mark.usefixtures("qapp")


def a_photo(shade: str, width: int = 40, height: int = 30) -> bytes:
    """A photo of one colour, as a PNG file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(shade))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def colours(page: Page) -> set[str]:
    """The colours that a page shows."""
    scale = 0.05
    image = QImage(round(PAPER.width * scale), round(PAPER.height * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_page(painter, page, scale)
    painter.end()
    return {
        image.pixelColor(x, y).name().upper().removeprefix("#")
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("kind", [ChartKind.COLUMNS, ChartKind.BARS, ChartKind.PIE])
def test_a_chart_is_painted_in_the_colours_of_the_word_report(kind: ChartKind) -> None:
    (page,) = pages(saying(a_chart(kind), text("Hết.")))
    (drawing,) = page.drawings
    assert drawing.width == PAPER.text_width
    assert colour(0) in colours(page)
    assert colour(0) not in colours(pages(saying(text("Hết.")))[0])


def test_a_screen_reader_is_told_what_a_chart_shows() -> None:
    (page,) = pages(saying(a_chart(), text("Hết.")))
    assert page.text.endswith("Kỳ này: Đất đai 1.234; Hộ tịch ……")


def test_a_line_is_painted_too_and_breaks_where_nothing_is_known() -> None:
    values = (Decimal(1), None, Decimal(3), Decimal(4))
    series = Series("A", tuple(Point(each, "") for each in values))
    plot = Plot(Chart(ChartKind.LINE, "", ("a", "b", "c", "d"), (series,)), 0, 0, 4000, 2000)
    (run,) = points(plot)
    assert (len(run.dots), len(run.pairs)) == (3, 1)
    assert colour(1) in colours(pages(saying(a_chart(ChartKind.LINE)))[0])


@pytest.mark.parametrize("kind", [ChartKind.COLUMNS, ChartKind.BARS])
def test_bars_are_as_long_as_their_numbers_on_both_sides_of_zero(kind: ChartKind) -> None:
    series = Series("A", tuple(Point(Decimal(each), each) for each in ("10", "20", "-5")))
    plot = Plot(Chart(kind, "", ("a", "b", "c"), (series,)), 100, 100, 6000, 3000)
    lengths = [bar.width if kind is ChartKind.BARS else bar.height for bar in bars(plot)]
    assert lengths == pytest.approx([lengths[0], 2 * lengths[0], lengths[0] / 2])
    assert all(100 <= bar.x <= bar.x + bar.width <= 6100 for bar in bars(plot))
    assert all(100 <= bar.y <= bar.y + bar.height <= 3100 for bar in bars(plot))


def test_a_pie_goes_once_round_from_twelve_with_the_clock() -> None:
    points = tuple(Point(Decimal(each), str(each)) for each in (1, 0, 3))
    found = list(slices(Chart(ChartKind.PIE, "", ("a", "b", "c"), (Series("A", points),))))
    assert [(each.start, each.span) for each in found] == [(90, -90), (0, 0), (0, -270)]
    x, y = found[0].beside(10)
    assert x > 0 > y


def test_a_chart_that_the_page_has_no_room_for_goes_to_the_next() -> None:
    found = pages(saying(*(a_chart() for _ in range(5)), text("Hết.")))
    assert [len(page.drawings) for page in found] == [2, 3, 0]
    for page in found:
        assert all(each.y + each.height <= PAPER.height - PAPER.bottom for each in page.drawings)


def test_a_photo_is_painted_and_its_caption_stands_below_it() -> None:
    photo = Picture(a_photo("#c01020"), "png", 40, 30, "Ngày hội chuyển đổi số")
    (page,) = pages(saying(photo, text("Hết.")))
    assert "C01020" in colours(page)
    (caption,) = (line for line in page.lines if line.text == "Ngày hội chuyển đổi số")
    (drawing,) = page.drawings
    assert drawing.height / drawing.width == pytest.approx(30 / 40, rel=0.01)
    assert caption.y >= drawing.y + drawing.height


def test_a_note_in_a_table_stands_at_the_foot_of_its_page() -> None:
    noted = (Run("Đất đai"), Footnote((Run("Kể cả cấp đổi."),)))
    (page,) = pages(saying(Table((("Lĩnh vực",),), ((noted,),), (1,)), text("Hết.")))
    assert "Đất đai1" in page.text.split("\n")
    (note,) = (line for line in page.lines if line.text == "1 Kể cả cấp đổi.")
    assert note.y > PAPER.height * 0.8
