"""Which of two numbers was meant."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.template.model import Indicator
from cchc_desktop.values.number import AmbiguousNumber, write_number
from ui.dialogs.question import Question

_DIFFERENCE = "Dấu chấm ngăn hàng nghìn, dấu phẩy mở phần thập phân."


class ReadingsQuestion(Question):
    """Shows both readings as buttons; the cell stays as it is until one is chosen."""

    topic = "so-lieu"

    chosen = Signal(object)
    """The number, as `Decimal`."""

    def __init__(self, row: Indicator, ambiguous: AmbiguousNumber, parent: QWidget | None = None) -> None:
        super().__init__(
            "Con số đọc được hai cách",
            f"“{ambiguous.text}” ở dòng {row.stt} là số nào?",
            f"{row.label} ({row.unit}). {_DIFFERENCE}",
            parent,
        )
        for reading in ambiguous.readings:
            self.add_button(write_number(reading), partial(self.chosen.emit, reading))
        self.add_button("Nhập lại")
