"""A report that leaves again: which file it supersedes, why, and where it says another thing."""

from dataclasses import dataclass

from sqlite_utils import Database

from cchc_desktop.exchange.payload import ReportPayload, Supersedes
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.office.report import ReportRefused
from cchc_desktop.storage.packages import Direction, content_of, list_packages
from cchc_desktop.storage.submissions import Submission
from cchc_desktop.values.period import Period

SIGNED_NOW = "Bổ sung số, ngày và chữ ký"
_NO_REASON = (
    "Báo cáo {name} đã gửi lần {sequence} và nội dung nay đã khác. Hãy ghi lý do gửi lại, ví dụ “Sửa số liệu "
    "Phụ lục 4”."
)


@dataclass(frozen=True, slots=True)
class SentReport:
    """An exchange file that left, as it was."""

    content: bytes
    payload: ReportPayload


def sent_report(db: Database, period: Period, sequence: int) -> SentReport | None:
    """Return the file of that sequence, or None where it was not kept."""
    sent = list_packages(db, Direction.OUT, period=period, kind="report")
    found = next((each for each in sent if each.sequence == sequence), None)
    if found is None:
        return None
    content = content_of(db, found.id)
    payload = payload_in(content)
    return SentReport(content, payload) if isinstance(payload, ReportPayload) else None


def supersedes(
    db: Database, period: Period, last: Submission, payload: ReportPayload, reason: str | None
) -> Supersedes:
    """Return what the payload says of the file before it. An empty reason is refused with `ReportRefused`,
    unless only number, date or signer are new.
    """
    sent = sent_report(db, period, last.sequence)
    before = sent.payload if sent else None
    cells = _changed_cells(before, payload) if before else ()
    sections = _changed_sections(before, payload) if before else ()
    if reason == "" and before and not cells and not sections and payload.CodeNumber != before.CodeNumber:
        reason = SIGNED_NOW
    if reason == "":
        raise ReportRefused(_NO_REASON.format(name=period.name, sequence=last.sequence))
    return Supersedes(
        sequence=str(last.sequence),
        content=last.content_hash,
        reason=reason or "",
        cells=cells,
        sections=sections,
    )


def _changed_cells(before: ReportPayload, after: ReportPayload) -> tuple[str, ...]:
    codes = dict.fromkeys((*after.cells, *before.cells))
    return tuple(code for code in codes if before.cells.get(code) != after.cells.get(code))


def _changed_sections(before: ReportPayload, after: ReportPayload) -> tuple[str, ...]:
    old, new = ({each.section: each.text for each in said.prose} for said in (before, after))
    return tuple(section for section in dict.fromkeys((*new, *old)) if old.get(section) != new.get(section))
