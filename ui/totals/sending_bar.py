"""Above the matrix: which offices are listed, and what is made of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.look import GRID
from ui.totals.matrix_model import AWAITED
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from cchc_desktop.rollup.matrix import Matrix
    from cchc_desktop.values.period import Period


class SendingBar(QWidget):
    """Search as one types, group, state in one period; reminder, file, printing."""

    narrowed = Signal()
    left = Signal()
    """Enter or Esc in the search line: back to the table, Esc with everything listed again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setPlaceholderText("Tìm đơn vị, gõ có dấu hoặc không dấu")
        self.search.setAccessibleName("Tìm đơn vị")
        self.search.setToolTip("Tìm đơn vị (Ctrl+F)")
        self.period = _choice("Kỳ báo cáo", "Kỳ để lọc tình trạng và nhắc gửi")
        self.group = _choice("Nhóm đơn vị", "Chỉ liệt kê đơn vị của một nhóm")
        self.state = _choice("Tình trạng", "Chỉ liệt kê đơn vị có tình trạng này trong kỳ đang chọn")
        self.remind = QPushButton("Lời nhắc…")
        self.remind.setToolTip("Soạn lời nhắc gửi báo cáo cho các đơn vị còn nợ của kỳ đang chọn")
        self.accept = QPushButton("Tiếp nhận…")
        self.accept.setToolTip("Tiếp nhận mọi báo cáo của kỳ đang chọn mà các đơn vị đang hiện đã gửi")
        self.receipts = QPushButton("Biên nhận…")
        self.receipts.setToolTip("Tạo tệp biên nhận của kỳ đang chọn cho từng đơn vị đang hiện đã gửi")
        self.write = QPushButton("Xuất bảng…")
        self.write.setToolTip("Ghi các đơn vị đang hiện ra tệp Excel")
        self.print = QPushButton("In…")
        self.print.setToolTip("In các đơn vị đang hiện")
        for button in (self.remind, self.accept, self.receipts):  # until it is known what there is
            button.setEnabled(False)
        self._arrange()
        self.search.told.connect(self.narrowed)
        for choice in (self.period, self.group, self.state):
            choice.currentIndexChanged.connect(self.narrowed)

    @property
    def chosen_period(self) -> Period | None:
        """The period whose states are filtered by and whose missing ones are reminded."""
        period: Period | None = self.period.currentData()
        return period

    def offer(self, matrix: Matrix, period: Period | None) -> None:
        """Offer the periods, groups and states that there are; what was chosen stays chosen."""
        from cchc_desktop.rollup.standing import Standing

        kept = self.chosen_period or period
        names = [(each.title, each) for each in matrix.periods]
        _fill(self.period, names, kept)
        groups = dict.fromkeys(office.group for office in matrix.offices if office.group)
        _fill(self.group, [("Mọi nhóm", ""), *((each, each) for each in groups)], self.group.currentData())
        self.group.setVisible(bool(groups))
        states = [(each.label, each.value) for each in Standing if each is not Standing.NOT_EXPECTED]
        present = self.state.currentData()
        _fill(self.state, [("Mọi tình trạng", ""), ("Còn nợ báo cáo", AWAITED), *states], present)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        layout.setSpacing(GRID)
        for parts in (
            (self.search, self.group, self.state, self.period),
            (self.remind, self.accept, self.receipts, self.write, self.print),
        ):
            line = QHBoxLayout()
            line.setSpacing(GRID)
            for part in parts:
                line.addWidget(part, 1 if part is self.search else 0)
            if self.search not in parts:
                line.addStretch()
            layout.addLayout(line)


def _choice(name: str, hint: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(hint)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _fill(box: QComboBox, choices: Sequence[tuple[str, object]], chosen: object) -> None:
    """Offer other choices; nobody is told of what stays chosen."""
    blocked = box.blockSignals(True)
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    places = [place for place, (_, value) in enumerate(choices) if value == chosen]
    box.setCurrentIndex(places[0] if places else 0)
    box.blockSignals(blocked)
