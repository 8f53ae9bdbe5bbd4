"""One section twice, block by block: as the office file keeps it, and as somebody's Word report has it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cchc_desktop.documents.reading.lines import Line as WordLine
from cchc_desktop.narrative.blocks import Block, Chart, Grid, LineKind, Mark, Note, Printable, Words, Written
from cchc_desktop.narrative.blocks import Line as OwnLine
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import Rendered
from cchc_desktop.narrative.showing import spoken
from cchc_desktop.values.text import normal

DASH = "- "
_MOST_PAIRS = 4_000
"""Of blocks compared word by word: a section that was written anew is longer than that."""
_PAIRED = 0.4
"""How much alike two blocks have to be for one to be the other, changed."""


@dataclass(frozen=True, slots=True)
class OwnBlock:
    """A block of our prose and what it prints."""

    stored: Block[Written]
    text: str
    """Compared with Word's; empty for what prints no text: the word that asks for a chart."""
    says: tuple[str, ...] = ()
    """Of a line: what each of its pieces prints; a note's mark prints the note."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What its footnotes say."""
        if not isinstance(self.stored, OwnLine) or not self.says:
            return ()
        pieces = zip(self.stored.pieces, self.says, strict=True)
        return tuple(normal(said) for piece, said in pieces if isinstance(piece, Mark))


@dataclass(frozen=True, slots=True)
class WordBlock:
    """A paragraph, or the rows of a table."""

    lines: tuple[WordLine, ...]
    text: str

    @property
    def notes(self) -> tuple[str, ...]:
        """What its footnotes say; those within a table are not read."""
        paragraph = self.lines[0].paragraph
        return () if paragraph is None else tuple(normal(mark.text) for mark in paragraph.notes)

    @property
    def is_table(self) -> bool:
        """Whether it is the rows of a table."""
        return self.lines[0].paragraph is None


Pair = tuple[OwnBlock | None, WordBlock | None]
"""A block and what became of it: None on the left for what is new, on the right for what is gone."""


def says_the_same(own: OwnBlock, word: WordBlock) -> bool:
    """Whether nobody changed the block, its footnotes included."""
    return own.text == word.text and own.notes == word.notes


def own_blocks(text: str, printed: Rendered) -> tuple[OwnBlock, ...]:
    """Return the blocks of a section's stored text beside what they print."""
    shown = {(isinstance(each, Grid), each.number): each for each in printed if not isinstance(each, Chart)}
    blocks: list[OwnBlock] = []
    for stored in parse(text).blocks:
        block = shown.get((isinstance(stored, Grid), stored.number))
        if isinstance(stored, OwnLine) and isinstance(block, OwnLine):
            says = tuple(_says(piece) for piece in block.pieces)
            marks = [isinstance(piece, Note) for piece in block.pieces]
            words = "".join(said for said, mark in zip(says, marks, strict=True) if not mark)
            dash = DASH if stored.kind is LineKind.ITEM else ""
            blocks.append(OwnBlock(stored, normal(dash + words), says))
        elif isinstance(block, Grid):
            rows = ["\t".join(map(_cell, row)).rstrip("\t") for row in _rows(block)]
            blocks.append(OwnBlock(stored, "\n".join(rows)))
            if block.title and len(blocks) > 1:  # the line above it asked for the title
                blocks[-2] = OwnBlock(blocks[-2].stored, normal(spoken(block.title)))
        else:
            blocks.append(OwnBlock(stored, ""))
    return tuple(blocks)


def fixed_blocks(texts: Iterable[str]) -> tuple[OwnBlock, ...]:
    """Return texts that the form set fixes, as blocks: opening and closing."""
    told = filter(None, map(normal, texts))
    return tuple(OwnBlock(OwnLine(LineKind.PARAGRAPH, (Words(text),)), text, (text,)) for text in told)


def word_blocks(lines: Sequence[WordLine]) -> tuple[WordBlock, ...]:
    """Return the lines of a section with the rows of each table together."""
    blocks: list[list[WordLine]] = []
    for line in lines:
        if line.paragraph is None and blocks and blocks[-1][0].paragraph is None:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return tuple(WordBlock(tuple(each), "\n".join(map(_told, each))) for each in blocks)


def paired(own: Sequence[OwnBlock], word: Sequence[WordBlock]) -> Iterator[Pair]:
    """Yield what became of each block, in Word's order; what prints nothing stays where it is."""
    matcher = SequenceMatcher(None, [each.text for each in own], [each.text for each in word], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(own[first:last], word[start:end], strict=True)
        else:
            yield from _changed(own[first:last], word[start:end])


def _changed(own: Sequence[OwnBlock], word: Sequence[WordBlock]) -> Iterator[Pair]:
    """Blocks that differ, paired in their order so that all pairs together are the most alike."""
    if len(own) * len(word) > _MOST_PAIRS:
        yield from ((ours, None) for ours in own)
        yield from ((None, theirs) for theirs in word)
        return
    likes = [[_likeness(ours, theirs) for theirs in word] for ours in own]
    best = [[0.0] * (len(word) + 1) for _ in range(len(own) + 1)]
    for at in reversed(range(len(own))):
        for to in reversed(range(len(word))):
            together = likes[at][to] + best[at + 1][to + 1] if likes[at][to] else 0.0
            best[at][to] = max(together, best[at + 1][to], best[at][to + 1])
    at = to = 0
    while at < len(own) and to < len(word):
        if likes[at][to] and best[at][to] == likes[at][to] + best[at + 1][to + 1]:
            yield own[at], word[to]
            at, to = at + 1, to + 1
        elif best[at][to] == best[at][to + 1]:
            yield None, word[to]
            to += 1
        else:
            yield own[at], None
            at += 1
    yield from ((None, theirs) for theirs in word[to:])
    yield from ((ours, None) for ours in own[at:])


def _likeness(own: OwnBlock, word: WordBlock) -> float:
    """How much alike two blocks are; 0 where one cannot be the other, changed."""
    if isinstance(own.stored, Grid) != word.is_table or not own.text:
        return 0.0
    matcher = SequenceMatcher(None, own.text, word.text, autojunk=False)
    if matcher.quick_ratio() < _PAIRED:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _PAIRED else 0.0


def _says(piece: Printable) -> str:
    return "".join(words.text for words in piece.words) if isinstance(piece, Note) else piece.text


def _rows(grid: Grid[Printable]) -> Iterator[tuple[tuple[Printable, ...], ...]]:
    yield grid.header
    yield from grid.rows


def _cell(cell: tuple[Printable, ...]) -> str:
    return normal("".join(piece.text for piece in cell if not isinstance(piece, Note)))


def _told(line: WordLine) -> str:
    if line.paragraph is not None:
        return normal(line.text)
    return "\t".join(map(normal, line.text.split("\t"))).rstrip("\t")  # a group's heading spans the row
