"""The running text of a report from its first sentence to "./.", with nothing left empty."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from cchc_desktop.documents.content import (
    Block,
    BulletItem,
    Chart,
    DottedLine,
    Footnote,
    Heading,
    Inline,
    MinorHeading,
    Paragraph,
    Picture,
    Run,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cchc_desktop.documents.content import Report

END = "./."


def running_text(report: Report) -> tuple[Block, ...]:
    """Opening, sections and closing in printing order, closed by "./.".

    A section without text shows a dotted line, so that every heading of the outline is printed and
    the office sees what it has yet to write.
    """
    written = [block for block in report.blocks if not _is_blank(block)]
    sections = tuple(_without_gaps(written)) or (DottedLine(),)
    blocks = (*report.opening, *sections, *report.closing)
    return (*blocks[:-1], *_closed(blocks[-1]))


def _is_blank(block: Block) -> bool:
    match block:
        case Paragraph(inlines) | BulletItem(inlines) | MinorHeading(inlines):
            return all(isinstance(inline, Run) and not inline.text.strip() for inline in inlines)
        case _:
            return False


def _without_gaps(blocks: Sequence[Block]) -> Iterator[Block]:
    for block, following in zip_longest(blocks, blocks[1:]):
        yield block
        if not isinstance(block, Heading):
            continue
        if following is None or (isinstance(following, Heading) and following.level <= block.level):
            yield DottedLine()


def _closed(last: Block) -> tuple[Block, ...]:
    """The last block with the mark that ends the text (Decree 30/2020, Appendix I, II.6)."""
    match last:
        case Paragraph() | BulletItem():
            return (replace(last, inlines=_ended(last.inlines)),)
        case DottedLine():
            return (replace(last, text=END),)
        case Heading() | MinorHeading() | Table() | Chart() | Picture():
            return last, Paragraph((Run(END),))


def _ended(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The text with "./." in place of its own full stop; the mark of a last note stays before it."""
    for at in reversed(range(len(inlines))):
        run = inlines[at]
        if isinstance(run, Run) and (text := run.text.rstrip()):
            if text.endswith(END):
                return inlines
            notes = [inline for inline in inlines[at + 1 :] if isinstance(inline, Footnote)]
            if notes:
                return (*inlines[:at], replace(run, text=_without_stop(text)), *notes, Run(END))
            return (*inlines[:at], replace(run, text=_without_stop(text) + END))
    return (*inlines, Run(END))


def _without_stop(text: str) -> str:
    """The text without its one closing stop; an ellipsis stays whole."""
    ends_once = text.endswith((".", ";", ",")) and not text.endswith("..")
    return text[:-1] if ends_once else text
