"""Receiving the files of a province, or of the country: a file beside the bare work, growth and memory."""

import base64
import hashlib
import io
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from statistics import median
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
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.identity import remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.offices_below import add_office
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from tests.benchmarks.plain_workbook import read_figures
from tests.benchmarks.table import AtMostBytes, AtMostTimes, Benchmark, Figures, Goal, Unit
from tests.benchmarks.timing import NotMeasured, Run

PROVINCE, HALF, COUNTRY = 133, 1_330, 3_321
"""Communes of a large province, ten times that, and every commune of the country."""
_PERIOD = Period.read("2026-Q3")
_SEED = 133
_STATUS = Path("/proc/self/status")
_OPENPYXL_ONE_IN = 5
"""Of so many files one is read by openpyxl too."""
_FIRST, _LAST = 50, 50
"""Files at the beginning and at the end whose medians are compared."""
_GROWTH = AtMostBytes(8e6)


@dataclass(frozen=True, slots=True)
class _Clocked:
    """What receiving so many files took, file by file, and the same work done barely."""

    ours: list[float]
    bare: list[float]
    openpyxl: list[float]
    held: list[int] = field(default_factory=list)
    """Bytes the process held after the first fifty files, and after the last."""


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield one row a comparison for a province; in a full run for ten of them and for the country too."""
    bare = "inflated, hashed, decoded, verified, and one durable insert of the file"
    plain = "openpyxl reading the same cells in its fastest way, and one durable insert of them"
    rows: tuple[tuple[str, str, Goal, Callable[[_Clocked], Figures]], ...] = (
        ("bare work", bare, AtMostTimes(2), _beside_bare),
        ("openpyxl", plain, AtMostTimes(1 / 8), _beside_openpyxl),
        ("first and last files", f"the first {_FIRST} files of the same batch", AtMostTimes(1.5), _linear),
        ("memory growth", "", _GROWTH, _grown),
    )
    for count in (PROVINCE, HALF, COUNTRY) if run.is_full else (PROVINCE,):
        for name, baseline, goal, figures in rows:
            measure = partial(_figures, run.folder, count, figures)
            yield Benchmark(f"file received, of {count}, {name}", baseline, goal, measure)


def _figures(folder: Path, count: int, figures: Callable[[_Clocked], Figures]) -> Figures:
    return figures(_received(folder, count))


def _beside_bare(clocked: _Clocked) -> Figures:
    return Figures(median(clocked.ours), median(clocked.bare))


def _beside_openpyxl(clocked: _Clocked) -> Figures:
    return Figures(median(clocked.ours), median(clocked.openpyxl))


def _linear(clocked: _Clocked) -> Figures:
    return Figures(median(clocked.ours[-_LAST:]), median(clocked.ours[1 : _FIRST + 1]))


def _grown(clocked: _Clocked) -> Figures:
    return Figures(max(0, clocked.held[-1] - clocked.held[0]), unit=Unit.BYTES)


@cache
def _received(folder: Path, count: int) -> _Clocked:
    """Receive files of offices that are on the list and whose keys are known, as in every period but one."""
    files = sorted(_files(folder, count))
    clocked = _Clocked([], [], [])
    with _superior(folder, count, files) as office, closing(_bare_store(folder, count)) as store:
        lines = receive(office, [files[0].parent])
        for turn, file in enumerate(files):
            clocked.ours.append(_clock(lambda _: _accepted(next(lines)), file))
            clocked.bare.append(_clock(partial(_bare_work, store), file))
            if turn % _OPENPYXL_ONE_IN == 0:
                clocked.openpyxl.append(_clock(partial(_plainly, store), file))
            if turn == _FIRST:
                clocked.held.append(_held())
        clocked.held.append(_held())
        if next(lines, None):
            raise NotMeasured("more files came than were sent")
    return clocked


@contextmanager
def _superior(folder: Path, count: int, files: Sequence[Path]) -> Iterator[Office]:
    """Open the file of an office that has the senders of these files on its list, with their keys."""
    now, who = datetime(2026, 9, 15, tzinfo=UTC), "Người mẫu"
    profile = Profile("UBND tỉnh Mẫu", Level.PROVINCE)
    with Office.create(folder / f"receiver-{count}.cchc", profile) as office, writing(office.archive.db):
        for number, file in enumerate(files, 1):
            found = inspect(file.read_bytes(), {})
            name = found.payload.OrganName if found.payload else ""
            add_office(
                office.archive.db,
                OfficeBelow(f"dv{number}", found.office, name, Level.COMMUNE),
                Origin(who, now),
            )
            remember_key(office.archive.db, found.office, found.key, who=who, now=now)
    with Office.open(folder / f"receiver-{count}.cchc") as office:
        yield office


def _bare_store(folder: Path, count: int) -> sqlite3.Connection:
    store = sqlite3.connect(folder / f"bare-{count}.db", isolation_level=None)
    store.execute("PRAGMA synchronous = FULL")
    store.execute("CREATE TABLE file (name TEXT, said BLOB)")
    store.execute("CREATE TABLE cell (file TEXT, key TEXT, figure, note TEXT, PRIMARY KEY (file, key))")
    return store


@cache
def _files(folder: Path, count: int) -> tuple[Path, ...]:
    return write_sample_offices(folder / f"communes-{count}", count, _PERIOD, _SEED).good


def _accepted(line: Received) -> None:
    if line.verdict is not Verdict.ACCEPTED:
        raise NotMeasured(f"a good file was not accepted: {line.words}")


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


def _clock(work: Callable[[Path], object], file: Path) -> float:
    begun = time.perf_counter()
    work(file)
    return time.perf_counter() - begun


def _held() -> int:
    """Return the bytes this process holds."""
    if not _STATUS.exists():
        raise NotMeasured("only Linux tells what memory a process holds")
    lines = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) * 1024
