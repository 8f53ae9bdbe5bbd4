"""R4: how many documents a text says there are, against those that it goes on to list."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.citations import TYPE_NAME, TYPES, Citation, citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.items import items_below
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import counted
from cchc_desktop.values.numbers_in_text import Number

_LISTS = re.compile(
    r"[^.;:()\d]{0,80}?(?P<opening>\((?:bao gồm|gồm|cụ thể)?\s*:?\s*"
    r"|\b(?:bao gồm|gồm(?: có)?|cụ thể(?: là| như sau)?)\s*:?\s*|:\s*)"
    rf"(?=(?:các\s+)?(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*[0-9])",
    re.IGNORECASE,
)
"""What stands between a number of documents and the first of them."""
_NOT_ALL = re.compile(
    r"\.{3}|…|\b(?:v\.v|như|điển hình|tiêu biểu|chủ yếu|trong đó|một số|nổi bật|chẳng hạn)\b"
)
_SPLIT = re.compile(r";")
_BEGINS = re.compile(rf"(?:^|[;,:(]|\bvà)\s*(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$", re.IGNORECASE)
_BEGINS_AN_ITEM = re.compile(
    rf"\s*(?:[-–+*•]|[a-zđ]\))\s*(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$", re.IGNORECASE
)
_LOOKED_BACK = 60
_ANY_TYPE = "văn bản"
_FEWEST = 2


def listed_documents(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare numbers of documents with the whole lists that follow, in the line or as items below."""
    for number in passage.read.counts:
        if counted(number.unit) != _ANY_TYPE:
            continue
        listed = _in_the_line(passage, number) or _below(passage, number)
        if len(listed) >= _FEWEST and _are_meant(number, listed) and len(listed) not in number.readings:
            yield passage.finding(
                "R4",
                "text-listed-otherwise",
                (number.start, number.end),
                found=number.text,
                expected=f"{len(listed):02}",
                given=tuple(citation.paper.text for citation in listed),
            )


def _in_the_line(passage: Passage, number: Number) -> tuple[Citation, ...]:
    """The documents listed right behind the number; none where an element has no number of its own."""
    text = passage.text
    opening = _LISTS.match(text, number.end)
    if opening is None:
        return ()
    lead = (number.end, opening.start("opening"))
    is_bracket = opening["opening"].startswith("(")
    end = text.find(")", opening.end()) if is_bracket else passage.sentence_at(opening.end())[1]
    if end < 0 or any(_NOT_ALL.search(text, *stretch) for stretch in (lead, (opening.end(), end))):
        return ()
    listed = tuple(
        each
        for each in citations_in(text)
        if opening.end() <= each.paper.start < end
        and _BEGINS.search(text[max(opening.end(), each.paper.start - _LOOKED_BACK) : each.paper.start])
    )
    begin = opening.end()
    for stop in (*(mark.start() for mark in _SPLIT.finditer(text, begin, end)), end):
        if text[begin:stop].strip(" .") and not any(begin <= each.paper.start < stop for each in listed):
            return ()
        begin = stop + 1
    return listed if not starting_in(passage.read.fractions, opening.end(), end) else ()


def _below(passage: Passage, number: Number) -> tuple[Citation, ...]:
    """The documents that the items below begin with; none where an item begins with something else."""
    rest = passage.text[number.end :]
    if (
        not rest.rstrip().endswith(":")
        or _NOT_ALL.search(rest)
        or starting_in(passage.read.counts, number.end, len(passage.text))
    ):
        return ()
    listed = []
    for item in items_below(passage.section, passage.number):
        text = passage.section.paragraphs[item]
        first = next(iter(citations_in(text)), None)
        if first is None or not _BEGINS_AN_ITEM.match(text[: first.paper.start]):
            return ()
        listed.append(first)
    return tuple(listed)


def _are_meant(number: Number, listed: tuple[Citation, ...]) -> bool:
    """Whether the number counts documents of any type, or of the one type that all of the listed have."""
    if number.unit.startswith(_ANY_TYPE):
        return True
    return all(number.unit.startswith(TYPES.get(each.sign, "?").lower()) for each in listed)
