"""Files that are written from the menu, each with the office file opened for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.mailroom.requests_out import Request
    from cchc_desktop.values.period import Period
    from ui.dialogs.asking_colleague import AskedOfColleague
    from ui.worker import Ticket


def request(path: Path, asked: Request, folder: Path, ticket: Ticket) -> Path:
    """Write the request for all offices of a level."""
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.mailroom.requests_out import write_request
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return write_request(office, asked, folder, signed_aside(ticket.checkpoint)).path


def contribution(path: Path, period: Period, asked: AskedOfColleague, folder: Path, ticket: Ticket) -> Path:
    """Write the workbook in which a colleague fills rows in."""
    from cchc_desktop.office.mailroom.contributions import ask_colleague
    from cchc_desktop.office.mailroom.outgoing import signed_aside
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return ask_colleague(
            office,
            period,
            asked.rows,
            asked.to,
            folder,
            text=asked.text,
            deadline=asked.deadline,
            make=signed_aside(ticket.checkpoint),
        ).path


def hand_over(path: Path, out: Path, _ticket: Ticket) -> Path:
    """Copy the office file with its key."""
    from cchc_desktop.office.mailroom.copies import hand_over as handed_over
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return handed_over(office, out)


def support_copy(path: Path, out: Path, _ticket: Ticket) -> Path:
    """Copy the office file without its key."""
    from cchc_desktop.office.mailroom.copies import copy_for_support
    from cchc_desktop.office.office import Office

    with Office.open(path) as office:
        return copy_for_support(office, out)
