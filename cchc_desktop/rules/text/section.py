"""The text that the rules read: paragraphs of plain text under a heading."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.values.codes import IndicatorCode

HEADING = -1
"""What stands for a paragraph's number where a finding is in the section's heading."""


@dataclass(frozen=True, slots=True)
class Live:
    """A stretch of a paragraph that follows cells of the form: it says what they say."""

    start: int
    end: int
    rows: tuple[IndicatorCode, ...]


@dataclass(frozen=True, slots=True)
class TextSection:
    """One section of a report, its live figures spoken and its markup gone.

    A paragraph is a line: a paragraph proper, an item of a list with its dash, a row of a small table with a
    tab between cells, or an author's note. Offsets count code points from 0.
    """

    id: str
    """As the outline has it: `II.2.c`."""
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    live: tuple[tuple[Live, ...], ...] = ()
    """Of each paragraph what follows cells; shorter where the last paragraphs have nothing live."""
    notes: int = 0
    """How many of the last paragraphs are notes at the foot of the text."""

    def text(self, paragraph: int) -> str:
        """Return a paragraph; the heading where `HEADING` is asked for."""
        return self.heading if paragraph == HEADING else self.paragraphs[paragraph]

    def note(self, paragraph: int) -> int:
        """Return the how-manieth note of the section a paragraph is, from 1; 0 where it is none."""
        return max(0, paragraph - len(self.paragraphs) + self.notes + 1)

    def live_in(self, paragraph: int, start: int, end: int) -> Iterator[Live]:
        """Yield the live figures that the stretch touches."""
        if 0 <= paragraph < len(self.live):
            yield from (each for each in self.live[paragraph] if each.start < end and start < each.end)
