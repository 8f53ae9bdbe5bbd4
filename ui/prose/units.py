"""Text as Qt counts it: a letter beyond the first plane (😀) takes two places in a document."""

import re

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def in_units(text: str) -> str:
    """Return the text with each such letter as its two halves, so that indices are places in a document."""
    return _BEYOND.sub(_halves, text)


def _halves(found: re.Match[str]) -> str:
    number = ord(found[0]) - 0x10000
    return chr(0xD800 + (number >> 10)) + chr(0xDC00 + (number & 0x3FF))
