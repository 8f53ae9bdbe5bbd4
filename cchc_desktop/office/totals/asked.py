"""Until when this office asked for reports: what its last request for the period says."""

from datetime import date

from sqlite_utils import Database

from cchc_desktop.storage.packages import Direction, content_of, list_packages
from cchc_desktop.values.period import Period


class Requests:
    """The requests that left, each opened once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._due: dict[int, date] = {}

    def due(self, period: Period) -> date | None:
        """Return the day the last request for the period names, or None where none left."""
        requests = list_packages(self._db, Direction.OUT, period=period, kind="request")
        if not requests:
            return None
        last = requests[-1].id
        if last not in self._due:
            self._due[last] = _due_in(content_of(self._db, last))
        return self._due[last]


def _due_in(file: bytes) -> date:
    from cchc_desktop.exchange.messages import RequestPayload
    from cchc_desktop.exchange.unpack import payload_in

    payload = payload_in(file)
    if not isinstance(payload, RequestPayload):
        raise TypeError("what left as a request holds none")
    return payload.DueDate
