"""From the blocks of a section back to its stored text: `parse` reads the same prose in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from cchc_desktop.narrative.blocks import Block, Grid, Line, LineKind, Mark, Prose, Words, Written, faceless
from cchc_desktop.narrative.literal import literal, literal_within
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.syntax import HEADING_SIGN, ITEM_SIGN
from cchc_desktop.values.text import composed

_SIGNS = {LineKind.PARAGRAPH: "", LineKind.ITEM: ITEM_SIGN, LineKind.HEADING: HEADING_SIGN}
_KEPT = 1024
"""How many blocks stay written: of a long section a keystroke changes one."""
_RIGHT, _LEFT = "---:", "---"


def stored(prose: Prose) -> str:
    """Return the text to store: each block on its line, the author's notes at the end.

    The subset knows no face that changes within a word: such a word takes the face it begins with. Lines
    without a word are left out.
    """
    lines: list[str] = []
    was_grid = False
    for block in prose.blocks:
        text = stored_block(block)
        if isinstance(block, Grid) and was_grid:
            lines.append("")
        was_grid = isinstance(block, Grid)
        if text:
            lines.append(text)
    notes = (f"[^{key}]: {stored_pieces(note)}" for key, note in prose.notes.items())
    return "\n".join((*lines, *notes))


@lru_cache(_KEPT)
def stored_block(block: Block[Written]) -> str:
    """Return the lines of one block; empty where it says nothing."""
    if isinstance(block, Grid):
        return _table(block)
    text = stored_pieces(block.pieces)
    return _SIGNS[block.kind] + text if text else ""


def stored_pieces(pieces: Sequence[Written]) -> str:
    """Return what a line says, without the sign of its kind."""
    ways: tuple[Callable[[Sequence[Written]], Sequence[Written]], ...] = (list, _by_words)
    for way in ways:  # the second only where it is needed: it takes longer than all the rest
        faced = way(pieces)
        text = "".join(_runs(faced)).strip()
        if _told(_read(text)) == _told(faced):
            return text
    plain = joined(faceless(piece) for piece in pieces)
    return "".join(_runs(plain)).strip()


def joined(pieces: Iterable[Written]) -> tuple[Written, ...]:
    """Return the pieces with neighbouring words of one face made one, and blanks around the line gone."""
    whole: list[Written] = []
    for piece in pieces:
        last = whole[-1] if whole else None
        if isinstance(piece, Words) and isinstance(last, Words) and _face(piece) == _face(last):
            whole[-1] = replace(last, text=last.text + piece.text)
        elif not isinstance(piece, Words) or piece.text:
            whole.append(piece)
    return tuple(whole)


def _table(grid: Grid[Written]) -> str:
    rules = [_RIGHT if column in grid.figures else _LEFT for column in range(len(grid.header))]
    rows = [_row(grid.header), f"| {' | '.join(rules)} |", *(_row(row) for row in grid.rows)]
    return "\n".join(rows)


def _row(cells: Sequence[tuple[Written, ...]]) -> str:
    return f"| {' | '.join(stored_pieces(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def _runs(pieces: Sequence[Written]) -> Iterable[str]:
    """The pieces with stars around each run of one face; blanks at a run's ends stay outside of them."""
    is_first = True
    for (bold, italic), run in groupby(_with_faces(pieces), key=lambda faced: faced[0]):
        text = ""
        for _, piece in run:
            if isinstance(piece, Words):
                words = composed(piece.text).replace("\n", " ")
                text += literal(words) if is_first else literal_within(words)
            else:
                text = (_before_sign(text) if isinstance(piece, Mark) else text) + piece.source
            is_first = False
        stars = "*" * (2 * bold + italic)
        inner = text.strip()
        if stars and inner:
            start = text.index(inner)
            text = f"{text[:start]}{stars}{inner}{stars}{text[start + len(inner) :]}"
        yield text


def _before_sign(text: str) -> str:
    """The text with the backslashes at its end doubled: a sign follows, which they would make a plain one."""
    return text + text[len(text.rstrip("\\")) :]


def _with_faces(pieces: Sequence[Written]) -> list[tuple[tuple[bool, bool], Written]]:
    """Each piece with its face; a note's mark has none of its own and takes that of what it follows."""
    faced = []
    face = (False, False)
    for piece in pieces:
        if not isinstance(piece, Mark):
            face = _face(piece)
        faced.append((face, piece))
    return faced


def _by_words(pieces: Sequence[Written]) -> list[Written]:
    """The pieces cut at blanks, each word wholly in the face it begins with."""
    words: list[Written] = []
    face: tuple[bool, bool] | None = None
    for piece in pieces:
        if isinstance(piece, Mark):
            words.append(piece)
            continue
        parts = _cut(piece) if isinstance(piece, Words) else [piece]
        for part in parts:
            is_blank = isinstance(part, Words) and part.text.isspace()
            face = None if is_blank else face or _face(part)
            bold, italic = face or _face(part)
            words.append(replace(part, bold=bold, italic=italic))
    return list(joined(words))


def _cut(words: Words) -> list[Words]:
    return [replace(words, text="".join(run)) for _, run in groupby(words.text, key=str.isspace)]


def _face(piece: Written) -> tuple[bool, bool]:
    return (False, False) if isinstance(piece, Mark) else (piece.bold, piece.italic)


def _read(text: str) -> tuple[Written, ...]:
    prose = parse(text)
    blocks = prose.blocks
    if len(blocks) != 1 or prose.notes or not isinstance(blocks[0], Line):
        return ()
    return blocks[0].pieces if blocks[0].kind is LineKind.PARAGRAPH else ()


def _told(pieces: Iterable[Written]) -> list[tuple[str, bool, bool]]:
    """What the pieces say letter by letter with its face; blanks have none."""
    letters: list[tuple[str, bool, bool]] = []
    for piece in pieces:
        text = composed(piece.text).replace("\n", " ") if isinstance(piece, Words) else piece.source
        bold, italic = _face(piece)
        letters += [
            (letter, not letter.isspace() and bold, not letter.isspace() and italic) for letter in text
        ]
    while letters and letters[0][0].isspace():
        letters.pop(0)
    while letters and letters[-1][0].isspace():
        letters.pop()
    return letters
