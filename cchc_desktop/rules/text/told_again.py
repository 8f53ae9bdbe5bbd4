"""R4: how many there are in all, told a second time in a bracket behind what was done of them.

`Hoàn thành 06/06 nhiệm vụ về cải cách thủ tục (có 08 nhiệm vụ về cải cách thủ tục được giao)`.
"""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import same

_OPENS = re.compile(r"\(\s*(?:có|với|gồm|tổng số|trên tổng số|tổng cộng)?\s*$", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\s+(?P<things>[^();:\d]{4,120}?)\s+(?:được\s+)?(?:đề ra|giao|phân công|đặt ra)"
    r"(?:\s+(?:tại|trong|theo)\b[^();:]*)?\s*\)",
    re.IGNORECASE,
)
"""What follows a number of all that was to be done."""
_OF_SOME = re.compile(
    r"\b(?:chưa|không|đang|còn|quá|chậm|trễ|thêm|mới|bổ sung|khác|đã|trong đó)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_FARTHEST = 200
"""Letters behind a fraction in which its things are told."""
_FEWEST_WORDS = 4
"""Words that tell the things at both places: fewer may be of other things."""


def told_again(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare what a fraction is of with the same told again in the same words."""
    text, read = passage.text, passage.read
    for fraction in read.fractions:
        for number in starting_in(read.counts, fraction.end, passage.sentence_at(fraction.start)[1]):
            opening = _OPENS.search(text, fraction.end, number.start)
            of_all = _OF_ALL.match(text, number.end)
            if not opening or not of_all or _OF_SOME.search(of_all[0]) or not same(fraction.under, number):
                continue
            things = _words(of_all["things"])
            is_alike = (
                len(things) >= _FEWEST_WORDS
                and _words(text[fraction.end : fraction.end + _FARTHEST])[: len(things)] == things
            )
            if is_alike and not set(number.readings) & set(fraction.under.readings):
                span, given = (number.start, number.end), (fraction.under.text, passage.section.id)
                yield passage.finding("R4", "text-told-otherwise", span, given=given)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
