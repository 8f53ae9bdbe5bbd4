"""Look at one exchange file, in the order that keeps it harmless and says what it is worth.

Gate, carriers, strict decoding, signature, digests of the printed sheets. Only where somebody saved the
workbook again, or its machine part is lost, are cells read, and then in a child process.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.exchange import carriers, gate
from cchc_desktop.exchange.answers import answers_in, changed_notes, differences
from cchc_desktop.exchange.canonical import Decoded, decode, digest_of_written
from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.inspection import Inspection, Trust
from cchc_desktop.exchange.messages import (
    ContributionPayload,
    Payload,
    ReceiptPayload,
    RequestPayload,
    ReturnPayload,
    cells_of,
)
from cchc_desktop.exchange.pack import printed_parts
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.reading_child import ReadRow
from cchc_desktop.exchange.rows import cover_lines, keyed_indicators
from cchc_desktop.exchange.sheets import rows_of
from cchc_desktop.exchange.statement import Statement, opened
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a file says by itself, whoever knows its sender and whatever form sets are at hand."""

    data: bytes
    part: MachinePart
    statement: Statement | None = None
    """None, and the rest with it, where the machine part is lost or contradicts itself."""
    decoded: Decoded | None = None
    content: str = ""
    is_as_signed: bool = False
    """Whether the printed sheets are byte for byte what was signed."""


def inspect(data: bytes, known_keys: Mapping[str, bytes], templates: Iterable[Template] = ()) -> Inspection:
    """Return what the file says, or raise `ExchangeRefused`.

    `known_keys` holds the public key each office is known by, under `ReportPayload.office`. `templates` are
    the form sets at hand: they say how cells of changed sheets are read, and which indicators the rows are
    where the machine part is lost.
    """
    return _inspected(_opened_up(data), known_keys, templates)


def _opened_up(data: bytes) -> _Opened:
    """Do what can be done with the bytes alone, or raise `ExchangeRefused`."""
    members = gate.passed(data)
    part, sealed = carriers.found(members)
    if sealed is None:
        return _Opened(data, part)
    statement = opened(sealed)
    decoded = decode(statement.payload)
    content = _content(statement.payload, decoded.payload)
    is_as_signed = statement.is_signed and _digests(members) == statement.parts
    return _Opened(data, part, statement, decoded, content, is_as_signed)


def _inspected(file: _Opened, known_keys: Mapping[str, bytes], templates: Iterable[Template]) -> Inspection:
    if file.statement is None or file.decoded is None:
        return _from_sheets_alone(rows_of(file.data), file.part, templates)
    payload = file.decoded.payload
    trust = _trust(file.statement, known_keys.get(payload.office))
    inspection = Inspection(file.part, trust, file.statement.key, payload, file.content, file.decoded.later)
    if isinstance(payload, ReturnPayload | ReceiptPayload):
        return inspection  # their sheets hold no cell that a person fills in
    if file.is_as_signed:
        return inspection
    rows = rows_of(file.data)
    template = _set_of(payload, templates)
    answers = answers_in(rows, template.indicators if template else _by_key_alone(payload))
    return replace(
        inspection,
        template=template,
        cells=answers.cells,
        cover=cover_lines(rows),
        differences=tuple(differences(cells_of(payload), answers)),
        questions=answers.questions,
        notes=tuple(changed_notes(payload, answers)) if isinstance(payload, ReportPayload) else (),
    )


def payload_in(data: bytes) -> Payload | None:
    """Return the payload of a file that was taken in before, or None where it has no machine part."""
    _, sealed = carriers.found(gate.passed(data))
    return decode(opened(sealed).payload).payload if sealed else None


def _from_sheets_alone(
    rows: Sequence[ReadRow], part: MachinePart, templates: Iterable[Template]
) -> Inspection:
    """Read a workbook without a machine part by the form set that recognises the most of it."""
    reads = [(answers_in(rows, template.indicators), template) for template in templates]
    best = max(reads, key=lambda read: len(read[0].cells), default=None)
    answers, template = best or (answers_in(rows, keyed_indicators(rows)), None)
    return Inspection(
        part,
        Trust.NONE,
        template=template,
        cells=answers.cells,
        cover=cover_lines(rows),
        questions=answers.questions,
    )


def _trust(statement: Statement, known_key: bytes | None) -> Trust:
    if not statement.is_signed:
        return Trust.BAD
    if known_key is None:
        return Trust.FIRST_SEEN
    return Trust.TRUSTED if statement.key == known_key else Trust.CHANGED_KEY


def _digests(members: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in printed_parts(members).items()}


def _content(raw: bytes, payload: Payload) -> str:
    if isinstance(payload, ReportPayload):
        return digest_of_written(raw, payload)
    return hashlib.sha256(raw).hexdigest()


def _set_of(
    payload: ReportPayload | RequestPayload | ContributionPayload, templates: Iterable[Template]
) -> Template | None:
    """Return the form set the payload names, of that very content if there is one."""
    named = [template for template in templates if template.id == payload.template.id]
    same = [template for template in named if template.digest == payload.template.hash]
    return next(iter(same or named), None)


def _by_key_alone(payload: Payload) -> Mapping[IndicatorCode, Indicator]:
    codes = map(IndicatorCode, cells_of(payload))
    return {code: Indicator(code, "", "", "", Kind.MONEY) for code in codes}
