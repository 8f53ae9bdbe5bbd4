"""Charts as native DrawingML: Word draws them sharp at any size and lets anybody restyle them.

The numbers stand in the chart's own part, each labelled with the text that the report prints elsewhere; so
the chart reads the same whatever language Word speaks (ECMA-376 part 1, 21.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.content import ChartKind
from cchc_desktop.documents.word.markup import clean
from cchc_desktop.documents.word.shipped import serialised

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Chart, Series

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
COLOURS = ("1F4E79", "C9A227", "7F7F7F", "9DC3E6", "548235", "C55A11", "7030A0", "BFBFBF")
"""Of series, and of the parts of a pie: told apart in print without colour too."""
TITLE_SIZE, LABEL_SIZE = 1300, 1100  # hundredths of a point
_FACE = "Times New Roman"
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_GAP, _OVERLAP = 60, 0  # percent of a bar's width


def chart_part(chart: Chart) -> bytes:
    """Return the part of one chart; the same numbers give the same bytes."""
    from lxml import etree

    root = etree.Element(f"{{{C}}}chartSpace", nsmap={"c": C, "a": A})
    _add(root, "date1904", 0)
    _add(root, "roundedCorners", 0)
    body = _add(root, "chart")
    if chart.title:
        title = _add(body, "title")
        _add_text(_add(_add(title, "tx"), "rich"), chart.title, TITLE_SIZE, bold=True)
        _add(title, "overlay", 0)
    _add(body, "autoTitleDeleted", int(not chart.title))
    _add_plot(_add(body, "plotArea"), chart)
    if len(chart.series) > 1 or chart.kind is ChartKind.PIE:
        legend = _add(body, "legend")
        _add(legend, "legendPos", "b")
        _add(legend, "overlay", 0)
        _add_face(legend, LABEL_SIZE)
    _add(body, "plotVisOnly", 1)
    _add(body, "dispBlanksAs", "gap")
    _add_line(_add(root, "spPr"), "")
    return serialised(root)


def _add_plot(area: _Element, chart: Chart) -> None:
    _add(area, "layout")
    if chart.kind is ChartKind.PIE:
        plot = _add(area, "pieChart")
        _add(plot, "varyColors", 1)
        _add_series(plot, chart, chart.series[0], 0)
        _add(plot, "firstSliceAng", 0)
        return
    is_line = chart.kind is ChartKind.LINE
    plot = _add(area, "lineChart" if is_line else "barChart")
    if not is_line:
        _add(plot, "barDir", "bar" if chart.kind is ChartKind.BARS else "col")
    _add(plot, "grouping", "standard" if is_line else "clustered")
    _add(plot, "varyColors", 0)
    for at, series in enumerate(chart.series):
        _add_series(plot, chart, series, at)
    if is_line:
        _add(plot, "marker", 1)
    else:
        _add(plot, "gapWidth", _GAP)
        _add(plot, "overlap", _OVERLAP)
    for axis in (_CATEGORY_AXIS, _VALUE_AXIS):
        _add(plot, "axId", axis)
    numbers = [point.value for series in chart.series for point in series.points if point.value is not None]
    is_below_zero = min(numbers, default=0) < 0
    _add_axes(area, is_lying=chart.kind is ChartKind.BARS, is_below_zero=is_below_zero)


def _add_axes(area: _Element, *, is_lying: bool, is_below_zero: bool) -> None:
    """The axis of names, and one of values that is not drawn: every bar says its own number.

    Values count from zero, so that what is twice as much looks twice as long.
    """
    sides = ("l", "b") if is_lying else ("b", "l")
    for name, own, other, side in (
        ("catAx", _CATEGORY_AXIS, _VALUE_AXIS, sides[0]),
        ("valAx", _VALUE_AXIS, _CATEGORY_AXIS, sides[1]),
    ):
        axis = _add(area, name)
        _add(axis, "axId", own)
        # lying bars are read from above
        direction = "maxMin" if is_lying and own == _CATEGORY_AXIS else "minMax"
        scaling = _add(axis, "scaling")
        _add(scaling, "orientation", direction)
        if own == _VALUE_AXIS and not is_below_zero:
            _add(scaling, "min", 0)
        _add(axis, "delete", int(own == _VALUE_AXIS))
        _add(axis, "axPos", side)
        _add(axis, "majorTickMark", "none")
        _add(axis, "minorTickMark", "none")
        _add(axis, "tickLblPos", "low")
        if own == _CATEGORY_AXIS:
            _add_line(_add(axis, "spPr"), "7F7F7F")
            _add_face(axis, LABEL_SIZE)
        _add(axis, "crossAx", other)
        _add(axis, "crosses", "autoZero")


def _add_series(plot: _Element, chart: Chart, series: Series, at: int) -> None:
    element = _add(plot, "ser")
    _add(element, "idx", at)
    _add(element, "order", at)
    _add(_add(element, "tx"), "v").text = clean(series.name)
    is_pie, is_line = chart.kind is ChartKind.PIE, chart.kind is ChartKind.LINE
    if not is_pie:
        look = _add(element, "spPr")
        _add_line(look, colour(at), 28575) if is_line else _add_fill(look, colour(at))
    if is_line:
        marker = _add(element, "marker")
        _add(marker, "symbol", "circle")
        _add(marker, "size", 6)
        _add_fill(_add(marker, "spPr"), colour(at))
    elif not is_pie:
        _add(element, "invertIfNegative", 0)
    if is_pie:
        for part in range(len(series.points)):
            piece = _add(element, "dPt")
            _add(piece, "idx", part)
            _add(piece, "bubble3D", 0)
            _add_fill(_add(piece, "spPr"), colour(part))
    _add_labels(element, series, ("t", "b")[at % 2] if is_line else "outEnd")
    _add_values(element, chart.categories, series)
    if is_line:
        _add(element, "smooth", 0)


def _add_labels(element: _Element, series: Series, place: str) -> None:
    labels = _add(element, "dLbls")
    for at, point in enumerate(series.points):
        if point.value is not None:
            label = _add(labels, "dLbl")
            _add(label, "idx", at)
            _add_text(_add(_add(label, "tx"), "rich"), point.text, LABEL_SIZE)
            _add_what_shows(label, place)
    _add_face(labels, LABEL_SIZE)
    _add_what_shows(labels, place)


def _add_what_shows(labels: _Element, place: str) -> None:
    _add(labels, "dLblPos", place)
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        _add(labels, f"show{name}", int(name == "Val"))


def _add_values(element: _Element, categories: tuple[str, ...], series: Series) -> None:
    names = _add(_add(element, "cat"), "strLit")
    _add(names, "ptCount", len(categories))
    for at, category in enumerate(categories):
        _add(_add(names, "pt", idx=at), "v").text = clean(category)
    numbers = _add(_add(element, "val"), "numLit")
    _add(numbers, "formatCode").text = "General"
    _add(numbers, "ptCount", len(series.points))
    for at, point in enumerate(series.points):
        if point.value is not None:
            _add(_add(numbers, "pt", idx=at), "v").text = f"{point.value:f}"


def colour(at: int) -> str:
    """Return the colour of the series or part at that place, six hexadecimal digits."""
    return COLOURS[at % len(COLOURS)]


def _add(parent: _Element, name: str, value: str | int | None = None, **attributes: str | int) -> _Element:
    """Append an element of a chart; nearly all say what they say in `val`."""
    from lxml import etree

    child = etree.SubElement(parent, f"{{{C}}}{name}")
    if value is not None:
        child.set("val", str(value))
    for key, each in attributes.items():
        child.set(key, str(each))
    return child


def _drawn(parent: _Element, name: str, **attributes: str | int) -> _Element:
    """Append an element of DrawingML itself."""
    from lxml import etree

    child = etree.SubElement(parent, f"{{{A}}}{name}")
    for key, each in attributes.items():
        child.set(key, str(each))
    return child


def _add_fill(look: _Element, shade: str) -> None:
    _drawn(_drawn(look, "solidFill"), "srgbClr", val=shade)


def _add_line(look: _Element, shade: str, width: int = 9525) -> None:
    """Append a line, `width` in English metric units; none where it has no shade."""
    line = _drawn(look, "ln", w=width)
    if shade:
        _add_fill(line, shade)
    else:
        _drawn(line, "noFill")


def _add_face(parent: _Element, size: int) -> None:
    text = _add(parent, "txPr")
    _drawn(text, "bodyPr")
    paragraph = _drawn(text, "p")
    _add_letters(_drawn(paragraph, "pPr"), "defRPr", size, bold=False)
    _drawn(paragraph, "endParaRPr", lang="vi-VN")


def _add_text(rich: _Element, text: str, size: int, *, bold: bool = False) -> None:
    _drawn(rich, "bodyPr")
    paragraph = _drawn(rich, "p")
    _add_letters(_drawn(paragraph, "pPr"), "defRPr", size, bold=bold)
    run = _drawn(paragraph, "r")
    _add_letters(run, "rPr", size, bold=bold, lang="vi-VN")
    _drawn(run, "t").text = clean(text)


def _add_letters(parent: _Element, name: str, size: int, *, bold: bool, **attributes: str) -> None:
    letters = _drawn(parent, name, **attributes, sz=size, b=int(bold))
    _add_fill(letters, "000000")
    _drawn(letters, "latin", typeface=_FACE)
    _drawn(letters, "cs", typeface=_FACE)
