"""How wide a text is in Times New Roman, for lines as long as the words above them.

The advances are those of Liberation Serif, which is made to Times New Roman's measure. A Vietnamese
letter is as wide as its base: diacritics add nothing, the horn of ơ and ư does.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_UNITS_PER_EM = 2048
_HORN = "\u031b"

_REGULAR = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    569: "/:;\\ijlt",
    682: "!()-I[]`fr‘’",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–§",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>×",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD = {
    451: "|",
    512: " ,.\u00a0",
    569: "'/\\il",
    682: "!()-:;[]`fjt‘’",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”§",
    1065: "~",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>×",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}
_ADVANCES = {
    bold: {letter: advance for advance, letters in widths.items() for letter in letters}
    for bold, widths in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN = 1024  # a digit's width: near enough for a letter that is not Vietnamese


def width(text: str, points: float, *, bold: bool = False) -> int:
    """The width of one line of text, in twips."""
    units = sum(_advance(letter, bold=bold) for letter in unicodedata.normalize("NFC", text))
    return round(units * points * 20 / _UNITS_PER_EM)


@cache
def _advance(letter: str, *, bold: bool) -> int:
    return _ADVANCES[bold].get(_base(letter), _UNKNOWN)


def _base(letter: str) -> str:
    """The letter without marks of tone and vowel, its horn kept."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
