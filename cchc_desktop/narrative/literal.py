"""Text that somebody typed elsewhere, written so that it prints as typed."""

import re

from cchc_desktop.narrative.syntax import HEADING_SIGN, ITEM_SIGN

_MEANT = re.compile(r"(?P<before>\\*)(?P<sign>\*|\[(?=\^)|(?<=\\)[-#|\[])")
"""Stars, opened notes, and whatever a backslash before it would take the meaning from."""
_LINE_SIGN = re.compile(rf"^([^\S\n]*)(?={re.escape(ITEM_SIGN)}|{re.escape(HEADING_SIGN)}|\|)", re.MULTILINE)


def literal(text: str) -> str:
    """Return the text with everything escaped that would mean something in prose."""
    return _LINE_SIGN.sub(r"\1\\", literal_within(text))


def literal_within(text: str) -> str:
    """Return a text that does not begin a line, with everything escaped that would mean something there."""
    return _MEANT.sub(lambda found: found["before"] * 2 + "\\" + found["sign"], text.replace("{", "{{"))
