"""A further appendix of a report, of the office's own making: a list, a table, photos."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of an appendix and what stands under it."""

    image: str
    """Digest of its bytes, by which the office file keeps them."""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An appendix that follows those of the form set."""

    title: str
    text: str = ""
    """As the prose of a section is written (docs/prose-format.md)."""
    photos: tuple[Photo, ...] = ()
    place: int = 0
    """Its place among the office's own appendices, from 1; 0: after the last."""
