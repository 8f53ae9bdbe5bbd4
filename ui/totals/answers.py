"""The slow work of answering offices below, each piece with the office file opened for itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ui.worker import Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.values.period import Period
    from ui.worker import Ticket

RECEIPTS_TOGETHER = 20
"""So many are made by one child process: it takes half a second to start."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was done for many offices at once."""

    offices: tuple[str, ...]
    """Ids of those for which it was done."""
    files: tuple[Path, ...] = ()
    was_stopped: bool = False

    @property
    def count(self) -> int:
        """For how many offices it was done."""
        return len(self.offices)

    @property
    def changes(self) -> Changes:
        """What every page is to show anew."""
        from cchc_desktop.office.changes import Changes

        return Changes(offices=frozenset(self.offices))


def correct_arrival(
    path: Path, below: str, period: Period, came: datetime, reason: str, ticket: Ticket
) -> Changes:
    """Note when the report of an office below really came, and why that is corrected."""
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.mailroom.reviewing import correct_arrival
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.open(path) as office:
        correct_arrival(office, below, period, came, reason)
    return Changes(offices=frozenset({below}))


def accept_all(path: Path, below: Sequence[str], period: Period, ticket: Ticket) -> Answered:
    """Take the reports of these offices a step on; called off, it ends after the one in hand."""
    from cchc_desktop.office.mailroom.reviewing import accept_all
    from cchc_desktop.office.office import Office

    done: list[str] = []

    def progress(place: int, count: int) -> None:
        ticket.checkpoint(place, count)
        done.append(below[place])

    with Office.open(path) as office:
        try:
            accept_all(office, below, period, progress)
        except Stopped:
            return Answered(tuple(done), was_stopped=True)
    return Answered(tuple(done))


def write_receipts(
    path: Path, below: Sequence[str], period: Period, folder: Path, ticket: Ticket
) -> Answered:
    """Write a receipt for each of these offices; called off, those that were written stay."""
    from cchc_desktop.office.mailroom.answering import write_receipts
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.office import Office

    written: list[Path] = []
    with Office.open(path) as office:
        try:
            for place in range(0, len(below), RECEIPTS_TOGETHER):
                some = below[place : place + RECEIPTS_TOGETHER]
                check = partial(ticket.checkpoint, place, len(below))
                sent = write_receipts(office, some, period, folder, make=signed_aside(check))
                written += [each.path for each in sent]
        except Stopped:
            return Answered(tuple(below[: len(written)]), tuple(written), was_stopped=True)
    return Answered(tuple(below), tuple(written))
