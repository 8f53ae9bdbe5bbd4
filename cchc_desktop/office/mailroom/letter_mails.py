"""The words of the mail that a request, a return, a receipt or a colleague's workbook goes out with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.exchange.messages import ContributionPayload, ReceiptPayload, RequestPayload, ReturnPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.office.mailroom.mails import Draft
from cchc_desktop.office.printed.phrases import report_title
from cchc_desktop.storage.packages import content_of
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cchc_desktop.office.mailroom.outgoing import Sent
    from cchc_desktop.office.office import Office

_OPEN = (
    "Mở tệp bằng chương trình CCHC Desktop. Nơi không có chương trình thì điền thẳng vào tệp bằng Excel rồi "
    "gửi lại."
)


def mail_with(office: Office, sent: Sent) -> Draft:
    """Return the words of the mail: addresses, subject and text, to be copied one by one.

    A request is for every office of its level that is on the list with an address.
    """
    package, profile = sent.package, office.profile
    title = report_title(package.period)
    payload = payload_in(content_of(office.archive.db, package.id))
    match payload:
        case RequestPayload():
            asked = office.offices.all().expected(package.period.window, Level(payload.level))
            addresses = [each.email for each in asked]
            subject, to = f"Yêu cầu gửi {title}", "các đơn vị"
            lines = [f"{profile.name} yêu cầu gửi {title}{_until(payload.DueDate)}.", payload.text, _OPEN]
        case ReturnPayload():
            addresses = [_address(office, package.office)]
            subject, to = f"Trả lại {title} để sửa", payload.To.OrganName
            count = f"{len(payload.comments)} góp ý ghi trong tệp kèm theo"
            lines = [f"{profile.name} trả lại {title}, {count}.", payload.text]
            if payload.DueDate:
                lines.append(f"Đề nghị sửa và gửi lại trước ngày {short_date(payload.DueDate)}.")
        case ReceiptPayload():
            addresses = [_address(office, package.office)]
            done = "đã tiếp nhận" if payload.status == "accepted" else "đã nhận được"
            subject, to = f"Biên nhận {title}", payload.To.OrganName
            lines = [f"{profile.name} {done} {title}, lần gửi {payload.sequence}.", payload.text]
        case ContributionPayload():
            addresses = []
            subject, to = f"Đề nghị góp số liệu {title}", payload.To
            rows = f"Đề nghị điền {len(payload.cells)} dòng trong tệp kèm theo"
            lines = [f"{rows} rồi gửi lại chính tệp này{_until(payload.DueDate)}.", payload.text]
        case _:
            raise LookupError(package.kind)
    text = "\n".join(_written(to, [each for each in lines if each], sent.path.name, _sender(office)))
    return Draft("; ".join(filter(None, addresses)), f"{profile.name}: {subject}", text, (sent.path,))


def _written(to: str, lines: list[str], file: str, sender: str) -> Iterator[str]:
    yield f"Kính gửi {to},"
    yield ""
    yield from lines
    yield f"Tệp kèm theo: {file}"
    yield ""
    yield sender


def _sender(office: Office) -> str:
    return office.profile.prepared_by or office.profile.name


def _until(day: date | None) -> str:
    return f", trước ngày {short_date(day)}" if day else ""


def _address(office: Office, below: str) -> str:
    found = office.offices.all().find(below)
    return found.email if found else ""
