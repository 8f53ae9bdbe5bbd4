"""What a document's styles say of its paragraphs: heading level, number, bold and slanted letters."""

import re
from dataclasses import dataclass, replace

from lxml.etree import _Element

from cchc_desktop.documents.reading.wordml import is_on, value, w

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST = 20
"""Styles that rest on each other; a circle ends there."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph has of its style, what the style rests on included."""

    name: str = ""
    outline: int = 0
    """From 1; 0: no heading."""
    list_id: str = ""
    list_level: str = ""
    bold: bool = False
    italic: bool = False


PLAIN = Style()


class Styles:
    """The paragraph styles of a document by id."""

    def __init__(self, root: _Element | None) -> None:
        found = () if root is None else root.iterchildren(w("style"))
        self._elements = {style.get(w("styleId"), ""): style for style in found}
        self._known: dict[str, Style] = {}

    def of(self, style_id: str | None) -> Style:
        """Return the style of that id; a plain one where there is none."""
        if not style_id or style_id not in self._elements:
            return PLAIN
        if style_id not in self._known:
            self._known[style_id] = self._made(style_id)
        return self._known[style_id]

    def _made(self, style_id: str) -> Style:
        chain: list[_Element] = []
        while (element := self._elements.get(style_id)) is not None and len(chain) < _DEEPEST:
            chain.append(element)
            style_id = value(element, "basedOn") or ""
        style = PLAIN
        for element in reversed(chain):
            style = _with(style, element)
        return style


def _with(style: Style, element: _Element) -> Style:
    """The style with what the element says over it."""
    level = value(element, "pPr/outlineLvl")
    name = value(element, "name") or ""
    heading = _HEADING.fullmatch(name)
    if level is None and heading:
        level = str(int(heading[1]) - 1)
    bold, italic = is_on(element, "rPr/b"), is_on(element, "rPr/i")
    return replace(
        style,
        name=name,
        outline=style.outline if level is None else outline_level(level),
        list_id=value(element, "pPr/numPr/numId") or style.list_id,
        list_level=value(element, "pPr/numPr/ilvl") or style.list_level,
        bold=style.bold if bold is None else bold,
        italic=style.italic if italic is None else italic,
    )


def outline_level(written: str) -> int:
    """Return the heading level, from 1, of Word's outline level, from 0; its 9 is running text."""
    return int(written) + 1 if written in "012345678" and written else 0
