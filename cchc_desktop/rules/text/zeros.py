"""R18: the zero before days below 10 and months 1 and 2 (Decree 30/2020, Appendix I, II.4)."""

from collections.abc import Iterator

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage

_LAST_WITH_ZERO = (9, 2)
"""The last day and the last month that have one."""


def zeros(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Yield the dates that lack a zero; one before a month from 3 on is a matter of taste."""
    for day in passage.read.days:
        if not day.is_possible:
            continue
        written = day.text
        at = 0
        for digits, number, last in zip(day.written, day.parts[:2], _LAST_WITH_ZERO, strict=True):
            at = written.index(digits, at)
            if len(digits) == 1 and number <= last:
                written = f"{written[:at]}0{written[at:]}"
                at += 1
            at += len(digits)
        if written != day.text:
            yield passage.finding("R18", "text-zero", (day.start, day.end), expected=written, remedy=written)
