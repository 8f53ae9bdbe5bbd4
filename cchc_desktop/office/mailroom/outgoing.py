"""What leaves beside reports: written whole, and kept byte for byte among the packages."""

from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.documents.sheets import WorkbookContent
from cchc_desktop.exchange.messages import Payload
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
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was written to be sent."""

    path: Path
    package: Package


def send_out(
    office: Office, payload: Payload, sheets: WorkbookContent, name: str, folder: Path, *, to: str = ""
) -> Sent:
    """Write the signed file into the folder and remember it; `to` is the id of the office below it is for."""
    from cchc_desktop.documents.workbook import workbook
    from cchc_desktop.exchange.canonical import payload_digest
    from cchc_desktop.exchange.pack import pack

    make_folder(folder)
    data = pack(workbook(sheets), payload, office.private_key())
    path = write_whole(folder / name, data)
    now = office.archive.clock()
    package = Package(
        Direction.OUT,
        payload.kind,
        to,
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
