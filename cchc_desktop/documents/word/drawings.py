"""What stands between the paragraphs without being text: charts and photos, each a part of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.documents.content import Chart, ChartKind
from cchc_desktop.documents.word.charts import A, C, chart_part
from cchc_desktop.documents.word.markup import R, add, add_paragraph, clean
from cchc_desktop.documents.word.paper import TEXT_WIDTH

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Picture

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU = 635  # English metric units in a twip
PICTURE_HEIGHT = 6200
"""How high a photo is at most, in twips: two of them with their captions share a page."""
_CHART_HEIGHT, _BAR_HEIGHT, _AROUND_BARS = 4000, 400, 1700


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part that the document refers to by `relation_id`."""

    relation_id: str
    name: str
    """With its ending, below the folder of the document."""
    content_type: str
    relation: str
    """The last word of the relation's type."""
    blob: bytes


class Drawings:
    """Collects the charts and photos of a report in the order they stand."""

    def __init__(self) -> None:
        self.parts: list[DrawnPart] = []

    def add_chart(self, body: _Element, chart: Chart) -> None:
        """Append a chart as wide as the text; who cannot see it is told its numbers."""
        from lxml import etree

        relation_id = self._part("charts/chart", "xml", CHART_TYPE, "chart", chart_part(chart))
        data = self._inline(body, "Drawing", (TEXT_WIDTH, chart_height(chart)), chart.description, C)
        etree.SubElement(data, f"{{{C}}}chart", nsmap={"c": C}).set(f"{{{R}}}id", relation_id)

    def add_picture(self, body: _Element, picture: Picture) -> None:
        """Append a photo with its caption below it, both on one page."""
        media = f"image/{picture.media}"
        relation_id = self._part("media/image", picture.media, media, "image", picture.content)
        size = picture_size(picture)
        style = "DrawingAbove" if picture.caption else "Drawing"
        data = self._inline(body, style, size, picture.caption, PIC)
        _add_photo(data, relation_id, size, len(self.parts))
        if picture.caption:
            add_paragraph(body, "Caption", picture.caption)

    def _part(self, name: str, ending: str, content_type: str, relation: str, blob: bytes) -> str:
        number = len(self.parts) + 1
        relation_id = f"rIdDrawing{number}"
        self.parts.append(DrawnPart(relation_id, f"{name}{number}.{ending}", content_type, relation, blob))
        return relation_id

    def _inline(
        self, body: _Element, style: str, size: tuple[int, int], description: str, kind: str
    ) -> _Element:
        """A paragraph with a frame of that size (in twips) and what it tells a screen reader."""
        from lxml import etree

        drawing = add(add(add_paragraph(body, style), "r"), "drawing")
        inline = _framed(drawing, "inline", distT=0, distB=0, distL=0, distR=0)
        _framed(inline, "extent", cx=size[0] * _EMU, cy=size[1] * _EMU)
        number = len(self.parts)
        name = f"Hình {number}"
        _framed(inline, "docPr", id=number, name=name, descr=" ".join(clean(description).split()))
        _framed(inline, "cNvGraphicFramePr")
        graphic = etree.SubElement(inline, f"{{{A}}}graphic", nsmap={"a": A})
        data = etree.SubElement(graphic, f"{{{A}}}graphicData")
        data.set("uri", kind)
        return data


def chart_height(chart: Chart) -> int:
    """Return how high a chart is, in twips: lying bars need a line each."""
    if chart.kind is not ChartKind.BARS:
        return _CHART_HEIGHT
    bars = len(chart.categories) * max(len(chart.series), 1)
    return min(_AROUND_BARS + bars * _BAR_HEIGHT, 2 * PICTURE_HEIGHT)


def picture_size(picture: Picture) -> tuple[int, int]:
    """Return width and height of a photo in twips: as wide as the text, or as high as it may be."""
    height = TEXT_WIDTH * picture.height // picture.width
    if height <= PICTURE_HEIGHT:
        return TEXT_WIDTH, max(height, 1)
    return max(PICTURE_HEIGHT * picture.width // picture.height, 1), PICTURE_HEIGHT


def _framed(parent: _Element, tag: str, /, **attributes: str | int) -> _Element:
    from lxml import etree

    child = etree.SubElement(parent, f"{{{WP}}}{tag}", nsmap={"wp": WP})
    for key, value in attributes.items():
        child.set(key, str(value))
    return child


def _add_photo(data: _Element, relation_id: str, size: tuple[int, int], number: int) -> None:
    from lxml import etree

    photo = etree.SubElement(data, f"{{{PIC}}}pic", nsmap={"pic": PIC})
    about = etree.SubElement(photo, f"{{{PIC}}}nvPicPr")
    names = etree.SubElement(about, f"{{{PIC}}}cNvPr")
    names.set("id", str(number))
    names.set("name", f"Hình {number}")
    etree.SubElement(about, f"{{{PIC}}}cNvPicPr")
    fill = etree.SubElement(photo, f"{{{PIC}}}blipFill")
    etree.SubElement(fill, f"{{{A}}}blip").set(f"{{{R}}}embed", relation_id)
    etree.SubElement(etree.SubElement(fill, f"{{{A}}}stretch"), f"{{{A}}}fillRect")
    look = etree.SubElement(photo, f"{{{PIC}}}spPr")
    place = etree.SubElement(look, f"{{{A}}}xfrm")
    for name, keys, values in (("off", ("x", "y"), (0, 0)), ("ext", ("cx", "cy"), size)):
        element = etree.SubElement(place, f"{{{A}}}{name}")
        for key, value in zip(keys, values, strict=True):
            element.set(key, str(value * _EMU))
    shape = etree.SubElement(look, f"{{{A}}}prstGeom")
    shape.set("prst", "rect")
    etree.SubElement(shape, f"{{{A}}}avLst")
