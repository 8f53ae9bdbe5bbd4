"""What of this office's own form is its own figure, and what was added up for it."""

from functools import cached_property

from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.archive import Archive
from cchc_desktop.storage.journal import last_sources
from cchc_desktop.storage.own_figures import load_own_figures
from cchc_desktop.template.model import Indicator, RollUp
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source


class OwnFigures:
    """The own figures of one report; a report that is not begun has none."""

    def __init__(self, archive: Archive, head: ReportHead | None) -> None:
        self._archive = archive
        self._head = head

    def answer(self, code: IndicatorCode) -> Answer:
        """Return this office's own figure: what is noted as its part of a total, or what it typed."""
        if self._form is None:
            return BLANK
        if code in self._noted:
            return self._noted[code]
        return BLANK if code in self.following else self._form.answer(code)

    def is_typed(self, row: Indicator) -> bool:
        """Whether what stands in the row is this office's own part alone, to which no total was added yet."""
        is_part = row.rollup is RollUp.OWN_AND_SUM
        return is_part and row.code not in self._noted and row.code not in self.following

    @cached_property
    def following(self) -> frozenset[IndicatorCode]:
        """The cells that a total was put into last: they follow it as long as nobody types over them."""
        if self._head is None:
            return frozenset()
        sources = last_sources(self._archive.db, self._head.period)
        return frozenset(IndicatorCode(code) for code, each in sources.items() if each is Source.ROLLED_UP)

    @cached_property
    def _form(self) -> Form | None:
        return self._archive.form(self._head) if self._head else None

    @cached_property
    def _noted(self) -> dict[IndicatorCode, Answer]:
        return load_own_figures(self._archive.db, self._head.period) if self._head else {}
