"""A Word document as plain data: paragraphs with their numbers and notes, tables with merged cells resolved.

Offsets count code points of `Paragraph.text`, which is composed (NFC) run by run: the same offsets find the
passage again where a comment is put beside it.
"""

from collections.abc import Iterator

import msgspec


class Run(msgspec.Struct, frozen=True, array_like=True):
    """Text in one face."""

    text: str
    bold: bool = False
    italic: bool = False
    highlighted: bool = False


class NoteMark(msgspec.Struct, frozen=True, array_like=True):
    """Where the mark of a footnote stands in its paragraph, and what the note says."""

    offset: int
    text: str


class Paragraph(msgspec.Struct, frozen=True, tag="p"):
    """One paragraph that says something."""

    place: int
    """Which paragraph of the document it is, counted from 0 through tables and all."""
    runs: tuple[Run, ...]
    number: str = ""
    """What Word prints before it by itself: `II.`, `a)`, `-`."""
    outline: int = 0
    """Level of a heading style, from 1; 0 for running text."""
    notes: tuple[NoteMark, ...] = ()
    style: str = ""
    """Name of its style, as Word shows it."""

    @property
    def text(self) -> str:
        """What it says, without the number Word prints before it."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all that can be seen of it is bold."""
        return all(run.bold for run in self.runs if run.text.strip())


class Cell(msgspec.Struct, frozen=True):
    """What one place of a table's grid shows."""

    paragraphs: tuple[Paragraph, ...] = ()
    covered: bool = False
    """Whether it shows a cell that begins above or to the left of it: merged cells."""

    @property
    def text(self) -> str:
        """Its paragraphs, each on a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def place(self) -> int | None:
        """The first of its paragraphs, counted as `Paragraph.place`; None where it says nothing."""
        return self.paragraphs[0].place if self.paragraphs else None


class Table(msgspec.Struct, frozen=True, tag="t"):
    """A table as a grid: every row has as many cells as there are columns."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


class Document(msgspec.Struct, frozen=True):
    """The body of a Word document, in printing order."""

    blocks: tuple[Block, ...]
    has_changes: bool = False
    """Whether changes are tracked in it: what was deleted is left out, what was inserted is read."""
    has_hidden: bool = False
    """Whether text is hidden in it, which is left out."""
    boxes: tuple[str, ...] = ()
    """What stands in its text boxes: read by nobody but a person."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph outside and inside of tables."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row:
                        yield from () if cell.covered else cell.paragraphs
