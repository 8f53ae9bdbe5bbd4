"""What is to say about the current row, under its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import look
from ui.models.meaning import meaning_lines
from ui.widgets.linked_text import LinkedText, finding_words, lines, paragraph, restore_link, row_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Indicator

_LINES = 6
_QUIET = "Không có phát hiện nào ở dòng này. F1: ý nghĩa của dòng. F8: phát hiện kế tiếp. F9: mọi điều về ô."
_PRESET = "Biểu mẫu điền sẵn “Không thuộc thẩm quyền” ở đây. Cơ quan có làm việc đó thì gõ số liệu đè lên."


class FindingsStrip(LinkedText):
    """The current row's findings with code, sentence and remedy; the other cells of a rule are links."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Phát hiện ở dòng đang chọn")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3 + 2 * look.GRID)

    @property
    def wished_height(self) -> int:
        """A height that shows a finding whole."""
        return self.fontMetrics().lineSpacing() * _LINES + 2 * look.GRID

    def fit(self, page_height: int) -> None:
        """Leave a low page to its table, where showing a finding whole would take too much of it."""
        third = page_height // 3
        self.setMaximumHeight(third if third < self.wished_height else page_height)

    def show_findings(self, report: OpenReport, row: Indicator, closed: str = "") -> None:
        """Tell the findings that concern the row, and why nothing can be typed if so."""
        from cchc_desktop.office.beginning import as_begun
        from cchc_desktop.office.figures.explaining import why_not_derived

        parts = [row_heading(row)]
        if closed:
            parts.append(paragraph(closed))
        if report.form.is_overridden(row.code):
            reason = report.form.entry(row.code).reason
            parts.append(paragraph(f"Đã thay số tính được, lý do: {reason}"))
            parts += [] if closed else [lines(restore_link(row.code))]
        if row.code in as_begun(report.form):
            parts.append(paragraph(_PRESET))
        if row.is_asked and report.form.answer(row.code).is_blank and (why := why_not_derived(report)):
            parts.append(paragraph(why))
        findings = report.findings_at(row.code)
        found = [finding_words(report, finding, row, may_justify=not closed) for finding in findings]
        self.setHtml("".join([*parts, *(found or [paragraph(_QUIET)])]))

    def show_meaning(self, report: OpenReport, row: Indicator) -> None:
        """Tell what the row means and what it hangs together with."""
        told = (paragraph(line + ".") for line in meaning_lines(report, row))
        self.setHtml(row_heading(row) + "".join(told))

    def show_messages(self, messages: Iterable[str]) -> None:
        """Tell why something could not be done, or what was done."""
        self.setHtml("".join(paragraph(message) for message in messages))
