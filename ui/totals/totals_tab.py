"""Tổng hợp: what the offices' figures add up to, who stands behind it, and the way into the own report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from ui.look import GRID
from ui.totals import gathering
from ui.totals.below_tab import BelowTab
from ui.totals.coverage_line import CoverageLine
from ui.totals.feeding_desk import is_fed
from ui.totals.looking_panel import LookingPanel
from ui.totals.totals_bar import TotalsBar
from ui.totals.totals_sheet import TotalsSheet
from ui.widgets.plain_words import plain_label

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk
    from ui.totals.feeding_desk import FeedingDesk
    from ui.totals.gathering import AddedUp, Gathered, LookedInto

_SHARES = (680, 400)
_PAUSE = 120
"""Milliseconds a row stays the current one before it is looked into: arrows run through the table."""


class TotalsTab(BelowTab):
    """Totals in form layout; the current one is looked into at the right."""

    title = "Tổng hợp"

    opened = Signal(str, object)
    """Id of an office and the `Period` whose received report is to be shown."""

    def __init__(
        self, desk: Desk, below: BelowDesk, feeding: FeedingDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._below, self._feeding = desk, below, feeding
        self._gathered: Gathered | None = None
        self._looked = ("", "")
        """Row and state of the totals that were looked into last."""
        self.bar = TotalsBar()
        self.coverage = CoverageLine()
        self.sheet = TotalsSheet()
        self.looking = LookingPanel()
        self.told = plain_label()
        self.take_button = QPushButton("Lập báo cáo tổng hợp từ các đơn vị")
        self.take_row_button = QPushButton("Lấy tổng dòng này")
        self.annex_button = QPushButton("Phụ lục")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._arrange()
        self._connect()
        self._weigh()

    @property
    def entrance(self) -> QWidget:
        return self.sheet

    def refresh(self) -> None:
        if path := self._desk.path:
            bar, report = self.bar, self._desk.report
            wanted = bar.chosen_period or (report.head.period if report else None)
            work = partial(gathering.add_up, path, wanted, bar.chosen_group, bar.accepted_only)
            self._below.latest(self, work, self._show)

    def commit(self) -> bool:
        self.sheet.table.leave_cell()
        return True

    @property
    def row_code(self) -> str:
        """The code of the row that is looked into."""
        row = self.sheet.row
        return row.code if row else ""

    def tell(self, words: str) -> None:
        """Say what was done or why not."""
        self.told.setText(words)

    def _show(self, added: AddedUp) -> None:
        self._gathered = gathered = added.gathered
        if gathered is None:
            self.told.setText("Chưa có kỳ nào. Lập báo cáo của cơ quan hoặc nhận báo cáo của đơn vị trước.")
            self._weigh()
            return
        self.bar.offer(added.periods, added.groups, gathered.totals.period)
        self.coverage.show_coverage(gathered.totals.coverage)
        self.sheet.show_totals(
            gathered, closed=self._closed, begun=self._feeding.is_begun(gathered.totals.period)
        )
        self._tell()
        self._look(anew=True)

    @property
    def _closed(self) -> bool:
        """Whether nothing of these totals can go into the own report now."""
        gathered = self._gathered
        if gathered is None or self._desk.is_looking or not self.bar.is_whole:
            return True
        return self._feeding.is_locked(gathered.totals.period)

    def _tell(self) -> None:
        """Say how the own report stands to the totals, and what can be done."""
        gathered = self._gathered
        if gathered:
            whole = self.bar.is_whole
            self.told.setText(self._feeding.standing(gathered) if whole else _PART)
        self._weigh()

    def _weigh(self) -> None:
        gathered, row = self._gathered, self.sheet.row
        can = gathered is not None and not self._closed
        begun = bool(gathered and self._feeding.is_begun(gathered.totals.period))
        self.take_button.setEnabled(can)
        self.take_button.setText(
            "Lấy mọi tổng vào báo cáo" if begun else "Lập báo cáo tổng hợp từ các đơn vị"
        )
        self.take_row_button.setEnabled(can and begun and bool(row and is_fed(row)))
        self.annex_button.setEnabled(begun and can)

    def _move(self) -> None:
        self._weigh()
        self._pause.start()

    def _look(self, *, anew: bool = False) -> None:
        """Find out who is behind the current total."""
        row, gathered, path = self.sheet.row, self._gathered, self._desk.path
        if row is None or gathered is None or path is None or not self.isVisible():
            return
        if row.code not in gathered.totals.rows:
            self.looking.show_nothing(row.label)
            return
        key = (row.code, self.bar.chosen_group)
        if key == self._looked and not anew:
            return
        if key != self._looked:
            self.looking.wait(row.label)
        self._looked = key
        work = partial(gathering.look_into, path, gathered.totals.period, row.code, self.bar.chosen_group)
        self._below.latest(self.looking, work, self._show_looked)

    def _show_looked(self, looked: LookedInto) -> None:
        if self._gathered:
            self.looking.show_looked(looked, self._gathered.totals.rows.get(looked.row.code))

    def _take(self) -> None:
        if self._gathered:
            self._feeding.take(self._gathered.totals.period)

    def _take_row(self) -> None:
        row = self.sheet.row
        if self._gathered and row:
            self._feeding.take(self._gathered.totals.period, (row.code,))

    def _set_own(self, code: str, text: str) -> None:
        if self._gathered:
            row = self._gathered.totals.rows[IndicatorCode(code)]
            before = "" if row.own.number is None else plain(row.own.number).replace(".", ",")
            self._feeding.set_own(self._gathered.totals.period, code, text, before)

    def _keep(self, kind: str) -> None:
        row = self.sheet.row
        if self._gathered and (kind == "status" or row):
            self._feeding.keep(self._gathered.totals.period, kind, row.code if row else "")

    def _open(self, office: str) -> None:
        if self._gathered:
            self.opened.emit(office, self._gathered.totals.period)

    def _arrange(self) -> None:
        menu = QMenu(self.annex_button)
        for words, kind in _ANNEXES.items():
            menu.addAction(words, partial(self._keep, kind))
        self.annex_button.setMenu(menu)
        self.annex_button.setToolTip("Ghi bảng các đơn vị thành phụ lục trong báo cáo của cơ quan")
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.bar, self.coverage):
            layout.addWidget(part)
        layout.addWidget(self.sheet, 1)
        self.told.setContentsMargins(GRID, GRID, GRID, 0)
        layout.addWidget(self.told)
        layout.addLayout(self._jobs())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.looking)
        split.setSizes(list(_SHARES))
        for place, share in enumerate(_SHARES):
            split.setStretchFactor(place, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _jobs(self) -> QHBoxLayout:
        jobs = QHBoxLayout()
        jobs.setContentsMargins(GRID, GRID, GRID, GRID)
        jobs.setSpacing(GRID)
        for button in (self.take_button, self.take_row_button, self.annex_button):
            jobs.addWidget(button)
        jobs.addStretch()
        return jobs

    def _connect(self) -> None:
        self.bar.asked.connect(self.refresh)
        self.sheet.own_typed.connect(self._set_own)
        self.sheet.moved.connect(self._move)
        self._pause.timeout.connect(self._look)
        self.looking.opened.connect(self._open)
        self.take_button.clicked.connect(self._take)
        self.take_row_button.clicked.connect(self._take_row)
        self._feeding.told.connect(self.told.setText)


_PART = (
    "Đây là tổng của một phần đơn vị hoặc báo cáo. Muốn lấy tổng vào báo cáo của cơ quan, hãy chọn mọi nhóm "
    "và báo cáo đã nhận."
)
_ANNEXES = {
    "Tình hình gửi báo cáo của các đơn vị": "status",
    "Dòng này, từng đơn vị theo thứ tự": "ranking",
    "Dòng này, theo nhóm đơn vị": "groups",
}
