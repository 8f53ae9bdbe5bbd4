"""The files that leave the program: the Word report and the exchange file.

A command makes them in its own process, which ends anyway; a window has them made aside (`_aside`), from a
copy of the office file as it is at that moment, and writes what comes back.
"""

from __future__ import annotations

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
    from cchc_desktop.office.exported.drafting import word_report

    return write_whole(out, word_report(office, period))


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
    from cchc_desktop.office.exported.drafting import exchange_draft

    office.head(period)  # none: refused before a folder is made
    make_folder(folder)  # before the office takes a key for what cannot be written
    return _keep(office, period, exchange_draft(office, period, reason), folder)


def write_exchange_file_aside(
    path: Path, period: Period, folder: Path, *, still_wanted: Callable[[], object]
) -> Exported:
    """Write an office's exchange file as above; `still_wanted` may raise until the writing begins."""
    with Office.open(path) as office:
        return written_aside(office, period, folder, still_wanted=still_wanted)


def written_aside(
    office: Office,
    period: Period,
    folder: Path,
    *,
    reason: str | None = None,
    still_wanted: Callable[[], object],
) -> Exported:
    """Write the exchange file of an open office as above."""
    office.head(period)  # none: refused before a folder is made
    make_folder(folder)
    office.private_key()  # is there now, where the child only looks
    draft = done_aside(still_wanted, _exchange_draft, office.path, period, reason)
    return _keep(office, period, draft, folder)


def _keep(office: Office, period: Period, draft: ExchangeDraft, folder: Path) -> Exported:
    """Write the draft and remember that it left."""
    path = write_whole(folder / draft.name, draft.content)
    if draft.is_new:
        office.record_export(period, draft, path.name)
    return Exported(path, draft.sequence, draft.is_new)


def _word_report(path: Path, period: Period) -> bytes:
    from cchc_desktop.office.exported.drafting import word_report

    with Office.snapshot(path) as office:
        return word_report(office, period)


def _exchange_draft(path: Path, period: Period, reason: str | None) -> ExchangeDraft:
    from cchc_desktop.office.exported.drafting import exchange_draft

    with Office.snapshot(path) as office:
        return exchange_draft(office, period, reason)
