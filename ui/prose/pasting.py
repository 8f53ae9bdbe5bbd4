"""What comes from the clipboard, cleaned to what prose can hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument

from cchc_desktop.narrative.blocks import Block, Grid, Line, LineKind, Prose, Words, Written
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import joined
from cchc_desktop.values.text import composed, printable
from ui.prose.inline import OBJECT
from ui.prose.texts import prose_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData

OWN_TYPE = "application/x-cchc-prose"
"""Stored text of our own, so that figures and notes stay live."""
_BULLET = re.compile(r"^(?:[-–•·▪◦‣*+§]|o(?=\s{2}))[\s\xa0]+")
_NO_SHOWN_TEXT = re.compile(r"<(head|style|script|xml)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)


def pasted_text(data: QMimeData) -> str:
    """Return the plain text of what comes, to look at its encoding."""
    return data.text()


def prose_in(data: QMimeData) -> Prose:
    """Return what comes from the clipboard: our own prose whole, anything else as words, lists and tables."""
    if data.hasFormat(OWN_TYPE):
        return parse(bytes(data.data(OWN_TYPE).data()).decode("utf-8", "replace"))
    if data.hasHtml():
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setHtml(_NO_SHOWN_TEXT.sub("", data.html()))
        return Prose(tuple(_cleaned(block) for block in prose_of(document).blocks))
    return prose_in_text(data.text())


def prose_in_text(text: str) -> Prose:
    """Return plain text as prose: each line a paragraph, an item where it begins with a dash or bullet."""
    lines = composed(text).replace("\u2028", "\n").split("\n")
    return Prose(tuple(_cleaned(Line(LineKind.PARAGRAPH, (Words(line),))) for line in lines if line.strip()))


def _cleaned(block: Block[Written]) -> Block[Written]:
    if isinstance(block, Grid):
        rows = tuple(tuple(joined(_words(cell)) for cell in row) for row in block.rows)
        return replace(block, header=tuple(joined(_words(cell)) for cell in block.header), rows=rows)
    pieces = joined(_words(block.pieces))
    first = pieces[0] if pieces else None
    if isinstance(first, Words):
        text = first.text.lstrip()
        if found := _BULLET.match(text):
            rest = replace(first, text=text[found.end() :])
            return replace(block, kind=LineKind.ITEM, pieces=joined((rest, *pieces[1:])))
        return replace(block, pieces=(replace(first, text=text), *pieces[1:]))
    return replace(block, pieces=pieces)


def _words(pieces: tuple[Written, ...]) -> Iterator[Written]:
    for piece in pieces:
        if isinstance(piece, Words):
            yield replace(
                piece, text=printable(composed(piece.text)).replace("\xa0", " ").replace(OBJECT, "")
            )
        else:
            yield piece
