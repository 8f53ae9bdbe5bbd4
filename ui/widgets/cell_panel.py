"""All there is to know about the current cell, beside its table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.form.entry import write_answer
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.moment import short_moment
from ui.look import GRID
from ui.models.meaning import meaning_lines
from ui.widgets.linked_text import (
    LinkedText,
    finding_words,
    lines,
    paragraph,
    restore_link,
    row_heading,
    row_link,
)
from ui.widgets.trend_chart import TrendChart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.figures.looking_back import LookingBack
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator

_NARROWEST_IN_DIGITS = 36
_ENTRIES = 12
"""Of the register lines that make a figure the first are shown."""
_STEPS = 30
"""Of a cell's history the latest are shown."""


class CellPanel(QWidget):
    """Meaning, origin, chart, findings and history of one cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Về ô đang chọn")
        self.chart = TrendChart()
        self.text = LinkedText()
        self.text.setAccessibleName("Ý nghĩa, nguồn, phát hiện và lịch sử của ô đang chọn")
        self.setMinimumWidth(_NARROWEST_IN_DIGITS * self.fontMetrics().averageCharWidth())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.chart)
        layout.addWidget(self.text, 1)

    def show_cell(self, report: OpenReport, row: Indicator, looking: LookingBack, closed: str) -> None:
        """Tell about a row's figure."""
        self.chart.show_points(row, looking.series(row.code) if row.kind.role != "heading" else ())
        place = self.text.verticalScrollBar().value()
        parts = [row_heading(row), *([paragraph(closed)] if closed else [])]
        findings = report.findings_at(row.code)
        parts += [finding_words(report, finding, row, may_justify=not closed) for finding in findings]
        parts += _section("Ý nghĩa", [escape(line) for line in meaning_lines(report, row, with_origin=False)])
        parts += _section(
            "Nguồn của số",
            [*_computed(report, row, may_restore=not closed), *_fed(report, row), *_derived(report, row)],
        )
        parts += _section("In trong Ghi chú", _printed(report, row))
        parts += _section("Đã thay đổi", _history(report, row))
        self.text.setHtml("".join(parts))
        self.text.verticalScrollBar().setValue(place)


def _section(title: str, told: list[str] | Iterator[str]) -> Iterator[str]:
    if words := list(told):
        yield paragraph(title, bold=True)
        yield lines(*words)


def _computed(report: OpenReport, row: Indicator, *, may_restore: bool) -> Iterator[str]:
    from cchc_desktop.office.figures.explaining import explained

    told = explained(report, row.code)
    if told is None:
        return
    yield escape(f"{told.formula} → {told.words}")
    for operand in told.operands:
        yield f"{row_link(operand.code, operand.name)} {escape(f'{operand.label}: {operand.words}')}"
    if report.form.is_overridden(row.code):
        entry = report.form.entry(row.code)
        yield escape(f"Đã thay bằng {write_answer(row, entry.answer)}, lý do: {entry.reason}")
        if may_restore:
            yield restore_link(row.code)


def _fed(report: OpenReport, row: Indicator) -> Iterator[str]:
    from cchc_desktop.registers.catalogue import register_named
    from cchc_desktop.registers.reading import write_value

    given = report.fed(row.code)
    if given is None:
        return
    register = register_named(given.register)
    number = write_answer(row, Answer(given.value))
    yield escape(f"{register.label} tính được {number}, từ {len(given.entries)} dòng")
    for entry in given.entries[:_ENTRIES]:
        known = (write_value(register.by_name[name], entry.values.get(name)) for name in register.known_by)
        yield escape(f"{entry.id}: {', '.join(filter(None, known))}")
    if (rest := len(given.entries) - _ENTRIES) > 0:
        yield f"và {rest} dòng nữa, xem ở Sổ theo dõi"


def _derived(report: OpenReport, row: Indicator) -> Iterator[str]:
    from cchc_desktop.office.figures.explaining import derived, why_not_derived

    told = derived(report, row.code)
    if told is None:
        if row.is_asked and (why := why_not_derived(report)):
            yield escape(why)
        return
    way = "Cộng từ các kỳ ngắn hơn" if told.adds_up else "Lấy theo kỳ ngắn hơn sau cùng"
    yield escape(f"{way}: {told.words}")
    for point in told.points:
        yield escape(f"{point.period.name}: {write_answer(row, point.answer) or 'trống'}")


def _printed(report: OpenReport, row: Indicator) -> Iterator[str]:
    from cchc_desktop.office.figures.notes import printed_note

    if note := printed_note(report, row.code):
        yield escape(note)


def _history(report: OpenReport, row: Indicator) -> Iterator[str]:
    from cchc_desktop.office.figures.history import history

    for step in reversed(history(report, row.code)[-_STEPS:]):
        when = short_moment(step.at)
        who = step.who or "chưa ghi tên"
        reason = f"; lý do: {step.reason}" if step.reason else ""
        yield escape(f"{when}, {who} ({step.source}): {step.before} → {step.after}{reason}")
