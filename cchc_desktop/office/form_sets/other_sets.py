"""Rows that the nearest set has under another name, or another set has: a key means one row in all sets."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cchc_desktop.documents.reading.rows import MatchedRow, label_words, stt_words
from cchc_desktop.template.catalogue import Catalogue
from cchc_desktop.template.drafting import Decision
from cchc_desktop.template.model import Indicator, Template
from cchc_desktop.template.printed_rows import PrintedRow
from cchc_desktop.values.text import likeness

if TYPE_CHECKING:
    from cchc_desktop.values.codes import IndicatorCode

_ALIKE = 0.86
"""As alike as a label must be to be shown as another one's."""
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

    def decisions(self, printed: Iterable[PrintedRow]) -> Iterator[Decision]:
        """Yield what is to be decided of rows taken from here, and of rows with another name in their set."""
        for row in printed:
            if row.like is None:
                continue
            if row.like.code in self.rows:
                reason = (
                    f"“{row.label}” không có trong bộ {self._nearest.id}; khóa và quan hệ của dòng lấy theo "
                    f"bộ {self._sets[row.like.code]}. Hãy xem có đúng dòng ấy không."
                )
                yield Decision(row.like.code, reason)
            elif label_words(row.label) != label_words(row.like.label):
                reason = (
                    f"“{row.label}” được coi là dòng “{row.like.label}” đổi tên. Hãy xem có đúng dòng ấy "
                    "không; không đúng thì đặt khóa khác."
                )
                yield Decision(row.like.code, reason)

    def _take(self, set_id: str, appendix: int, row: Indicator) -> None:
        self.rows.setdefault(row.code, row)
        self._sets.setdefault(row.code, set_id)
        self._printed.setdefault(_printed(appendix, row.stt, row.label), set()).add(row.code)


def renamed(matched: MatchedRow) -> Indicator | None:
    """Return the nearest set's row under another name: the same number and unit, most of its words."""
    row, indicator = matched.row, matched.indicator
    if indicator is None or stt_words(row.stt) != stt_words(indicator.stt):
        return None
    if likeness(row.unit) != likeness(indicator.unit):
        return None
    ours, theirs = label_words(indicator.label), label_words(row.label)
    is_alike = SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE
    return indicator if ours != theirs and is_alike else None


def _printed(appendix: int, stt: str, label: str) -> Printed:
    return appendix, stt_words(stt), label_words(label)
