"""Receipts: what the superior got, and how far it has come with it; written there, read here."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.messages import ReceiptPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.office import Office
from cchc_desktop.storage.packages import Direction, Outcome, content_of, list_packages
from cchc_desktop.storage.submissions import load_submissions
from cchc_desktop.values.period import Period, short_date


class ReceiptRefused(CchcError):
    """The receipt is of a report that did not leave from here."""


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """What a receipt says."""

    sequence: int
    received: datetime
    """UTC."""
    is_accepted: bool
    text: str


def take_receipt(office: Office, payload: ReceiptPayload) -> str:
    """Note that the superior got, or accepted, what was sent; `ReceiptRefused` where that never left."""
    period = Period.read(payload.period)
    sent = {(each.sequence, each.content_hash) for each in load_submissions(office.archive.db, period)}
    named = int(payload.sequence), payload.content
    if named not in sent:
        raise ReceiptRefused(
            f"Biên nhận cho lần gửi {payload.sequence} của báo cáo {period.name}, nhưng cơ quan này không "
            "gửi nội dung đó. Hãy gọi cho cơ quan nhận để đối chiếu mã kiểm tra nội dung."
        )
    receipt = _read(payload)
    if receipt.is_accepted:
        report = office.report(period)
        if report.head.stage is Stage.SUBMITTED and named[0] == max(number for number, _ in sent):
            report.set_head(replace(report.head, stage=Stage.ACCEPTED), payload.text)
    what = "đã tiếp nhận" if receipt.is_accepted else "đã nhận"
    day = short_date(receipt.received.astimezone().date())
    return f"{payload.OrganName} {what} báo cáo {period.name} lần {receipt.sequence}, đến ngày {day}."


def receipts_of(office: Office, period: Period) -> tuple[ReadReceipt, ...]:
    """Return what the superior has confirmed of the period's report, the oldest receipt first."""
    db = office.archive.db
    taken = list_packages(db, Direction.IN, period=period, kind="receipt", outcome=Outcome.ACCEPTED)
    payloads = (payload_in(content_of(db, package.id)) for package in taken)
    return tuple(_read(payload) for payload in payloads if isinstance(payload, ReceiptPayload))


def _read(payload: ReceiptPayload) -> ReadReceipt:
    return ReadReceipt(
        int(payload.sequence),
        datetime.fromisoformat(payload.received).astimezone(UTC),
        payload.status == "accepted",
        payload.text,
    )
