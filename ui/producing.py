"""The slow work of the report page, each piece with the office file opened for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.values.codes import slug

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.values.period import Period
    from ui.worker import Ticket


def word_report(path: Path, period: Period, out: Path, ticket: Ticket) -> Path:
    """Write the Word report; it can be called off until the writing begins."""
    from cchc_desktop.office.exported.producing import write_word_report_aside

    return write_word_report_aside(path, period, out, still_wanted=ticket.checkpoint)


def exchange_file(path: Path, period: Period, folder: Path, ticket: Ticket) -> Path:
    """Write the exchange file; it can be called off until the writing begins."""
    from cchc_desktop.office.exported.producing import write_exchange_file_aside

    return write_exchange_file_aside(path, period, folder, still_wanted=ticket.checkpoint).path


def sample_office(name: str, folder: Path, ticket: Ticket) -> Path:
    """Make a sample office where it is not there yet."""
    from cchc_desktop.office.samples.samples import open_sample

    ticket.checkpoint()
    return open_sample(name, folder)


def office_name(name: str) -> str:
    """Return the name a new office file is offered under, without its ending."""
    return slug(name) or "co-quan"
