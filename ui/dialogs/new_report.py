"""Which period a new report is for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.values.period import Period, Span, short_date
from ui.dialogs.question import Question
from ui.look import GRID

_KINDS = {
    "Quý": [f"Q{number}" for number in range(1, 5)],
    "6 tháng": ["H1", "H2"],
    "9 tháng": ["9M"],
    "Năm": [""],
    "Tháng": [f"{number:02}" for number in range(1, 13)],
}
_SPANS = (Span.QUARTER, Span.HALF, Span.NINE_MONTHS, Span.YEAR, Span.MONTH)
_YEARS_AROUND = 3


class NewReport(Question):
    """Asks for the kind of period, which one and the year; shows in words which days are counted."""

    chosen = Signal(object)
    """`Period`."""

    def __init__(self, proposed: Period, year: int, working_days: int, parent: QWidget | None = None) -> None:
        super().__init__("Báo cáo mới", "Lập báo cáo cho kỳ nào?", "", parent)
        self._working_days = working_days
        self.kind = _choice("Loại kỳ")
        self.kind.addItems(list(_KINDS))
        self.part = _choice("Kỳ")
        self.year = _choice("Năm")
        self.year.addItems([str(year + step) for step in range(1, -_YEARS_AROUND - 1, -1)])
        self.window_words = QLabel()
        self.window_words.setWordWrap(True)
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        for field in (self.kind, self.year, self.part):
            form.addRow(field.accessibleName(), field)
        form.addRow("Số liệu", self.window_words)
        self.add_field(fields)
        self.add_button("Lập báo cáo", lambda: self.chosen.emit(self.period))
        self.add_button("Thôi")
        self.kind.currentIndexChanged.connect(self._fill_parts)
        self.year.currentIndexChanged.connect(self._fill_parts)
        self.part.currentIndexChanged.connect(self._tell)
        self._propose(proposed)

    @property
    def period(self) -> Period:
        """The period chosen so far."""
        return Period.read(str(self.part.currentData()))

    def _propose(self, period: Period) -> None:
        self.year.setCurrentText(str(period.year))
        self.kind.setCurrentIndex(_SPANS.index(period.span))
        self._fill_parts()
        self.part.setCurrentIndex(self.part.findData(str(period)))

    def _fill_parts(self) -> None:
        """Offer the periods of that kind and year; chosen is the one with the last month chosen before."""
        month = self.period.last_month if self.part.count() else 1
        year, parts = self.year.currentText(), _KINDS[self.kind.currentText()]
        periods = [Period.read(f"{year}-{part}".removesuffix("-")) for part in parts]
        self.part.clear()
        for period in periods:
            self.part.addItem(period.title, str(period))
        reaching = (place for place, period in enumerate(periods) if period.last_month >= month)
        self.part.setCurrentIndex(next(reaching, len(periods) - 1))

    def _tell(self) -> None:
        if self.part.currentIndex() >= 0:
            window = self.period.window
            due = short_date(default_deadline(self.period, window, self._working_days))
            self.window_words.setText(f"Tính {window}; hạn gửi {due}.")


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    return box
