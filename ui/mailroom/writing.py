"""Files that are written from the menu, each with the office file opened for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.mailroom.written_page import Written

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.mailroom.outgoing import Sent
    from cchc_desktop.office.mailroom.requests_out import Request
    from cchc_desktop.office.office import Office
    from cchc_desktop.values.period import Period
    from ui.dialogs.asking_colleague import AskedOfColleague
    from ui.worker import Ticket


def request(path: Path, asked: Request, folder: Path, ticket: Ticket) -> Written:
    """Write the request for all offices of a level."""
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.mailroom.requests_out import write_request
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return _written(office, write_request(office, asked, folder, signed_aside(ticket.checkpoint)))


def contribution(
    path: Path, period: Period, asked: AskedOfColleague, folder: Path, ticket: Ticket
) -> Written:
    """Write the workbook in which a colleague fills rows in."""
    from cchc_desktop.office.mailroom.contributions import ask_colleague
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        sent = ask_colleague(
            office,
            period,
            asked.rows,
            asked.to,
            folder,
            text=asked.text,
            deadline=asked.deadline,
            make=signed_aside(ticket.checkpoint),
        )
        return _written(office, sent)


def hand_over(path: Path, out: Path, _ticket: Ticket) -> Written:
    """Copy the office file with its key."""
    from cchc_desktop.office.mailroom.copies import hand_over as handed_over
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return Written(handed_over(office, out))


def support_copy(path: Path, out: Path, _ticket: Ticket) -> Written:
    """Copy the office file without its key."""
    from cchc_desktop.office.mailroom.copies import copy_for_support
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return Written(copy_for_support(office, out))


def _written(office: Office, sent: Sent) -> Written:
    from cchc_desktop.office.mailroom.letter_mails import mail_with

    return Written(sent.path, mail_with(office, sent))
