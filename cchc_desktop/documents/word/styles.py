"""The style sheet of a report: the shipped one, its heading styles tied to the report's numbering."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cchc_desktop.documents.content import LevelFormat
from cchc_desktop.documents.word.markup import add, w
from cchc_desktop.documents.word.numbering import HEADINGS_ID, first_list_level
from cchc_desktop.documents.word.shipped import part, serialised

if TYPE_CHECKING:
    from cchc_desktop.documents.content import Numbering


@cache
def styles_part(numbering: Numbering) -> bytes:
    """The part as bytes. It is kept: a program meets very few numberings."""
    root = part("styles.xml")
    styles = {style.get(w("styleId")): style for style in root.iterchildren(w("style"))}
    for heading, level in enumerate(numbering.levels, start=1):
        if level.format is LevelFormat.NONE:
            continue
        paragraph = styles[f"Heading{heading}"].find(w("pPr"))
        if paragraph is None:
            raise LookupError(f"styles.xml: Heading{heading} has no pPr")
        number = add(paragraph, "numPr")
        add(number, "ilvl", val=first_list_level(numbering, heading))
        add(number, "numId", val=HEADINGS_ID)
        paragraph.insert(2, number)  # the schema's place for it: after keepNext and keepLines
    return serialised(root)
