"""What offices send each other beside reports: request, return, receipt, contribution; format 1.0.

Every one begins with the same fields; what they say of a report they name by its period, sequence and content
digest. The format: docs/exchange-format.md.
"""

import base64
import binascii
import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from cchc_desktop.exchange.payload import (
    FORMAT,
    Cell,
    Code,
    Digest,
    Key,
    Name,
    Organ,
    Remark,
    ReportPayload,
    TemplateName,
    Window,
)

Moment = Annotated[str, Meta(pattern=r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$")]
"""UTC, whole seconds."""
FileName = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,39}$")]
Bytes = Annotated[str, Meta(pattern=r"^[A-Za-z0-9+/]*={0,2}$", max_length=1_400_000)]
"""In base64."""
OpenFindings = Literal["ignored", "warned", "stop"]
"""What findings that nobody settled do to sending: nothing, a warning, or they stop it."""
Place = Annotated[str, Meta(pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]{0,63})?$")]
"""A key, or empty."""


class Message(Struct, frozen=True, kw_only=True):
    """What every kind says: who sends it, about which period, in whose name."""

    format: Annotated[str, Meta(pattern=r"^[1-9]\d{0,3}\.(0|[1-9]\d{0,3})$")] = FORMAT
    OrganId: Code
    OrganName: Annotated[str, Meta(min_length=1, max_length=200)]
    period: Annotated[str, Meta(pattern=r"^20\d\d(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$")]
    sequence: Annotated[str, Meta(pattern=r"^[1-9]\d{0,5}$")]
    prepared_by: Name
    text: Remark

    @property
    def office(self) -> str:
        """What the sender is known by: its code, or its name where it has none."""
        return self.OrganId or self.OrganName


class RequestPayload(Message, frozen=True, kw_only=True):
    """What a superior asks of all its offices: a period, and the form set itself to answer in."""

    kind: Literal["request"] = "request"
    level: Literal["province", "district", "commune", "department"]
    """Of the offices that are asked."""
    window: Window
    DueDate: dt.date
    open_findings: OpenFindings
    template: TemplateName
    files: Annotated[dict[FileName, Bytes], Meta(max_length=40)]
    """The files of the form set by name."""

    @property
    def set_files(self) -> Mapping[str, bytes]:
        """The files of the form set, byte for byte; spoilt ones raise `ValueError`."""
        try:
            return {name: base64.b64decode(text, validate=True) for name, text in self.files.items()}
        except binascii.Error as error:
            raise ValueError("no base64") from error


class Comment(Struct, frozen=True, kw_only=True):
    """What is to be corrected in one place: a cell, a passage of the prose, or the report as a whole."""

    cell: Place
    section: Place
    quote: Remark
    """The passage, word for word; empty for the whole section."""
    text: Remark


class ReturnPayload(Message, frozen=True, kw_only=True):
    """A report handed back; its sequence is the returned report's."""

    kind: Literal["return"] = "return"
    To: Organ
    content: Digest
    DueDate: dt.date | None
    comments: Annotated[tuple[Comment, ...], Meta(max_length=2_000)]


class ReceiptPayload(Message, frozen=True, kw_only=True):
    """What was received, and how far the receiver has come; its sequence is the received report's."""

    kind: Literal["receipt"] = "receipt"
    To: Organ
    content: Digest
    received: Moment
    status: Literal["received", "accepted"]


class ContributionPayload(Message, frozen=True, kw_only=True):
    """Rows that a colleague is asked to fill in; she answers in the sheets."""

    kind: Literal["contribution"] = "contribution"
    To: Name
    window: Window
    DueDate: dt.date | None
    template: TemplateName
    cells: Annotated[dict[Key, Cell], Meta(max_length=2_000)]
    """What stood in the asked rows when they were sent."""


Payload = ReportPayload | RequestPayload | ReturnPayload | ReceiptPayload | ContributionPayload
PAYLOADS: Mapping[str, type[Payload]] = {
    "report": ReportPayload,
    "request": RequestPayload,
    "return": ReturnPayload,
    "receipt": ReceiptPayload,
    "contribution": ContributionPayload,
}
"""What each kind is decoded to."""


def cells_of(payload: Payload) -> Mapping[str, Cell]:
    """Return the answers that the printed sheets of the payload's file should show; a request's are blank."""
    return payload.cells if isinstance(payload, ReportPayload | ContributionPayload) else {}
