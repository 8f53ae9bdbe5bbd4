"""Where a report is, with whom, since when: as its own office and as the superior see it."""

import json
from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.form.review import Review
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.mailroom.receipts import receipts_of
from cchc_desktop.office.office import Office
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.packages import Direction, list_packages
from cchc_desktop.storage.received import load_received
from cchc_desktop.values.moment import moment_in_sentence
from cchc_desktop.values.period import Period

_HERE = (Stage.DRAFT, Stage.CHECKED, Stage.LOCKED, Stage.SIGNED, Stage.RETURNED)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One place on a report's way."""

    what: str
    """`Đã gửi lần 2`."""
    with_whom: str
    since: datetime | None
    """Local time; None where nobody noted it."""
    why: str = ""

    @property
    def words(self) -> str:
        """The place in a sentence."""
        since = f", từ {moment_in_sentence(self.since)}" if self.since else ""
        why = f" ({self.why})" if self.why else ""
        return f"{self.what}, ở {self.with_whom}{since}{why}."


def whereabouts(office: Office, period: Period) -> Whereabouts:
    """Return where the office's own report is."""
    head = office.report(period).head
    stages = history(office.archive.db, period, "stage", Subject.REPORT)
    last = next((change for change in reversed(stages) if json.loads(change.new) == head.stage.value), None)
    since = last.at.astimezone() if last else None
    superior = office.profile.superior.name or "cơ quan nhận báo cáo"
    if head.stage in _HERE:
        return Whereabouts(head.stage.label, office.profile.name, since, last.reason if last else "")
    if head.stage is Stage.PRESENTED:
        return Whereabouts(head.stage.label, "người ký", since)
    what = f"{head.stage.label} lần {head.sequence}"
    if head.stage is Stage.SUBMITTED:
        known = [each for each in receipts_of(office, period) if each.sequence == head.sequence]
        if not known:
            return Whereabouts(what, superior, since, "chưa có biên nhận")
        return Whereabouts(f"{what}, đã có biên nhận", superior, known[-1].received.astimezone())
    return Whereabouts(what, superior, since)


def whereabouts_below(office: Office, below: str, period: Period) -> Whereabouts:
    """Return where the report of an office below is; `below` is its id on the list."""
    sender = office.offices.all().get(below)
    found = load_received(office.archive.db, period, sender.id)
    if not found:
        came = list_packages(office.archive.db, Direction.IN, period=period, office=sender.id, kind="report")
        if came:
            return Whereabouts("Chờ xem", office.profile.name, came[-1].at.astimezone(), came[-1].reason)
        return Whereabouts("Chưa gửi", sender.name, None)
    received = found[0]
    place = sender.name if received.stage is Review.RETURNED else office.profile.name
    steps = history(office.archive.db, period, sender.id, Subject.RECEIVED)
    why = steps[-1].reason if steps else ""
    return Whereabouts(received.stage.label, place, received.since.astimezone(), why)
