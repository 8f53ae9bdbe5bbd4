"""What the superior sends, and what colleagues send back: requests, returns, receipts, contributions."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Inspection, Trust
from cchc_desktop.exchange.messages import ContributionPayload, ReceiptPayload, RequestPayload, ReturnPayload
from cchc_desktop.exchange.signing import short_code
from cchc_desktop.office.mailroom import judging
from cchc_desktop.office.mailroom.arrivals import Arrival
from cchc_desktop.office.mailroom.as_stored import as_decided, line_of
from cchc_desktop.office.mailroom.contributions import take_contribution
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.receipts import take_receipt
from cchc_desktop.office.mailroom.requests_in import take_request
from cchc_desktop.office.mailroom.returns_in import take_return
from cchc_desktop.office.mailroom.senders import Senders, is_own
from cchc_desktop.office.mailroom.taken import Taken
from cchc_desktop.office.office import Office
from cchc_desktop.rollup.office_names import likeness_of_name
from cchc_desktop.storage.identity import remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import Direction, Outcome, Package, add_package, same_file, update_package
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.period import Period

Letter: TypeAlias = RequestPayload | ReturnPayload | ReceiptPayload | ContributionPayload

_FIRST_KEY = "Mã khóa của nơi gửi: {code}. Hãy đối chiếu với nơi gửi qua điện thoại."
_OTHER_SUPERIOR = (
    "Tệp của “{name}”, không phải cơ quan nhận báo cáo của cơ quan này (“{superior}”). Hãy kiểm tra lại rồi "
    "chọn nhận hay không."
)
_NOT_FOR_US = "Tệp gửi cho “{name}”, không phải cho cơ quan này. Hãy chuyển tệp đến đúng nơi nhận."
_NOT_OURS = "Phiếu góp số liệu của “{name}”, không phải của cơ quan này. Hãy chọn đúng tệp."


class LettersIn:
    """Takes in everything that is no report from below."""

    def __init__(self, office: Office, senders: Senders, before_storing: Callable[[], None]) -> None:
        self._office = office
        self._db = office.archive.db
        self._senders = senders
        self._before_storing = before_storing

    def take(self, arrival: Arrival, found: Inspection, payload: Letter, origin: Origin) -> Received:
        """Take one letter in and say what it changed; `CchcError` where it cannot be taken, with nothing
        stored.
        """
        line = line_of(arrival, found)
        if isinstance(payload, ContributionPayload):
            line = replace(line, name=payload.To)  # who answered: the office it is of is this very one
        if sentence := self._wrong_address(payload):
            return replace(line, verdict=Verdict.REFUSED, reason=sentence)
        package = _package(arrival, found, payload, origin)
        if stored := same_file(self._db, package, arrival.data):
            return as_decided(replace(line, reason=stored.reason), stored)
        if doubts := list(self._doubts(found, payload)):
            line = replace(line, verdict=Verdict.QUESTIONS, reason=" ".join(doubts))
            self._before_storing()
            waiting = replace(package, outcome=Outcome.QUESTIONS, reason=line.reason)
            stored = add_package(self._db, waiting, arrival.data)
            return replace(line, package=stored.id, questions=found.questions)
        self._before_storing()
        return self._taken(line, arrival, found, payload, package, origin)

    def _taken(
        self,
        line: Received,
        arrival: Arrival,
        found: Inspection,
        payload: Letter,
        package: Package,
        origin: Origin,
    ) -> Received:
        """Store the letter and do what it asks, both or neither."""
        try:
            with writing(self._db):
                stored = add_package(self._db, package, arrival.data)
                taken = take_letter(self._office, found, payload)
                words = taken.words + self._trusted(found, payload, origin)
                if taken.is_open:
                    update_package(self._db, replace(stored, outcome=Outcome.QUESTIONS), origin)
        except CchcError:
            self._office.forget(package.period)  # what it took in memory was taken back on the disk
            raise
        verdict = Verdict.QUESTIONS if taken.is_open else Verdict.ACCEPTED
        line = replace(line, verdict=verdict, differences=taken.differences, questions=taken.questions)
        return replace(line, package=stored.id, reason=words)

    def _wrong_address(self, payload: Letter) -> str:
        if isinstance(payload, ReturnPayload | ReceiptPayload):
            if not is_own(self._office, payload.To.OrganId, payload.To.OrganName):
                return _NOT_FOR_US.format(name=payload.To.OrganName)
        elif isinstance(payload, ContributionPayload) and not is_own(
            self._office, payload.OrganId, payload.OrganName
        ):
            return _NOT_OURS.format(name=payload.OrganName)
        return ""

    def _doubts(self, found: Inspection, payload: Letter) -> Iterator[str]:
        if found.signature is Trust.BAD:
            yield judging.BAD_SIGNATURE
            return
        if isinstance(payload, ContributionPayload):
            return
        known = self._senders.keys.get(payload.office) or self._senders.keys.get(payload.OrganName)
        if known and known != found.key:
            yield judging.CHANGED_KEY.format(new=short_code(found.key), old=short_code(known))
        superior = self._office.profile.superior
        is_named = superior.code and superior.code == payload.OrganId
        is_named = is_named or likeness_of_name(superior.name) == likeness_of_name(payload.OrganName)
        if superior.name and not is_named:
            yield _OTHER_SUPERIOR.format(name=payload.OrganName, superior=superior.name)

    def _trusted(self, found: Inspection, payload: Letter, origin: Origin) -> str:
        """Trust the sender's key on first use, and say its short code."""
        if isinstance(payload, ContributionPayload):
            return ""
        is_new = remember_key(self._db, payload.office, found.key, who=origin.who, now=origin.now)
        self._senders.keys[payload.office] = found.key
        return f" {_FIRST_KEY.format(code=short_code(found.key))}" if is_new else ""


def take_letter(office: Office, found: Inspection, payload: Letter) -> Taken:
    """Do what a letter asks, within the transaction that stores it, and say what was done."""
    match payload:
        case RequestPayload():
            return Taken(take_request(office, payload))
        case ReturnPayload():
            return Taken(take_return(office, payload))
        case ReceiptPayload():
            return Taken(take_receipt(office, payload))
        case ContributionPayload():
            return take_contribution(office, found, payload)


def _package(arrival: Arrival, found: Inspection, payload: Letter, origin: Origin) -> Package:
    return Package(
        Direction.IN,
        payload.kind,
        "",
        Period.read(payload.period),
        found.sequence,
        found.content,
        arrival.file_name,
        at=origin.now,
        came=arrival.came or origin.now,
        sender=arrival.sender,
        key=found.key,
    )
