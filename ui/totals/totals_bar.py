"""Above the totals: of which period, which offices, which reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc_desktop.values.period import Period

_RECEIVED, _ACCEPTED = range(2)


class TotalsBar(QWidget):
    """Three choices."""

    asked = Signal()
    """Other totals are wished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period, self.group, self.reports = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.period, "Kỳ báo cáo"),
            (self.group, "Nhóm đơn vị"),
            (self.reports, "Cộng gì"),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self.asked)
        self.reports.addItems(["Báo cáo đã nhận, chưa trả lại", "Chỉ báo cáo đã tiếp nhận"])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        layout.setSpacing(GRID)
        for part in (self.period, self.group, self.reports):
            layout.addWidget(part)
        layout.addStretch()

    @property
    def chosen_period(self) -> Period | None:
        """The period whose totals are shown; None where there is none yet."""
        period: Period | None = self.period.currentData()
        return period

    @property
    def accepted_only(self) -> bool:
        """Whether only accepted reports are added."""
        return self.reports.currentIndex() == _ACCEPTED

    @property
    def chosen_group(self) -> str:
        """The group whose offices are added; "": all."""
        return str(self.group.currentData() or "")

    @property
    def is_whole(self) -> bool:
        """Whether all offices and all received reports are added, as they are for the own report."""
        return not self.chosen_group and not self.accepted_only

    def offer(self, periods: Sequence[Period], groups: Sequence[str], shown: Period) -> None:
        """Offer the periods and groups that there are; the shown period and the group stay chosen."""
        kept_group = self.chosen_group
        for box in (self.period, self.group):
            box.blockSignals(True)
            box.clear()
        for period in periods:
            self.period.addItem(period.title, period)
        self.period.setCurrentIndex(periods.index(shown))
        self.group.addItem("Mọi nhóm", "")
        for group in groups:
            self.group.addItem(group, group)
        self.group.setCurrentIndex(max(self.group.findData(kept_group), 0))
        self.group.setVisible(bool(groups))
        for box in (self.period, self.group):
            box.blockSignals(False)
