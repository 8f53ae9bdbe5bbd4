"""The order of Vietnamese words, as CLDR has it for `vi`, with numbers in the order of their size.

Letters first: a ă â b c d đ e ê … o ô ơ … u ư; where they are the same, tones: ngang, huyền, hỏi, ngã, sắc,
nặng; then case. Digraphs (ch, ng …) are no letters of their own. Signs come before digits, digits before
letters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

CollationKey: TypeAlias = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]
"""Compares as the texts stand in order; opaque otherwise."""

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Huyền, hỏi, ngã, sắc, nặng."""
_PIECES = re.compile(r"[0-9]+|[^0-9]")
_SIGN, _NUMBER, _LETTER = 0, 1, 2
_KEPT = 2048
"""How many pieces stay weighed: a long list is sorted by some 200 letters and by numbers."""


def collation_key(text: str) -> CollationKey:
    """Return the key by which texts sort as a Vietnamese reader expects."""
    pieces = _PIECES.findall(unicodedata.normalize("NFC", text.lower()))
    weighed = [each for piece in pieces if (each := _weighed(piece))]
    primary, tones = zip(*weighed, strict=True) if weighed else ((), ())
    return primary, tones, text.swapcase()


@lru_cache(_KEPT)
def _weighed(piece: str) -> tuple[tuple[int, int, str], int] | None:
    """Return the weight of a letter, sign or number, and its tone; None for a tone that stands alone."""
    letter, tone = _toneless(piece)
    return (_weight(letter), tone) if letter else None


def _toneless(piece: str) -> tuple[str, int]:
    """Return the letter without its tone, and the tone; ă â đ ê ô ơ ư are letters."""
    parts = unicodedata.normalize("NFD", piece)
    tone = max((_TONES.get(part, 0) for part in parts), default=0)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)), tone


def _weight(piece: str) -> tuple[int, int, str]:
    if piece[0] in "0123456789":
        digits = piece.lstrip("0")
        return _NUMBER, len(digits), digits
    if piece in _PLACES:
        return _LETTER, _PLACES[piece], ""
    return (_LETTER, len(_LETTERS), piece) if piece.isalpha() else (_SIGN, 0, piece)
