"""The slow work of the mail room, each piece with the office file opened for itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ui.mailroom.written_page import Written
from ui.worker import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from cchc_desktop.office.mailroom.glancing import Glance
    from cchc_desktop.office.mailroom.ledger import Entered
    from cchc_desktop.office.mailroom.line import Received
    from cchc_desktop.office.mailroom.matters import Matter
    from cchc_desktop.office.mailroom.submitting import Submitted
    from cchc_desktop.office.mailroom.watching import Look, WatchedFolder
    from cchc_desktop.office.office import Office
    from cchc_desktop.values.period import Period
    from ui.dialogs.sending import Sending
    from ui.mailroom.decision_question import Settling
    from ui.mailroom.review_dialog import OpenReview, Return
    from ui.worker import Ticket


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of files that were received together."""

    lines: tuple[Received, ...]
    was_stopped: bool
    """Whether a person called it off; what had been received by then stays so."""
    trouble: str = ""
    """Why the office file could not be backed up first; empty where it was."""
    origin: tuple[Path, ...] = ()
    """The watched folder it landed in; empty where the files were named."""


def submit(path: Path, period: Period, sending: Sending, ticket: Ticket) -> Submitted:
    """Write what is sent up; it can be called off until the writing begins."""
    from cchc_desktop.office.mailroom.submitting import submit_aside

    return submit_aside(
        path,
        period,
        sending.folder,
        reason=sending.reason,
        with_draft=sending.with_draft,
        with_word=sending.with_word,
        still_wanted=ticket.checkpoint,
    )


def take_in(
    path: Path, copies: Path | None, files: Sequence[Path], ticket: Ticket, *, may_register: bool = False
) -> Batch:
    """Receive files, folders, mails and archives; called off, it ends after the file in hand.

    `may_register` puts unknown senders on the list of offices.
    """
    from cchc_desktop.office.mailroom.receiving import receive
    from cchc_desktop.office.office import Office

    with Office.open(path, copies=copies) as office:
        return _received(
            office, partial(receive, office, files, may_register=may_register, progress=ticket.checkpoint)
        )


def _received(office: Office, receiving: Callable[[], Iterable[Received]]) -> Batch:
    lines: list[Received] = []
    was_stopped = False
    try:
        lines.extend(receiving())
    except Stopped:
        was_stopped = True
    trouble = office.backup_trouble
    return Batch(tuple(lines), was_stopped, trouble.message if trouble else "")


def look_into(watched: WatchedFolder, ticket: Ticket) -> Look:
    """Look what landed in a watched folder; the office file is not opened."""
    ticket.checkpoint()
    return watched.look()


def take_watched(
    path: Path, copies: Path | None, watched: WatchedFolder, files: Sequence[Path], ticket: Ticket
) -> Batch:
    """Receive what landed in a watched folder; called off, the rest is left for the next look."""
    from cchc_desktop.office.office import Office

    with Office.open(path, copies=copies) as office:
        batch = _received(office, partial(watched.take, office, files, progress=ticket.checkpoint))
        return replace(batch, origin=(watched.folder,))


def glance(path: Path, file: Path, _ticket: Ticket) -> Glance | None:
    """Look whether a file is a request, and what it would do."""
    from cchc_desktop.office.mailroom.glancing import request_in
    from cchc_desktop.office.office import Office

    with Office.snapshot(path) as office:
        return request_in(office, file)


def lay_open(path: Path, package: int, _ticket: Ticket) -> Matter:
    """Read a waiting file anew and lay open what is asked about it."""
    from cchc_desktop.office.mailroom.matters import matter_of
    from cchc_desktop.office.office import Office

    with Office.snapshot(path) as office:
        return matter_of(office, package)


def waiting(path: Path, _ticket: Ticket) -> tuple[Received, ...]:
    """Return a line for every file that waits."""
    from cchc_desktop.office.mailroom.matters import lines_waiting
    from cchc_desktop.office.office import Office

    with Office.open(path, read_only=True) as office:
        return lines_waiting(office)


def entered(path: Path, ticket: Ticket) -> tuple[Entered, ...]:
    """Return every file that came or left, the latest first."""
    from cchc_desktop.office.mailroom.ledger import ledger
    from cchc_desktop.office.office import Office

    ticket.checkpoint()
    with Office.open(path, read_only=True) as office:
        return ledger(office)


def settle(path: Path, settling: Settling, _ticket: Ticket) -> str:
    """Take a waiting file in as a person decided, and say what was done."""
    from cchc_desktop.office.mailroom.deciding import settle as settled
    from cchc_desktop.office.mailroom.decision import Decision
    from cchc_desktop.office.mailroom.registering import settle_for_new_office
    from cchc_desktop.office.office import Office

    decision = Decision(settling.reason, cells=settling.cells, office=settling.office)
    with Office.open(path) as office:
        if settling.new_office:
            return settle_for_new_office(office, settling.package, decision, settling.new_office).words
        return settled(office, settling.package, decision).words


def put_aside(path: Path, package: int, reason: str, _ticket: Ticket) -> str:
    """Decide that a waiting file is not used, and say so."""
    from cchc_desktop.office.mailroom.deciding import set_aside
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        set_aside(office, package, reason)
    return "Tệp không được dùng; vẫn giữ để xem lại ở thẻ Đã gửi, đã nhận."


def review(path: Path, below: str, period: Period, _ticket: Ticket) -> OpenReview:
    """Read the report of an office below that counts, so that it can be shown at once."""
    from cchc_desktop.office.mailroom.received_prose import received_prose
    from cchc_desktop.office.mailroom.reviewing import under_review
    from cchc_desktop.office.mailroom.sent_again import sent_again
    from cchc_desktop.office.office import Office
    from ui.mailroom.review_dialog import OpenReview

    with Office.snapshot(path) as office:
        found = under_review(office, below, period)
        _ = found.findings  # worked out here, not on the window's thread
        return OpenReview(
            found, received_prose(found), office.settings.review_steps, sent_again(office, found)
        )


def accept(path: Path, below: str, period: Period, _ticket: Ticket) -> str:
    """Take a received report one step on, and say where it is now."""
    from cchc_desktop.office.mailroom.reviewing import accept as accepted
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return f"{accepted(office, below, period).label}."


def step_back(path: Path, below: str, period: Period, reason: str, _ticket: Ticket) -> str:
    """Take the last step of a review back, and say where the report is now."""
    from cchc_desktop.office.mailroom.reviewing import step_back as stepped_back
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return f"{stepped_back(office, below, period, reason).label}."


def hand_back(path: Path, below: str, period: Period, folder: Path, said: Return, ticket: Ticket) -> Written:
    """Write the return of a received report into the folder."""
    from cchc_desktop.office.mailroom.answering import hand_back as handed_back
    from cchc_desktop.office.mailroom.letter_mails import mail_with
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.office import Office

    make = signed_aside(ticket.checkpoint)
    with Office.open(path) as office:
        sent = handed_back(
            office, below, period, said.comments, folder, text=said.text, deadline=said.deadline, make=make
        )
        return Written(sent.path, mail_with(office, sent))


def receipt(path: Path, below: str, period: Period, folder: Path, ticket: Ticket) -> Written:
    """Write the receipt of a received report into the folder."""
    from cchc_desktop.office.mailroom.answering import write_receipts
    from cchc_desktop.office.mailroom.letter_mails import mail_with
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        (sent,) = write_receipts(office, (below,), period, folder, make=signed_aside(ticket.checkpoint))
        return Written(sent.path, mail_with(office, sent))
