"""What is asked about figures: what was meant, why a computed one gives way, why a finding may stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.dialogs.justification import justification
from ui.dialogs.override import override_question
from ui.dialogs.readings import ReadingsQuestion

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.values.number import AmbiguousNumber
    from ui.desk import Desk
    from ui.dialogs.question import Question


class FigureQuestions(QObject):
    """Opens a question at a time; what is decided goes to the desk."""

    untaken = Signal()
    """What was typed is not taken before the question is answered: it stays in its cell."""
    asked = Signal(object)
    """A question that is about to open."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        desk.figures.asked.connect(self._ask_reading)
        desk.figures.overriding.connect(self._ask_override)

    def justify(self, finding: str) -> None:
        """Ask for the justification of the finding with this code, if it is still there."""
        from cchc_desktop.office.findings.found import told_of_figures

        report = self._desk.the_report
        about = next((each for each in report.findings if each.code == finding), None)
        found = told_of_figures(report, about) if about else None
        if found and (question := justification(self._desk, found, self._window)):
            self._open(question)

    def _ask_reading(self, code: str, ambiguous: AmbiguousNumber) -> None:
        question = ReadingsQuestion(self._desk.the_report.indicator(code), ambiguous, self._window)
        question.chosen.connect(partial(self._take_reading, code, ambiguous.text))
        self.untaken.emit()
        self._open(question)

    def _take_reading(self, code: str, text: str, number: Decimal) -> None:
        self._desk.figures.enter_number(code, number, text)

    def _ask_override(self, code: str, text: str) -> None:
        desk = self._desk
        self.untaken.emit()
        self._open(override_question(desk.figures, desk.the_report, code, text, self._window))

    def _open(self, question: Question) -> None:
        self.asked.emit(question)
        question.open()
