"""Packages that wait: looked into again, settled cell by cell for a reason, or set aside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Inspection, Trust
from cchc_desktop.exchange.messages import ContributionPayload, ReceiptPayload, RequestPayload, ReturnPayload
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.office.exported.payload import cell_of
from cchc_desktop.office.mailroom.as_stored import cells_of_report, content_of_report
from cchc_desktop.office.mailroom.contributions import plan_merging, put_together
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.letters_in import take_letter
from cchc_desktop.office.mailroom.senders import names_of
from cchc_desktop.office.mailroom.word_in import WORD, inspected_word
from cchc_desktop.office.mailroom.worked_out_again import worked_out_again
from cchc_desktop.office.office import Office
from cchc_desktop.storage.identity import known_keys, remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import (
    Direction,
    Outcome,
    Package,
    content_of,
    list_packages,
    load_package,
    update_package,
)
from cchc_desktop.storage.received import CellRow, DecidedCell, ReceivedContent, let_count, save_decisions
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.model import Kind, Template
from cchc_desktop.values.answer import Absence, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import normal

PAYLOAD, SHEET = "payload", "sheet"


class DecisionRefused(CchcError):
    """The package does not wait, or what was chosen does not settle it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a waiting package."""

    reason: str
    take: str = SHEET
    """What is taken in cells that differ: what the machine part says (`payload`), or the sheet."""
    cells: Mapping[str, str] = field(default_factory=dict)
    """Another choice for single cells: `payload`, `sheet`, or the answer as a person types it."""
    office: str = ""
    """Whose it is, where the file does not say: id, code or name of an office on the list."""


def waiting(office: Office) -> tuple[Package, ...]:
    """Return every package that waits for a person, the oldest first."""
    return list_packages(office.archive.db, Direction.IN, outcome=Outcome.QUESTIONS)


def look_again(office: Office, package: int) -> tuple[Package, Inspection]:
    """Return a stored package and what stands in its file."""
    stored = load_package(office.archive.db, package)
    data, sets = content_of(office.archive.db, package), KnownSets(office)
    if Path(stored.file_name).suffix.lower() == WORD:
        return stored, inspected_word(data, stored.file_name, tuple(sets))
    return stored, inspect(data, known_keys(office.archive.db), sets)


def set_aside(office: Office, package: int, reason: str) -> None:
    """Decide that a waiting package does not count; it stays readable."""
    stored = _waiting(office, package)
    origin = _origin(office, reason)
    update_package(office.archive.db, replace(stored, outcome=Outcome.SET_ASIDE), origin)


def settle(office: Office, package: int, decision: Decision) -> str:
    """Take a waiting package in as it was decided, and say what was done; its key is trusted from then on."""
    stored = _waiting(office, package)
    origin = _origin(office, decision.reason)
    _, found = look_again(office, package)
    payload = found.payload
    if isinstance(payload, ContributionPayload):
        return _settle_contribution(office, stored, found, payload, decision, origin)
    is_filled = stored.kind == "report" and isinstance(payload, RequestPayload)
    if isinstance(payload, RequestPayload | ReturnPayload | ReceiptPayload) and not is_filled:
        with writing(office.archive.db):
            words = take_letter(office, found, payload).words
            update_package(office.archive.db, replace(stored, outcome=Outcome.ACCEPTED), origin)
            remember_key(
                office.archive.db,
                payload.office,
                found.key,
                who=origin.who,
                now=origin.now,
                reason=origin.reason,
            )
        return words
    return _settle_report(office, stored, found, decision, origin)


def _settle_report(
    office: Office, stored: Package, found: Inspection, decision: Decision, origin: Origin
) -> str:
    sender = office.offices.all().find(decision.office or stored.office)
    if sender is None:
        raise DecisionRefused("Chưa rõ tệp của đơn vị nào. Hãy thêm đơn vị vào danh sách rồi chọn đơn vị đó.")
    said, chosen = _said(found, stored.period, decision)
    taken = replace(stored, office=sender.id, outcome=Outcome.ACCEPTED)
    decisions = [
        DecidedCell(code, choice, origin.who, origin.now, origin.reason) for code, choice in chosen.items()
    ]
    db = office.archive.db
    with writing(db):
        update_package(db, taken, origin)
        save_decisions(db, stored.id, decisions)
        let_count(db, taken, said, origin)
        if report := found.report:
            _trust(office, names_of(sender, report.office), found, origin)
    told = f"Đã nhận báo cáo {stored.period.name} của {sender.name}, {len(said.cells)} số liệu."
    left = [code for code, choice in chosen.items() if choice == SHEET] if found.report is None else []
    if not left:
        return told
    return f"{told} Để trống các ô không đọc chắc được: {', '.join(left)}. Hãy hỏi đơn vị gửi tệp."


def _said(found: Inspection, period: Period, decision: Decision) -> tuple[ReceivedContent, Mapping[str, str]]:
    """Return what the report says by the decision, and what was chosen in the cells that were asked about."""
    asked = dict.fromkeys(
        (*(each.cell for each in found.differences), *(each.cell for each in found.questions if each.cell))
    )
    if not isinstance(found.payload, ReportPayload):
        asked = dict.fromkeys(each.cell for each in found.questions if each.cell)
        return _from_sheets(found, period, decision, asked), {
            code: decision.cells.get(code, SHEET) for code in asked
        }
    chosen = {code: decision.cells.get(code, decision.take) for code in asked}
    taken = {code: _chosen(found, code, choice) for code, choice in chosen.items() if choice != PAYLOAD}
    return _content(found.payload, found.template, taken), chosen


def _content(
    payload: ReportPayload, template: Template | None, taken: Mapping[str, Answer]
) -> ReceivedContent:
    """Return what the report says with other answers in these cells; what is computed from them follows."""
    cells: dict[str, CellRow | None] = {row[0]: row for row in cells_of_report(payload)}
    cells |= {code: None if answer.is_blank else _row(code, answer) for code, answer in taken.items()}
    if template is None or not taken:
        return content_of_report(payload, tuple(filter(None, cells.values())))
    answers = {row[0]: _answer(row) for row in cells.values() if row}
    again, complete = worked_out_again(template, payload, answers, taken)
    said = content_of_report(payload, tuple(filter(None, (cells | again).values())))
    return replace(said, answered=complete.answered, required=complete.required)


def _from_sheets(
    found: Inspection, period: Period, decision: Decision, asked: Mapping[str, None]
) -> ReceivedContent:
    """Return what sheets without a machine part say: asked rows as they were read, the others worked out."""
    template = found.template
    if template is None:
        raise DecisionRefused("Không có bộ biểu mẫu nào khớp các dòng của tệp. Hãy cài bộ biểu mẫu trước.")
    read = {code: cell.answer for code, cell in (found.cells or {}).items()}
    for code in asked:
        if code in decision.cells and decision.cells[code] != SHEET:
            read[code] = _typed(template, code, decision.cells[code])
    entries = {
        IndicatorCode(code): Entry(answer)
        for code, answer in read.items()
        if template.indicators[IndicatorCode(code)].is_asked and not answer.is_blank
    }
    form = Form(template, period, entries)
    complete = form.completeness
    return ReceivedContent(
        (template.id, template.version), complete.answered, complete.required, tuple(_rows(form)), {}
    )


def _rows(form: Form) -> Iterator[CellRow]:
    for code, row in form.template.indicators.items():
        if row.kind is not Kind.HEADING:
            cell = cell_of(form, row)
            if cell.state != "blank":
                yield code, cell.state, cell.value


def _chosen(found: Inspection, code: str, choice: str) -> Answer:
    cell = (found.cells or {}).get(code)
    if choice != SHEET:
        return _typed(found.template, code, choice)
    if cell is None and any(question.cell == code for question in found.questions):
        raise DecisionRefused(
            f"Ô {code} trên trang tính không đọc chắc chắn được. Hãy ghi số muốn nhận cho ô này."
        )
    return cell.answer if cell else Answer()


def _typed(template: Template | None, code: str, text: str) -> Answer:
    row = template.indicators.get(IndicatorCode(code)) if template else None
    if row is None:
        raise DecisionRefused(f"Không có dòng {code} trong bộ biểu mẫu của tệp. Hãy kiểm tra lại mã dòng.")
    return read_answer(row, text)


def _answer(row: CellRow) -> Answer:
    _, state, value = row
    return Answer(Absence(state) if value is None else Decimal(value))


def _row(code: str, answer: Answer) -> CellRow:
    return code, answer.state, None if answer.number is None else plain(answer.number)


def _settle_contribution(
    office: Office,
    stored: Package,
    found: Inspection,
    payload: ContributionPayload,
    decision: Decision,
    origin: Origin,
) -> str:
    """Put the colleague's answers in where they were chosen (`sheet`), or typed ones."""
    plan = plan_merging(office, found, payload)
    report = office.report(stored.period)
    entries = dict(plan.entries)
    for code in dict.fromkeys((*plan.conflicts, *(IndicatorCode(each.cell) for each in plan.questions))):
        choice = decision.cells.get(code, decision.take)
        if choice == SHEET and code in plan.conflicts:
            entries[code] = plan.conflicts[code]
        elif choice not in (SHEET, PAYLOAD):
            entries[code] = Entry(_typed(report.template, code, choice), said=choice)
    with writing(office.archive.db):
        put_together(office, stored.period, entries)
        update_package(office.archive.db, replace(stored, outcome=Outcome.ACCEPTED), origin)
    return f"Đã ghép {len(entries)} số liệu vào báo cáo {stored.period.name}."


def _trust(office: Office, names: tuple[str, ...], found: Inspection, origin: Origin) -> None:
    """Know the sender by this key from now on, unless the signature does not fit what it stands under."""
    if found.signature in (Trust.FIRST_SEEN, Trust.CHANGED_KEY):
        for name in names:
            remember_key(
                office.archive.db, name, found.key, who=origin.who, now=origin.now, reason=origin.reason
            )


def _waiting(office: Office, package: int) -> Package:
    stored = load_package(office.archive.db, package)
    if stored.outcome is not Outcome.QUESTIONS:
        raise DecisionRefused(f"Tệp số {package} không chờ xem nữa. Hãy xem lại danh sách tệp đã nhận.")
    return stored


def _origin(office: Office, reason: str) -> Origin:
    if not normal(reason):
        raise DecisionRefused("Lựa chọn này cần có lý do. Hãy ghi lý do, ví dụ “Đã gọi điện xác nhận”.")
    return Origin(office.archive.who, office.archive.clock(), Source.RECEIVED, normal(reason))
