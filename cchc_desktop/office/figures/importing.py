"""A report of the past, read from its exchange file, a filled table or its Word report in one step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cchc_desktop.documents.reading.figures import read_figures
from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.form.form import Form
from cchc_desktop.office.beginning import Prepared
from cchc_desktop.office.figures.files import is_table, plan_from_workbook
from cchc_desktop.office.figures.filling import Filling, plan_filling
from cchc_desktop.office.figures.tables import read_table
from cchc_desktop.office.figures.word_figures import plan_from_word
from cchc_desktop.office.office import Office
from cchc_desktop.office.received import inspect_file, sets_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.word_reports.past_prose import prose_in
from cchc_desktop.office.word_reports.reading import (
    ReadReport,
    is_word_file,
    read_word_report,
    sets_to_read_by,
)
from cchc_desktop.template.model import Template
from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.text import likeness


class PeriodUnsaid(FileRefused):
    """The file does not say of which period it is: a person has to."""


@dataclass(frozen=True)
class PastReport:
    """What a file holds of a past period; nothing is written until `apply`."""

    prepared: Prepared
    filling: Filling
    remark: str
    """What a person should know before she takes it in; usually empty."""
    prose: Mapping[str, str] = field(default_factory=dict)
    """What a Word report says in each section, as it is stored."""

    def apply(self, office: Office) -> OpenReport:
        """Open the past report with what was read, as one step."""
        return office.begin(self.prepared, self.filling.entries, self.prose)


def plan_past(
    office: Office,
    file: Path,
    period: Period | None = None,
    thousands: str = "",
    still_wanted: Callable[[], object] = always_wanted,
) -> PastReport:
    """Return the past report in the file, with its counts.

    An exchange file and most Word reports say their period; of anything else a person has to say it, which
    `PeriodUnsaid` asks for. The set is the one the file names or was made by, where this office has it, or
    the one that was in force. Raises `FileRefused`, and `OfficeRefused` where the period has its report.
    `still_wanted` may raise to call it off.
    """
    if is_word_file(file):
        read = read_word_report(file, sets_to_read_by(office.catalogue()), thousands, still_wanted)
        return _from_word(office, read, _said(period or read.facts.period, file), thousands)
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
    remark = _remark(office, sent.OrganName, sent.OrganId)
    return PastReport(prepared, plan_from_workbook(prepared, found), remark)


def _from_word(office: Office, read: ReadReport, period: Period, thousands: str) -> PastReport:
    """The set in force reads the tables, unless they were made by another one that knows more of them."""
    prepared = _empty(office.prepare(period, window=read.facts.window))
    by_set = _read_by(read, prepared.form.template, thousands)
    if _sure(read) > _sure(by_set):
        prepared = _empty(office.prepare(period, templates=read.template.id, window=read.facts.window))
        by_set = _read_by(read, prepared.form.template, thousands)
    remark = _remark(office, read.facts.office) if read.facts.office else ""
    filling = plan_from_word(prepared, by_set)
    return PastReport(prepared, filling, remark, prose_in(by_set, prepared, office.profile))


def _read_by(read: ReadReport, template: Template, thousands: str) -> ReadReport:
    parts = read.parts
    reading = read_figures(parts.forms, template, thousands)
    return replace(read, template=template, sections=parts.sections(template.outline), reading=reading)


def _sure(read: ReadReport) -> int:
    return sum(row.is_sure for row in read.reading.rows)


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
        raise PeriodUnsaid(f"Tệp {file.name} không ghi kỳ báo cáo. Hãy chọn kỳ của số liệu trong tệp.")
    return period


def _empty(prepared: Prepared) -> Prepared:
    """Nothing is proposed for a past report: the file is its record."""
    return replace(prepared, form=Form(prepared.form.template, prepared.form.period))


def _remark(office: Office, name: str, code: str = "") -> str:
    own = office.profile
    if (code and code == own.code) or _shortened(name) == _shortened(own.name):
        return ""
    return (
        f"Tệp này là báo cáo của {name}, không phải của {own.name}. Chỉ đọc vào nếu đó là tên cũ "
        "hoặc cơ quan trước khi sắp xếp lại."
    )


def _shortened(name: str) -> str:
    """An office's name to compare: a letterhead writes out what other places shorten."""
    return likeness(name).replace(likeness("Ủy ban nhân dân"), likeness("UBND"))
