"""Charts and photos of the Word report: native, told to who cannot see them, the same bytes each time."""

from decimal import Decimal

import pytest
from lxml import etree

from cchc_desktop.documents.content import Chart, ChartKind, Picture, Point, Report, Series
from cchc_desktop.documents.word.charts import A, C
from cchc_desktop.documents.word.drawings import PIC, PICTURE_HEIGHT, WP, picture_size
from cchc_desktop.documents.word.markup import R, w
from cchc_desktop.documents.word.paper import TEXT_WIDTH
from cchc_desktop.documents.word.report import write_report
from tests.unit.documents.reports import saying, text
from tests.unit.documents.word.opened import Opened, opened, style_of

PNG = b"\x89PNG\r\n\x1a\n"


def a_chart(kind: ChartKind = ChartKind.COLUMNS) -> Chart:
    """Two quarters of two kinds; of one number nothing is known yet."""
    now = Series("Kỳ này", (Point(Decimal(1234), "1.234"), Point(None, "……")))
    before = Series("Kỳ trước", (Point(Decimal("71.43"), "71,43%"), Point(Decimal(0), "0")))
    return Chart(kind, "Hồ sơ", ("Đất đai", "Hộ tịch"), (now,) if kind is ChartKind.PIE else (before, now))


def drawn(report: Report) -> etree._Element:
    return opened(report).part("word/charts/chart1.xml")


def vals(root: etree._Element, path: str) -> list[str]:
    return [each.get("val", "") for each in root.iterfind(f".//{{{C}}}" + f"/{{{C}}}".join(path.split("/")))]


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_holds_its_numbers_and_writes_them_as_the_report_does(kind: ChartKind) -> None:
    root = drawn(saying(a_chart(kind), text("Hết.")))
    numbers = [each.text for each in root.iterfind(f".//{{{C}}}numLit/{{{C}}}pt/{{{C}}}v")]
    assert numbers[-1] == "1234"
    labels = [each.text for each in root.iterfind(f".//{{{C}}}dLbl//{{{A}}}t")]
    assert labels[-1] == "1.234"
    names = [each.text for each in root.iterfind(f".//{{{C}}}strLit/{{{C}}}pt/{{{C}}}v")]
    assert names[:2] == ["Đất đai", "Hộ tịch"]


def test_what_is_not_known_leaves_a_gap_and_is_no_zero() -> None:
    root = drawn(saying(a_chart()))
    now = root.findall(f".//{{{C}}}ser")[1]
    assert [point.get("idx") for point in now.iterfind(f".//{{{C}}}numLit/{{{C}}}pt")] == ["0"]
    assert vals(root, "dispBlanksAs") == ["gap"]


def test_bars_begin_at_zero_unless_something_is_below_it() -> None:
    assert vals(drawn(saying(a_chart())), "scaling/min") == ["0"]
    below = Series("Chênh lệch", (Point(Decimal(-3), "-3"),))
    chart = Chart(ChartKind.COLUMNS, "", ("Một",), (below,))
    assert vals(drawn(saying(chart)), "scaling/min") == []
    assert vals(drawn(saying(chart)), "autoTitleDeleted") == ["1"]


def test_the_elements_of_a_series_stand_in_the_order_that_word_demands() -> None:
    order = ["idx", "order", "tx", "spPr", "invertIfNegative", "dLbls", "cat", "val"]
    for series in drawn(saying(a_chart())).iterfind(f".//{{{C}}}ser"):
        assert [etree.QName(child).localname for child in series] == order


def test_who_cannot_see_a_chart_is_told_its_numbers() -> None:
    (about,) = opened(saying(a_chart())).body.iter(f"{{{WP}}}docPr")
    assert (
        about.get("descr") == "Hồ sơ. Kỳ trước: Đất đai 71,43%; Hộ tịch 0. Kỳ này: Đất đai 1.234; Hộ tịch ……"
    )


def test_each_drawing_refers_to_a_part_that_is_there() -> None:
    photo = Picture(PNG, "png", 400, 300, "Ngày hội")
    document = opened(saying(a_chart(), photo, a_chart(ChartKind.PIE), text("Hết.")))
    relations = {each.get("Id"): each.get("Target") for each in document.part("word/_rels/document.xml.rels")}
    asked = [each.get(f"{{{R}}}id") for each in document.body.iter(f"{{{C}}}chart")]
    asked += [each.get(f"{{{R}}}embed") for each in document.body.iter(f"{{{A}}}blip")]
    names = ["charts/chart1.xml", "charts/chart3.xml", "media/image2.png"]
    assert [relations[each] for each in asked] == names
    assert document.archive.read("word/media/image2.png") == PNG
    types = {each.get("PartName"): each.get("ContentType") for each in document.part("[Content_Types].xml")}
    assert types["/word/media/image2.png"] == "image/png"


def test_a_photo_and_its_caption_stay_together() -> None:
    document = opened(saying(Picture(PNG, "png", 400, 300, "Ngày hội"), text("Hết.")))
    assert document.texts("Caption") == ["Ngày hội"]
    (photo,) = document.body.iter(f"{{{PIC}}}pic")
    frame = next(each for each in photo.iterancestors(w("p")))
    assert style_of(frame) == "DrawingAbove"
    assert "keepNext" in document.look("DrawingAbove")


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (4000, 1000, (TEXT_WIDTH, TEXT_WIDTH // 4)),
        (1000, 2000, (PICTURE_HEIGHT // 2, PICTURE_HEIGHT)),
        (1, 100_000, (1, PICTURE_HEIGHT)),
        (100_000, 1, (TEXT_WIDTH, 1)),
    ],
)
def test_a_photo_keeps_its_shape_within_the_page(width: int, height: int, size: tuple[int, int]) -> None:
    assert picture_size(Picture(PNG, "png", width, height, "")) == size


def test_charts_give_the_same_bytes_each_time() -> None:
    report = saying(*(a_chart(kind) for kind in ChartKind), text("Hết."))
    assert write_report(report) == write_report(report)


def test_signs_that_xml_forbids_are_left_out_of_a_chart() -> None:
    wild = Chart(ChartKind.BARS, "A\x00&<", ("\x0b",), (Series("]]>", (Point(Decimal(1), "\x1f1"),)),))
    root = Opened(write_report(saying(wild))).part("word/charts/chart1.xml")
    assert "".join(each.text or "" for each in root.iterfind(f".//{{{C}}}title//{{{A}}}t")) == "A&<"
