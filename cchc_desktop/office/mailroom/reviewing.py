"""A received report under review: what it says beside its last period, then accepted or handed back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.form.form import Form
from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.stored_forms import (
    filled_form,
    notes_of,
    stored_form,
    stored_payload,
    template_of,
)
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.feeding import follow
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Finding
from cchc_desktop.rules.rule import Past
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import (
    Direction,
    Outcome,
    Package,
    list_packages,
    load_package,
    update_package,
)
from cchc_desktop.storage.received import ReceivedReport, load_received, save_review
from cchc_desktop.template.model import Template
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import normal


class ReviewRefused(CchcError):
    """There is no such received report, or it cannot take that step."""


@dataclass(frozen=True)
class UnderReview:
    """A received report that counts, as a reviewer sees it."""

    office: OfficeBelow
    received: ReceivedReport
    package: Package
    payload: ReportPayload | None
    """None where it came without a machine part."""
    template: Template | None
    """None where the set it answers is not known here."""
    form: Form | None
    previous: Form | None
    """Its form of the period before, if that was received under a known set."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find in it."""
        return check(self.form, Past(previous=self.previous)) if self.form else ()

    @property
    def kept(self) -> Mapping[str, str]:
        """The reasons the office gave, by finding code."""
        return {each.code: each.reason for each in self.payload.kept} if self.payload else {}


def under_review(office: Office, below: str, period: Period) -> UnderReview:
    """Return the report of an office below that counts; `ReviewRefused` where nothing was received.

    `below` is the office's id, code or name.
    """
    sender = _office(office, below)
    received = _received(office, sender, period)
    package = load_package(office.archive.db, received.package)
    report = stored_payload(office, package.id)
    template = template_of(office, package.id, report)
    notes = notes_of(office, package, template, report)
    return UnderReview(
        sender,
        received,
        package,
        report,
        template,
        filled_form(office, package.id, period, template, report, notes),
        _previous(office, sender, period),
    )


def stages(office: Office, period: Period) -> dict[str, Review]:
    """Return where the reports of a period stand that were received, by the office's id."""
    return {each.office: each.stage for each in load_received(office.archive.db, period)}


def accept(office: Office, below: str, period: Period) -> Review:
    """Take the report one step on: reviewed, where acceptance takes two steps, then accepted.

    Returns the stage it is in now; an accepted report stays so.
    """
    (stage,) = accept_all(office, (below,), period).values()
    return stage


def accept_all(
    office: Office,
    below: Sequence[str],
    period: Period,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> dict[str, Review]:
    """Take the reports of several offices one step on, and return the stage of each by what it was named.

    Called off by what `progress` raises it ends between two offices; those before it stay accepted. This
    office's own report follows once, in the end.
    """
    reached: dict[str, Review] = {}
    try:
        for place, each in enumerate(below):
            progress(place, len(below))
            reached[each] = _take_on(office, _office(office, each), period)
    finally:
        if reached:
            follow(office, period)
    return reached


def _take_on(office: Office, sender: OfficeBelow, period: Period) -> Review:
    received = _received(office, sender, period)
    match received.stage:
        case Review.RETURNED:
            raise ReviewRefused(
                f"Báo cáo {period.name} của {sender.name} đã trả lại, đang chờ gửi lại. Hãy nhận bản mới "
                "trước; nếu trả nhầm thì bỏ việc trả lại và ghi lý do."
            )
        case Review.RECEIVED if office.settings.review_steps == 2:
            stage = Review.REVIEWED
        case _:
            stage = Review.ACCEPTED
    if stage is not received.stage:
        _save(office, received, stage, "")
    return stage


def step_back(office: Office, below: str, period: Period, reason: str) -> Review:
    """Take the review back to where the report was just received, for a reason that the journal keeps."""
    received = _received(office, _office(office, below), period)
    if received.stage is Review.RECEIVED:
        raise ReviewRefused("Báo cáo mới ở bước “Đã nhận” nên không có bước nào để lùi. Không phải làm gì.")
    if not normal(reason):
        raise ReviewRefused("Lùi một bước cần có lý do. Hãy ghi lý do.")
    save_step(office, received, Review.RECEIVED, normal(reason))
    return Review.RECEIVED


def correct_arrival(office: Office, below: str, period: Period, came: datetime, reason: str) -> None:
    """Say when the report of an office really came, for a reason that the journal keeps.

    Of several it is the first, by which lateness goes. A time without a zone is local time. Raises
    `ReviewRefused`, also for a time that is yet to come.
    """
    sender = _office(office, below)
    _received(office, sender, period)  # none: refused
    package = min(taken_reports(office, sender, period), key=lambda each: each.came)
    moment, now = came.astimezone(UTC).replace(microsecond=0), office.archive.clock()
    if not normal(reason):
        raise ReviewRefused("Sửa thời điểm nhận cần có lý do. Hãy ghi lý do, ví dụ “Thư đến ngày 15/9”.")
    if moment > now:
        raise ReviewRefused("Thời điểm nhận ở tương lai. Hãy ghi lại thời điểm đã nhận được báo cáo.")
    origin = Origin(office.archive.who, now, Source.TYPED, normal(reason))
    update_package(office.archive.db, replace(package, came=moment), origin)


def _office(office: Office, below: str) -> OfficeBelow:
    found = office.offices.all().find(below)
    if found is None:
        raise ReviewRefused(
            f"Danh sách đơn vị không có “{below}”, hoặc có nhiều đơn vị cùng tên. Hãy ghi mã đơn vị."
        )
    return found


def _received(office: Office, sender: OfficeBelow, period: Period) -> ReceivedReport:
    found = load_received(office.archive.db, period, sender.id)
    if not found:
        raise ReviewRefused(f"Chưa nhận báo cáo {period.name} của {sender.name}. Hãy nhận tệp trước.")
    return found[0]


def taken_reports(office: Office, sender: OfficeBelow, period: Period) -> tuple[Package, ...]:
    """Return the report that counts, and those that did before it, in the order they came."""
    return list_packages(
        office.archive.db,
        Direction.IN,
        period=period,
        office=sender.id,
        kind="report",
        outcome=Outcome.ACCEPTED,
    )


def save_step(office: Office, received: ReceivedReport, stage: Review, reason: str) -> None:
    """Put the received report into that stage; the journal keeps who did it and why.

    This office's own report follows, where totals were taken over into it.
    """
    _save(office, received, stage, reason)
    follow(office, received.period)


def _save(office: Office, received: ReceivedReport, stage: Review, reason: str) -> None:
    archive = office.archive
    origin = Origin(archive.who, archive.clock(), Source.TYPED, reason)
    save_review(archive.db, replace(received, stage=stage, since=origin.now, who=origin.who), origin)


def _previous(office: Office, sender: OfficeBelow, period: Period) -> Form | None:
    found = load_received(office.archive.db, period.previous, sender.id)
    return stored_form(office, found[0].package, period.previous) if found else None
