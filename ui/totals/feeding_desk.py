"""Wishes about totals in this office's own report: done beside the window, undone like any other step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.template.model import RollUp
from cchc_desktop.values.answer import BLANK
from ui.step import Step
from ui.totals import gathering

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cchc_desktop.form.entry import Entry
    from cchc_desktop.form.head import ReportHead
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.codes import IndicatorCode
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.totals.below_desk import BelowDesk
    from ui.totals.gathering import Gathered
    from ui.worker import Ticket


class FeedingDesk(QObject):
    """Takes totals over, notes own parts, keeps tables of offices as appendices."""

    told = Signal(str)
    """A sentence on what was done."""

    def __init__(self, desk: Desk, below: BelowDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._below = desk, below

    def is_begun(self, period: Period) -> bool:
        """Whether this office has a report for the period."""
        return self._head(period) is not None

    def is_locked(self, period: Period) -> bool:
        """Whether that report's figures are final."""
        head = self._head(period)
        return bool(head and head.stage.holds_figures)

    def standing(self, gathered: Gathered) -> str:
        """Say how the own report stands to the totals."""
        period = gathered.totals.period
        if not self.is_begun(period):
            return f"Báo cáo {period.name} của cơ quan chưa lập. Lập từ tổng của các đơn vị bằng nút ở dưới."
        other, waiting = len(gathered.differences), len(gathered.waiting)
        changed = sum(each.follows for each in gathered.differences.values())
        if self.is_locked(period):
            if not other:
                return "Số liệu của cơ quan đã chốt và khớp với tổng của các đơn vị."
            return (
                f"Số liệu của cơ quan đã chốt; từ đó {other} dòng khác với tổng hiện nay. Đánh dấu “Chỉ dòng "
                "khác…” để xem; muốn theo tổng mới thì mở chốt ở menu Báo cáo."
            )
        told = [f"{other} dòng của báo cáo khác với tổng"] if other else []
        if unfilled := _unfilled(gathered):
            told.append(f"{unfilled} dòng đã có tổng mà báo cáo còn trống")
        told = told or ["Báo cáo khớp với mọi tổng"]
        if changed:
            told.append(f"{changed} dòng trong đó đã lấy tổng mà tổng nay đã đổi")
        if waiting:
            told.append(f"{waiting} dòng chờ phần riêng của cơ quan (cột Riêng cơ quan)")
        return f"{'; '.join(told)}."

    def take(self, period: Period, codes: tuple[str, ...] = ()) -> None:
        """Put the totals into this office's report, which is begun where there is none, as one step."""
        path = self._desk.path
        if path is None or not self._turn_to(period):
            return
        work = partial(gathering.take, path, period, codes)
        self._do(work, period, "Lấy tổng của các đơn vị", partial(self._take_again, period, codes))

    def set_own(self, period: Period, code: str, text: str, before: str) -> None:
        """Note this office's own part of a total, and let the cell follow; `before` is what was noted."""
        path = self._desk.path
        if path and self._turn_to(period):
            work = partial(gathering.set_own, path, period, code, text)
            forth, back = (partial(self._own_again, period, code, each) for each in (text, before))
            self._do(work, period, "Phần riêng của cơ quan", forth, back)

    def keep(self, period: Period, kind: str, code: str) -> None:
        """Keep a table of offices as an appendix of the report: `status`, `ranking` or `groups`."""
        path = self._desk.path
        if path is None or not self._turn_to(period):
            return
        if kind == "status":
            work = partial(gathering.keep_status, path, period)
        else:
            work = partial(gathering.keep_row, path, period, code, kind == "groups")
        ticket = self._below.start(work)
        ticket.finished.connect(self._tell_kept)

    def _tell_kept(self, changes: Changes) -> None:
        self._desk.look_again()
        self._desk.tell(changes)
        self.told.emit("Đã ghi bảng thành phụ lục của báo cáo; xem và sửa ở trang Báo cáo, phần Phụ lục.")

    def _do(
        self,
        work: Callable[[Ticket], Changes],
        period: Period,
        name: str,
        forth: Callable[[], bool],
        back_first: Callable[[], bool] | None = None,
    ) -> None:
        """Have cells written beside the window, as one step of the report that is open."""
        before = self._standing()
        ticket = self._below.start(work)

        def note(_changes: Changes) -> None:
            report = self._desk.report
            if report is None or report.head.period != period:
                return
            self._desk.look_again()
            changed = {code: each for code, each in before.items() if self._standing()[code] != each}
            back = partial(self._put_back, changed, back_first)
            if changed:
                self._desk.undo.push(Step(back, forth, name))
            self.told.emit(f"Đã ghi {len(changed)} ô của báo cáo {period.name}. Ctrl+Z lấy lại.")

        ticket.finished.connect(note)

    def _standing(self) -> dict[IndicatorCode, Entry]:
        report = self._desk.the_report
        return report.entries_of(tuple(report.template.indicators))

    def _put_back(
        self, entries: Mapping[IndicatorCode, Entry], back_first: Callable[[], bool] | None
    ) -> bool:
        if back_first and not back_first():
            return False
        present = self._desk.the_report.entries_of(tuple(entries))
        return present == entries or self._desk.figures.take_back(entries)

    def _take_again(self, period: Period, codes: tuple[str, ...]) -> bool:
        from cchc_desktop.office.totals.feeding import take

        return self._desk.wish(lambda: take(self._desk.the_office, period, codes))

    def _own_again(self, period: Period, code: str, text: str) -> bool:
        from cchc_desktop.office.totals.feeding import set_own

        return self._desk.wish(lambda: set_own(self._desk.the_office, period, code, text))

    def _turn_to(self, period: Period) -> bool:
        """Open the report of the period, a new one where there is none; say whether it is open."""
        if self.is_begun(period):
            self._desk.turn_to(period)
        else:
            self._desk.start(period)
        report = self._desk.report
        return report is not None and report.head.period == period

    def _head(self, period: Period) -> ReportHead | None:
        return next((head for head in self._desk.heads if head.period == period), None)


def _unfilled(gathered: Gathered) -> int:
    """How many rows have a total that stands nowhere in the own report yet."""
    totals = gathered.totals
    rows = totals.template.indicators
    return sum(
        is_fed(rows[code]) and not total.value.is_blank and gathered.stands.get(code, BLANK).is_blank
        for code, total in totals.rows.items()
    )


def is_fed(row: Indicator) -> bool:
    """Whether a total belongs into the row of this office's own report."""
    return row.is_asked and row.rollup in (RollUp.SUM, RollUp.OWN_AND_SUM)
