"""The road of a report at a glance: which steps are done, and what was noted of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.figures.locking import locked_by
from cchc_desktop.office.mailroom.steps import signed_papers
from cchc_desktop.office.printed.covers import cover_of
from cchc_desktop.values.moment import moment_in_sentence
from cchc_desktop.values.period import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.office import Office
    from cchc_desktop.office.report import OpenReport


class RoadStep(Enum):
    """A step on the road up. The value is its name."""

    LOCK = "Chốt số liệu"
    PRESENT = "Trình ký"
    SIGN = "Đã ký"
    SEND = "Gửi"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a report's road."""

    step: RoadStep
    is_done: bool
    may_go: bool
    """Whether the step can be taken now."""
    words: str
    """What was noted of it, or what it is for."""


_OPEN = (Stage.DRAFT, Stage.CHECKED, Stage.RETURNED)
_UNSIGNED = "Ghi số, ngày, người ký; đính kèm bản PDF đã ký."
_GONE = (Stage.SUBMITTED, Stage.ACCEPTED)


def milestones(office: Office, report: OpenReport) -> tuple[Milestone, ...]:
    """Return the steps of the report's road in their order."""
    head, stage = report.head, report.head.stage
    lock = locked_by(report)
    locked = lock.words if lock else "Số liệu không sửa được nữa cho đến khi mở chốt và ghi lý do."
    presented = "Lãnh đạo xem và ký; lời văn còn sửa được, số liệu giữ nguyên."
    signed = " ".join(_signed(report)) if head.is_signed else _UNSIGNED
    return (
        Milestone(RoadStep.LOCK, stage.holds_figures, stage in _OPEN, locked),
        Milestone(
            RoadStep.PRESENT,
            stage is Stage.PRESENTED or head.is_signed,
            stage is Stage.LOCKED,
            presented,
        ),
        Milestone(RoadStep.SIGN, head.is_signed, stage in (Stage.LOCKED, Stage.PRESENTED), signed),
        Milestone(RoadStep.SEND, stage in _GONE, stage not in _OPEN, _sent(office, report)),
    )


def _signed(report: OpenReport) -> Iterator[str]:
    head = report.head
    signer = cover_of(report).signer
    if head.issued:
        yield f"Số {head.number}, ngày {short_date(head.issued)}{f', {signer} ký' if signer else ''}."
    if papers := signed_papers(report):
        yield f"Kèm {', '.join(papers)}."


def _sent(office: Office, report: OpenReport) -> str:
    last = office.last_export(report.head.period)
    if last is None or report.head.stage not in _GONE:
        unsigned = "" if report.head.is_signed else " Gửi trước khi ký được, tệp ghi rõ “chưa ký”."
        return f"Tạo tệp trao đổi và lời thư để gửi cơ quan cấp trên.{unsigned}"
    return f"Lần {last.sequence}, {moment_in_sentence(last.at)}: {last.file_name}."
