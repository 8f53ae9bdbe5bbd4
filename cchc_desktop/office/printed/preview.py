"""The door through which the window sees what a report prints: its content and the Word writer's measures.

The preview sets the same content as the Word report, in the same styles, columns and wordings, and takes
them from where the Word writer has them. Measures are twips (1/1440 inch).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from cchc_desktop.documents.content import (
    Annex,
    AppendixRow,
    AppendixTable,
    Block,
    BulletItem,
    Chart,
    ChartKind,
    DottedLine,
    Footnote,
    Heading,
    HeadingLevel,
    Inline,
    Letterhead,
    LevelFormat,
    MinorHeading,
    Numbering,
    Paragraph,
    Picture,
    Report,
    Run,
    Table,
    TableCell,
)
from cchc_desktop.documents.flow import running_text
from cchc_desktop.documents.word import appendix, foot, letterhead, paper
from cchc_desktop.documents.word.charts import LABEL_SIZE, TITLE_SIZE, colour
from cchc_desktop.documents.word.drawings import chart_height, picture_size
from cchc_desktop.documents.word.letterhead import MOTTO, NATIONAL_TITLE, number_line, place_line
from cchc_desktop.documents.word.lines import dashed, name_lines, side_indent
from cchc_desktop.documents.word.markup import clean, w
from cchc_desktop.documents.word.metrics import width
from cchc_desktop.documents.word.shipped import part_source
from cchc_desktop.office.printed.printing import printed_report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from cchc_desktop.office.report import OpenReport

__all__ = [
    "BLANK_FIGURE",
    "CELL_MARGIN",
    "FOOT_COLUMNS",
    "FORM_COLUMNS",
    "HEAD_COLUMNS",
    "LABEL_SIZE",
    "MOTTO",
    "NATIONAL_TITLE",
    "PAPER",
    "TITLE_SIZE",
    "Annex",
    "AppendixRow",
    "AppendixTable",
    "Block",
    "BulletItem",
    "Chart",
    "ChartKind",
    "DottedLine",
    "Footnote",
    "Heading",
    "HeadingLevel",
    "Inline",
    "Letterhead",
    "LevelFormat",
    "MinorHeading",
    "Numbering",
    "Paper",
    "Paragraph",
    "Picture",
    "Report",
    "Run",
    "Style",
    "Table",
    "TableCell",
    "chart_height",
    "clean",
    "colour",
    "dashed",
    "foot_gap",
    "name_lines",
    "number_line",
    "picture_size",
    "place_line",
    "preview_content",
    "running_text",
    "side_indent",
    "styles",
    "width",
]

HEAD_COLUMNS, FOOT_COLUMNS, FORM_COLUMNS = letterhead.COLUMNS, foot.COLUMNS, appendix.COLUMNS
CELL_MARGIN = appendix.CELL_MARGIN
BLANK_FIGURE = appendix.BLANK


@dataclass(frozen=True, slots=True)
class Paper:
    """The page and its margins; `header` is how far below the upper edge the page number stands."""

    width: int = paper.PAGE_WIDTH
    height: int = paper.PAGE_HEIGHT
    top: int = paper.TOP
    bottom: int = paper.BOTTOM
    left: int = paper.LEFT
    right: int = paper.RIGHT
    header: int = paper.HEADER

    @property
    def text_width(self) -> int:
        """What the side margins leave."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """What the upper and lower margins leave."""
        return self.height - self.top - self.bottom


PAPER = Paper()


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; distances in twips.

    `exact` is the height of its lines where the style fixes one, else 0. `ruled` has a solid line above,
    `dotted` fills the line with dots up to its text.
    """

    points: float
    align: Literal["left", "center", "both"]
    bold: bool
    italic: bool
    caps: bool
    before: int
    after: int
    first_line: int
    exact: int
    keep_next: bool
    keep_lines: bool
    ruled: bool
    dotted: bool


def preview_content(report: OpenReport) -> Report:
    """Return what the Word report would print now."""
    return printed_report(report)


@cache
def styles() -> Mapping[str, Style]:
    """Return the paragraph styles of the Word report by their ids: `BodyText`, `Heading1`, `TableHead` …"""
    usual = _number(_styles(), "docDefaults/rPrDefault/rPr/sz")
    return {name: _style(style, usual) for name, style in _sheet("paragraph").items()}


@cache
def foot_gap() -> int:
    """Return the distance between the last line of the text and the foot of the report."""
    return _number(_sheet("table")["FootTable"], "tblPr/tblCellMar/top", "w")


def _styles() -> Element:
    """Parse the styles with what the standard library has: lxml, which builds reports, takes 4 MB to load."""
    from defusedxml.ElementTree import fromstring

    return fromstring(part_source("styles.xml"))


def _sheet(kind: str) -> dict[str, Element]:
    found = _styles().iterfind(w("style"))
    return {style.get(w("styleId"), ""): style for style in found if style.get(w("type")) == kind}


def _style(style: Element, usual: int) -> Style:
    """A style of the sheet; each is based on Normal alone, which says nothing of its own."""
    alignment = _value(style, "pPr/jc")
    fixed = _value(style, "pPr/spacing", "lineRule") == "exact"
    return Style(
        points=_number(style, "rPr/sz", usual=usual) / 2,
        align="both" if alignment == "both" else "center" if alignment == "center" else "left",
        bold=_find(style, "rPr/b") is not None,
        italic=_find(style, "rPr/i") is not None,
        caps=_find(style, "rPr/caps") is not None,
        before=_number(style, "pPr/spacing", "before"),
        after=_number(style, "pPr/spacing", "after"),
        first_line=_number(style, "pPr/ind", "firstLine"),
        exact=_number(style, "pPr/spacing", "line") if fixed else 0,
        keep_next=_find(style, "pPr/keepNext") is not None,
        keep_lines=_find(style, "pPr/keepLines") is not None,
        ruled=_find(style, "pPr/pBdr/top") is not None,
        dotted=_value(style, "pPr/tabs/tab", "leader") == "dot",
    )


def _find(element: Element, path: str) -> Element | None:
    return element.find("/".join(w(name) for name in path.split("/")))


def _value(element: Element, path: str, name: str = "val") -> str:
    found = _find(element, path)
    return "" if found is None else found.get(w(name), "")


def _number(element: Element, path: str, name: str = "val", *, usual: int = 0) -> int:
    return int(_value(element, path, name) or usual)
