"""Lists among the paragraphs of a text: which items a paragraph opens."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.section import TextSection

_SIGN = re.compile(r"\s*(?:(?P<dash>[-–+•*])|(?P<letter>[a-zđ])\))\s+")

_OUTER = {"a)": 0, "-": 1, "+": 2}
"""How far out a list with the sign stands, as reports write them."""


def is_item(text: str) -> bool:
    """Whether a paragraph is an item: it begins with a dash, another sign, or a letter with a bracket."""
    return _SIGN.match(text) is not None


def items_below(section: TextSection, paragraph: int) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that are items of the list right below a paragraph.

    Items of items have another sign and are left out; the list ends where the paragraph's own sign comes
    again, or where a paragraph is no item.
    """
    own, kind = _kind(section.paragraphs[paragraph]), ""
    found = []
    for number, sign in _signs(section, paragraph + 1):
        if not sign or sign == own:
            break
        kind = kind or sign
        if sign == kind:
            found.append(number)
    return tuple(found)


def items_after(section: TextSection, paragraph: int) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that are the further items of the list that one item stands in."""
    own = _kind(section.paragraphs[paragraph])
    found = []
    for number, sign in _signs(section, paragraph + 1):
        if not sign or _OUTER.get(sign, 1) < _OUTER.get(own, 1):
            break
        if sign == own:
            found.append(number)
    return tuple(found)


def _signs(section: TextSection, start: int) -> Iterator[tuple[int, str]]:
    for number in range(start, len(section.paragraphs)):
        if text := section.paragraphs[number].strip():
            yield number, _kind(text)


def _kind(text: str) -> str:
    found = _SIGN.match(text)
    if not found:
        return ""
    return "a)" if found["letter"] else found["dash"].replace("–", "-")
