"""Which paragraphs of a report are headings, and which sections of an outline they open."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import dropwhile

from cchc_desktop.documents.reading.lines import Line, line_from
from cchc_desktop.documents.reading.plain import Paragraph
from cchc_desktop.template.model import Outline, Section
from cchc_desktop.values.roman import roman
from cchc_desktop.values.text import likeness

_TYPED = re.compile(
    r"\s*(?P<number>(?P<roman>[IVX]{1,5})|(?P<decimal>[1-9][0-9]?(?:\.[1-9][0-9]?){0,3})|(?P<letter>[a-zđ]))"
    r"(?P<sign>[.)]|\.\))?\s+(?P<title>\S.*)",
    re.DOTALL,
)
_LONGEST = 220
_LONGEST_PLAIN = 120
"""A numbered line that is neither bold nor known to an outline is a heading only where it is short."""
_RUNNING_ON = (";", ",", "và")
_NUMERALS = {roman(number): number for number in range(1, 40)}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Of Vietnamese, in the order in which they count."""
_MOST_HEADINGS = 500
"""Beyond that they are no outline's: comparing their words would take minutes."""
_CONTENTS = "toc "
"""Styles of a table of contents, which names every heading once before it stands there."""
_MOST_SKIPPED = 2
"""Numbers that a report leaves out, by mistake or because a heading was too long to be known as one."""
_SHORTEST = 8
"""Of words that begin a heading, without blanks."""
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


def known_headings(outlines: Collection[Outline]) -> dict[str, int]:
    """Return the headings of these outlines in the form in which headings are compared, with their levels."""
    return {plain_heading(part.heading): part.level for outline in outlines for part in outline.sections}


def heading_lines(paragraphs: Sequence[Paragraph], known: Mapping[str, int]) -> dict[int, HeadingLine]:
    """Return the headings among the paragraphs, by their places; `known` are words of outlines with levels.

    A heading has a heading style, or a number and bold letters, or one of both and words that an outline
    knows. Where a document has none of the first two, short numbered lines that count on are its headings.
    """
    lines = (line for each in paragraphs if (line := _heading_line(each, known)))
    parts = dropwhile(lambda line: not line.number and likeness(line.title) not in known, lines)
    found = {line.paragraph.place: line for line in parts}  # what came before was the document's title
    if any(line.paragraph.outline or line.paragraph.is_bold for line in found.values()):
        return found
    return found | {line.paragraph.place: line for line in _counting_on(paragraphs, found)}


def _heading_line(paragraph: Paragraph, known: Mapping[str, int]) -> HeadingLine | None:
    line = _numbered(paragraph)
    if line is None:
        return _bold_and_known(paragraph, known)
    if not line.number:
        return line
    is_known, is_styled = likeness(line.title) in known, bool(paragraph.outline) or paragraph.is_bold
    is_capital = line.level == 1 and line.title.isupper()
    is_short = len(line.title) <= _LONGEST_PLAIN or bool(paragraph.outline)
    return line if is_known or ((is_styled or is_capital) and is_short) else None


def _bold_and_known(paragraph: Paragraph, known: Mapping[str, int]) -> HeadingLine | None:
    """A line in bold letters with the words of an outline: its number was lost with its style."""
    text = " ".join(paragraph.text.split())
    if not paragraph.is_bold or len(text) > _LONGEST or paragraph.style.lower().startswith(_CONTENTS):
        return None
    words = likeness(text)
    level = next((level for plain, level in known.items() if _says(words, plain)), None)
    return None if level is None else HeadingLine(paragraph, level, "", text)


def _numbered(paragraph: Paragraph) -> HeadingLine | None:
    """The paragraph as a line with a number, or with a heading style; None for any other."""
    text = " ".join(paragraph.text.split())
    numbered = f"{paragraph.number} {text}" if paragraph.number else text
    found = _TYPED.fullmatch(numbered)
    if len(text) > _LONGEST or paragraph.style.lower().startswith(_CONTENTS):
        return None
    if found is None or (found["sign"] is None and not found["roman"]):
        return HeadingLine(paragraph, paragraph.outline, "", text) if paragraph.outline else None
    return HeadingLine(paragraph, _level(found), found["number"], found["title"].strip())


def _counting_on(paragraphs: Sequence[Paragraph], found: Mapping[int, HeadingLine]) -> Iterator[HeadingLine]:
    """Short numbered lines whose numbers follow the last of their level, or begin below a heading."""
    last: dict[int, str] = {}
    for paragraph in paragraphs:
        line = found.get(paragraph.place) or _numbered(paragraph)
        if line is None or not line.number:
            continue
        is_heading = paragraph.place in found or (
            not line.title.endswith(_RUNNING_ON)
            and (len(line.title) <= _LONGEST_PLAIN or not line.title.endswith("."))
            and (line.level == 1 or any(level < line.level for level in last))
            and _follows(line.number, last.get(line.level))
        )
        if is_heading:
            last = {level: number for level, number in last.items() if level < line.level}
            last[line.level] = line.number
            yield line


def _follows(number: str, last: str | None) -> bool:
    """Whether a number comes soon after the last one of its level; without one, whether it is the first."""
    if last is None:
        return _ordinal(number) == 1
    return 1 <= _ordinal(number) - _ordinal(last) <= _MOST_SKIPPED + 1


def _ordinal(number: str) -> int:
    """Which in its count the number is: `IV`, `d` and `1.4` are all the fourth; 0 for none."""
    if number in _NUMERALS:
        return _NUMERALS[number]
    return _LETTERS.find(number) + 1 if number.isalpha() else int(number.rpartition(".")[2])


def opened(headings: Sequence[HeadingLine], outline: Outline) -> Iterator[Opened]:
    """Yield the section that each heading opens, in the order of the text.

    A section is known by its words; by its number only where its words are somewhat alike.
    """
    waiting = list(outline.sections if len(headings) <= _MOST_HEADINGS else ())
    by_words = _by_words(headings, waiting)
    taken: set[str] = set()
    above: list[tuple[int, str]] = []
    for at, heading in enumerate(headings):
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else ""
        own = heading.number.rpartition(".")[2] or likeness(heading.title)[:8]  # `1.2` below 1 is its second
        path = ".".join(filter(None, (parent, own)))
        section = by_words.get(at) or _by_number(heading, path, waiting)
        if section in waiting:
            waiting.remove(section)
        named = {each.id for place, each in by_words.items() if place > at}
        found = _untaken(path, taken | named) if section is None else section.id
        taken.add(found)
        above.append((heading.level, found))
        yield Opened(heading, found, section is not None)


def title_line(heading: HeadingLine) -> Line:
    """Return the heading's title as a line, with the way back to where it stands behind its number."""
    text = heading.paragraph.text
    start = max(0, len(text) - len(heading.title)) if text.endswith(heading.title) else 0
    return line_from(heading.paragraph, heading.title, start)


def _level(found: re.Match[str]) -> int:
    if found["roman"]:
        return 1
    return 3 if found["letter"] else 2 + found["decimal"].count(".")


def _by_words(headings: Sequence[HeadingLine], waiting: list[Section]) -> dict[int, Section]:
    """The section of each heading whose words tell it, by the heading's place; they wait no longer.

    Words come before numbers: whoever puts a section between two others moves the numbers of all that follow.
    """
    found = {}
    for at, heading in enumerate(headings):
        best, section = max(_likes(heading, waiting), key=lambda pair: pair[0], default=(0.0, None))
        if section is not None and best >= _ALIKE:
            found[at] = section
            waiting.remove(section)
    return found


def _by_number(heading: HeadingLine, path: str, waiting: Sequence[Section]) -> Section | None:
    likes = _likes(heading, [part for part in waiting if part.id == path])
    return next((part for alike, part in likes if alike >= _SOMEWHAT), None)


def _likes(heading: HeadingLine, waiting: Sequence[Section]) -> list[tuple[float, Section]]:
    """How much alike the words of a heading and of each section of its level are; the same at any level."""
    words = likeness(heading.title)
    return [
        (_likeness(words, plain), part)
        for part in waiting
        if (plain := plain_heading(part.heading)) == words or part.level == heading.level
    ]


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if _says(one, other):
        return 0.95
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _SOMEWHAT else 0.0


def _says(words: str, plain: str) -> bool:
    """Whether a heading is the plain one, or that and the period in which its pattern ends."""
    return bool(words) and (words == plain or (len(plain) > _SHORTEST and words.startswith(plain)))


def _untaken(section: str, taken: Collection[str]) -> str:
    number, free = 2, section
    while free in taken:
        free = f"{section}-{number}"
        number += 1
    return free
