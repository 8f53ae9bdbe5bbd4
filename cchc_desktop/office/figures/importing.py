"""A report of the past, read from its own exchange file or from a filled table in one step."""

from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.form.form import Form
from cchc_desktop.office.beginning import Prepared
from cchc_desktop.office.figures.files import is_table, plan_from_workbook
from cchc_desktop.office.figures.filling import Filling, plan_filling
from cchc_desktop.office.figures.tables import read_table
from cchc_desktop.office.office import Office
from cchc_desktop.office.received import inspect_file, sets_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.text import likeness


@dataclass(frozen=True)
class PastReport:
    """What a file holds of a past period; nothing is written until `apply`."""

    prepared: Prepared
    filling: Filling
    remark: str
    """What a person should know before she takes it in; usually empty."""

    def apply(self, office: Office) -> OpenReport:
        """Open the past report with the figures read, as one step."""
        return office.begin(self.prepared, self.filling.entries)


def plan_past(office: Office, file: Path, period: Period | None = None, thousands: str = "") -> PastReport:
    """Return the past report in the file, with its counts.

    An exchange file says its period itself; of anything else a person has to say it. The set is the one the
    file names, where this office has it, or the one that was in force. Raises `FileRefused`, and
    `OfficeRefused` where the period has its report.
    """
    if is_table(file):
        rows = read_table(file)
        prepared = _empty(office.prepare(_said(period, file)))
        return PastReport(prepared, plan_filling(prepared, rows, thousands), remark="")
    found = inspect_file(file, {}, sets_of(office.catalogue()))
    sent = found.report
    if sent is None:
        prepared = _empty(office.prepare(_said(period, file)))
        return PastReport(prepared, plan_from_workbook(prepared, found), remark="")
    prepared = _empty(_as_sent(office, sent, period, file))
    return PastReport(prepared, plan_from_workbook(prepared, found), _remark(office, sent))


def _as_sent(office: Office, sent: ReportPayload, period: Period | None, file: Path) -> Prepared:
    own = Period.read(sent.period)
    if period not in (None, own):
        raise FileRefused(
            f"Tệp {file.name} là báo cáo {own.name}, không phải {_said(period, file).name}. "
            "Hãy chọn đúng tệp, hoặc chọn lại kỳ."
        )
    edition = sent.template.id, sent.template.version
    named = sent.template.id if edition in office.catalogue().sets else ""
    return office.prepare(own, templates=named, window=Window(sent.window.first, sent.window.last))


def _said(period: Period | None, file: Path) -> Period:
    if period is None:
        raise FileRefused(f"Tệp {file.name} không ghi kỳ báo cáo. Hãy chọn kỳ của số liệu trong tệp.")
    return period


def _empty(prepared: Prepared) -> Prepared:
    """Nothing is proposed for a past report: the file is its record."""
    return replace(prepared, form=Form(prepared.form.template, prepared.form.period))


def _remark(office: Office, sent: ReportPayload) -> str:
    own = office.profile
    if (sent.OrganId and sent.OrganId == own.code) or likeness(sent.OrganName) == likeness(own.name):
        return ""
    return (
        f"Tệp này là báo cáo của {sent.OrganName}, không phải của {own.name}. Chỉ đọc vào nếu đó là tên cũ "
        "hoặc cơ quan trước khi sắp xếp lại."
    )
