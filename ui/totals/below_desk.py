"""Wishes about the offices below: on the disk first, one step each that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import CchcError
from ui.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from cchc_desktop.office.registers.importing import Importing
    from cchc_desktop.office.registers.offices_below import OfficesBelow
    from cchc_desktop.registers.entry import RegisterEntry
    from cchc_desktop.rollup.offices import Offices
    from cchc_desktop.rollup.special_case import SpecialCase
    from ui.desk import Desk
    from ui.worker import Ticket, Worker

Answer = TypeVar("Answer")
Found = TypeVar("Found")


class BelowDesk(QObject):
    """What the page of the offices below wishes of the open office file."""

    told = Signal(str)
    """A sentence on what was done, or why not."""
    worked = Signal(bool)
    """Slow work began, or ended."""

    def __init__(self, desk: Desk, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._worker = desk, worker
        self._asked: dict[QObject, Ticket] = {}

    @property
    def offices(self) -> OfficesBelow:
        """The list of offices of the open file."""
        return self._desk.the_office.offices

    def start(self, work: Callable[[Ticket], object]) -> Ticket:
        """Have slow work done beside the window; a refusal is told."""
        self.worked.emit(True)
        ticket = self._worker.start(work)
        ticket.refused.connect(lambda refusal: self.told.emit(refusal.message))
        ticket.ended.connect(lambda: self.worked.emit(False))
        return ticket

    def latest(self, asker: QObject, work: Callable[[Ticket], Found], show: Callable[[Found], None]) -> None:
        """Have something found out for a page and shown there; what it asked before is not shown any more."""
        if before := self._asked.pop(asker, None):
            before.cancel()
        ticket = self._asked[asker] = self.start(work)

        def take(found: Found) -> None:
            if self._asked.get(asker) is ticket:
                show(found)

        ticket.finished.connect(take)

    def add(self, given: Mapping[str, str]) -> str:
        """Add an office of what was typed, by name of the column; return its id, "" if it was refused."""
        return self._change(lambda: self.offices.add(given).id, "Thêm đơn vị") or ""

    def change(self, office: str, given: Mapping[str, str]) -> bool:
        """Correct what was typed of an office; say whether it stands there now."""
        return self._change(lambda: self.offices.change(office, given), "Sửa đơn vị") is not None

    def remove(self, ids: Iterable[str]) -> bool:
        """Take offices off the list from which nothing was received."""
        return self._change(lambda: self.offices.remove(ids), "Xóa đơn vị") is not None

    def abolish(self, office: str, last: date) -> bool:
        """Let an office end on that day."""
        return self._change(lambda: self.offices.abolish(office, last), "Đơn vị thôi hoạt động") is not None

    def merge(self, old: Iterable[str], given: Mapping[str, str], day: date) -> str:
        """Let a new office take over from others on that day; return its id, "" if it was refused."""
        return self._change(lambda: self.offices.merge(old, given, day).id, "Sáp nhập đơn vị") or ""

    def rename(self, office: str, name: str, day: date) -> str:
        """Give an office another name from that day on; return the id of the one that carries it."""
        return self._change(lambda: self.offices.rename(office, name, day).id, "Đổi tên đơn vị") or ""

    def take_in(self, importing: Importing) -> bool:
        """Write what a list changes."""
        return self._change(lambda: importing.apply(self.offices), "Nhập danh sách đơn vị") is not None

    def agree(self, case: SpecialCase) -> None:
        """Note what was agreed with one office for one period."""
        self._desk.wish(lambda: self.offices.agree(case))

    def _change(self, wish: Callable[[], Answer], name: str) -> Answer | None:
        """Have the list changed as one step that can be undone; None: it was refused, and why is told."""
        before = self.offices.all()
        try:
            answer = wish()
        except CchcError as refusal:
            self.told.emit(refusal.message)
            return None
        after = self.offices.all()
        known = before.by_id.keys() | after.by_id.keys()
        changed = [each for each in known if before.by_id.get(each) != after.by_id.get(each)]
        if changed:
            back, forth = (partial(self._put, _lines(offices, changed)) for offices in (before, after))
            self._desk.undo.push(Step(back, forth, name))
            self._tell(changed)
        return answer

    def _put(self, lines: Mapping[str, RegisterEntry | None]) -> bool:
        """Put lines of the list as they stood at one moment; say whether the office file took them."""
        from cchc_desktop.registers.entry import RegisterEntry
        from cchc_desktop.values.source import Source

        entries = {each: line or RegisterEntry(each) for each, line in lines.items()}
        try:
            self.offices.put(entries, Source.UNDONE)
        except CchcError as refusal:
            self._desk.refused.emit(refusal)
            return False
        self._tell(entries)
        return True

    def _tell(self, offices: Iterable[str]) -> None:
        from cchc_desktop.office.changes import Changes

        self._desk.tell(Changes(offices=frozenset(offices)))


def _lines(offices: Offices, ids: Iterable[str]) -> dict[str, RegisterEntry | None]:
    """Return these offices as lines of that list; None for one that is not on it."""
    from cchc_desktop.rollup.office_columns import line_of

    by_id = offices.by_id
    return {each: line_of(by_id[each], offices) if each in by_id else None for each in ids}
