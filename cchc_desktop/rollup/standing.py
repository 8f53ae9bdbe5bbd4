"""Where one office's report for one period stands: sent or not, in time or late, with whom."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from cchc_desktop.form.form import Completeness
from cchc_desktop.form.review import Review
from cchc_desktop.values.calendar import WorkCalendar
from cchc_desktop.values.period import Period


class Standing(Enum):
    """What the superior knows of a report; the same words everywhere."""

    NOT_EXPECTED = "not-expected"
    EXCUSED = "excused"
    NOT_SENT = "not-sent"
    OVERDUE = "overdue"
    QUESTIONS = "questions"
    """Something came that a person has to decide on; nothing counts yet."""
    RECEIVED = Review.RECEIVED.value
    REVIEWED = Review.REVIEWED.value
    RETURNED = Review.RETURNED.value
    ACCEPTED = Review.ACCEPTED.value

    @property
    def label(self) -> str:
        """The standing in Vietnamese."""
        return _LABELS[self]

    @property
    def sign(self) -> str:
        """One sign, so that colour is never the only difference."""
        return _SIGNS[self]

    @property
    def is_awaited(self) -> bool:
        """Whether the office still owes a report."""
        return self in (Standing.NOT_SENT, Standing.OVERDUE, Standing.RETURNED)


_LABELS = {
    Standing.NOT_EXPECTED: "Không thuộc kỳ này",
    Standing.EXCUSED: "Được miễn",
    Standing.NOT_SENT: "Chưa gửi",
    Standing.OVERDUE: "Quá hạn",
    Standing.QUESTIONS: "Chờ xem",
    **{Standing(review.value): review.label for review in Review},
}
_SIGNS = {
    Standing.NOT_EXPECTED: "",
    Standing.EXCUSED: "×",
    Standing.NOT_SENT: "–",
    Standing.OVERDUE: "!",
    Standing.QUESTIONS: "?",
    Standing.RECEIVED: "●",
    Standing.REVIEWED: "◐",
    Standing.RETURNED: "↩",
    Standing.ACCEPTED: "✓",
}


class LateBy(Enum):
    """Which moment says whether a report was late."""

    CAME = "came"
    """When the superior got it: the date of the mail, else the moment of receiving, mended if need be."""
    STORED = "stored"
    """When it was put into the office file."""
    CLAIMED = "claimed"
    """When the sender says to have sent it; where it says nothing, when it came."""


@dataclass(frozen=True, slots=True)
class Received:
    """The report that counts for one office and period, and what came before it."""

    office: str
    period: Period
    package: int
    stage: Review
    since: datetime
    """Since when it is at that stage."""
    who: str
    """Who put it there."""
    sequence: int
    came: datetime
    """When this office's first report for the period came, by the setting that says which moment counts."""
    claimed: datetime | None
    """When its sender says to have sent it."""
    times: int
    """How many reports for the period came from the office: more than one is a correction."""
    form_set: tuple[str, str]
    """Id and version of the set it answers."""
    completeness: Completeness
    kept: int
    """How many findings it keeps with a reason."""

    @property
    def counts(self) -> bool:
        """Whether its figures go into totals: received, and not returned."""
        return self.stage is not Review.RETURNED

    @property
    def is_corrected(self) -> bool:
        """Whether it took the place of an earlier one."""
        return self.times > 1


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of the matrix offices × periods."""

    office: str
    period: Period
    standing: Standing
    deadline: date | None = None
    late: int = 0
    """Working days after the deadline: of the report's coming, or so far where there is none."""
    report: Received | None = None

    @property
    def words(self) -> str:
        """The place in words: `Đã nhận, muộn 2 ngày làm việc`."""
        if not self.late:
            return self.standing.label
        how = f"{self.late} ngày làm việc"
        if self.standing is Standing.OVERDUE:
            return f"{self.standing.label} {how}"
        return f"{self.standing.label}, muộn {how}"


def days_late(calendar: WorkCalendar, deadline: date, day: date) -> int:
    """Return by how many working days the day misses the deadline; a weekend after it counts as one."""
    return max(calendar.between(deadline, day), 1) if day > deadline else 0
