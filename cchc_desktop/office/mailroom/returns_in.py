"""A report that the superior handed back: its comments, one by one, until each is dealt with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.messages import Comment, ReturnPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.mailroom.taken import sentence
from cchc_desktop.office.office import Office
from cchc_desktop.storage.comments import load_ticked, tick
from cchc_desktop.storage.packages import Direction, Outcome, Package, content_of, list_packages
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, short_date


class ReturnRefused(CchcError):
    """The return is of no report here, or of one that has been sent again since."""


@dataclass(frozen=True, slots=True)
class OpenComment:
    """One comment of the superior, and whether it was dealt with."""

    package: int
    number: int
    """From 1."""
    cell: IndicatorCode | None
    section: str
    quote: str
    """The passage, word for word; empty for the whole section or cell."""
    text: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class OpenReturn:
    """The last return of a report."""

    package: Package
    payload: ReturnPayload
    comments: tuple[OpenComment, ...]


def take_return(office: Office, payload: ReturnPayload) -> str:
    """Put the report into the stage RETURNED and say what is to be corrected; `ReturnRefused` where there is
    no such report. Its number and date go: the corrected report is signed anew.
    """
    period = Period.read(payload.period)
    last = office.last_export(period)
    if last is None:
        raise ReturnRefused(
            f"Cơ quan này chưa gửi báo cáo {period.name} nên không có gì bị trả lại. Hãy kiểm tra lại tệp."
        )
    if (last.sequence, last.content_hash) != (int(payload.sequence), payload.content):
        raise ReturnRefused(
            f"Tệp trả lại lần gửi {payload.sequence}, nhưng báo cáo {period.name} đã gửi lần "
            f"{last.sequence}. Không phải làm gì; nếu chưa rõ thì hỏi cơ quan nhận."
        )
    report = office.report(period)
    reason = payload.text or f"{len(payload.comments)} góp ý"
    report.set_head(replace(report.head.unsigned, stage=Stage.RETURNED), reason)
    until = f" Gửi lại trước ngày {short_date(payload.DueDate)}." if payload.DueDate else ""
    return f"Báo cáo {period.name} bị trả lại, {len(payload.comments)} góp ý. {sentence(payload.text)}{until}"


def return_of(office: Office, period: Period) -> OpenReturn | None:
    """Return the last return of the period's report that was taken, or None."""
    db = office.archive.db
    taken = list_packages(db, Direction.IN, period=period, kind="return", outcome=Outcome.ACCEPTED)
    if not taken:
        return None
    package = taken[-1]
    payload = payload_in(content_of(db, package.id))
    if not isinstance(payload, ReturnPayload):
        return None
    ticked = load_ticked(db, package.id)
    return OpenReturn(package, payload, tuple(_numbered(package.id, payload.comments, ticked)))


def tick_comment(office: Office, comment: OpenComment, *, is_done: bool = True) -> None:
    """Note that a comment was dealt with, or that it was not after all."""
    archive = office.archive
    tick(archive.db, comment.package, comment.number, is_done=is_done, who=archive.who, now=archive.clock())


def _numbered(package: int, comments: tuple[Comment, ...], ticked: frozenset[int]) -> Iterator[OpenComment]:
    for number, each in enumerate(comments, 1):
        cell = IndicatorCode(each.cell) if each.cell else None
        yield OpenComment(
            package, number, cell, each.section, each.quote, each.text, is_done=number in ticked
        )
