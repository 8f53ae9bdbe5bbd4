"""What becomes of files that were looked into: reports are stored in one go, everything else by itself."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.messages import ContributionPayload, ReceiptPayload, RequestPayload, ReturnPayload
from cchc_desktop.office.keeping.backups import Why
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.letters_in import LettersIn
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.openings import Opening
from cchc_desktop.office.mailroom.reports_in import ReportsIn
from cchc_desktop.office.mailroom.senders import is_own
from cchc_desktop.office.office import Office
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.source import Source

Placed: TypeAlias = tuple[int, Received]
"""A line, and the place of its file among those that were named."""


class Intake:
    """Takes in what was looked into; what it has to know of the office file it reads once.

    A commit waits for the disk longer than it takes to write a report down, so reports that were looked into
    together share one. A line is told once its file is on the disk.
    """

    def __init__(self, office: Office, *, may_register: bool, is_backed_up: bool = False) -> None:
        self._office = office
        self._may_register = may_register
        self._is_backed_up = is_backed_up or office.profile.is_sample
        self.sets = KnownSets(office)
        self._begin()

    def _begin(self) -> None:
        self.reports = ReportsIn(self._office, self.sets, self._back_up, may_register=self._may_register)
        self._letters = LettersIn(self._office, self.reports.senders, self._back_up)

    def take(self, group: Sequence[Opening]) -> Iterator[Placed]:
        """Take in the files in their order and yield their lines."""
        rest = list(group)
        while rest and not (self._is_backed_up and all(map(self._is_report, rest))):
            yield rest[0].place, self._alone(rest.pop(0))
        try:
            lines: Iterable[Placed] = self._together(rest)
        except OfficeFileRefused:  # nothing of them is stored: each for itself says which cannot be
            self._office.archive.forget_offices()
            self._begin()
            lines = ((each.place, self._alone(each)) for each in rest)
        yield from lines

    def _together(self, group: Sequence[Opening]) -> list[Placed]:
        """Take in reports, all of them or none."""
        with writing(self._office.archive.db):
            return [(each.place, self._taken(each)) for each in group]

    def _alone(self, opening: Opening) -> Received:
        try:
            return self._taken(opening)
        except OfficeFileRefused as refusal:
            return Received(opening.arrival.name, Verdict.REFUSED, refusal.message, may_come_again=True)

    def _taken(self, opening: Opening) -> Received:
        """Take in one file, whatever it is; `OfficeFileRefused` where the disk does not take it."""
        arrival, found = opening.arrival, opening.found
        if isinstance(found, str):
            return Received(arrival.name, Verdict.REFUSED, found, may_come_again=arrival.may_come_again)
        origin = Origin(self._office.archive.who, self._office.archive.clock(), Source.RECEIVED)
        payload = found.payload
        try:
            if isinstance(payload, _LETTERS) and not self._is_own_request(found):
                return self._letters.take(arrival, found, payload, origin)
            return self.reports.take(arrival, found, origin)
        except OfficeFileRefused:
            raise
        except CchcError as refusal:
            return Received(arrival.name, Verdict.REFUSED, refusal.message)

    def _is_report(self, opening: Opening) -> bool:
        """Whether a file only reports: letters do things in this office file."""
        found = opening.found
        is_letter = isinstance(found, Inspection) and isinstance(found.payload, _LETTERS)
        return not is_letter or self._is_own_request(found)

    def _is_own_request(self, found: Inspection | str) -> bool:
        """Whether our own request comes back filled in: that is a report."""
        payload = None if isinstance(found, str) else found.payload
        return isinstance(payload, RequestPayload) and is_own(
            self._office, payload.OrganId, payload.OrganName
        )

    def _back_up(self) -> None:
        """Back the file up once; where that fails the files are received, and the window says why."""
        if self._is_backed_up:
            return
        self._is_backed_up = True
        try:
            self._office.back_up(Why.RECEIVE)
        except CchcError as trouble:
            self._office.backup_trouble = trouble


_LETTERS = (RequestPayload, ReturnPayload, ReceiptPayload, ContributionPayload)
