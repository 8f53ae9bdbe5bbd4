"""Whose figures stand in the totals: a number each, and the names behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.dialogs.page import PageDialog
from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cchc_desktop.rollup.coverage import Coverage
    from cchc_desktop.rollup.offices import OfficeBelow


class CoverageLine(QWidget):
    """One button for each list of offices that is not empty; it shows the names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(GRID, 0, GRID, GRID // 2)
        self._layout.setSpacing(GRID)
        self._layout.addStretch()

    def show_coverage(self, covered: Coverage) -> None:
        """Show who stands behind the totals."""
        for button in self.buttons.values():
            button.deleteLater()
        self.buttons = {}
        for words, offices in _lists(covered):
            button = QPushButton(f"{words}: {len(offices)}")
            button.setFlat(True)
            button.setToolTip("Xem tên các đơn vị")
            button.clicked.connect(partial(self._name, words, offices))
            self._layout.insertWidget(len(self.buttons), button)
            self.buttons[words] = button

    def _name(self, words: str, offices: Sequence[OfficeBelow]) -> None:
        lines = (f"{number}. {office.name}" for number, office in enumerate(offices, start=1))
        PageDialog(f"{words}: {len(offices)} đơn vị", "\n".join(lines), self).open()


def _lists(covered: Coverage) -> Iterator[tuple[str, Sequence[OfficeBelow]]]:
    counted = {report.office for report in covered.counted}
    yield "Được cộng", [office for office in covered.offices if office.id in counted]
    for words, offices in (
        ("Chưa có số liệu", covered.missing),
        ("Gửi muộn", covered.late),
        ("Giữ cảnh báo, có giải trình", covered.kept),
        ("Đã gửi bản sửa", covered.corrected),
        ("Được miễn", covered.excused),
        ("Ngoài danh sách kỳ này, không cộng", covered.outside),
    ):
        if offices:
            yield words, offices
