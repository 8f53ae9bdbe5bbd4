"""Which paragraphs of a report are headings, and which sections of an outline they open."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cchc_desktop.documents.reading.plain import Paragraph
from cchc_desktop.template.model import Outline, Section
from cchc_desktop.values.text import likeness

_TYPED = re.compile(
    r"\s*(?P<number>(?P<roman>[IVX]{1,5})|(?P<decimal>[1-9][0-9]?(?:\.[1-9][0-9]?){0,3})|(?P<letter>[a-zđ]))"
    r"(?P<sign>[.)]|\.\))?\s+(?P<title>\S.*)",
    re.DOTALL,
)
_LONGEST = 220
_LONGEST_PLAIN = 120
"""A numbered line that is neither bold nor known to an outline is a heading only where it is short."""
_PLACES = re.compile(r"\{[a-z_]+\}")
_ALIKE, _SOMEWHAT = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A paragraph that opens a section."""

    paragraph: Paragraph
    level: int
    """1 for Roman numerals, 2 for numbers, 3 for letters; deeper for `1.1.`."""
    number: str
    """Without its dot or bracket; empty where there is none."""
    title: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A heading and the section it opens."""

    heading: HeadingLine
    section: str
    """The outline's id where the outline has it, else one made of the numbers: `II.2.a`."""
    is_known: bool


def plain_heading(pattern: str) -> str:
    """Return what a heading's pattern has in common with every heading made from it."""
    return likeness(_PLACES.sub("", pattern))


def known_headings(outlines: Collection[Outline]) -> frozenset[str]:
    """Return the headings of these outlines in the form in which headings are compared."""
    return frozenset(plain_heading(part.heading) for outline in outlines for part in outline.sections)


def heading_line(paragraph: Paragraph, known: Collection[str]) -> HeadingLine | None:
    """Return the paragraph as a heading, or None where it is running text.

    A heading has a heading style, or a number of its own and bold letters, or a number and words that an
    outline knows; `known` are those words.
    """
    text = " ".join(paragraph.text.split())
    if len(text) > _LONGEST:
        return None
    numbered = f"{paragraph.number} {text}" if paragraph.number else text
    found = _TYPED.fullmatch(numbered)
    if found is None or (found["sign"] is None and not found["roman"]):
        if paragraph.outline:
            return HeadingLine(paragraph, paragraph.outline, "", text)
        return None
    title = found["title"].strip()
    is_known = likeness(title) in known
    styled = bool(paragraph.outline) or paragraph.is_bold
    if not (styled or is_known) or (len(title) > _LONGEST_PLAIN and not is_known and not paragraph.outline):
        return None
    return HeadingLine(paragraph, _level(found), found["number"], title)


def opened(headings: Sequence[HeadingLine], outline: Outline) -> Iterator[Opened]:
    """Yield the section that each heading opens, in the order of the text.

    A section is known by its words; by its number only where its words are somewhat alike.
    """
    waiting = list(outline.sections)
    taken: set[str] = set()
    above: list[tuple[int, str]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else ""
        path = ".".join(filter(None, (parent, heading.number or likeness(heading.title)[:8])))
        section = _section(heading, path, waiting)
        if section is not None:
            waiting.remove(section)
        found = _untaken(path if section is None else section.id, taken)
        taken.add(found)
        above.append((heading.level, found))
        yield Opened(heading, found, section is not None)


def _level(found: re.Match[str]) -> int:
    if found["roman"]:
        return 1
    return 3 if found["letter"] else 2 + found["decimal"].count(".")


def _section(heading: HeadingLine, path: str, waiting: Sequence[Section]) -> Section | None:
    words = likeness(heading.title)
    likes = [(_likeness(words, plain_heading(part.heading)), part) for part in waiting]
    best, section = max(likes, key=lambda pair: pair[0], default=(0.0, None))
    if section is not None and best >= _ALIKE:
        return section
    return next((part for alike, part in likes if part.id == path and alike >= _SOMEWHAT), None)


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if other and len(other) > 8 and one.startswith(other):  # a pattern that ends in the period
        return 0.95
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _SOMEWHAT else 0.0


def _untaken(section: str, taken: Collection[str]) -> str:
    number, free = 2, section
    while free in taken:
        free = f"{section}-{number}"
        number += 1
    return free
