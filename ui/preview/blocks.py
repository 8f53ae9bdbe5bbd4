"""What stands on the pages, paragraph by paragraph and row by row, before it has lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from cchc_desktop.office.printed.preview import Chart, Picture, Run, clean, styles


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text in one face; a raised one is the mark of a note."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in a style of the Word report, drawn in by `left` and `right`.

    Each of its `notes` belongs to one raised piece, in order.
    """

    style: str
    pieces: tuple[Piece, ...] = ()
    left: int = 0
    right: int = 0
    keep_next: bool = False
    notes: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that begins in a column (from 0) and spans columns to the right and rows below."""

    column: int
    passages: tuple[Passage, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. A header row stands again on each page; `keep_next` holds a row to the one below."""

    cells: tuple[Cell, ...]
    header: bool = False
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the widths of its columns and how far it is moved from the left edge of the text.

    `side` and `top` are the margins within its cells. With `lines` its cells are framed and their content
    stands in the middle of their height.
    """

    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    indent: int = 0
    side: int = 0
    top: int = 0
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart or a photo in the middle of the line, with the distance above it."""

    content: Chart | Picture
    width: int
    height: int
    before: int
    keep_next: bool = False


Block: TypeAlias = Passage | Grid | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report that starts a page and counts its pages from 1."""

    title: str
    blocks: tuple[Block, ...]


def passage(style: str, *texts: str | Run, left: int = 0, right: int = 0) -> Passage:
    """Return a paragraph whose faces are its style's, and what its runs add to them."""
    runs = (Run(text) if isinstance(text, str) else text for text in texts)
    return Passage(style, tuple(styled(style, run) for run in runs), left, right)


def styled(style: str, run: Run) -> Piece:
    """Return a run as it prints in a style."""
    look, text = styles()[style], clean(run.text)
    return Piece(text.upper() if look.caps else text, look.bold or run.bold, look.italic or run.italic)
