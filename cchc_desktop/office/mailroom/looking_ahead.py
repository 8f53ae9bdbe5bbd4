"""Files are opened one ahead: while the disk takes one in, the processor looks into the next."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.unpack import Opened, opened_up
from cchc_desktop.office.mailroom.arrivals import Arrival, arrivals
from cchc_desktop.office.mailroom.word_in import WORD


@dataclass(frozen=True, slots=True)
class Opening:
    """One arrival, and its workbook as far as the bytes alone tell."""

    place: int
    """Of the file it came in, among those that were named."""
    arrival: Arrival
    workbook: Opened | CchcError | None
    """Or why it cannot be opened; None for what is no workbook."""


class Openings:
    """Every arrival of the files, opened in its turn, or one ahead where there is time to wait for.

    A commit is mostly waiting for the disk, and reading, inflating, hashing and decoding the next file fits
    into that time. The other thread touches nothing but the files: the office file stays with this one.
    Before and after the commit it would only be in the way, every statement of SQLite letting it in between.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._waiting = _openings(files)
        self._aside = ThreadPoolExecutor(1, "cchc-opening")
        self._coming: Future[Opening | None] | None = None

    def __enter__(self) -> "Openings":
        return self

    def __exit__(self, *_: object) -> None:
        self._aside.shutdown()

    def __iter__(self) -> Iterator[Opening]:
        while opening := self._next():
            yield opening

    def open_next(self) -> None:
        """Begin with the next file in another thread."""
        if self._coming is None:
            self._coming = self._aside.submit(next, self._waiting, None)

    def _next(self) -> Opening | None:
        coming, self._coming = self._coming, None
        return coming.result() if coming else next(self._waiting, None)


def _openings(files: Sequence[Path]) -> Iterator[Opening]:
    for place, file in enumerate(files):
        for arrival in arrivals(file):
            yield Opening(place, arrival, _opened(arrival))


def _opened(arrival: Arrival) -> Opened | CchcError | None:
    if arrival.trouble or Path(arrival.file_name).suffix.lower() == WORD:
        return None
    try:
        return opened_up(arrival.data)
    except CchcError as refusal:
        return refusal
