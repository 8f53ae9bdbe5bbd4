"""What stands beside the text and is never printed: guidance, the last period, sentences to take."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.office.prose.prose import (
    last_period_as_printed,
    offered_from_last_period,
    suggested_sentences,
    text_as_printed,
)
from ui.look import GRID, quiet
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc_desktop.narrative.carrying import CarriedOver
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.template.model import Section

_RESULTS = "kết quả"
"""In a heading, or one above it: what became of the last period's plans belongs there."""
_NARROWEST_IN_DIGITS = 32


class Beside(QScrollArea):
    """Tells about one section; buttons put a sentence or the last period's text into it."""

    inserted = Signal(str)
    """Stored text to put in at the caret."""
    carried = Signal(str)
    """Stored text that becomes the section's, marked as carried over."""

    def __init__(self, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._offered: CarriedOver | None = offered_from_last_period(report)
        self.may_write = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_NARROWEST_IN_DIGITS * self.fontMetrics().averageCharWidth())
        self.setAccessibleName("Bên cạnh mục đang viết")

    @property
    def offers_anything(self) -> bool:
        """Whether the last period's prose has something for a section that is still empty."""
        offered = self._offered.sections if self._offered else {}
        return any(section not in self._report.states for section in offered)

    def show_section(self, section: Section) -> None:
        """Tell about a section."""
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self._layout.setSpacing(GRID // 2)
        if section.guidance:
            self._head("Cần nêu")
            self._words(section.guidance)
        self._suggest(section)
        self._last_period(section)
        self._plans(section)
        self._layout.addStretch()
        self.setWidget(inside)

    def _suggest(self, section: Section) -> None:
        sentences = suggested_sentences(self._report, section.id)
        if not sentences:
            return
        self._head("Câu gợi ý từ số liệu")
        for text in sentences:
            words = text_as_printed(self._report, text)
            self._words(words)
            self._button("Chèn câu này", f"Chèn câu: {words}", partial(self.inserted.emit, text))

    def _last_period(self, section: Section) -> None:
        text = self._offered.sections.get(section.id, "") if self._offered else ""
        if not text:
            return
        self._head("Kỳ trước đã viết")
        self._words(last_period_as_printed(self._report, section.id))
        tip = "Chép lời kỳ trước vào mục này; số nào khớp một dòng của kỳ trước thì đi theo số kỳ này"
        self._button("Mang sang", tip, partial(self.carried.emit, text))

    def _plans(self, section: Section) -> None:
        """What was planned for this period, beside what came of it."""
        plans = self._offered.plans if self._offered else ""
        if plans and any(_RESULTS in heading.lower() for heading in self._headings(section)):
            self._head("Phương hướng kỳ trước đã nêu")
            self._words(plans)

    def _headings(self, section: Section) -> list[str]:
        """The headings above a section, its own included."""
        above: dict[int, str] = {}
        for each in self._report.outline.sections:
            above = {level: heading for level, heading in above.items() if level < each.level}
            above[each.level] = each.heading
            if each.id == section.id:
                break
        return list(above.values())

    def _head(self, words: str) -> None:
        label = QLabel(words)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        if self._layout.count():
            self._layout.addSpacing(GRID)
        self._layout.addWidget(label)

    def _words(self, words: str) -> None:
        label = plain_label(words)
        palette = label.palette()
        palette.setColor(label.foregroundRole(), quiet(palette))
        label.setPalette(palette)
        self._layout.addWidget(label)

    def _button(self, words: str, spoken: str, job: Callable[[], None]) -> None:
        button = QPushButton(words)
        button.setToolTip(spoken)
        button.setAccessibleDescription(spoken)
        button.setEnabled(self.may_write)
        button.clicked.connect(job)
        self._layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
