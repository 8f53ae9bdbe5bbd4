"""The text by which offices are asked for what they still owe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.rollup.matrix import Matrix
from cchc_desktop.rollup.standing import Standing
from cchc_desktop.values.period import Period, short_date


@dataclass(frozen=True, slots=True)
class Reminder:
    """A mail to copy; the program itself sends nothing."""

    addresses: tuple[str, ...]
    """Of the offices that gave one."""
    without_address: tuple[str, ...]
    """Names of the others: to be reached by telephone, or through the office they belong to."""
    subject: str
    body: str


def reminder(matrix: Matrix, period: Period, sender: str, deadline: date) -> Reminder | None:
    """Return the reminder to every office of the matrix that owes a report for the period; None: nobody."""
    by_id = {office.id: office for office in matrix.offices}
    places = matrix.awaited(period)
    if not places:
        return None
    offices = [by_id[place.office] for place in places]
    returned = [by_id[place.office].name for place in places if place.standing is Standing.RETURNED]
    missing = [by_id[place.office].name for place in places if place.standing is not Standing.RETURNED]
    asked = f"đề nghị gửi báo cáo công tác cải cách hành chính {period.name}"
    lines = [
        "Kính gửi các đơn vị có tên dưới đây,",
        f"{sender} {asked} (hạn gửi: {short_date(deadline)}).",
        *_listed("Đơn vị chưa gửi báo cáo:", missing),
        *_listed("Đơn vị có báo cáo đã trả lại, chưa gửi bản sửa:", returned),
        "Đơn vị nào đã gửi mà vẫn có tên ở đây, đề nghị báo lại để kiểm tra. Trân trọng.",
    ]
    return Reminder(
        addresses=tuple(dict.fromkeys(office.email for office in offices if office.email)),
        without_address=tuple(office.name for office in offices if not office.email),
        subject=f"Nhắc gửi báo cáo cải cách hành chính {period.name}",
        body="\n".join(lines),
    )


def _listed(heading: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    return [heading, *(f"{place}. {name}" for place, name in enumerate(names, start=1))]
