"""A file that was chosen by itself, glanced at before it is received: is it a request, and what is asked?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.exchange.messages import RequestPayload
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.exchange.signing import short_code
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.office.mailroom.arrivals import arrivals
from cchc_desktop.office.mailroom.requests_in import RequestLook, look_at_request
from cchc_desktop.office.mailroom.senders import is_own
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.office import Office


@dataclass(frozen=True, slots=True)
class Glance:
    """A request that is not received yet."""

    look: RequestLook
    code: str
    """Short code of the key that signed it, to be compared by telephone."""
    is_key_known: bool
    """Whether the sender is known by that very key."""
    has_report: bool
    """Whether this office has a report of that period already."""

    @property
    def period(self) -> Period:
        """The period it asks about."""
        return Period.read(self.look.payload.period)


def request_in(office: Office, file: Path) -> Glance | None:
    """Return what the request in the file would do; None for whatever is no request to this office.

    Nothing is stored. Raises `RequestRefused` for a request that is for other offices or cannot be used.
    """
    came = tuple(arrivals(file))
    if len(came) != 1 or came[0].trouble:
        return None
    keys = office.known_keys()
    try:
        found = inspect(came[0].data, keys)
    except ExchangeRefused:
        return None
    payload = found.payload
    if not isinstance(payload, RequestPayload) or is_own(office, payload.OrganId, payload.OrganName):
        return None
    look = look_at_request(office, payload)
    known = keys.get(payload.office) == found.key
    has_report = office.archive.head_of(Period.read(payload.period)) is not None
    return Glance(look, short_code(found.key), known, has_report)
