"""The words of the mail that a report goes up with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.office.mailroom.mails import Draft
from cchc_desktop.office.printed.phrases import report_title
from cchc_desktop.values.period import short_date

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.office import Office
    from cchc_desktop.office.report import OpenReport


def mail_of(office: Office, report: OpenReport, sequence: int, files: tuple[Path, ...]) -> Draft:
    """Return the words of the mail: address, subject and text, to be copied one by one."""
    profile, head = office.profile, report.head
    again = f" (gửi lại lần {sequence})" if sequence > 1 else ""
    paper = f"số {head.number} ngày {short_date(head.issued)}" if head.issued else "chưa ký"
    names = "\n".join(f"- {file.name}" for file in files)
    text = (
        f"Kính gửi {profile.superior.name or 'cơ quan nhận báo cáo'},\n\n"
        f"{profile.name} gửi {report_title(head.period)}{again}, {paper}.\n"
        f"Tệp kèm theo:\n{names}\n\n"
        f"{profile.prepared_by or profile.name}\n"
    )
    return Draft(profile.superior.email, f"{profile.name}: {report_title(head.period)}{again}", text, files)
