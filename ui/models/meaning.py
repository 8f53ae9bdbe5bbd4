"""What a row of the form means, in the words of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.form.entry import write_answer
from cchc_desktop.rules.wording import in_words
from cchc_desktop.template.model import Kind
from cchc_desktop.values.answer import LATER, NOT_ARISEN, NOT_COMPETENT
from cchc_desktop.values.number import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.codes import IndicatorCode

_STATES = {
    NOT_ARISEN: "Không phát sinh: trong kỳ không có việc nào để đếm",
    NOT_COMPETENT: "Không thuộc thẩm quyền: cơ quan này không làm việc đó",
    LATER: "Báo cáo sau: có số liệu nhưng chưa tổng hợp kịp",
}
_KINDS = {
    Kind.WHOLE: "Nhập số nguyên",
    Kind.MONEY: "Nhập số tiền, đơn vị triệu đồng",
    Kind.PERCENT: "Nhập tỷ lệ phần trăm",
    Kind.HEADING: "Dòng tiêu đề, không nhập số liệu",
}


def place_name(report: OpenReport, code: IndicatorCode) -> str:
    """Return how messages name a row: `4.1, Phụ lục 2`."""
    row = report.template.indicators[code]
    return f"{row.stt.rstrip('.') or row.label}, {report.template.appendix_of(code).title}"


def state_line(report: OpenReport, row: Indicator) -> Iterator[str]:
    """Yield what the cell's look says in short: its state, where a computed value comes from."""
    answer = report.form.answer(row.code)
    if meaning := _STATES.get(answer):
        yield meaning
    elif answer.is_blank and report.form.is_asked(row):
        yield "Chưa trả lời"
    if row.kind.is_computed:
        yield from _computed_line(report, row)
    elif row.only_if and row.is_asked and not report.form.is_asked(row):
        yield _condition(report, row)


def finding_lines(report: OpenReport, code: IndicatorCode) -> Iterator[str]:
    """Yield one sentence for each finding that concerns the cell."""
    for finding in report.findings_at(code):
        yield f"{finding.severity.label}: {in_words(finding, report.form).message} ({finding.code})"


def meaning_lines(report: OpenReport, row: Indicator, *, with_origin: bool = True) -> Iterator[str]:
    """Yield what F1 tells of a row: what to type, what it is worked out from, what rests on it."""
    if row.kind.is_computed:
        if with_origin:
            yield from _computed_line(report, row)
    elif row.kind is Kind.CODE:
        yield f"Nhập một trong các mã {', '.join(write_number(code) for code in row.codes)}: {row.unit}"
    else:
        yield _KINDS[row.kind]
    if row.only_if:
        yield _condition(report, row)
    if row.part_of:
        yield f"Không lớn hơn dòng {place_name(report, row.part_of)}"
    if row.same_as:
        yield f"Cùng một số liệu với dòng {place_name(report, row.same_as)}"
    if users := report.template.dependents[row.code]:
        yield "Dùng để tính dòng " + "; ".join(place_name(report, user) for user in users)
    if row.is_asked:
        yield (
            "Ngoài số, có thể gõ kps (không phát sinh), ktq (không thuộc thẩm quyền), bcs (báo cáo sau); "
            "0 là số không"
        )


def _computed_line(report: OpenReport, row: Indicator) -> Iterator[str]:
    sign = " + " if row.kind is Kind.TOTAL else " : "
    formula = sign.join(f"dòng {place_name(report, code)}" for code in row.operands)
    yield f"Chương trình tính: {formula}"
    entry = report.form.entry(row.code)
    if entry.reason:
        yield f"Đã thay bằng số nhập, lý do: {entry.reason}"
    elif not entry.answer.is_blank:
        yield f"Đã ghi nhận {write_answer(row, entry.answer)}; bản in dùng số tính được"


def _condition(report: OpenReport, row: Indicator) -> str:
    condition = row.only_if
    if condition is None:
        return ""
    return f"Chỉ trả lời khi dòng {place_name(report, condition.code)} là {write_number(condition.equals)}"
