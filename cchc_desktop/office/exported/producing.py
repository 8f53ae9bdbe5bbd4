"""The files that leave the program: the Word report and the exchange file.

A command makes them in its own process, which ends anyway; a window has them made aside (`_aside`), from a
copy of the office file as it is at that moment, and writes what comes back.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cchc_desktop.office.aside import done_aside
from cchc_desktop.office.exported.exports import Exported
from cchc_desktop.office.office import Office
from cchc_desktop.office.writing import make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.office.exported.exports import ExchangeDraft
    from cchc_desktop.values.period import Period


def write_word_report(office: Office, period: Period, out: Path) -> Path:
    """Write the Word report and return its path; an existing file is replaced whole."""
    return write_whole(out, worded(office, period))


def write_word_report_aside(
    path: Path, period: Period, out: Path, *, still_wanted: Callable[[], object]
) -> Path:
    """Write an office's Word report as above; `still_wanted` may raise until the writing begins."""
    return write_whole(out, done_aside(still_wanted, _word_report, path, period))


def write_exchange_file(
    office: Office, period: Period, folder: Path, *, reason: str | None = None
) -> Exported:
    """Write the exchange file into the folder.

    Content that was exported last keeps its sequence and gives the same bytes; other content takes the next.
    What the receiver could not read is refused with `ReportRefused` before anything is written, and so is an
    empty `reason` for other content; None asks for none.
    """
    return _written(office, period, folder, partial(drafted, reason=reason))


def write_exchange_file_aside(
    path: Path, period: Period, folder: Path, *, still_wanted: Callable[[], object]
) -> Exported:
    """Write an office's exchange file as above; `still_wanted` may raise until the writing begins."""
    with Office.open(path) as office:
        return _written(office, period, folder, partial(drafted_aside, still_wanted=still_wanted))


def drafted(office: Office, period: Period, reason: str | None = None) -> ExchangeDraft:
    """Return the exchange file as `write_exchange_file` writes it; nothing is written or remembered yet."""
    from cchc_desktop.office.exported.drafting import exchange_draft

    return exchange_draft(office, period, reason)


def drafted_aside(
    office: Office, period: Period, reason: str | None = None, *, still_wanted: Callable[[], object]
) -> ExchangeDraft:
    """Return the exchange file as above, made in a child process."""
    office.private_key()  # is there now, where the child only looks
    return done_aside(still_wanted, _exchange_draft, office.path, period, reason)


def worded(office: Office, period: Period) -> bytes:
    """Return the Word report; nothing is written."""
    from cchc_desktop.office.exported.drafting import word_report

    return word_report(office, period)


def worded_aside(office: Office, period: Period, *, still_wanted: Callable[[], object]) -> bytes:
    """Return the Word report as above, made in a child process."""
    return done_aside(still_wanted, _word_report, office.path, period)


def _written(
    office: Office, period: Period, folder: Path, draft: Callable[[Office, Period], ExchangeDraft]
) -> Exported:
    """Write what is drafted into the folder and remember that it left."""
    office.head(period)  # none: refused before a folder is made
    make_folder(folder)  # before the office takes a key for what cannot be written
    found = draft(office, period)
    path = write_whole(folder / found.name, found.content)
    if found.is_new:
        office.record_export(period, found, path.name)
    return Exported(path, found.sequence, found.is_new)


def _word_report(path: Path, period: Period) -> bytes:
    with Office.snapshot(path) as office:
        return worded(office, period)


def _exchange_draft(path: Path, period: Period, reason: str | None) -> ExchangeDraft:
    from cchc_desktop.office.exported.drafting import exchange_draft

    with Office.snapshot(path) as office:
        return exchange_draft(office, period, reason)
