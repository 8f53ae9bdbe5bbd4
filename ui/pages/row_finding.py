"""Finding rows of the figures, over all appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.models.row_search import rows_with

if TYPE_CHECKING:
    from cchc_desktop.values.codes import IndicatorCode
    from ui.desk import Desk
    from ui.widgets.appendix_tabs import AppendixTabs
    from ui.widgets.search_bar import SearchBar


class RowFinding(QObject):
    """Shows the rows that the search line asks for, one after the other, from the first to the last.

    While its text is typed a search starts anew from the row at which it began, and goes back there when no
    row has such a text.
    """

    def __init__(self, desk: Desk, bar: SearchBar, tabs: AppendixTabs) -> None:
        super().__init__(bar)
        self._desk = desk
        self._bar = bar
        self._tabs = tabs
        self._start: IndicatorCode | None = None
        bar.begun.connect(self._begin)
        bar.wanted.connect(self._find)
        bar.stepped.connect(self._step)

    def beside(self, wanted: tuple[IndicatorCode, ...], *, forward: bool) -> IndicatorCode | None:
        """Return the wanted row next to the current one in printed order, over all tabs."""
        return self._next_to(self._current, wanted, forward=forward)

    def _next_to(
        self, start: IndicatorCode | None, wanted: tuple[IndicatorCode, ...], *, forward: bool
    ) -> IndicatorCode | None:
        order = {code: place for place, code in enumerate(self._desk.the_report.template.indicators)}
        here = order.get(start, -1) if start else -1
        ahead = [code for code in wanted if (order[code] > here if forward else order[code] < here)]
        return (min if forward else max)(ahead, key=order.__getitem__, default=None)

    @property
    def _current(self) -> IndicatorCode | None:
        return self._tabs.table.current_code if self._tabs.table else None

    def _begin(self) -> None:
        self._start = self._current

    def _find(self, text: str) -> None:
        found, start = self._found(text), self._start
        if found and start not in found:
            start = self._next_to(start, found, forward=True) or found[0]
        if start:
            self._tabs.show_row(start)
        self._tell(found)

    def _step(self, forward: bool) -> None:
        found = self._found(self._bar.field.whole_text)
        if code := self.beside(found, forward=forward):
            self._tabs.show_row(code)
        self._tell(found)

    def _tell(self, found: tuple[IndicatorCode, ...]) -> None:
        here = self._current
        self._bar.tell(found.index(here) + 1 if here in found else 0, len(found))

    def _found(self, text: str) -> tuple[IndicatorCode, ...]:
        return rows_with(self._desk.report.template, text) if self._desk.report else ()
