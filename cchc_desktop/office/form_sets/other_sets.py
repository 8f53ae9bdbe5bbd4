"""Rows that the nearest set lacks and another set has: a key means one row, whatever the set."""

from typing import TYPE_CHECKING

from cchc_desktop.documents.reading.rows import label_words, stt_words
from cchc_desktop.template.catalogue import Catalogue
from cchc_desktop.template.drafting import Decision
from cchc_desktop.template.model import Indicator, Template

if TYPE_CHECKING:
    from cchc_desktop.values.codes import IndicatorCode

Printed = tuple[int, str, str]
"""Appendix, STT and label, both in the form in which they are compared."""


class OtherSets:
    """The rows of a catalogue that one set lacks, found by what a form prints of them."""

    def __init__(self, catalogue: Catalogue, nearest: Template) -> None:
        self._nearest = nearest
        self.rows: dict[IndicatorCode, Indicator] = {}
        """By key; each as the first set has it."""
        self._sets: dict[IndicatorCode, str] = {}
        self._printed: dict[Printed, set[IndicatorCode]] = {}
        for template in (catalogue.get(*edition) for edition in catalogue.sets):
            for appendix in template.appendices:
                for row in appendix.indicators:
                    if row.code not in nearest.indicators:
                        self._take(template.id, appendix.number, row)

    def row(self, appendix: int, stt: str, label: str) -> Indicator | None:
        """Return the row printed so in that appendix; None where no set has it, or two differ in it."""
        codes = self._printed.get(_printed(appendix, stt, label), set())
        return self.rows[next(iter(codes))] if len(codes) == 1 else None

    def decision(self, row: Indicator) -> Decision:
        """Return what is to be decided of a row that was taken from here."""
        reason = (
            f"“{row.label}” không có trong bộ {self._nearest.id}; khóa và quan hệ của dòng lấy theo bộ "
            f"{self._sets[row.code]}. Hãy xem có đúng dòng ấy không."
        )
        return Decision(row.code, reason)

    def _take(self, set_id: str, appendix: int, row: Indicator) -> None:
        self.rows.setdefault(row.code, row)
        self._sets.setdefault(row.code, set_id)
        self._printed.setdefault(_printed(appendix, row.stt, row.label), set()).add(row.code)


def _printed(appendix: int, stt: str, label: str) -> Printed:
    return appendix, stt_words(stt), label_words(label)
