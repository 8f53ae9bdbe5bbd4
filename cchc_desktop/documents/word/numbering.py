"""Real numbering of headings and dashes.

Word has no count in Vietnamese letters (a, b, c, d, đ, e, g, h, i, k …). So the letters are several
levels of one list that take over from each other; each restarts with the heading above it, and a
heading inserted in Word renumbers those that follow in its run of letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cchc_desktop.documents.content import LevelFormat
from cchc_desktop.documents.word.markup import add, new_root
from cchc_desktop.documents.word.paper import FIRST_LINE

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import HeadingLevel, Numbering

HEADINGS_ID, DASHES_ID = 1, 2

_WORD_FORMAT = {
    LevelFormat.ROMAN: "upperRoman",
    LevelFormat.DECIMAL: "decimal",
    LevelFormat.LETTER: "lowerLetter",
    LevelFormat.DASH: "bullet",
    LevelFormat.NONE: "none",
}


@dataclass(frozen=True, slots=True)
class _Letters:
    """A run of letters that Word can count: from the one at `first` (a is 1), beginning as item `item`."""

    item: int
    first: int
    literal: str = ""


_LETTERS = (  # a–d, đ, e, g–i, k–v, x–y: Vietnamese has no f, j, w and z
    _Letters(1, 1),
    _Letters(5, 1, literal="đ"),
    _Letters(6, 5),
    _Letters(7, 7),
    _Letters(10, 11),
    _Letters(22, 24),
)


def first_list_level(numbering: Numbering, heading: int) -> int:
    """The level of Word's list (from 0) at which a heading level (from 1) begins."""
    above = numbering.levels[: heading - 1]
    return sum(len(_LETTERS) if level.format is LevelFormat.LETTER else 1 for level in above)


@dataclass(slots=True)
class HeadingCounter:
    """Says which level of Word's list each heading of a report belongs to, in printing order."""

    numbering: Numbering
    _items: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    def list_level(self, level: HeadingLevel) -> int:
        """The list level of the next heading of this level."""
        self._items[level - 1] += 1
        self._items[level:] = [0] * (len(self._items) - level)
        start = first_list_level(self.numbering, level)
        if self.numbering.levels[level - 1].format is not LevelFormat.LETTER:
            return start
        item = self._items[level - 1]
        return start + max(at for at, letters in enumerate(_LETTERS) if letters.item <= item)


def numbering_part(numbering: Numbering) -> _Element:
    """The list definitions: one for the headings, one for items with dashes."""
    root = new_root("numbering")
    headings = _add_definition(root, HEADINGS_ID, "multilevel")
    for heading in (1, 2, 3, 4):
        _add_heading_level(headings, numbering, heading)
    _add_level(_add_definition(root, DASHES_ID, "singleLevel"), 0, "bullet", "-", style="ListBullet")
    for number in (HEADINGS_ID, DASHES_ID):
        add(add(root, "num", numId=number), "abstractNumId", val=number)
    return root


def _add_definition(root: _Element, number: int, kind: str) -> _Element:
    definition = add(root, "abstractNum", abstractNumId=number)
    add(definition, "multiLevelType", val=kind)
    return definition


def _add_heading_level(definition: _Element, numbering: Numbering, heading: int) -> None:
    level = numbering.levels[heading - 1]
    at = first_list_level(numbering, heading)
    style = f"Heading{heading}"
    if level.format is not LevelFormat.LETTER:
        pattern = _pattern(numbering, level.pattern)
        _add_level(definition, at, _WORD_FORMAT[level.format], pattern, style=style)
        return
    for step, letters in enumerate(_LETTERS):
        own = letters.literal or f"%{at + step + 1}"
        pattern = _pattern(numbering, level.pattern.replace(f"%{heading}", own))
        start, style = letters.first, "" if step else style
        _add_level(definition, at + step, "lowerLetter", pattern, start=start, style=style)


def _pattern(numbering: Numbering, pattern: str) -> str:
    """The pattern with the numbers of Word's list levels in place of heading levels."""
    return re.sub(r"%([1-4])", lambda match: f"%{first_list_level(numbering, int(match[1])) + 1}", pattern)


def _add_level(
    definition: _Element, at: int, number_format: str, pattern: str, *, start: int = 1, style: str = ""
) -> None:
    level = add(definition, "lvl", ilvl=at)
    add(level, "start", val=start)
    add(level, "numFmt", val=number_format)
    if style:
        add(level, "pStyle", val=style)
    add(level, "suff", val="space" if pattern else "nothing")
    add(level, "lvlText", val=pattern)
    add(level, "lvlJc", val="left")
    add(add(level, "pPr"), "ind", left=0, firstLine=FIRST_LINE)
