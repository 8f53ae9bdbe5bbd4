"""A package that waits for a person, laid open: whose it may be, and cell by cell what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.exchange.inspection import Certainty, Doubt
from cchc_desktop.exchange.messages import ContributionPayload
from cchc_desktop.form.entry import write_answer
from cchc_desktop.office.mailroom.contributions import plan_merging
from cchc_desktop.office.mailroom.deciding import look_again, waiting
from cchc_desktop.office.mailroom.filled import filled_in
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.template.catalogue import NoTemplate
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.exchange.inspection import Inspection, Question
    from cchc_desktop.office.office import Office
    from cchc_desktop.storage.packages import Package
    from cchc_desktop.template.model import Template
    from cchc_desktop.values.answer import Answer

_DOUBTS = {
    Doubt.AMBIGUOUS: "đọc được thành hai số",
    Doubt.UNREADABLE: "không đọc được",
    Doubt.FORMULA: "có công thức",
    Doubt.TWICE: "hai dòng cùng là chỉ tiêu này",
    Doubt.UNKNOWN_ROW: "không rõ là dòng nào",
}
_CERTAINTIES = {
    Certainty.KEY: "theo mã dòng",
    Certainty.LABEL_AND_NUMBER: "theo tên và số thứ tự",
    Certainty.LABEL: "theo tên",
}
_DIFFERS = "khác nhau"


@dataclass(frozen=True, slots=True)
class AskedCell:
    """One cell of a waiting package."""

    code: str
    """Key of its row; empty for a row nobody knows, about which nothing can be chosen."""
    label: str
    place: str
    payload: str
    """What the machine part says, or what stands in this office's own report; empty: nothing."""
    sheet: str
    """What stands in the sheet; empty: nothing."""
    why: str
    """Why it is asked about, or how its row was recognised."""
    is_asked: bool
    """Whether a person chooses; else it is shown to be looked at."""
    is_readable: bool = True
    """Whether what stands in the sheet can be taken as it is; else a person types it, or leaves it out."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A waiting package as a person decides about it."""

    package: Package
    sender: str
    """The sender's name as the file has it; empty where it has none."""
    code: str
    """The sender's code as the file has it."""
    cells: tuple[AskedCell, ...]
    """What is asked first, in printed order."""
    is_filled_by_hand: bool = False
    """Whether the sheets are all there is: no machine part says what the sender meant."""

    @property
    def is_contribution(self) -> bool:
        """Whether a colleague's answers are compared with this office's own."""
        return self.package.kind == "contribution"

    @property
    def needs_office(self) -> bool:
        """Whether a person has to say whose report it is."""
        return self.package.kind == "report" and not self.package.office


def lines_waiting(office: Office) -> tuple[Received, ...]:
    """Return a line for every package that waits, the oldest first."""
    offices = office.offices.all().by_id
    return tuple(
        Received(
            package.file_name,
            Verdict.QUESTIONS,
            package.reason,
            package.kind,
            office_id=package.office,
            name=offices[package.office].name if package.office in offices else "",
            period=str(package.period),
            sequence=package.sequence,
            package=package.id,
        )
        for package in waiting(office)
    )


def matter_of(office: Office, package: int) -> Matter:
    """Return what is asked about a waiting package; its file is read anew."""
    stored, found = look_again(office, package)
    payload = found.payload
    if isinstance(payload, ContributionPayload):
        return Matter(stored, payload.To, "", tuple(_conflicts(office, found, payload)))
    if payload is not None and payload.kind == stored.kind:
        name, code = payload.OrganName, payload.OrganId
    else:
        filled = filled_in(found)
        name, code = filled.name, filled.code
    cells = sorted(_cells(found, _template(office, found)), key=lambda cell: not cell.is_asked)
    return Matter(stored, name, code, tuple(cells), is_filled_by_hand=found.report is None)


def _template(office: Office, found: Inspection) -> Template | None:
    if found.template or found.report is None:
        return found.template
    try:
        return office.catalogue().get(found.report.template.id, found.report.template.version)
    except NoTemplate:
        return None


def _cells(found: Inspection, template: Template | None) -> Iterator[AskedCell]:
    if found.kind != "request":  # of which the sheets of course say more than the blank forms
        for each in found.differences:
            yield AskedCell(
                each.cell, _label(template, each.cell), "", each.payload, each.sheet or "", _DIFFERS, True
            )
    for asked in found.questions:
        yield _doubted(asked, template)
    if found.report is None:
        questioned = {each.cell for each in found.questions}
        for code, cell in (found.cells or {}).items():
            if code not in questioned and not cell.answer.is_blank:
                text = _written(template, code, cell.answer)
                certainty = _CERTAINTIES[cell.certainty]
                yield AskedCell(code, _label(template, code), cell.place, "", text, certainty, False)


def _conflicts(office: Office, found: Inspection, payload: ContributionPayload) -> Iterator[AskedCell]:
    plan = plan_merging(office, found, payload)
    report = office.report(Period.read(payload.period))
    for code, entry in plan.conflicts.items():
        row = report.template.indicators[code]
        here = write_answer(row, report.form.entry(code).answer)
        yield AskedCell(code, row.label, "", here, write_answer(row, entry.answer), _DIFFERS, True)
    for asked in plan.questions:
        yield _doubted(asked, report.template)


def _doubted(asked: Question, template: Template | None) -> AskedCell:
    return AskedCell(
        asked.cell,
        _label(template, asked.cell),
        asked.place,
        payload="",
        sheet=asked.text,
        why=_DOUBTS[asked.doubt],
        is_asked=bool(asked.cell),
        is_readable=False,
    )


def _written(template: Template | None, code: str, answer: Answer) -> str:
    row = template.indicators.get(IndicatorCode(code)) if template else None
    return write_answer(row, answer) if row else ""


def _label(template: Template | None, code: str) -> str:
    row = template.indicators.get(IndicatorCode(code)) if template and code else None
    return f"{row.stt} {row.label}".strip() if row else ""
