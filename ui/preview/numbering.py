"""The numbers before headings: I., 1., a) and so on, each level beginning anew below the one above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import LevelFormat

if TYPE_CHECKING:
    from cchc_desktop.office.printed.preview import HeadingLevel, Numbering

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Vietnamese counts without f, j, w and z."""
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(slots=True)
class HeadingNumbers:
    """Numbers the headings of one report in printing order."""

    numbering: Numbering
    _counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    def following(self, level: HeadingLevel) -> str:
        """Return what stands before the next heading of this level, empty where it has no number."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        pattern = self.numbering.levels[level - 1].pattern
        return re.sub(r"%([1-4])", lambda match: self._count(int(match[1])), pattern)

    def _count(self, level: int) -> str:
        count = self._counts[level - 1]
        match self.numbering.levels[level - 1].format:
            case LevelFormat.ROMAN:
                return _roman(count)
            case LevelFormat.LETTER:
                return LETTERS[(count - 1) % len(LETTERS)]
            case _:
                return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        written += sign * times
    return written
