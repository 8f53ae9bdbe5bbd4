"""How an office's name is written in a list, on a letterhead and in a hurry: one office all the same."""

import re

from cchc_desktop.values.text import without_marks

_WORD = re.compile(r"[^\W_]+\.?")
_IN_FULL = {
    "ubnd": "uybannhandan",
    "tp": "thanhpho",
    "tx": "thixa",
    "tt": "thitran",
    "p.": "phuong",
    "x.": "xa",
    "h.": "huyen",
    "q.": "quan",
}
"""What is written short; a single letter only where a full stop says so."""


def likeness_of_name(name: str) -> str:
    """Return what the writings of one name have in common: no marks, no case, nothing written short.

    `UBND P. Mẫu` and `ỦY BAN NHÂN DÂN PHƯỜNG MẪU` are the same.
    """
    words = _WORD.findall(without_marks(name).lower())
    return "".join(_IN_FULL.get(word) or _IN_FULL.get(word.rstrip("."), word.rstrip(".")) for word in words)
