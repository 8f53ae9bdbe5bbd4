"""A changed paragraph of Word as markup: what still says the same stays live, the rest is words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from cchc_desktop.documents.reading.plain import Paragraph
from cchc_desktop.narrative.blocks import Figure, Line, LineKind, Mark, Words, Written, faceless
from cchc_desktop.narrative.storing import joined
from cchc_desktop.office.word_reports.both_texts import DASH, OwnBlock
from cchc_desktop.values.text import normal

_TOKEN = re.compile(r"[0-9][0-9.,]*[0-9]|\w+|\s+|.", re.DOTALL)
"""A number is one token: `1.138` and `1.139` have nothing in common."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A live figure whose place says something else in Word."""

    source: str
    ours: str
    theirs: str


@dataclass(slots=True)
class Notes:
    """The notes of a section on its way: ours by what they print, Word's new ones by key."""

    known: Mapping[str, Mark]
    own: dict[str, tuple[Words, ...]] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    """Keys that the section has already."""

    def mark(self, text: str) -> Mark:
        """Return the mark of the note that prints this, of a new note of the author's own where none does."""
        if found := self.known.get(normal(text)):
            return found
        number = next(n for n in range(1, 10_000) if str(n) not in self.taken and str(n) not in self.own)
        self.own[str(number)] = (Words(normal(text)),)
        return Mark((str(number),))


def notes_of(blocks: Sequence[OwnBlock], own: Mapping[str, object]) -> Notes:
    """Return the notes that the blocks of a section call, by what they print."""
    known = {
        normal(said): piece
        for block in blocks
        if isinstance(block.stored, Line)
        for piece, said in zip(block.stored.pieces, block.says, strict=False)
        if isinstance(piece, Mark)
    }
    return Notes(known, taken=frozenset(own))


def merged(own: OwnBlock | None, paragraph: Paragraph, notes: Notes) -> Line[Written]:
    """Return the paragraph as a line of prose; `own` is the line it was made from, if any."""
    text = paragraph.text
    typed = DASH if not paragraph.number and text.startswith(DASH) else ""
    kind = LineKind.ITEM if typed or paragraph.number == "-" else LineKind.PARAGRAPH
    if own is not None and isinstance(own.stored, Line) and own.stored.kind is LineKind.HEADING:
        kind = LineKind.HEADING
    kept = {start: (end, figure) for start, end, figure in _kept(own, text)}
    pieces: Iterator[Written] = _pieces(paragraph, kept, notes, len(typed))
    if kind is LineKind.HEADING:  # its letters are bold anyway
        pieces = map(faceless, pieces)
    return Line(kind, tuple(joined(pieces)))


def dropped(own: OwnBlock, paragraph: Paragraph) -> Iterator[Dropped]:
    """Yield the live figures of a line that no longer say what Word's paragraph says."""
    text = paragraph.text
    kept = {figure.source for _, _, figure in _kept(own, text)}
    for start, end, figure in _figures(own):
        if figure.source not in kept:
            yield Dropped(figure.source, _words(own)[start:end], _instead(own, text, start, end))


def _figures(own: OwnBlock) -> Iterator[tuple[int, int, Figure]]:
    """Each live figure of our line with where it stands in what the line prints."""
    at = 0
    if not isinstance(own.stored, Line):
        return
    for piece, said in zip(own.stored.pieces, own.says, strict=True):
        if isinstance(piece, Mark):
            continue
        if isinstance(piece, Figure) and piece.reference is not None:
            yield at, at + len(said), piece
        at += len(said)


def _words(own: OwnBlock) -> str:
    """What our line prints, without its notes."""
    if not isinstance(own.stored, Line):
        return own.text
    pieces = zip(own.stored.pieces, own.says, strict=True)
    return "".join(said for piece, said in pieces if not isinstance(piece, Mark))


def _kept(own: OwnBlock | None, text: str) -> Iterator[tuple[int, int, Figure]]:
    """Each live figure that Word still says, with where it says it."""
    if own is None:
        return
    stretches = _equal(_words(own), text)
    for start, end, figure in _figures(own):
        for first, last, other in stretches:
            if first <= start and end <= last:
                yield other + start - first, other + end - first, figure


def _equal(one: str, other: str) -> list[tuple[int, int, int]]:
    """Stretches that two texts share, token by token: begin and end in the one, begin in the other."""
    matcher, starts, others = _matched(one, other)
    return [
        (starts[block.a], starts[block.a + block.size], others[block.b])
        for block in matcher.get_matching_blocks()
        if block.size
    ]


def _instead(own: OwnBlock, text: str, start: int, end: int) -> str:
    """What stands in Word where our line says `start` to `end`."""
    matcher, starts, others = _matched(_words(own), text)
    said = [
        text[others[b1] : others[b2]]
        for kind, a1, a2, b1, b2 in matcher.get_opcodes()
        if kind != "equal" and starts[a1] < end and start < starts[a2]
    ]
    return " ".join(filter(None, map(normal, said)))


def _matched(one: str, other: str) -> tuple["SequenceMatcher[str]", list[int], list[int]]:
    tokens, others = _TOKEN.findall(one), _TOKEN.findall(other)
    return SequenceMatcher(None, tokens, others, autojunk=False), _starts(tokens), _starts(others)


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _pieces(
    paragraph: Paragraph, kept: Mapping[int, tuple[int, Figure]], notes: Notes, start: int
) -> Iterator[Written]:
    """The paragraph cut where faces change, live figures begin and notes are called."""
    at = until = 0
    for run in paragraph.runs:
        for letter in run.text:
            yield from (notes.mark(mark.text) for mark in paragraph.notes if mark.offset == at)
            if at in kept:
                until, figure = kept[at]
                yield replace(figure, bold=run.bold, italic=run.italic)
            if at >= max(start, until):
                yield Words(letter if letter not in "\n\t" else " ", run.bold, run.italic)
            at += 1
    yield from (notes.mark(mark.text) for mark in paragraph.notes if mark.offset == at)
