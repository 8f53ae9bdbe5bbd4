"""Which figures a register gives, beside what the report says, and the way to take them over."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cchc_desktop.form.entry import write_answer
from cchc_desktop.registers.feeding import feeding_registers
from cchc_desktop.values.answer import Answer
from ui.look import GRID
from ui.widgets.linked_text import LinkedText, lines, paragraph, row_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.registers.schema import Register
    from cchc_desktop.values.codes import IndicatorCode

_LOCKED = "Số liệu của báo cáo đã chốt nên không đổi theo sổ; sổ vẫn ghi được."
_EMPTY = "Sổ chưa có gì để lấy"


class FeedingPanel(QWidget):
    """Each row that the register feeds is a link to its cell; one button takes all that differ."""

    wished = Signal(object)
    """Codes of the cells that are to take what the register gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = LinkedText()
        self.text.setAccessibleName("Số liệu mà sổ tính ra")
        self.take = QPushButton(_EMPTY)
        self.take.clicked.connect(lambda: self.wished.emit(self._differing))
        self._differing: tuple[IndicatorCode, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.take)

    def show_register(self, report: OpenReport | None, register: Register, *, may_write: bool) -> None:
        """Tell what the register gives in the report; hide where it feeds no row of its set."""
        codes = _fed_codes(report, register) if report else ()
        self.setVisible(bool(codes))
        if report is None or not codes:
            return
        self._differing = tuple(code for code in codes if _differs(report, code))
        is_locked = report.head.stage.holds_figures
        count = len(self._differing)
        self.take.setText(f"Lấy {count} số từ sổ" if count else _nothing_to_take(report, codes))
        self.take.setToolTip("Ghi số tính từ sổ vào Số liệu; Ctrl+Z lấy lại số cũ")
        self.take.setEnabled(bool(count) and may_write and not is_locked)
        heading = paragraph(f"Sổ này tính ra số liệu {report.head.period.name}", bold=True)
        locked = paragraph(_LOCKED) if is_locked else ""
        place = self.text.verticalScrollBar().value()
        self.text.setHtml(heading + locked + "".join(_told(report, codes)))
        self.text.verticalScrollBar().setValue(place)


def _fed_codes(report: OpenReport, register: Register) -> tuple[IndicatorCode, ...]:
    return tuple(code for code, feeds in feeding_registers(report.template).items() if feeds is register)


def _nothing_to_take(report: OpenReport, codes: tuple[IndicatorCode, ...]) -> str:
    is_empty = not any(code in report.past.fed for code in codes)
    return _EMPTY if is_empty else "Số liệu đã khớp với sổ"


def _differs(report: OpenReport, code: IndicatorCode) -> bool:
    """Whether the cell says something else and nobody has kept that with a reason."""
    given = report.past.fed.get(code)
    if given is None or report.form.answer(code).number == given:
        return False
    kept = {
        finding.cell for finding in report.findings if finding.rule == "R8" and finding.code in report.kept
    }
    return code not in kept


def _told(report: OpenReport, codes: tuple[IndicatorCode, ...]) -> Iterator[str]:
    for code in codes:
        row, given = report.indicator(code), report.past.fed.get(code)
        said = write_answer(row, report.form.answer(code)) or "trống"
        counted = "chưa có gì để tính" if given is None else f"sổ {write_answer(row, Answer(given))}"
        agrees = given is not None and report.form.answer(code).number == given
        beside = "khớp với Số liệu" if agrees else f"Số liệu: {said}"
        yield lines(f"{row_link(code, f'{row.stt} {row.label}')} {escape(f'– {counted} · {beside}')}")
