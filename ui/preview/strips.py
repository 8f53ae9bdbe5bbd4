"""What pages are stacked from: strips as wide as the text that are never broken unless they have to be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

    from cchc_desktop.office.printed.preview import Chart, Picture


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of text whose upper left corner stands at (x, y).

    `baseline` is how far below the corner its letters stand. The layout is kept because the line lives in it.
    """

    layout: QTextLayout
    line: QTextLine
    x: float
    y: float
    height: float
    baseline: float

    @property
    def text(self) -> str:
        """What the line says."""
        start, length = self.line.textStart(), self.line.textLength()
        whole = self.layout.text().encode("utf-16-le")  # Qt counts in UTF-16
        return whole[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip("\u2028 ")

    def moved(self, dx: float, dy: float) -> SetLine:
        """The line at another place."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, upright or level, and how thick it is."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float

    def moved(self, dx: float, dy: float) -> Rule:
        """The line at another place."""
        return Rule(self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy, self.weight)

    def within(self, top: float, bottom: float) -> Rule:
        """What a page shows of it between two heights, counted from the upper one: an edge at each cut."""
        y1, y2 = (min(max(y, top), bottom) - top for y in (self.y1, self.y2))
        return replace(self, y1=y1, y2=y2)


@dataclass(frozen=True, slots=True)
class SetDrawing:
    """A chart or a photo whose upper left corner stands at (x, y)."""

    content: Chart | Picture
    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> SetDrawing:
        """The drawing at another place."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines of text and drawn lines that stand together: a line of a paragraph, a row of a table, a chart.

    Positions count from the strip's own upper left corner. `before` and `after` are the gaps it asks for;
    between two strips the larger one counts, and none at the head of a page. A strip with `keep_next`
    stands on the page of the one below it. `notes` belong to the foot of its page, `header` above it
    where it is the first of its table on a page.
    """

    height: float
    lines: tuple[SetLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    drawings: tuple[SetDrawing, ...] = ()
    before: float = 0
    after: float = 0
    keep_next: bool = False
    notes: tuple[Strip, ...] = ()
    header: Strip | None = field(default=None, repr=False)

    def cut(self, room: float) -> tuple[Strip, Strip | None]:
        """What stands in the room, and what is left of a strip that is higher than that."""
        upper = tuple(line for line in self.lines if line.y + line.height <= room)
        lower = tuple(line for line in self.lines if line.y + line.height > room)
        if not lower or not upper:
            return self, None
        start = min(line.y for line in lower)
        first = replace(
            self, height=room, lines=upper, rules=tuple(rule.within(0, room) for rule in self.rules), after=0
        )
        rest = replace(
            self,
            height=self.height - start,
            lines=tuple(line.moved(0, -start) for line in lower),
            rules=tuple(rule.within(start, self.height) for rule in self.rules),
            before=0,
            notes=(),
        )
        return first, rest
