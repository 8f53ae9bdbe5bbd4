"""Strips fall onto pages; what a page says can be asked without painting it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import PAPER, Chart
from ui.preview.blocks import passage
from ui.preview.composing import sections
from ui.preview.filling import NOTES_GAP, Filling, notes_height
from ui.preview.rows import TABLE_RULE
from ui.preview.stacking import stacked
from ui.preview.strips import Rule, SetDrawing, Strip
from ui.preview.typesetting import set_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cchc_desktop.office.printed.preview import Report
    from ui.preview.blocks import Section
    from ui.preview.filling import Sheet
    from ui.preview.strips import SetLine

_NOTES_LINE = PAPER.text_width // 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `number` counts within its section, whose `title` it belongs to.

    Lines, rules and drawings stand where they are painted, in twips from the corner of the paper.
    """

    title: str
    number: int
    lines: tuple[SetLine, ...]
    rules: tuple[Rule, ...]
    drawings: tuple[SetDrawing, ...] = ()

    @property
    def text(self) -> str:
        """What stands on the page, line by line in reading order; table cells are lines of their own.

        What its charts show follows in words.
        """
        lines = [text for line in self.lines if (text := line.text)]
        charts = (each.content for each in self.drawings if isinstance(each.content, Chart))
        return "\n".join((*lines, *(chart.description for chart in charts)))


def pages(report: Report) -> tuple[Page, ...]:
    """Set a report; each section starts a page and numbers its pages from the second on."""
    return tuple(page for section in sections(report) for page in _paged(section))


def _paged(section: Section) -> Iterator[Page]:
    filling = Filling()
    for chunk in _chunks(stacked(section.blocks)):
        filling.add(chunk)
    for number, sheet in enumerate(filling.sheets, start=1):
        yield _page(section.title, number, sheet)


def _chunks(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that stay on one page."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.keep_next:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _page(title: str, number: int, sheet: Sheet) -> Page:
    lines: list[SetLine] = []
    rules: list[Rule] = []
    drawings: list[SetDrawing] = []
    if number > 1:
        numeral = set_passage(passage("Header", str(number)), PAPER.text_width)
        lines += (line.moved(PAPER.left, PAPER.header) for line in numeral.lines)
    placed = list(sheet.placed)
    if sheet.notes:
        y = PAPER.text_height - notes_height(sheet.notes)
        parting = Rule(0, 0, _NOTES_LINE, 0, TABLE_RULE)
        placed.append((y + NOTES_GAP / 2, Strip(0, rules=(parting,))))
        y += NOTES_GAP
        for note in sheet.notes:
            placed.append((y, note))
            y += note.height
    for y, strip in placed:
        lines += (line.moved(PAPER.left, PAPER.top + y) for line in strip.lines)
        rules += (rule.moved(PAPER.left, PAPER.top + y) for rule in strip.rules)
        drawings += (drawing.moved(PAPER.left, PAPER.top + y) for drawing in strip.drawings)
    return Page(title, number, tuple(lines), tuple(rules), tuple(drawings))
