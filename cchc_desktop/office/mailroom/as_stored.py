"""What of a report that came is stored: its package, its cells; and the line that tells of it."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, time

from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.office.mailroom.arrivals import Arrival
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import Direction, Outcome, Package
from cchc_desktop.storage.received import CellRow, ReceivedContent
from cchc_desktop.values.period import Period

KNOWN = "Tệp này đã nhận trước đây, không có gì thay đổi."
_WAITS = "Tệp này đã nhận trước đây và đang chờ xem. {reason}"
_ASIDE = "Tệp này đã nhận trước đây và đã được chọn không dùng."


def content_of_report(payload: ReportPayload, cells: tuple[CellRow, ...] | None = None) -> ReceivedContent:
    """Return what a report says as it is stored, with other cells where a person chose them."""
    return ReceivedContent(
        (payload.template.id, payload.template.version),
        int(payload.completeness.answered),
        int(payload.completeness.required),
        cells_of_report(payload) if cells is None else cells,
        {each.code: each.reason for each in payload.kept},
    )


def cells_of_report(payload: ReportPayload) -> tuple[CellRow, ...]:
    """Return every cell of the payload that says something."""
    return tuple(
        (code, cell.state, cell.value) for code, cell in payload.cells.items() if cell.state != "blank"
    )


def line_of(arrival: Arrival, found: Inspection) -> Received:
    """Return the line of a file that is taken as it is."""
    return Received(
        arrival.name,
        Verdict.ACCEPTED,
        kind=found.kind,
        office=found.office,
        name=found.payload.OrganName if found.payload else "",
        period=found.period,
        sequence=found.sequence,
    )


def as_decided(line: Received, stored: Package) -> Received:
    """Return the line of a file that is stored already: decided on, or waiting for the line's reason."""
    verdict, reason = {
        Outcome.ACCEPTED: (Verdict.ACCEPTED, KNOWN),
        Outcome.QUESTIONS: (Verdict.QUESTIONS, _WAITS.format(reason=line.reason)),
        Outcome.SET_ASIDE: (Verdict.REFUSED, _ASIDE),
    }[stored.outcome]
    return replace(line, verdict=verdict, reason=reason, package=stored.id)


def package_of(arrival: Arrival, found: Inspection, period: Period, office: str, origin: Origin) -> Package:
    """Return the file as a package of that office and period; what has no machine part has no sequence."""
    report = found.report
    issued = report.IssuedDate if report else None
    return Package(
        Direction.IN,
        found.kind,
        office,
        period,
        found.sequence if report else 0,
        found.content if report else hashlib.sha256(arrival.data).hexdigest(),
        arrival.file_name,
        at=origin.now,
        came=arrival.came or origin.now,
        claimed=datetime.combine(issued, time(), UTC) if issued else None,
        sender=arrival.sender,
        key=found.key if report else b"",
    )
