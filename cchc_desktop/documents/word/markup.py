"""The few kinds of WordprocessingML elements that everything in the report is made of.

Elements are appended straight with lxml: python-docx's proxy for every cell and run makes the same
report about thirty times slower.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc_desktop.values.text import printable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_LINE_BREAKS = re.compile("\r\n|[\r\v\u2028\u2029]")
_PIECES = re.compile("([\t\n])")


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def new_root(name: str) -> _Element:
    """The root element of a part."""
    from lxml import etree

    return etree.Element(w(name), nsmap={"w": W, "r": R})


def add(parent: _Element, name: str, **attributes: str | int) -> _Element:
    """Append an element; attributes are given without their prefix."""
    from lxml import etree

    child = etree.SubElement(parent, f"{{{W}}}{name}")
    for key, value in attributes.items():
        child.set(f"{{{W}}}{key}", str(value))
    return child


def add_paragraph(parent: _Element, style: str, text: str = "") -> _Element:
    """Append a paragraph whose whole look comes from its style."""
    paragraph = add(parent, "p")
    add(add(paragraph, "pPr"), "pStyle", val=style)
    if text:
        fill(add(paragraph, "r"), text)
    return paragraph


def properties(paragraph: _Element) -> _Element:
    """The properties of a paragraph made here: its first child."""
    return paragraph[0]


def add_run(paragraph: _Element, run: Run) -> None:
    """Append a run, with its text as Word can hold it."""
    fill(add_face(paragraph, bold=run.bold, italic=run.italic), run.text)


def add_face(paragraph: _Element, *, bold: bool = False, italic: bool = False) -> _Element:
    """Append a run that waits for its text."""
    element = add(paragraph, "r")
    if bold or italic:
        face = add(element, "rPr")
        if bold:
            add(face, "b")
        if italic:
            add(face, "i")
    return element


def clean(text: str) -> str:
    """The text as XML can hold it, every kind of line break as ``\\n``.

    Characters that XML forbids (they come with text pasted from old programs) are left out and
    nothing else is.
    """
    return printable(_LINE_BREAKS.sub("\n", text))


def fill(run: _Element, text: str) -> None:
    """Put text into a run; line breaks and tabs become Word's own."""
    for piece in _PIECES.split(clean(text)):
        if piece == "\n":
            add(run, "br")
        elif piece == "\t":
            add(run, "tab")
        elif piece:
            element = add(run, "t")
            element.text = piece
            if piece[0].isspace() or piece[-1].isspace():
                element.set(_SPACE, "preserve")
