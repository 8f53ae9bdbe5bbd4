"""The question for a section's heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.narrative.arranging import LONGEST_HEADING
from ui.dialogs.question import Question
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class HeadingQuestion(Question):
    """Asks for a heading; Enter takes it once it says something."""

    topic = "loi-van"

    def __init__(
        self,
        title: str,
        explanation: str,
        heading: str,
        take: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "", explanation, parent)
        self.field = TextLine(heading)
        self.field.setMaxLength(LONGEST_HEADING)
        self.field.setPlaceholderText("Tên mục, không ghi số")
        self.field.setAccessibleName("Tên mục")
        self.field.selectAll()
        self.add_field(self.field)
        self.button = self.add_button(title, lambda: take(self.field.text()))
        self.add_button("Thôi")
        self.field.told.connect(self._weigh)
        self.field.setFocus()
        self._weigh()

    def _weigh(self) -> None:
        self.button.setEnabled(bool(self.field.whole_text.strip()))
