"""Which columns of a table give way where it is narrow; what they tell is in its tips too."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Column = TypeVar("Column", bound=int)


def left_out(
    room: int, widths: Mapping[Column, int], least: int, order: Sequence[Column]
) -> frozenset[Column]:
    """Return the columns to be hidden, the first of `order` first, until `least` of the room is left over.

    `widths` has every column but the one that takes what is left over; all in pixels.
    """
    hidden: list[Column] = []
    for column in order:
        if room - sum(width for each, width in widths.items() if each not in hidden) >= least:
            break
        hidden.append(column)
    return frozenset(hidden)
