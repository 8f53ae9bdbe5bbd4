"""What a reviewer wants corrected, as it goes into a return."""

from collections.abc import Mapping
from typing import TypeAlias

from cchc_desktop.exchange.messages import Comment
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import normal

Remark: TypeAlias = Comment
"""One comment, with where it belongs."""


def on_cells(remarks: Mapping[IndicatorCode, str]) -> tuple[Remark, ...]:
    """Return a comment for every cell of which something is said."""
    return tuple(
        Comment(cell=code, section="", quote="", text=written)
        for code, text in remarks.items()
        if (written := normal(text))
    )


def on_passage(section: str, quote: str, text: str) -> Remark:
    """Return a comment on words of a section, or on all of it where none are quoted."""
    return Comment(cell="", section=section, quote=normal(quote), text=normal(text))
