"""Receiving the files of a province, or of the country: a file beside the bare work, growth and memory."""

import base64
import hashlib
import io
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from statistics import fmean, median
from zipfile import ZipFile

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from lxml import etree

from cchc_desktop.exchange.carriers import NAMESPACE
from cchc_desktop.exchange.pack import CUSTOM_PART
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.receiving import MOST_TOGETHER, receive
from cchc_desktop.office.office import Office
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.identity import remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.offices_below import add_office
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.model import Level
from tests.benchmarks.inputs import sample_files
from tests.benchmarks.plain_workbook import read_figures
from tests.benchmarks.table import AtMostBytes, AtMostTimes, Benchmark, Figures, Goal, Unit
from tests.benchmarks.timing import NotMeasured, Run

PROVINCE, TEN, COUNTRY = 133, 1_330, 3_321
"""Communes of a large province, ten times that, and every commune of the country."""
_ROUNDS = 5
"""Of the province; more files take one round."""
_STATUS = Path("/proc/self/status")
_OPENPYXL_ONE_IN = 5
"""Of so many files one is read by openpyxl too."""
_WARM = 4 * MOST_TOGETHER
"""Files after which everything is loaded that a batch needs."""
_GROWTH = AtMostBytes(8e6)


@dataclass(frozen=True, slots=True)
class _Received:
    """What receiving so many files took, from the call to its end, and the same work done barely.

    All in seconds a file.
    """

    ours: float
    first: float
    """Near the beginning of the batch, once everything is warm; at the speed the machine had at its end."""
    last: float
    grown: int
    """Bytes the process held at the end more than near the beginning."""
    bare: float
    openpyxl: float


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield one row a comparison for a province; in a full run for ten of them and for the country too."""
    bare = "inflated, hashed, decoded, verified, and one durable insert of the file"
    plain = "openpyxl reading the same cells in its fastest way, and one durable insert of them"
    rows: tuple[tuple[str, str, Goal, Callable[[_Received], Figures]], ...] = (
        ("bare work", bare, AtMostTimes(2), lambda each: Figures(each.ours, each.bare)),
        ("openpyxl", plain, AtMostTimes(1 / 8), lambda each: Figures(each.ours, each.openpyxl)),
        (
            "last and first files",
            "the first files of the same batch, as much slower as the bare work was at its end",
            AtMostTimes(1.5),
            lambda each: Figures(each.last, each.first),
        ),
        ("memory growth", "", _GROWTH, lambda each: Figures(max(0, each.grown), unit=Unit.BYTES)),
    )
    for count in (PROVINCE, TEN, COUNTRY) if run.is_full else (PROVINCE,):
        for name, baseline, goal, figures in rows:
            measure = partial(_figures, run.folder, count, figures)
            yield Benchmark(f"file received, of {count}, {name}", baseline, goal, measure)


def _figures(folder: Path, count: int, figures: Callable[[_Received], Figures]) -> Figures:
    return figures(_received(folder, count))


@cache
def _received(folder: Path, count: int) -> _Received:
    """Receive whole batches and return the medians."""
    files = sample_files(count)
    waiting = _superior(folder, count, files)
    rounds = [_round(folder, waiting, files) for _ in range(_ROUNDS if count == PROVINCE else 1)]
    return _Received(*(median(getattr(each, part.name) for each in rounds) for part in fields(_Received)))


def _round(folder: Path, waiting: Path, files: Sequence[Path]) -> _Received:
    """Receive the files once: of offices on the list, whose keys are known, as in every period but one.

    The bare ways take their turns between two lines: nothing of receiving goes on meanwhile.
    """
    path = Path(shutil.copy(waiting, folder / "receiver.cchc"))
    bare, plain = _Turns(), _Turns()
    spent: list[float] = []
    held: list[int] = []
    with Office.open(path, copies=folder / "copies") as office, closing(_bare_store(folder)) as store:
        lines = receive(office, [files[0].parent])
        for turn, file in enumerate(files):
            spent.append(_next(lines))
            bare.clock(partial(_bare_work, store, file))
            if turn % _OPENPYXL_ONE_IN == 0:
                plain.clock(partial(_plainly, store, file))
            if turn == _WARM:
                held.append(_held())
        begun = time.perf_counter()
        if next(lines, None):
            raise NotMeasured("more files came than were sent")
        after = time.perf_counter() - begun
    (first, last), (bare_first, bare_last) = _ends(spent), _ends(bare.spent)
    return _Received(
        (sum(spent) + after) / len(files),
        first * bare_last / bare_first,
        last,
        _held() - held[0],
        fmean(bare.spent),
        fmean(plain.spent),
    )


def _ends(spent: Sequence[float]) -> tuple[float, float]:
    """Return the median seconds a file near the beginning and the end: of so many as are stored together."""
    groups = [
        fmean(spent[at : at + MOST_TOGETHER])
        for at in range(1, len(spent) - MOST_TOGETHER + 1, MOST_TOGETHER)
    ]
    third = len(groups) // 3
    return median(groups[:third]), median(groups[-third:])


def _next(lines: Iterator[Received]) -> float:
    """Return the seconds to the next line."""
    begun = time.perf_counter()
    line = next(lines)
    spent = time.perf_counter() - begun
    if line.verdict is not Verdict.ACCEPTED:
        raise NotMeasured(f"a good file was not accepted: {line.words}")
    return spent


@dataclass(slots=True)
class _Turns:
    """Pieces of work that take turns with others."""

    spent: list[float] = field(default_factory=list)

    def clock(self, work: Callable[[], object]) -> None:
        """Do one piece."""
        begun = time.perf_counter()
        work()
        self.spent.append(time.perf_counter() - begun)


def _superior(folder: Path, count: int, files: Sequence[Path]) -> Path:
    """Make the file of an office that has the senders of these files on its list, with their keys."""
    now, who = datetime(2026, 9, 15, tzinfo=UTC), "Người mẫu"
    path = folder / f"superior-of-{count}.cchc"
    profile = Profile("UBND tỉnh Mẫu", Level.PROVINCE)
    with Office.create(path, profile) as office, writing(office.archive.db):
        for number, file in enumerate(files, 1):
            found = inspect(file.read_bytes(), {})
            name = found.payload.OrganName if found.payload else ""
            add_office(
                office.archive.db,
                OfficeBelow(f"dv{number}", found.office, name, Level.COMMUNE),
                Origin(who, now),
            )
            remember_key(office.archive.db, found.office, found.key, who=who, now=now)
    return path


def _bare_store(folder: Path) -> sqlite3.Connection:
    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    store = sqlite3.connect(path, isolation_level=None)
    store.execute("PRAGMA synchronous = FULL")
    store.execute("CREATE TABLE file (name TEXT, said BLOB)")
    store.execute("CREATE TABLE cell (file TEXT, key TEXT, figure, note TEXT, PRIMARY KEY (file, key))")
    return store


class _Statement(msgspec.Struct, frozen=True):
    """As much of the signed statement as is needed to take it at its word."""

    key: str
    parts: dict[str, str]
    payload: ReportPayload


def _bare_work(store: sqlite3.Connection, file: Path) -> None:
    data = file.read_bytes()
    with ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    part = etree.fromstring(members[CUSTOM_PART])
    told, signature = (part.findtext(f"{{{NAMESPACE}}}{name}") or "" for name in ("statement", "signature"))
    statement = msgspec.json.decode(told, type=_Statement)
    if any(hashlib.sha256(members[name]).hexdigest() != digest for name, digest in statement.parts.items()):
        raise NotMeasured("a printed part is not what was signed")
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(statement.key))
    key.verify(base64.b64decode(signature), told.encode())
    store.execute("INSERT INTO file VALUES (?, ?)", (file.name, data))


def _plainly(store: sqlite3.Connection, file: Path) -> None:
    rows = ((file.name, str(row[5]), row[3], row[4]) for row in read_figures(file.read_bytes()) if row[5])
    store.execute("BEGIN")
    store.executemany("INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?)", rows)
    store.execute("COMMIT")


def _held() -> int:
    """Return the bytes this process holds."""
    if not _STATUS.exists():
        raise NotMeasured("only Linux tells what memory a process holds")
    lines = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) * 1024
