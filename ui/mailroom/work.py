"""The slow work of the mail room, each piece with the office file opened for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.worker import Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cchc_desktop.office.mailroom.line import Received
    from cchc_desktop.office.mailroom.submitting import Submitted
    from cchc_desktop.values.period import Period
    from ui.dialogs.sending import Sending
    from ui.worker import Ticket


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of files that were received together."""

    lines: tuple[Received, ...]
    was_stopped: bool
    """Whether a person called it off; what had been received by then stays so."""
    trouble: str = ""
    """Why the office file could not be backed up first; empty where it was."""


def submit(path: Path, period: Period, sending: Sending, ticket: Ticket) -> Submitted:
    """Write what is sent up; it can be called off until the writing begins."""
    from cchc_desktop.office.mailroom.submitting import submit_aside

    return submit_aside(
        path,
        period,
        sending.folder,
        reason=sending.reason,
        with_draft=sending.with_draft,
        still_wanted=ticket.checkpoint,
    )


def take_in(path: Path, copies: Path | None, files: Sequence[Path], ticket: Ticket) -> Batch:
    """Receive files, folders, mails and archives; called off, it ends after the file in hand."""
    from cchc_desktop.office.mailroom.receiving import receive
    from cchc_desktop.office.office import Office

    lines: list[Received] = []
    was_stopped = False
    with Office.open(path, copies=copies) as office:
        try:
            lines.extend(receive(office, files, progress=ticket.checkpoint))
        except Stopped:
            was_stopped = True
        trouble = office.backup_trouble
    return Batch(tuple(lines), was_stopped, trouble.message if trouble else "")
