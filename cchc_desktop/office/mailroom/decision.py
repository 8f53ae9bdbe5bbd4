"""What a person decided of a waiting file, and what the file says by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.office.exported.payload import cell_of
from cchc_desktop.office.mailroom.as_stored import cells_of_report, content_of_report
from cchc_desktop.office.mailroom.worked_out_again import worked_out_again
from cchc_desktop.storage.received import CellRow, ReceivedContent
from cchc_desktop.template.model import Kind, Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period

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


@dataclass(frozen=True, slots=True)
class Said:
    """What a waiting report says by a decision."""

    content: ReceivedContent
    chosen: Mapping[str, str]
    """The choice in every cell that was asked about."""
    left: tuple[str, ...] = ()
    """Cells that stay blank, since nobody could read them."""


def said_by(found: Inspection, period: Period, decision: Decision) -> Said:
    """Return what a report says by the decision; `DecisionRefused` where that does not settle it."""
    questioned = dict.fromkeys(each.cell for each in found.questions if each.cell)
    if not isinstance(found.payload, ReportPayload):
        chosen = {code: decision.cells.get(code, SHEET) for code in questioned}
        left = [code for code, choice in chosen.items() if choice == SHEET]
        content = _from_sheets(found, period, decision, questioned)
        return Said(content, chosen, tuple(left))
    asked = dict.fromkeys((*(each.cell for each in found.differences), *questioned))
    chosen = {code: decision.cells.get(code, decision.take) for code in asked}
    taken = {code: _chosen(found, code, choice) for code, choice in chosen.items() if choice != PAYLOAD}
    return Said(_content(found.payload, found.template, taken), chosen)


def typed(template: Template | None, code: str, text: str) -> Answer:
    """Return the answer as a person typed it; `DecisionRefused` where the set has no such row."""
    row = template.indicators.get(IndicatorCode(code)) if template else None
    if row is None:
        raise DecisionRefused(f"Không có dòng {code} trong bộ biểu mẫu của tệp. Hãy kiểm tra lại mã dòng.")
    return read_answer(row, text)


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
            read[code] = typed(template, code, decision.cells[code])
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
        return typed(found.template, code, choice)
    if cell is None and any(question.cell == code for question in found.questions):
        raise DecisionRefused(
            f"Ô {code} trên trang tính không đọc chắc chắn được. Hãy ghi số muốn nhận cho ô này."
        )
    return cell.answer if cell else Answer()


def _answer(row: CellRow) -> Answer:
    _, state, value = row
    return Answer.of(state, value)


def _row(code: str, answer: Answer) -> CellRow:
    return code, answer.state, None if answer.number is None else plain(answer.number)
