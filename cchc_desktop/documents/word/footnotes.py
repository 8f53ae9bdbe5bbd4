"""The part with the notes at the foot of pages; Word numbers them, we only say where their marks stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.word.markup import add, add_paragraph, add_run, fill, new_root

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Footnote


class Footnotes:
    """Collects the notes of a report in the order of their marks."""

    def __init__(self) -> None:
        self.root = new_root("footnotes")
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = add(self.root, "footnote", type=kind, id=number)
            add(add(add_paragraph(note, "FootnoteText"), "r"), kind)
        self._last = 0

    def add_note(self, paragraph: _Element, footnote: Footnote) -> None:
        """Append a note's mark to a paragraph and its text to the part."""
        self._last += 1
        add(_add_mark(paragraph), "footnoteReference", id=self._last)
        note = add_paragraph(add(self.root, "footnote", id=self._last), "FootnoteText")
        add(_add_mark(note), "footnoteRef")
        fill(add(note, "r"), " ")
        for run in footnote.runs:
            add_run(note, run)


def _add_mark(paragraph: _Element) -> _Element:
    run = add(paragraph, "r")
    add(add(run, "rPr"), "rStyle", val="FootnoteReference")
    return run
