"""A superior's office file, and files of sample offices that come to it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.mailroom.line import Received
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import SampleOffices
from cchc_desktop.template.model import Level
from tests.unit.office.an_office import Q3, clock

SUPERIOR = Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Người nhận mẫu")


def superior(path: Path) -> Office:
    """Make the superior's office file and return it open."""
    return Office.create(path, SUPERIOR, clock=clock)


@cache
def sample_file(number: int, sequence: int = 1, key: str = "") -> bytes:
    """Return the exchange file of a sample office for quarter III/2026."""
    with TemporaryDirectory() as scratch:
        return SampleOffices(Q3, 7, Path(scratch)).file(number, sequence, key)


def put(folder: Path, name: str, content: bytes) -> Path:
    """Write a file as it came and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def received(office: Office, *paths: Path) -> list[Received]:
    """Receive the files, unknown offices being put on the list."""
    return [*receive(office, paths, may_register=True)]
