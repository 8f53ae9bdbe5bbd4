"""R4: how many offices a text says there are, against those that it goes on to name."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import counted
from cchc_desktop.values.numbers_in_text import Number

_LISTS = re.compile(r"(?P<bracket>\()?\s*\b(?:bao gồm|gồm(?: có)?)\b\s*:?\s*", re.IGNORECASE)
_OFFICE = (
    r"(?:Văn phòng|Thanh tra|Phòng|Ban|Trung tâm|Chi cục|Cục|Quỹ|Trường|Trạm|Bệnh viện|Phường|Xã|Thị trấn)"
)
"""How the name of an office begins that is one of several."""
_NAME = re.compile(rf"\s*{_OFFICE}(?:\s+[^\d;:()]{{2,80}}|\s*)")
_AND_THE_LAST = re.compile(rf"\s+và\s+(?={_OFFICE}\b)")
_OF_TWO = re.compile(rf"\b(?:với|vào|thành|từ|thuộc|và|cùng)\s+{_OFFICE}\b")
"""What tells two offices in one element: those that became one."""
_NOT_ALL = re.compile(
    r"\.{3}|…|\b(?:v\.v|như|điển hình|tiêu biểu|chủ yếu|trong đó|một số|các|những)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()]*\)")
_BESIDE = re.compile(r"[^.;:()\d]{0,40}(?:,|\bvà)\s+$", re.IGNORECASE)
"""What stands between two numbers that are told together: `05 phòng và 01 trung tâm`."""
_RIGHT_BEFORE = re.compile(r"[^.;:()\d]{0,40}[\s,:]*", re.IGNORECASE)
_ANY_OFFICE = "đơn vị"
_FEWEST = 2
_FARTHEST = 200
"""Letters before a list in which its offices are counted."""


def listed_offices(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare numbers of offices with the whole list of names that follows in the sentence."""
    for opening in _LISTS.finditer(passage.text):
        counts = _counted_before(passage, opening.start())
        names = _names(passage, opening.end(), is_bracket=opening["bracket"] is not None) if counts else ()
        if len(names) < _FEWEST or _fits(counts, len(names)):
            continue
        span = (counts[0].start, counts[-1].end)
        yield passage.finding("R4", "text-offices-otherwise", span, expected=f"{len(names):02}", given=names)


def _counted_before(passage: Passage, end: int) -> tuple[Number, ...]:
    """The numbers of offices told together right before a list."""
    text = passage.text
    before = starting_in(passage.read.counts, max(0, end - _FARTHEST), end)
    told: list[Number] = []
    for number in reversed(before):
        follows = _BESIDE.fullmatch if told else _RIGHT_BEFORE.fullmatch
        stop = told[0].start if told else end
        if counted(number.unit) != _ANY_OFFICE or not follows(text, number.end, stop):
            break
        told.insert(0, number)
    return tuple(told)


def _fits(counts: Sequence[Number], listed: int) -> bool:
    """Whether so many are listed as all numbers told together make, or the last of them."""
    last = (counts[first:] for first in range(len(counts)))
    return any(listed == sum((number.readings[0] for number in told), Decimal()) for told in last)


def _names(passage: Passage, start: int, *, is_bracket: bool) -> tuple[str, ...]:
    """The offices named one by one; none where an element is anything else, or the list is not whole."""
    text = passage.text
    end = text.find(")", start) if is_bracket else passage.sentence_at(start)[1]
    listed = _ASIDE.sub("", text[start:end]).rstrip(" .;/") if end > start else ""
    if _NOT_ALL.search(listed):
        return ()
    *firsts, last = listed.split(";" if ";" in listed else ",")
    elements = (*firsts, *_AND_THE_LAST.split(last))
    if not all(_NAME.fullmatch(each) and not _OF_TWO.search(each) for each in elements):
        return ()
    return tuple(each.strip() for each in elements)
