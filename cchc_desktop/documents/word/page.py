"""The page: its sections, its centred titles and the lines under them, as in the official sample 1.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.word.lines import side_indent
from cchc_desktop.documents.word.markup import R, add, add_paragraph, properties
from cchc_desktop.documents.word.metrics import width
from cchc_desktop.documents.word.paper import (
    BOTTOM,
    HEADER,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TEXT_WIDTH,
    TOP,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADER_ID, FIRST_HEADER_ID = "rIdHeader", "rIdFirstHeader"


def end_section(body: _Element) -> None:
    """Close a section in the middle of the text; what follows starts a page."""
    add_section(properties(add_paragraph(body, "SectionEnd")))


def add_section(parent: _Element) -> None:
    """Append the page set-up: pages count from 1 and the first shows no number."""
    section = add(parent, "sectPr")
    for kind, part in (("default", HEADER_ID), ("first", FIRST_HEADER_ID)):
        add(section, "headerReference", type=kind).set(f"{{{R}}}id", part)
    add(section, "type", val="nextPage")
    add(section, "pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT)
    add(
        section,
        "pgMar",
        top=TOP,
        right=RIGHT,
        bottom=BOTTOM,
        left=LEFT,
        header=HEADER,
        footer=HEADER,
        gutter=0,
    )
    add(section, "pgNumType", start=1)
    add(section, "titlePg")


def add_centred(body: _Element, style: str, text: str, *, bold: bool = False) -> int:
    """Append a centred title of 14 points that breaks well; the width of its longest line in twips."""
    drawn_in = side_indent(text, 14, TEXT_WIDTH, bold=bold)
    indent(add_paragraph(body, style, text), drawn_in)
    longest = max(width(line, 14, bold=bold) for line in text.split("\n"))
    return min(longest, TEXT_WIDTH - 2 * drawn_in)


def add_rule(parent: _Element, length: int, room: int) -> None:
    """Append a solid line of a length, centred in the room its paragraph has."""
    side = (room - length) // 2
    indent(add_paragraph(parent, "Rule"), side, room - length - side)


def add_short_rule(parent: _Element, longest: int, room: int) -> None:
    """Append the line under a name or title: between a third and a half of the text above it."""
    add_rule(parent, round(longest * 0.4), room)


def indent(paragraph: _Element, left: int, right: int | None = None) -> None:
    """Draw in a paragraph from both sides, the right one as far as the left if nothing else is said."""
    if left or right:
        add(properties(paragraph), "ind", left=left, right=left if right is None else right)
