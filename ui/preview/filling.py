"""Strips fall onto sheets: what stays together, what a page has room for, where a table goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.preview.strips import Strip

NOTES_GAP = 200  # twips above the first note, with the short line that parts notes from text


class Sheet:
    """A page that fills from above, with its notes from below; `header` opens a table that goes on here."""

    def __init__(self, header: Strip | None = None) -> None:
        self.placed: list[tuple[float, Strip]] = []
        self.notes: list[Strip] = []
        self._height = 0.0
        self._gap = 0.0
        if header:
            self.put(header)
        self.is_fresh = True

    def put(self, strip: Strip) -> None:
        """Place a strip below those that are there."""
        y = self._height + (max(self._gap, strip.before) if self.placed else 0)
        self.placed.append((y, strip))
        self.notes += strip.notes
        self._height, self._gap = y + strip.height, strip.after
        self.is_fresh = False

    def room(self, chunk: Sequence[Strip]) -> float:
        """How much room is left once the strips of the chunk stand here; negative where they do not fit."""
        height, gap, is_first = self._height, self._gap, not self.placed
        for strip in chunk:
            height += strip.height + (0 if is_first else max(gap, strip.before))
            gap, is_first = strip.after, False
        notes = [*self.notes, *(note for strip in chunk for note in strip.notes)]
        return PAPER.text_height - height - notes_height(notes)


class Filling:
    """The sheets of a section, the last of them still filling."""

    def __init__(self) -> None:
        self.sheets = [Sheet()]

    def add(self, chunk: Sequence[Strip]) -> None:
        """Place strips that stay on one page; they part only where no page has room for all of them."""
        if self.sheets[-1].room(chunk) >= 0:
            self._put(chunk)
        elif Sheet(chunk[0].header).room(chunk) >= 0:
            self._turn(chunk[0].header)
            self._put(chunk)
        elif len(chunk) > 1:
            for strip in chunk:
                self.add([strip])
        else:
            self._break(chunk[0])

    def _put(self, chunk: Sequence[Strip]) -> None:
        for strip in chunk:
            self.sheets[-1].put(strip)

    def _turn(self, header: Strip | None) -> None:
        self.sheets.append(Sheet(header))

    def _break(self, strip: Strip) -> None:
        """Spread a strip that is higher than a page."""
        rest: Strip | None = strip
        while rest:
            sheet = self.sheets[-1]
            room = sheet.room([rest])
            fitting, left = (rest, None) if room >= 0 else rest.cut(rest.height + room)
            if room < 0 and left is None and not sheet.is_fresh:
                self._turn(rest.header)
            else:
                sheet.put(fitting)
                rest = left


def notes_height(notes: Sequence[Strip]) -> float:
    """How high the foot of a page is that shows these notes."""
    return NOTES_GAP + sum(note.height for note in notes) if notes else 0
