"""A decision that needs a reason in writing."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.values.text import normal
from ui.dialogs.question import Question
from ui.widgets.text_line import TextLine


class ReasonQuestion(Question):
    """Asks for a reason; the decision that rests on it can be taken once there is one."""

    def __init__(
        self,
        title: str,
        question: str,
        explanation: str,
        *,
        reason: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, question, explanation, parent)
        self.field = TextLine(reason)
        self.field.setPlaceholderText("Lý do")
        self.field.setAccessibleName("Lý do")
        self.add_field(self.field)
        self._needing: list[QPushButton] = []
        self.field.told.connect(self._weigh)

    def add_decision(self, words: str, decide: Callable[[str], None]) -> QPushButton:
        """Add a button that can be pressed once a reason is written; the call gets it."""
        button = self.add_button(words, lambda: decide(normal(self.field.text())))
        self._needing.append(button)
        self._weigh()
        return button

    def _weigh(self) -> None:
        for button in self._needing:
            button.setEnabled(bool(normal(self.field.whole_text)))
