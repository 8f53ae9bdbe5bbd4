"""The slow work with a stick, done beside the window: what is on it is read and written piece by piece."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.form.profile import Profile
    from cchc_desktop.office.keeping.carried import Carried
    from cchc_desktop.office.keeping.portable import Stick
    from ui.worker import Ticket


def bring_back(carried: Carried, ticket: Ticket) -> str:
    """Copy the office file out whole; called off, the stick keeps what it had.

    Returns what a person has to know of it: it may lie beside another one now.
    """
    from cchc_desktop.office.keeping.carried import CarriedFileChanged

    try:
        carried.bring_back(ticket.checkpoint)
    except CarriedFileChanged as beside:
        return beside.message
    return ""


def let_go(carried: Carried | None, ticket: Ticket) -> str:
    """Bring a file back because another is turned to; say why it could not be, its copy then stays here."""
    try:
        return bring_back(carried, ticket) if carried else ""
    except CchcError as refusal:
        return refusal.message


def take_out(
    stick: Stick, path: Path, before: Carried | None, copies: Path | None, ticket: Ticket
) -> Carried:
    """Let the file of before go, copy another onto this machine, have today's backup made on the stick."""
    from cchc_desktop.office.office import Office

    trouble = let_go(before, ticket)
    carried = stick.take_out(path, ticket.checkpoint)
    carried.note = " ".join(words for words in (trouble, carried.note) if words)
    with suppress(CchcError), Office.open(carried.working, copies=copies):
        pass  # what cannot be opened is told of when the window opens it
    return carried


def create(
    stick: Stick, path: Path, profile: Profile, before: Carried | None, copies: Path | None, ticket: Ticket
) -> Carried:
    """Make a new office file on the stick, and turn to it."""
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    Office.create(path, profile).close()
    return take_out(stick, path, before, copies, ticket)
