"""Reports as they arrive: taken at their word, set aside for a person, or refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.office.mailroom import judging
from cchc_desktop.office.mailroom.arrivals import Arrival
from cchc_desktop.office.mailroom.as_stored import (
    KNOWN,
    as_decided,
    cells_of_report,
    content_of_report,
    line_of,
    package_of,
)
from cchc_desktop.office.mailroom.counted import Counted, CountedReports
from cchc_desktop.office.mailroom.filled import Filled, filled_in
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.senders import Senders, is_own, names_of
from cchc_desktop.office.office import Office
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.identity import remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import (
    Outcome,
    Package,
    add_package,
    list_waiting,
    same_file,
    update_package,
)
from cchc_desktop.storage.received import let_count
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.period import Period, short_date

_OWN = "Đây là báo cáo của chính cơ quan này. Hãy chọn tệp do đơn vị cấp dưới gửi."
_OLDER = (
    "Đã nhận lần {sequence} của kỳ này, đến ngày {date}, mới hơn tệp này. Không phải làm gì; nếu đơn vị muốn "
    "dùng lại bản cũ thì đề nghị gửi lại với lần gửi mới."
)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A report whose machine part speaks for it, and what is known of its sender."""

    arrival: Arrival
    found: Inspection
    payload: ReportPayload
    period: Period
    office: OfficeBelow | None
    present: Counted | None


class ReportsIn:
    """Takes in one report after the other; what it has to know of the office file it reads once."""

    def __init__(
        self,
        office: Office,
        sets: KnownSets,
        before_storing: Callable[[], None],
        *,
        may_register: bool,
    ) -> None:
        self._office = office
        self._db = office.archive.db
        self._sets = sets
        self._before_storing = before_storing
        self._may_register = may_register
        self.senders = Senders(office)
        self.counted = CountedReports(self._db)
        self._waiting = {(each.period, each.content_hash) for each in list_waiting(self._db)}

    def take(self, arrival: Arrival, found: Inspection, origin: Origin) -> Received:
        """Take a file in that reports figures, with a machine part or without one."""
        if (payload := found.report) is None:
            return self._take_filled(arrival, found, origin)
        if is_own(self._office, payload.OrganId, payload.OrganName):
            return replace(line_of(arrival, found), verdict=Verdict.REFUSED, reason=_OWN)
        period = Period.read(payload.period)
        sender = self.senders.find(payload.OrganId, payload.OrganName, _sound_key(found), payload.window.last)
        present = self.counted.get(sender.id, period) if sender else None
        sent = _Sent(arrival, found, payload, period, sender, present)
        return self._settled_before(sent) or self._judged(sent, origin)

    def _settled_before(self, sent: _Sent) -> Received | None:
        """Return the line of a file that changes nothing: known already, or older than what counts."""
        line, present = self._named(sent), sent.present
        if present and sent.found.sequence < present.sequence:
            day = short_date(present.came.astimezone().date())
            reason = _OLDER.format(sequence=present.sequence, date=day)
            return replace(line, verdict=Verdict.REFUSED, reason=reason)
        is_counted = present and (present.sequence, present.content_hash) == (
            sent.found.sequence,
            sent.found.content,
        )
        if present and is_counted and sent.found.is_untouched and not self._doubts_about_file(sent):
            same = len(cells_of_report(sent.payload))
            return replace(line, reason=KNOWN, same=same, package=present.package)
        return None

    def _judged(self, sent: _Sent, origin: Origin) -> Received:
        doubts = [*self._doubts_about_file(sent), *self._sets.doubts(sent.payload)]
        if (
            sent.present
            and sent.present.sequence == sent.found.sequence
            and sent.present.content_hash != (sent.found.content)
        ):
            doubts.append(judging.SAME_NUMBER.format(sequence=sent.present.sequence))
        if sent.office is None and (doubts or not self._may_register):
            doubts.append(judging.UNKNOWN_OFFICE.format(name=sent.payload.OrganName))
        if doubts:
            return self.ask(self._named(sent), sent.arrival, sent.period, sent.found, doubts, origin)
        return self._stored(sent, origin)

    def _stored(self, sent: _Sent, origin: Origin) -> Received:
        """Store a report that is beyond doubt: it counts from now on."""
        self._before_storing()
        said = content_of_report(sent.payload)
        office, payload, found = sent.office, sent.payload, sent.found
        new, changed, same = self.counted.changes(sent.present, said.cells)
        with writing(self._db):
            if office is None:
                office = self.senders.register(payload, origin)
            package = package_of(sent.arrival, found, sent.period, office.id, origin)
            package = self._waited_for(package, sent.arrival.data, origin) or add_package(
                self._db, package, sent.arrival.data
            )
            let_count(self._db, package, said, origin)
            for name in names_of(office, payload.office):
                if self.senders.keys.get(name) != found.key:
                    remember_key(self._db, name, found.key, who=origin.who, now=origin.now)
        if sent.office is None:
            self.senders.remember(office)
        self.senders.keys |= dict.fromkeys(names_of(office, payload.office), found.key)
        counted = Counted(package.id, package.sequence, package.content_hash, package.came)
        self.counted.keep(office.id, sent.period, counted)
        line = line_of(sent.arrival, found)
        return replace(line, office_id=office.id, package=package.id, new=new, changed=changed, same=same)

    def _waited_for(self, package: Package, content: bytes, origin: Origin) -> Package | None:
        """Let a package that waited for a person be taken after all: what was asked is answered."""
        if (package.period, package.content_hash) not in self._waiting:
            return None
        stored = same_file(self._db, package, content)
        if stored is None or stored.outcome is not Outcome.QUESTIONS:
            return None
        taken = replace(stored, office=package.office, outcome=Outcome.ACCEPTED)
        update_package(self._db, taken, origin)
        return taken

    def _take_filled(self, arrival: Arrival, found: Inspection, origin: Origin) -> Received:
        """Keep a workbook that was filled in by hand for a person to look at."""
        filled = filled_in(found)
        line = replace(
            line_of(arrival, found), kind="report", office=filled.code or filled.name, name=filled.name
        )
        line = replace(line, sequence=0)
        if not (found.cells or found.questions):
            reason = judging.OWN_REQUEST if found.kind == "request" else judging.NO_REPORT
            return replace(line, verdict=Verdict.REFUSED, reason=reason)
        if filled.period is None:
            return replace(line, verdict=Verdict.REFUSED, reason=judging.NO_PERIOD)
        office = self._filled_by(filled)
        doubts = list(judging.doubts_about_file(found, None))
        if office is None:
            doubts.append(
                judging.UNKNOWN_OFFICE.format(name=filled.name) if filled.name else judging.NO_OFFICE
            )
        line = replace(line, office_id=office.id if office else "", period=str(filled.period))
        return self.ask(line, arrival, filled.period, found, doubts, origin)

    def _filled_by(self, filled: Filled) -> OfficeBelow | None:
        if filled.period is None or not (filled.code or filled.name):
            return None
        return self.senders.find(filled.code, filled.name, b"", filled.period.window.last)

    def ask(
        self,
        line: Received,
        arrival: Arrival,
        period: Period,
        found: Inspection,
        doubts: list[str],
        origin: Origin,
    ) -> Received:
        """Store the file for a person to decide; the same file is stored once."""
        line = replace(
            line,
            verdict=Verdict.QUESTIONS,
            reason=" ".join(doubts),
            differences=found.differences if found.kind != "request" else (),
            questions=found.questions,
        )
        waiting = package_of(arrival, found, period, line.office_id, origin)
        if stored := same_file(self._db, waiting, arrival.data):
            return as_decided(line, stored)
        self._before_storing()
        waiting = replace(waiting, kind="report", outcome=Outcome.QUESTIONS, reason=line.reason)
        stored = add_package(self._db, waiting, arrival.data)
        self._waiting.add((period, stored.content_hash))
        return replace(line, package=stored.id)

    def _doubts_about_file(self, sent: _Sent) -> tuple[str, ...]:
        known = self.senders.key_of(sent.office, sent.payload.office) if sent.office else None
        return tuple(judging.doubts_about_file(sent.found, known))

    def _named(self, sent: _Sent) -> Received:
        return replace(line_of(sent.arrival, sent.found), office_id=sent.office.id if sent.office else "")


def _sound_key(found: Inspection) -> bytes:
    return found.key if found.signature.value != "bad" else b""
