"""What leaves beside reports: written whole, and kept byte for byte among the packages.

A command makes the files in its own process, which ends anyway; a window has them made aside.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cchc_desktop.documents.sheets import WorkbookContent
from cchc_desktop.exchange.canonical import payload_digest
from cchc_desktop.exchange.messages import Payload
from cchc_desktop.office.aside import done_aside
from cchc_desktop.office.office import Office
from cchc_desktop.office.writing import make_folder, write_whole
from cchc_desktop.storage.packages import (
    Direction,
    Package,
    add_package,
    content_of,
    list_packages,
    load_package,
)
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was written to be sent."""

    path: Path
    package: Package


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to leave: the machine part, the sheets that people read, the file's name, whom it is for."""

    payload: Payload
    sheets: WorkbookContent
    name: str
    to: str = ""
    """Id of the office below it is for; empty: for all of them, or for nobody on the list."""


Maker: TypeAlias = Callable[[Sequence[Letter], bytes], list[bytes]]
"""Makes the signed files of letters; the bytes are the private key."""


def signed_here(letters: Sequence[Letter], key: bytes) -> list[bytes]:
    """Return the signed file of each letter, made in this process."""
    from cchc_desktop.documents.workbook import workbook
    from cchc_desktop.exchange.pack import pack

    return [pack(workbook(each.sheets), each.payload, key) for each in letters]


def signed_aside(still_wanted: Callable[[], object]) -> Maker:
    """Return what makes the files in a child process; `still_wanted` may raise until the writing begins."""

    def make(letters: Sequence[Letter], key: bytes) -> list[bytes]:
        return done_aside(still_wanted, signed_here, letters, key)

    return make


def send_out(
    office: Office,
    letter: Letter,
    folder: Path,
    make: Maker = signed_here,
    also: Callable[[], object] = lambda: None,
) -> Sent:
    """Write the signed file into the folder and remember it; `also` is done with that, or neither is."""
    (sent,) = send_all_out(office, (letter,), folder, make, also)
    return sent


def send_all_out(
    office: Office,
    letters: Sequence[Letter],
    folder: Path,
    make: Maker = signed_here,
    also: Callable[[], object] = lambda: None,
) -> tuple[Sent, ...]:
    """Write the signed files into the folder and, once all lie whole, remember them in one step, as above."""
    make_folder(folder)
    files = make(letters, office.private_key())
    for letter, data in zip(letters, files, strict=True):
        write_whole(folder / letter.name, data)
    with writing(office.archive.db):
        sent = tuple(_kept(office, each, data, folder) for each, data in zip(letters, files, strict=True))
        also()
    return sent


def _kept(office: Office, letter: Letter, data: bytes, folder: Path) -> Sent:
    path, payload, now = folder / letter.name, letter.payload, office.archive.clock()
    package = Package(
        Direction.OUT,
        payload.kind,
        letter.to,
        Period.read(payload.period),
        int(payload.sequence),
        payload_digest(payload),
        path.name,
        at=now,
        came=now,
    )
    return Sent(path, add_package(office.archive.db, package, data))


def sent_before(office: Office, period: Period, kind: str, to: str | None = None) -> int:
    """Return how many files of that kind have left for the period, to that office or at all."""
    return len(list_packages(office.archive.db, Direction.OUT, period=period, kind=kind, office=to))


def write_again(office: Office, package: int, folder: Path) -> Path:
    """Write a stored package, sent or received, into the folder again, byte for byte."""
    stored = load_package(office.archive.db, package)
    make_folder(folder)
    return write_whole(folder / Path(stored.file_name).name, content_of(office.archive.db, package))
