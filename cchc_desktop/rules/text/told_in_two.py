"""R4: totals of two things that one bracket breaks down together.

`15 quyết định về 50 thủ tục (cấp tỉnh 10 quyết định với 30 thủ tục; cấp xã 5 quyết định với 20 thủ tục)`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import counted
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number

_BRACKET = re.compile(r"\((?P<parts>[^()]{20,600})\)")
_NOT_ALL = re.compile(r"\.{3}|…|\b(?:trong đó|chủ yếu|như|điển hình)\b", re.IGNORECASE)
_BEFORE = 80
"""Letters before a bracket in which both totals are told."""
_FEWEST = 4


def told_in_two(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare both totals with their parts, where every element of the bracket has one of each."""
    text, counts = passage.text, passage.read.counts
    for bracket in _BRACKET.finditer(text):
        parts = starting_in(counts, *bracket.span("parts"))
        before = starting_in(counts, bracket.start() - _BEFORE, bracket.start())
        if len(parts) < _FEWEST or len(before) < 2 or _NOT_ALL.search(bracket["parts"]):
            continue
        columns = (parts[::2], parts[1::2])
        if len(columns[0]) != len(columns[1]) or not all(map(_is_of_one_thing, columns)):
            continue
        for total, column in zip(before[-2:], columns, strict=True):
            made = sum((part.readings[0] for part in column), Decimal())
            if counted(total.unit) == counted(column[0].unit) and made not in total.readings:
                yield passage.finding(
                    "R4",
                    "text-parts-differ",
                    (total.start, total.end),
                    found=total.text,
                    expected=write_number(made),
                    given=tuple(part.text for part in column),
                )


def _is_of_one_thing(column: Sequence[Number]) -> bool:
    return len({counted(part.unit) for part in column}) == 1
