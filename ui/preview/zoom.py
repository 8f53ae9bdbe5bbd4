"""How large a page is shown: a percentage, or as large as the window allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cchc_desktop.office.printed.preview import PAPER

STEP, SMALLEST, LARGEST = 10, 50, 200  # percent
_TWIPS_PER_INCH = 1440


class Fit(Enum):
    """What of a page fills the window."""

    WIDTH = "Vừa bề ngang"
    PAGE = "Vừa cả trang"


@dataclass(frozen=True, slots=True)
class Room:
    """The part of the window that pages are shown in, in pixels, margins taken off."""

    width: int
    height: int
    dpi: int


def scale(zoom: Fit | int, room: Room) -> float:
    """Return the pixels to a twip; a fitting page is never smaller than a quarter of its size."""
    natural = room.dpi / _TWIPS_PER_INCH
    match zoom:
        case Fit.WIDTH:
            wanted = room.width / PAPER.width
        case Fit.PAGE:
            wanted = min(room.width / PAPER.width, room.height / PAPER.height)
        case percent:
            return natural * percent / 100
    return min(max(wanted, natural / 4), natural * LARGEST / 100)


def stepped(zoom: Fit | int, room: Room, steps: int) -> int:
    """Return the percentage some steps above (or below, if negative) what is shown now."""
    now = zoom if isinstance(zoom, int) else scale(zoom, room) * _TWIPS_PER_INCH / room.dpi * 100
    on_a_step = int(now // STEP) if steps > 0 else -int(-now // STEP)
    return min(max((on_a_step + steps) * STEP, SMALLEST), LARGEST)
