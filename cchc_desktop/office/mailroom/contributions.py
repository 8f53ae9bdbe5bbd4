"""Rows that a colleague fills in: sent to her as a small workbook, merged back, conflicts asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.exchange.inspection import Difference, Inspection, Question
from cchc_desktop.exchange.messages import ContributionPayload
from cchc_desktop.exchange.names import Kind as FileKind
from cchc_desktop.exchange.names import file_name
from cchc_desktop.exchange.payload import TemplateName, Window
from cchc_desktop.form.entry import Entry, write_answer
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.exported.payload import cell_of
from cchc_desktop.office.mailroom.blank_sheets import contribution_sheets
from cchc_desktop.office.mailroom.outgoing import Letter, Maker, Sent, send_out, sent_before, signed_here
from cchc_desktop.office.mailroom.taken import Taken
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.template.model import Indicator
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import normal


@dataclass(frozen=True, slots=True)
class Merging:
    """What a colleague's answers would change; nothing is written until they are put in."""

    entries: Mapping[IndicatorCode, Entry]
    """What she answered where nobody changed the cell since she was asked."""
    conflicts: Mapping[IndicatorCode, Entry]
    """What she answered where somebody did."""
    same: int
    waiting: tuple[IndicatorCode, ...]
    """Asked rows that she left as they were."""
    questions: tuple[Question, ...]


def ask_colleague(
    office: Office,
    period: Period,
    rows: Iterable[str],
    to: str,
    folder: Path,
    *,
    text: str = "",
    deadline: date | None = None,
    make: Maker = signed_here,
) -> Sent:
    """Write the workbook in which a colleague fills in these rows.

    `rows` are keys; one of a heading or an appendix (`PL4`, `PL4.3`) means every asked row below it.
    """
    report = office.report(period)
    asked = asked_rows(report, rows)
    if not normal(to):
        raise ReportRefused("Chưa ghi hỏi ai. Hãy ghi tên người góp số liệu.")
    template, window = report.template, report.head.window
    sequence = sent_before(office, period, "contribution") + 1
    payload = ContributionPayload(
        OrganId=office.profile.code,
        OrganName=office.profile.name,
        period=str(period),
        sequence=str(sequence),
        prepared_by=office.profile.prepared_by,
        text=normal(text),
        To=normal(to),
        window=Window(first=window.first, last=window.last),
        DueDate=deadline,
        template=TemplateName(id=template.id, version=template.version, hash=template.digest),
        cells={row.code: cell_of(report.form, row) for row in asked},
    )
    name = file_name(FileKind.CONTRIBUTION, code="", name=to, period=str(period), sequence=sequence)
    letter = Letter(payload, contribution_sheets(report, payload, asked, office.archive.today), name)
    return send_out(office, letter, folder, make)


def asked_rows(report: OpenReport, rows: Iterable[str]) -> tuple[Indicator, ...]:
    """Return the rows that people answer, of the keys or below them; `ReportRefused` where there is none."""
    found: dict[IndicatorCode, Indicator] = {}
    for key in map(normal, rows):
        below = {
            code: row
            for code, row in report.template.indicators.items()
            if row.is_asked and (code == key or code.startswith(f"{key}."))
        }
        if not below:
            raise ReportRefused(f"Bộ biểu mẫu không có dòng nào để hỏi ở “{key}”. Hãy xem lại mã dòng.")
        found |= below
    return tuple(found.values())


def plan_merging(office: Office, found: Inspection, payload: ContributionPayload) -> Merging:
    """Compare a colleague's answers with what was there when she was asked, and with what is there now."""
    report = office.report(Period.read(payload.period))
    entries, conflicts = {}, {}
    same, waiting = 0, []
    cells = found.cells or {}
    for code, sent in payload.cells.items():
        row, given = report.indicator(code), cells.get(code)
        if given is None or given.answer.is_blank or given.answer == sent.answer:
            waiting.append(row.code)
            continue
        present = report.form.entry(row.code)
        entry = Entry(given.answer, write_answer(row, given.answer), note=present.note)
        if present.answer == given.answer:
            same += 1
        elif present.answer == sent.answer:
            entries[row.code] = entry
        else:
            conflicts[row.code] = entry
    return Merging(entries, conflicts, same, tuple(waiting), found.questions)


def put_together(office: Office, period: Period, entries: Mapping[IndicatorCode, Entry]) -> Changes:
    """Put a colleague's answers into the report as one step."""
    return office.report(period).put(entries, Source.RECEIVED)


def take_contribution(office: Office, found: Inspection, payload: ContributionPayload) -> Taken:
    """Merge what is beyond doubt; conflicts are told as differences: what is here, what she answered."""
    plan = plan_merging(office, found, payload)
    report = office.report(Period.read(payload.period))
    if plan.entries:
        put_together(office, report.head.period, plan.entries)
    rows = report.template.indicators
    conflicts = tuple(
        Difference(
            code,
            write_answer(rows[code], report.form.entry(code).answer),
            write_answer(rows[code], entry.answer),
        )
        for code, entry in plan.conflicts.items()
    )
    words = f"Đã ghép {len(plan.entries)} số liệu, {plan.same} như cũ, {len(plan.waiting)} dòng chưa trả lời."
    if conflicts:
        words += f" {len(conflicts)} dòng đã có số khác ở đây. Hãy chọn số nào được dùng."
    return Taken(words, conflicts, plan.questions)
