"""Texts that no cell took, typed or pasted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Refused:
    """A text, the row it fell on, and why it is not in its cell."""

    text: str
    code: IndicatorCode | None
    """None: it belongs to no row that is known."""
    reason: str
    """A sentence that names the row."""
