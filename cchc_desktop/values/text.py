"""One normal form of text, and the form in which texts are compared."""

import re
import unicodedata

_BLANKS = re.compile(r"\s+")
_OUTSIDE_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BROKEN = re.compile("[\ud800-\udfff\x00]")
"""Halves of characters and the zero byte: no file can hold them, and nobody can see them."""
_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


def normal(text: str) -> str:
    """Return the text composed (NFC), trimmed, with every run of blanks as one space."""
    return _BLANKS.sub(" ", _whole(text)).strip()


def composed(text: str) -> str:
    """Return the text composed (NFC) with lines kept: what is stored of anything a person wrote."""
    return _whole(text).replace("\r\n", "\n").replace("\r", "\n")


def printable(text: str) -> str:
    """Return the text without the control characters that no document can hold (XML 1.0, production 2)."""
    return _OUTSIDE_XML.sub("", text)


def without_marks(text: str) -> str:
    """Return the text without tone and vowel marks, so that `ho so` finds `hồ sơ` and `hoà` finds `hòa`."""
    parts = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(character for character in parts if not unicodedata.combining(character))


def plain_words(text: str) -> str:
    """Return the text as a search compares it: no marks, no capitals, single blanks."""
    return without_marks(normal(text)).lower()


def likeness(text: str) -> str:
    """Return what equal labels have in common: letters and digits, no marks, no case."""
    return "".join(character for character in without_marks(text).lower() if character.isalnum())


def _whole(text: str) -> str:
    return unicodedata.normalize("NFC", _BROKEN.sub("", text))
