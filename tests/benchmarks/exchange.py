"""Exchange files of many offices: written beside openpyxl, read beside openpyxl and beside the bare work."""

import base64
import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from zipfile import ZipFile

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from lxml import etree

from cchc_desktop.documents.sheets import WorkbookContent
from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.carriers import NAMESPACE
from cchc_desktop.exchange.pack import CUSTOM_PART, pack
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.exported.sheets import report_sheets
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import open_sample
from tests.benchmarks.plain_workbook import read_figures, written_plainly
from tests.benchmarks.table import AtMostTimes, Benchmark, Figures, Goal
from tests.benchmarks.timing import NotMeasured, Run, clocked, in_turns

SAMPLE = "huong-tra"
KEY = bytes(range(32))
PUBLIC_KEY = Ed25519PrivateKey.from_private_bytes(KEY).public_key()
AT_LEAST_EIGHT_TIMES_LESS = AtMostTimes(1 / 8)


@dataclass(frozen=True, slots=True)
class _Sent:
    """One office's file, and what it is made of."""

    sheets: WorkbookContent
    payload: ReportPayload
    file: bytes


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield writing and reading of one file, as the median over all of them."""
    rows: tuple[tuple[str, str, Goal, Callable[[tuple[_Sent, ...]], Figures]], ...] = (
        (
            "written",
            "openpyxl writing the same cells in the same styles, with nothing for machines and no signature",
            AtMostTimes(1),
            _written,
        ),
        (
            "read, by openpyxl",
            "openpyxl reading the forms' cells in its fastest way (read_only)",
            AT_LEAST_EIGHT_TIMES_LESS,
            _read,
        ),
        (
            "read, bare work",
            "the members inflated and hashed, the payload decoded, the signature verified; nothing doubted",
            AtMostTimes(2),
            _read_beside_bare_work,
        ),
    )
    for count in (50, 500) if run.is_full else (50,):
        for name, baseline, goal, measure in rows:
            yield Benchmark(
                f"exchange file, one of {count}, {name}", baseline, goal, _over(run, count, measure)
            )


def _over(run: Run, count: int, measure: Callable[[tuple[_Sent, ...]], Figures]) -> Callable[[], Figures]:
    return lambda: measure(_files(run.folder, count))


@cache
def _files(folder: Path, count: int) -> tuple[_Sent, ...]:
    """Return the files of so many offices that report the same figures."""
    with Office.open(open_sample(SAMPLE, folder)) as office:
        report = office.report(office.reports()[0].period)
        sheets = report_sheets(report, sequence=1, short_hash="0" * 12)
        payload = report_payload(report, 1)
    return tuple(_sent(sheets, payload, f"UBND phường Mẫu {number}") for number in range(count))


def _sent(sheets: WorkbookContent, payload: ReportPayload, name: str) -> _Sent:
    own_sheets = replace(sheets, author=name)
    own_payload = msgspec.structs.replace(payload, OrganName=name)
    return _Sent(own_sheets, own_payload, pack(workbook(own_sheets), own_payload, KEY))


def _written(sent: tuple[_Sent, ...]) -> Figures:
    def write(turn: int) -> None:
        each = sent[turn % len(sent)]
        pack(workbook(each.sheets), each.payload, KEY)

    plainly = written_plainly(workbook(sent[0].sheets))
    return in_turns(clocked(write), clocked(lambda _: plainly()), len(sent))


def _read(sent: tuple[_Sent, ...]) -> Figures:
    return in_turns(
        clocked(partial(_inspect, sent)),
        clocked(lambda turn: read_figures(sent[turn % len(sent)].file)),
        len(sent),
    )


def _read_beside_bare_work(sent: tuple[_Sent, ...]) -> Figures:
    return in_turns(
        clocked(partial(_inspect, sent)),
        clocked(lambda turn: _bare_work(sent[turn % len(sent)].file)),
        4 * len(sent),
    )


def _inspect(sent: tuple[_Sent, ...], turn: int) -> None:
    each = sent[turn % len(sent)]
    if not inspect(each.file, {each.payload.office: PUBLIC_KEY.public_bytes_raw()}).is_untouched:
        raise NotMeasured("a file that nobody touched is not recognised as such")


class _Statement(msgspec.Struct, frozen=True):
    """As much of the signed statement as is needed to take it at its word."""

    parts: dict[str, str]
    payload: ReportPayload


def _bare_work(file: bytes) -> None:
    with ZipFile(io.BytesIO(file)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    part = etree.fromstring(members[CUSTOM_PART])
    told, signature = (part.findtext(f"{{{NAMESPACE}}}{name}") or "" for name in ("statement", "signature"))
    statement = msgspec.json.decode(told, type=_Statement)
    if any(hashlib.sha256(members[name]).hexdigest() != digest for name, digest in statement.parts.items()):
        raise NotMeasured("a printed part is not what was signed")
    PUBLIC_KEY.verify(base64.b64decode(signature), told.encode())
