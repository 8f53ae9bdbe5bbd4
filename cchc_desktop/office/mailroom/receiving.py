"""Receiving: any number of files, one line each; one bad file never stops the rest."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from cchc_desktop.office.mailroom.arrivals import files_of
from cchc_desktop.office.mailroom.intake import Intake, Placed
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.openings import Opening, openings
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.feeding import follow
from cchc_desktop.values.period import Period

Progress = Callable[[int, int], None]
"""Is told how many of the named files were looked into, and how many there are."""
MOST_TOGETHER = 16
"""Files stored in one go: writing them keeps others from the office file for a hundredth of a second."""
LONGEST_TOGETHER = 0.05
"""Seconds of looking into files before what was looked into is stored."""


def receive(
    office: Office,
    paths: Iterable[Path],
    *,
    may_register: bool = False,
    progress: Progress = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Received]:
    """Take in files, folders, mails and archives of all of them, and yield one line a file.

    In the end the office's own reports that follow totals are brought up to date.

    The office file is backed up before the first file is stored; a file is stored whole or not at all, and
    its line comes once it is. `may_register` puts unknown offices on the list. Cancelled, it ends after the
    file in hand.
    """
    files = files_of(paths)
    for _, line in receive_each(office, files, may_register, progress, is_cancelled):
        yield line


def receive_each(
    office: Office,
    files: Sequence[Path],
    may_register: bool,
    progress: Progress,
    is_cancelled: Callable[[], bool],
    *,
    is_backed_up: bool = False,
) -> Iterator[Placed]:
    """Take in these files as above; with every line comes the place of its file among them.

    `is_backed_up` says that no backup is made first.
    """
    counted: set[str] = set()
    intake = Intake(office, may_register=may_register, is_backed_up=is_backed_up)
    looked_into = openings(files, intake.reports.senders.keys, intake.sets)
    try:
        for group in _groups(_until_cancelled(looked_into, len(files), progress, is_cancelled)):
            for place, line in intake.take(group):
                if line.kind == "report" and line.verdict is Verdict.ACCEPTED:
                    counted.add(line.period)
                yield place, line
    finally:
        for period in counted:
            follow(office, Period.read(period))


def _until_cancelled(
    looked_into: Iterable[Opening], count: int, progress: Progress, is_cancelled: Callable[[], bool]
) -> Iterator[Opening]:
    for opening in looked_into:
        progress(opening.place, count)
        if is_cancelled():
            return
        yield opening
    progress(count, count)


def _groups(looked_into: Iterable[Opening]) -> Iterator[tuple[Opening, ...]]:
    """Yield what was looked into within a short time, so that no line is long in coming."""
    group: list[Opening] = []
    begun = time.monotonic()
    for opening in looked_into:
        group.append(opening)
        if len(group) == MOST_TOGETHER or time.monotonic() - begun >= LONGEST_TOGETHER:
            yield tuple(group)
            group.clear()
            begun = time.monotonic()
    yield tuple(group)
