"""A watched folder: what comes into it is received, each file once, and nothing in it is touched."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc_desktop.office.mailroom.arrivals import is_too_large, is_wanted
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.watched import remember_taken, taken_digests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from cchc_desktop.office.mailroom.receiving import Progress
    from cchc_desktop.office.office import Office

EVERY = 5.0
"""Seconds between two looks into the folder."""
STILL = 2.0
"""Seconds for which a file must not change before it counts as copied to its end."""
_GONE = "Không mở được thư mục theo dõi “{folder}”. Hãy kiểm tra ổ đĩa, đường mạng; chương trình tự thử lại."
_HELD = "Chưa đọc được tệp, có thể tệp đang mở ở chương trình khác. Hãy đóng tệp; chương trình tự thử lại."

Mark: TypeAlias = tuple[int, int]
"""Bytes and time of the last change in nanoseconds: while they stand still, nobody writes the file."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look into the folder found."""

    ready: tuple[Path, ...] = ()
    """Files that stood still since an earlier look and were not dealt with yet."""
    settling: int = 0
    """How many are still being copied: they are left for a later look."""
    held: tuple[Received, ...] = ()
    """A line for each file that cannot be read now; it is told once, and tried again at every look."""
    trouble: str = ""
    """A sentence as long as the folder, or one in it, cannot be read."""


class WatchedFolder:
    """One folder for one open office file. Not for two threads at a time.

    A file is taken once, by its SHA-256, which the office file remembers; one that changes is a new one. So a
    copy that stalled and was taken half is refused then, and taken whole once it is. Files come one by one,
    all day long: the office file is backed up before the first of a day.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self._clock = clock
        self._since: dict[Path, tuple[Mark, float]] = {}
        """Since when each file is as it is."""
        self._done: dict[Path, Mark] = {}
        self._backed_up: date | None = None
        """The last day on which the office file was backed up before something was taken."""
        self._told: set[Path] = set()
        """Files of which it was told that they wait for a disk."""

    def look(self) -> Look:
        """Look what is there; the office file is not needed. A folder that cannot be read is no error."""
        troubles: list[str] = []
        there = dict(self._there(self.folder, troubles))
        now = self._clock()
        self._since = {
            file: old if (old := self._since.get(file)) and old[0] == mark else (mark, now)
            for file, mark in there.items()
        }
        if not troubles:
            self._done = {file: mark for file, mark in self._done.items() if file in there}
            self._told &= there.keys()
        new = [file for file, mark in there.items() if self._done.get(file) != mark]
        still = [file for file in new if now - self._since[file][1] >= STILL and _stands(file, there[file])]
        opens = {file: _opens(file) for file in still}
        ready = [file for file in still if opens[file]]
        held = [file for file in still if not opens[file]]
        lines = [
            Received(file.name, Verdict.REFUSED, _HELD, may_come_again=True) for file in self._untold(held)
        ]
        return Look(tuple(ready), len(new) - len(still), tuple(lines), next(iter(troubles), ""))

    def take(
        self,
        office: Office,
        ready: Sequence[Path],
        *,
        may_register: bool = False,
        progress: Progress = lambda _done, _all: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Received]:
        """Receive what a look found, as `receive` does, and yield its lines; what was taken before is left.

        What was not finished when it is called off stays ready.
        """
        from cchc_desktop.office.mailroom.receiving import receive_each

        new = self._new(ready, taken_digests(office.archive.db))
        files, again = tuple(new), set()
        finished = 0
        try:
            lines = receive_each(
                office,
                files,
                may_register,
                progress,
                is_cancelled,
                is_backed_up=self._backed_up == office.archive.today,
            )
            for place, line in lines:
                finished = place
                if line.package:
                    self._backed_up = office.archive.today
                if line.may_come_again:
                    again.add(files[place])
                if not line.may_come_again or self._untold([files[place]]):
                    yield line
            finished = finished if is_cancelled() else len(files)
        finally:
            self._finish(office, {file: new[file] for file in files[:finished] if file not in again})

    def _there(self, folder: Path, troubles: list[str]) -> Iterator[tuple[Path, Mark]]:
        """Yield the files that may hold a report; what cannot be read adds to the troubles.

        Marks come with the listing, so that a share is not asked for each of thousands of files.
        """
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda each: each.name)
        except OSError:
            troubles.append(_GONE.format(folder=folder))
            return
        for entry in entries:
            with suppress(OSError):  # it was there a moment ago
                if entry.is_dir(follow_symlinks=False):
                    yield from self._there(Path(entry.path), troubles)
                elif is_wanted(entry.name) and entry.is_file():
                    yield Path(entry.path), _mark(entry.stat())

    def _untold(self, files: Sequence[Path]) -> list[Path]:
        """Return those of which nothing was told yet; from now on something was."""
        untold = [file for file in files if file not in self._told]
        self._told.update(untold)
        return untold

    def _new(self, ready: Sequence[Path], taken: frozenset[str]) -> dict[Path, tuple[Mark, str]]:
        """Return the files whose content never came, with their digests; the others are dealt with."""
        new: dict[Path, tuple[Mark, str]] = {}
        digests = set(taken)
        for file in ready:
            with suppress(OSError):  # held again: the next look tells
                mark, digest = _mark(file.stat()), _digest(file)
                if digest in digests:
                    self._done[file] = mark
                else:
                    new[file] = mark, digest
                    digests |= {digest} - {""}
        return new

    def _finish(self, office: Office, files: dict[Path, tuple[Mark, str]]) -> None:
        for file, (mark, _) in files.items():
            self._done[file] = mark
            self._told.discard(file)
        digests = [digest for _, digest in files.values() if digest]
        with suppress(OfficeFileRefused):  # then it comes again after a restart, and is known
            if digests:
                remember_taken(office.archive.db, digests, office.archive.clock())


def _mark(facts: os.stat_result) -> Mark:
    return facts.st_size, facts.st_mtime_ns


def _stands(file: Path, mark: Mark) -> bool:
    """Whether the file itself is as its folder lists it: Windows brings a listing up to date late."""
    try:
        return _mark(file.stat()) == mark
    except OSError:
        return False


def _opens(file: Path) -> bool:
    try:
        file.open("rb").close()
    except OSError:
        return False
    return True


def _digest(file: Path) -> str:
    """Return the SHA-256 of the file; empty for one that is too large to be read for that."""
    if is_too_large(file.name, file.stat().st_size):
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
