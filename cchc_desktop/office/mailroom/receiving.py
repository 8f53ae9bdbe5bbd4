"""Receiving: any number of files, one line each; one bad file never stops the rest."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.messages import ContributionPayload, ReceiptPayload, RequestPayload, ReturnPayload
from cchc_desktop.exchange.unpack import Opened, inspected
from cchc_desktop.office.keeping.backups import Why
from cchc_desktop.office.mailroom.arrivals import Arrival, files_of
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.letters_in import LettersIn
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.looking_ahead import Opening, Openings
from cchc_desktop.office.mailroom.reports_in import ReportsIn
from cchc_desktop.office.mailroom.senders import is_own
from cchc_desktop.office.mailroom.word_in import inspected_word
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.feeding import follow
from cchc_desktop.storage.journal import Origin
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source

Progress = Callable[[int, int], None]
"""Is told how many of the named files are done, and how many there are."""


def receive(
    office: Office,
    paths: Iterable[Path],
    *,
    may_register: bool = False,
    progress: Progress = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Received]:
    """Take in files, folders, mails and archives of all of them, and yield one line a file.

    In the end the office's own reports that follow totals are brought up to date.

    The office file is backed up before the first file is stored; each file is a transaction of its own.
    `may_register` puts unknown offices on the list. Cancelled, it ends after the file in hand.
    """
    files = files_of(paths)
    counted: set[str] = set()
    try:
        with Openings(files) as openings:
            intake = _Intake(office, openings.open_next, may_register=may_register)
            for opening in openings:
                progress(opening.place, len(files))
                if is_cancelled():
                    return
                line = intake.take(opening)
                if line.kind == "report" and line.verdict is Verdict.ACCEPTED:
                    counted.add(line.period)
                yield line
    finally:
        for period in counted:
            follow(office, Period.read(period))
    progress(len(files), len(files))


class _Intake:
    """Everything that is read once for a batch of files."""

    def __init__(self, office: Office, before_commit: Callable[[], None], *, may_register: bool) -> None:
        self._office = office
        self._is_backed_up = office.profile.is_sample
        self._sets = KnownSets(office)
        self._reports = ReportsIn(office, self._sets, self._back_up, before_commit, may_register=may_register)
        self._letters = LettersIn(office, self._reports.senders, self._back_up)

    def take(self, opening: Opening) -> Received:
        """Take in one file, whatever it is."""
        arrival = opening.arrival
        if arrival.trouble:
            return Received(arrival.name, Verdict.REFUSED, arrival.trouble)
        try:
            return self._taken(arrival, self._looked_into(opening))
        except CchcError as refusal:
            return Received(arrival.name, Verdict.REFUSED, refusal.message)

    def _looked_into(self, opening: Opening) -> Inspection:
        match opening:
            case Opening(workbook=CchcError() as refusal):
                raise refusal
            case Opening(workbook=Opened() as workbook):
                return inspected(workbook, self._reports.senders.keys, self._sets)
            case Opening(arrival=word):
                return inspected_word(word.data, word.file_name, tuple(self._sets))

    def _taken(self, arrival: Arrival, found: Inspection) -> Received:
        origin = Origin(self._office.archive.who, self._office.archive.clock(), Source.RECEIVED)
        payload = found.payload
        if isinstance(payload, RequestPayload) and is_own(self._office, payload.OrganId, payload.OrganName):
            return self._reports.take(arrival, found, origin)  # our own request comes back filled in
        if isinstance(payload, RequestPayload | ReturnPayload | ReceiptPayload | ContributionPayload):
            return self._letters.take(arrival, found, payload, origin)
        return self._reports.take(arrival, found, origin)

    def _back_up(self) -> None:
        """Back the file up once; where that fails the files are received, and the window says why."""
        if self._is_backed_up:
            return
        self._is_backed_up = True
        try:
            self._office.back_up(Why.RECEIVE)
        except CchcError as trouble:
            self._office.backup_trouble = trouble
