"""Where a value comes from: the rows it is worked out from, or the shorter reports it is made of."""

from dataclasses import dataclass

from cchc_desktop.form.entry import write_answer
from cchc_desktop.office.figures.looking_back import Point
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Indicator, Kind, Template, TimeBehaviour
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Operand:
    """A row that a computed value rests on."""

    code: IndicatorCode
    name: str
    """By printed number: `2.1`, and with its appendix where that is another: `2.1 Phụ lục 4`."""
    label: str
    answer: Answer
    words: str
    """The answer as the row writes it; `trống` while it waits."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a computed row is worked out."""

    formula: str
    """In printed numbers: `= 2.2 ÷ 2.1 × 100`."""
    operands: tuple[Operand, ...]
    answer: Answer
    """What they give, whatever the cell prints."""
    words: str


@dataclass(frozen=True, slots=True)
class Derived:
    """What the shorter reports make of a row of a longer period."""

    answer: Answer
    words: str
    adds_up: bool
    """Whether the points are added up; else the last one stands, and is the only one."""
    points: tuple[Point, ...]


def explained(report: OpenReport, code: IndicatorCode) -> Explanation | None:
    """Return how a computed row is worked out; None where a person answers the row."""
    row = report.indicator(code)
    if not row.kind.is_computed:
        return None
    operands = tuple(_operand(report, row, each) for each in row.operands)
    answer = report.form.computed(row.code)
    return Explanation(_formula(row, operands), operands, answer, _words(row, answer))


def derived(report: OpenReport, code: IndicatorCode) -> Derived | None:
    """Return what the shorter reports make of the row; None where they make nothing of it."""
    row, derivation = report.indicator(code), report.past.shorter
    if derivation is None or not derivation.sources(row.code):
        return None
    answer = derivation.answer(row.code)
    return Derived(
        answer,
        _words(row, answer),
        adds_up=row.time is TimeBehaviour.FLOW,
        points=tuple(Point(form.period, form.answer(row.code)) for form in derivation.sources(row.code)),
    )


def why_not_derived(report: OpenReport) -> str:
    """Say why the shorter reports make nothing of a longer one; empty where they do, or there are none."""
    derivation = report.past.shorter
    if derivation is None or derivation.parts:
        return ""
    name = report.head.period.name
    if derivation.missing:
        missing = ", ".join(period.name for period in derivation.missing)
        return (
            f"Chưa đề xuất được số liệu {name} vì tệp này chưa có báo cáo {missing}. "
            "Hãy lập hoặc đọc các báo cáo đó vào tệp, hoặc tự nhập số liệu."
        )
    if derivation.untiled:
        return (
            f"Chưa đề xuất được số liệu {name} vì các báo cáo bên trong không tính liền ngày từ đầu đến cuối "
            "kỳ. Hãy xem lại thời gian tính số liệu của từng báo cáo, hoặc tự nhập số liệu."
        )
    return ""


def _formula(row: Indicator, operands: tuple[Operand, ...]) -> str:
    names = [operand.name for operand in operands]
    return f"= {' + '.join(names)}" if row.kind is Kind.TOTAL else f"= {' ÷ '.join(names)} × 100"


def _operand(report: OpenReport, row: Indicator, code: IndicatorCode) -> Operand:
    other = report.template.indicators[code]
    answer = report.form.answer(code)
    return Operand(code, _name(report.template, row, other), other.label, answer, _words(other, answer))


def _name(template: Template, row: Indicator, other: Indicator) -> str:
    appendix = template.appendix_of(other.code)
    name = other.stt.rstrip(".") or f"“{other.label}”"
    return name if appendix == template.appendix_of(row.code) else f"{name} {appendix.title}"


def _words(row: Indicator, answer: Answer) -> str:
    return write_answer(row, answer) or "trống"
