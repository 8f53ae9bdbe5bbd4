"""Texts that stay read, so that a figure that changes lets none be read again.

Apart from the reading itself: a text that was replaced is forgotten without loading what reads.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.narrative.blocks import Prose

_MOST = 256
"""More than a report has sections, and the one before it."""
_read: "dict[str, Prose]" = {}


def kept(text: str) -> "Prose | None":
    """Return what was read in the text; None where it has to be read."""
    return _read.get(text)


def keep(text: str, prose: "Prose") -> "Prose":
    """Keep what was read in the text, and return it."""
    if len(_read) >= _MOST:
        _read.clear()
    _read[text] = prose
    return prose


def forget(text: str) -> None:
    """Let go of a section's text that another replaced: an hour of writing leaves a hundred of them."""
    _read.pop(text, None)
