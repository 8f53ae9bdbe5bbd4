"""R8: a number told in the words of an indicator's label against the cell of the same report."""

import re
from collections.abc import Iterator

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.clauses import OF_ANOTHER, clause_of, telling_words
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.units import counted
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number

_COMPARED = (Kind.WHOLE, Kind.TOTAL, Kind.MONEY)
_FEWEST_WORDS = 5
"""Syllables that a label must have beside the common ones: fewer are met by chance."""
_BRACKETS = re.compile(r"\([^()]*\)")
_LEVELS = re.compile(r"\b(?:tỉnh|huyện|xã|phường|thôn|ấp|khu phố|sở|trường|phòng)\b", re.IGNORECASE)


def cells(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Compare the numbers of the paragraph with the cells whose labels are told in the same clause."""
    if context.form is None:
        return
    for number in passage.read.counts:
        if any(True for _ in passage.section.live_in(passage.number, number.start, number.end)):
            continue
        clause = clause_of(passage.text, number)
        row = None if OF_ANOTHER.search(clause) else _told(clause, number, context.form)
        if row is None:
            continue
        stands = context.form.number(row.code)
        if stands is not None and stands not in number.readings:
            yield passage.finding(
                "R8",
                "text-cell-differs",
                (number.start, number.end),
                found=number.text,
                expected=write_number(stands),
                related=(row.code,),
                remedy=write_number(stands),
            )


def _told(clause: str, number: Number, form: Form) -> Indicator | None:
    """The one row whose label the clause tells, all words of it; None where it tells none, or several."""
    words, unit = telling_words(clause), counted(number.unit)
    fitting = [
        (len(label), row)
        for row in form.template.indicators.values()
        if row.kind in _COMPARED
        and counted(row.unit.lower()) == unit
        and len(label := telling_words(_BRACKETS.sub(" ", row.label))) >= _FEWEST_WORDS
        and label <= words
        and set(_LEVELS.findall(clause.lower())) <= label
    ]
    most = max((length for length, _ in fitting), default=0)
    best = [row for length, row in fitting if length == most]
    is_some_cell = any(form.number(row.code) in number.readings for _, row in fitting)
    return best[0] if len(best) == 1 and not is_some_cell else None
