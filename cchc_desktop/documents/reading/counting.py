"""The numbers that Word prints before paragraphs by itself, counted as Word counts them."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from cchc_desktop.documents.reading.wordml import value, w
from cchc_desktop.values.roman import roman

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LARGEST = 3999


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts."""

    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class Counter:
    """Counts the items of a document's lists, in printing order."""

    _lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element | None) -> "Counter":
        """Return the counter of the lists in `numbering.xml`."""
        counter = cls()
        if root is None:
            return counter
        kinds = {each.get(w("abstractNumId")): each for each in root.iterchildren(w("abstractNum"))}
        for each in root.iterchildren(w("num")):
            kind = value(each, "abstractNumId") or ""
            levels = _levels(kinds.get(kind))
            for override in each.iterchildren(w("lvlOverride")):
                levels |= _levels(override)
            counter._lists[each.get(w("numId"), "")] = kind, levels
        return counter

    def next(self, list_id: str, level: str) -> str:
        """Return the number of the next item of that list and level; empty where there is no such list."""
        kind, levels = self._lists.get(list_id, ("", {}))
        at = int(level) if level.isdecimal() and int(level) < _LEVELS else 0
        if at not in levels:
            return ""
        counts = self._counts.setdefault(kind, [-1] * _LEVELS)  # lists of one kind count on
        counts[at] = levels[at].start if counts[at] < 0 else counts[at] + 1
        counts[at + 1 :] = [-1] * (_LEVELS - at - 1)
        if levels[at].format == "bullet":
            return "-"

        def shown(place: re.Match[str]) -> str:
            other = int(place[1]) - 1
            how = levels.get(other)
            return "" if how is None else _written(how.format, max(counts[other], how.start))

        return _PLACE.sub(shown, levels[at].pattern)


def _levels(parent: _Element | None) -> dict[int, _Level]:
    levels = {}
    for each in () if parent is None else parent.iterchildren(w("lvl")):
        place, start = each.get(w("ilvl"), ""), value(each, "start") or "1"
        if place.isdecimal() and start.isdecimal():
            pattern = value(each, "lvlText") or ""
            levels[int(place)] = _Level(value(each, "numFmt") or "decimal", pattern[:20], int(start[:4]))
    return levels


def _written(number_format: str, number: int) -> str:
    number = min(number, _LARGEST)
    match number_format:
        case "upperRoman":
            return roman(number) if number else "0"
        case "lowerRoman":
            return roman(number).lower() if number else "0"
        case "upperLetter":
            return chr(ord("A") + (number - 1) % 26)
        case "lowerLetter":
            return chr(ord("a") + (number - 1) % 26)
        case "none":
            return ""
        case _:
            return str(number)
